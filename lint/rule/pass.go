package rule

import (
	"slices"
	"unicode/utf8"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// Pass is one rule at work on one project. A rule reads it and reports; it does
// no I/O and keeps nothing.
type Pass struct {
	Project    *project.Project
	Config     *config.Config
	Categories []*categories.Category
	Allowance  *categories.Allowance

	lock     *Lock // nil unless the project is compared with a lock file
	rule     *Rule
	findings *[]*Finding
}

// Run applies every rule that is on for the project and returns the findings
// in no particular order.
func Run(p *project.Project, cfg *config.Config) []*Finding { return RunAgainst(p, cfg, nil) }

// RunAgainst is Run with the lock file that the project is compared with, or
// nil.
func RunAgainst(p *project.Project, cfg *config.Config, against *Lock) []*Finding {
	var findings []*Finding
	pass := Pass{
		Project: p, Config: cfg, Categories: cfg.Categories,
		Allowance: categories.NewAllowance(cfg.Categories, cfg.Services),
		lock:      against,
		findings:  &findings,
	}
	for _, r := range All() {
		if r.Check != nil && r.On(p.Platform.ID) && r.In(cfg.Rulebook) && cfg.Rules[r.ID] != string(Off) {
			pass.rule = r
			r.Check(&pass)
		}
	}
	return findings
}

// Report adds a finding, filling in what follows from the rule, the project
// and the config.
func (p *Pass) Report(f *Finding) {
	f.Rule = p.rule.ID
	if f.Severity == "" {
		f.Severity = p.rule.Severity
	}
	p.explainUnreachable(f, f.Severity)
	f.Severity = p.weigh(f, f.Severity)
	if f.Confidence == "" {
		f.Confidence = High
	}
	if f.Origin == "" {
		f.Origin = string(project.Own)
	}
	f.Project, f.Platform = p.Project.Root, p.Project.Platform.ID
	*p.findings = append(*p.findings, f)
}

// weigh is the severity of a finding: that of the config, else the given one,
// one level lower where no page reaches the place. A lock file lists code that
// no page reaches too, so that a change of it has to fail.
func (p *Pass) weigh(f *Finding, s Severity) Severity {
	switch set := p.Config.Rules[p.rule.ID]; {
	case set != "":
		return Severity(set)
	case f.Unreachable && p.rule.ID != LockDrift:
		return s.lower()
	}
	return s
}

// explainUnreachable says why a finding that would have the given severity
// weighs less.
func (p *Pass) explainUnreachable(f *Finding, s Severity) {
	switch {
	case !f.Unreachable:
	case p.weigh(f, s) == s || p.Config.Rules[p.rule.ID] != "":
		f.Why.En += " No page, component or script of the project reaches this code."
		f.Why.Zh += "项目中没有页面、组件或脚本用到这段代码。"
	default:
		f.Why.En += " No page, component or script of the project reaches this code, so it weighs one level less."
		f.Why.Zh += "项目中没有页面、组件或脚本用到这段代码，因此降低一级。"
	}
}

// at returns a finding at a request, with what the request says of itself.
func at(r *project.Request) *Finding {
	f := &Finding{
		File: r.File, Range: r.Range, Pointer: r.Pointer,
		Capability: r.Capability.Name, Scope: r.Scope, Request: r.Capability.Request,
		DataTypes: r.DataTypes, Origin: string(r.Origin), Unreachable: !r.Reachable, Link: r.Capability.DocsURL,
	}
	if r.Computed {
		f.Confidence = Medium
	}
	return f
}

// reachableFirst returns the requests with those that no page reaches behind
// the others, so that a finding that stands for several takes a reachable one.
func (p *Pass) reachableFirst() []*project.Request {
	list := slices.Clone(p.Project.Requests)
	slices.SortStableFunc(list, func(a, b *project.Request) int {
		switch {
		case a.Reachable == b.Reachable:
			return 0
		case a.Reachable:
			return -1
		}
		return 1
	})
	return list
}

// onManifest returns a finding at a node of a document: at its key where it has
// one, else at its value.
func onManifest(d *manifest.Document, n *manifest.Node) *Finding {
	f := &Finding{File: d.File, Range: n.Range, Pointer: n.Pointer}
	if n.KeyRange != (source.Range{}) {
		f.Range = n.KeyRange
	}
	return f
}

// onValue is onManifest at the value.
func onValue(d *manifest.Document, n *manifest.Node) *Finding {
	return &Finding{File: d.File, Range: n.Range, Pointer: n.Pointer}
}

// onProject returns a finding about the project as a whole: at the first
// character of its manifest.
func (p *Pass) onProject() *Finding {
	file := p.Project.Manifest.File
	start := source.SkipBOM(file.Data)
	if root := p.Project.Manifest.Root; root != nil {
		start = root.Range.Start
	}
	return &Finding{File: file, Range: character(file.Data, start), Whole: true}
}

// character is the range of the character that begins at a byte offset, empty
// at the end of the data.
func character(data []byte, start int) source.Range {
	start = min(start, len(data))
	_, n := utf8.DecodeRune(data[start:])
	return source.Range{Start: start, End: start + n}
}

// permissions visits the members of "permission" in the main manifest; of a
// key that stands twice only the last one counts.
func (p *Pass) permissions(visit func(*manifest.Node)) {
	_, n := p.Project.EffectiveField("permission")
	if n == nil || n.Kind != manifest.Object {
		return
	}
	for _, m := range n.Children {
		if n.Get(m.Key) == m {
			visit(m)
		}
	}
}

// privateInfoList returns requiredPrivateInfos, or nil where it is no array.
func (p *Pass) privateInfoList() *manifest.Node {
	if _, n := p.Project.EffectiveField("requiredPrivateInfos"); n != nil && n.Kind == manifest.Array {
		return n
	}
	return nil
}

// privateInfos returns the elements of requiredPrivateInfos.
func (p *Pass) privateInfos() []*manifest.Node {
	if n := p.privateInfoList(); n != nil {
		return n.Children
	}
	return nil
}

// document returns the document that a permission field stands in.
func (p *Pass) document(field string) *manifest.Document {
	doc, _ := p.Project.EffectiveField(field)
	return doc
}

// citeManifest names the platform's page on its manifest as the source.
func (p *Pass) citeManifest(f *Finding) {
	id := "wechat-app-json"
	switch {
	case p.Project.Platform.ID == "alipay":
		id = "alipay-app-json"
	case p.Project.Surface == platform.MiniGame:
		id = "wechat-game-json"
	}
	f.Citations = []Citation{{id, ""}}
}

// extDocument is the project's ext.json, by which a third-party platform
// fills a template, or nil.
func (p *Pass) extDocument() *manifest.Document {
	for _, l := range p.Project.Layers {
		if l.Role == project.OverrideLayer {
			return l.Doc
		}
	}
	return nil
}

// layerOf is what a developer calls the file or node that decides a permission
// field.
func (p *Pass) layerOf(field string) string {
	doc := p.document(field)
	for _, l := range p.Project.Layers {
		if l.Doc == doc {
			return l.Name
		}
	}
	return p.Project.ManifestName
}

// manifestName is the base name of the main manifest that the platform reads.
func (p *Pass) manifestName() string {
	switch p.Project.Surface {
	case platform.MiniGame:
		return "game.json"
	case platform.Plugin:
		return "plugin.json"
	}
	return "app.json"
}

// computed reports whether code that was not run may add to a field of the
// manifest.
func (p *Pass) computed(field string) bool {
	return p.Project.Manifest.Partial || hasNull(p.Project.Manifest.Root.Get(field))
}

func hasNull(n *manifest.Node) bool {
	return n != nil && (n.Kind == manifest.Null || slices.ContainsFunc(n.Children, hasNull))
}

// readsAll reports whether every own file that could use an interface was
// read, so that something can be called unused.
func (p *Pass) readsAll() bool {
	if p.Project.Framework != "native" {
		return false // what it takes from node_modules is not read
	}
	for _, u := range p.Project.Unresolved {
		switch u.What {
		case "missing-pages", "template-language", "computed-name", "other-object", "object-passed", "dynamic-open-type", "open-type-option", "unresolved-scope":
			return false
		}
	}
	for _, s := range p.Project.Skipped {
		if s.Reason == "unreadable" || s.Reason == "too-large" {
			return false
		}
	}
	return p.Project.Manifest.Valid()
}
