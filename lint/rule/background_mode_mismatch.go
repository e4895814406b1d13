package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var backgroundModeMismatch = &Rule{
	ID:        "background-mode-mismatch",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "background location interface, mode and scope that do not agree", Zh: "后台定位的接口、后台模式与 scope 不一致"},
	Sources:   []string{"wechat-app-json", "wechat-authorize", "wechat-location-background"},
	Check: func(p *Pass) {
		facts := p.Project.Platform.Manifest().BackgroundModes
		for i := range facts {
			for _, value := range facts[i].Values {
				entry, ok := p.Project.Platform.ManifestCapability(p.manifestName(), facts[i].Field, value)
				if ok && entry.Scope != "" { // the mode of audio asks for nothing
					p.backgroundMode(&facts[i], value, entry.Scope)
				}
			}
		}
	},
}

// backgroundMode compares one mode with the requests for its scope.
func (p *Pass) backgroundMode(facts *platform.BackgroundModes, value, scope string) {
	if !p.Project.Manifest.Valid() || p.computed(facts.Field) {
		return
	}
	_, list := p.Project.EffectiveField(facts.Field)
	entries := named(list, value)
	uses := p.usesInBackground(scope)
	switch {
	case len(entries) == 0:
		once := p.onceEach(facts.Field)
		for _, r := range uses {
			if f := once.at(r, scope); f != nil {
				p.modeMissing(f, r, facts, value)
			}
		}
	case len(entries) > 0 && len(uses) == 0 && p.readsAll() && !p.mentionsScope(scope):
		p.modeUnused(entries[0], facts.Field, scope)
	}
}

// named returns the strings of a list that are the given one.
func named(list *manifest.Node, value string) []*manifest.Node {
	return slices.DeleteFunc(list.StringNodes(), func(n *manifest.Node) bool { return n.Text != value })
}

// usesInBackground returns the requests for a scope in code, calls of the
// interface before questions for the scope. Of a dependency only calls count.
func (p *Pass) usesInBackground(scope string) []*project.Request {
	var calls, asks []*project.Request
	for _, r := range p.reachableFirst() {
		switch {
		case r.Scope != scope || r.Form == project.ManifestForm || r.Origin == project.Generated:
		case r.Capability.Kind == platform.API:
			calls = append(calls, r)
		case r.Origin == project.Own:
			asks = append(asks, r)
		}
	}
	return append(calls, asks...)
}

// mentionsScope reports whether some script names the scope or one of its
// interfaces in a way that made no request.
func (p *Pass) mentionsScope(scope string) bool {
	return slices.ContainsFunc(p.Project.Platform.ScopeWords(scope), func(word string) bool { return p.Project.Mentions[word] })
}

func (p *Pass) modeMissing(f *Finding, r *project.Request, facts *platform.BackgroundModes, value string) {
	used := T("`%s` is called", "调用了 `%s`", shown(r.Capability))
	switch {
	case r.Capability.Kind == platform.Scope:
		used = T("`%s` is asked for", "申请了 `%s`", r.Scope)
	case r.Origin != project.Own:
		used = T("package `%s` calls `%s`", "依赖包 `%s` 调用了 `%s`", r.Package, r.Capability.Name)
	}
	f.Message = T("%s, but `%s` in %s does not list `%s`", "%s，但 `%[2]s`（%[3]s）未声明 `%[4]s`", used, facts.Field, p.layerOf(facts.Field), value)
	f.Why = Text{En: "Locating in the background needs this mode as well as the scope.", Zh: "后台定位除了授权，还必须声明这个后台模式。"}
	f.Help = T("add \"%[1]s\" to `%[2]s` (a release version with it is reviewed); if the location is needed only while the program is open, use `wx.startLocationUpdate`",
		"在 `%[2]s` 中加入 \"%[1]s\"（正式版发布时需审核）；只在小程序打开时需要位置的，改用 `wx.startLocationUpdate`", value, facts.Field)
	if len(named(p.Project.Manifest.Root.Get(facts.Misspelling), value)) > 0 {
		f.Severity, f.Confidence = Warning, Medium
		f.Help = T("it stands under `%[1]s`; rename that to `%[2]s`: no page of the platform says that the other spelling works",
			"它写在了 `%[1]s` 下，请改名为 `%[2]s`：官方文档没有说明前一种拼写有效", facts.Misspelling, facts.Field)
	}
	f.Citations = []Citation{{"wechat-app-json", ""}, {"wechat-authorize", ""}}
	p.Report(f)
}

func (p *Pass) modeUnused(entry *manifest.Node, field, scope string) {
	info, _ := p.Project.Platform.ScopeByName(scope)
	f := onValue(p.document(field), entry)
	f.Scope = scope
	f.Message = T("`%[1]s` lists `%[2]s`, but nothing in the program calls %[3]s", "`%[1]s` 声明了 `%[2]s`，但小程序中没有调用 %[3]s", field, entry.Text, Both(quote(info.APIs), quoteZh(info.APIs)))
	f.Why = Text{En: "The entry asks for location in the background: a release version with it is reviewed for a use that does not exist.", Zh: "这项声明意味着要在后台获取位置，正式版会因此接受审核，而程序并没有对应功能。"}
	f.Help = Text{En: "remove the entry; locating while the program is open does not need it", Zh: "删除该项；只在小程序打开时定位不需要它"}
	f.Citations = []Citation{{"wechat-app-json", ""}}
	p.Report(f)
}
