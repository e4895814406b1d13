package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/project"
)

var consentHookDuplicate = &Rule{
	ID:        "consent-hook-duplicate",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "the consent listener registered in several places", Zh: "隐私授权监听在多处注册"},
	Sources:   []string{"wechat-privacy-authorize"},
	Check: func(p *Pass) {
		places := p.consentPlaces()
		if len(places) < 2 || !slices.ContainsFunc(places, func(h *project.ConsentHook) bool { return !renewed(h) }) {
			return
		}
		own := 0
		for _, h := range places {
			if h.Origin == project.Own {
				own++
			}
		}
		first := true
		for _, h := range places {
			if h.Origin != project.Own {
				continue
			}
			if !first || own == 1 {
				p.duplicateHook(h, places)
			}
			first = false
		}
	},
}

// consentPlaces returns the registrations that can come to run, one for each file, the
// program's own entry first.
func (p *Pass) consentPlaces() []*project.ConsentHook {
	var places []*project.ConsentHook
	for _, h := range p.Project.ConsentHooks {
		known := slices.ContainsFunc(places, func(o *project.ConsentHook) bool {
			return o.File.Path == h.File.Path || h.Origin == project.Dependency && o.Package == h.Package && o.Origin == h.Origin
		})
		if h.Reachable && !h.Unnamed && !known && (h.Origin == project.Own || h.Origin == project.Dependency) {
			places = append(places, h)
		}
	}
	slices.SortStableFunc(places, func(a, b *project.ConsentHook) int { return rank(a) - rank(b) })
	return places
}

// rank orders what runs when the program opens before everything else.
func rank(h *project.ConsentHook) int {
	for _, t := range h.Triggers {
		if t.Kind == project.AppLaunch || t.Kind == project.AppShow {
			return 0
		}
	}
	return 1
}

// renewed reports whether a registration is made anew whenever its page comes
// to the front, so that the page on the screen always has the last word.
func renewed(h *project.ConsentHook) bool {
	return len(h.Triggers) > 0 && !slices.ContainsFunc(h.Triggers, func(t project.Trigger) bool {
		switch t.Hook.Name {
		case "onShow", "show", "useDidShow", "componentDidShow", "onPageShow":
			return t.Kind == project.AppShow
		}
		return true
	})
}

func (p *Pass) duplicateHook(h *project.ConsentHook, places []*project.ConsentHook) {
	f := at(h.Request)
	f.Message = T("`%s` is registered in %d places; only the last registration counts", "`%s` 在 %d 处注册，只有最后一次注册有效", h.Capability.Name, len(places))
	f.Why = Text{
		En: "A program has one consent listener: registering again replaces the one before. The dialog then opens on a page that is not on the screen, or not at all, and the interface that asked hangs.",
		Zh: "一个小程序只有一个隐私授权监听，再次注册会覆盖前一次。弹窗可能出现在并非当前的页面上，甚至不出现，触发授权的接口就会一直挂起。",
	}
	f.Help = Text{
		En: "register once, in app.js or in one module, and let the page on the screen take over `resolve` through a shared handler",
		Zh: "只在 app.js 或一个公共模块中注册一次，由当前页面通过共享的处理函数接手 `resolve`",
	}
	f.Citations = []Citation{{"wechat-privacy-authorize", ""}}
	for _, other := range places {
		if other != h {
			f.Related = append(f.Related, Related{other.File, other.Range, Text{En: "also registered here", Zh: "这里也注册了"}})
		}
	}
	p.Report(f)
}
