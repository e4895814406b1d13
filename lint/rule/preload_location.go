package rule

import (
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var preloadLocation = &Rule{
	ID:        "preload-location",
	Severity:  Warning,
	Platforms: []string{"alipay"},
	Title:     Text{En: "the location is taken when the program opens", Zh: "小程序一打开就预先获取位置"},
	Sources:   []string{"alipay-preload", "alipay-compliance"},
	Check: func(p *Pass) {
		for _, facts := range p.Project.Platform.Manifest().Preload {
			for _, r := range p.Project.Requests {
				if r.Form == project.ManifestForm && path.Base(r.File.Path) == facts.File && slices.Contains(facts.APIs, r.Capability.Match.Where[facts.APIPath]) {
					p.preloaded(r, &facts)
				}
			}
		}
	},
}

func (p *Pass) preloaded(r *project.Request, facts *platform.Preload) {
	f := at(r)
	f.Range = p.valueIn(r, facts.APIPath)
	f.Message = T("%[2]s takes the location (`%[1]s`) when the user opens the program", "%[2]s 会在用户打开小程序时就获取位置（`%[1]s`）", r.Capability.Match.Where[facts.APIPath], facts.File)
	f.Why = Text{
		En: "The client asks before any page has shown what the location is for; Alipay wants permissions asked for as they are needed.",
		Zh: "此时还没有任何页面说明位置的用途；支付宝要求“按需申请，最小化申请”。",
	}
	f.Help = Text{En: "remove the entry and call `my.getLocation` when the user comes to the feature", Zh: "删除该项，等用户用到相应功能时再调用 `my.getLocation`"}
	f.Citations = []Citation{{"alipay-preload", ""}, {"alipay-compliance", ""}}
	p.Report(f)
}

// valueIn returns the place of a value, by dotted path, in the manifest entry
// of a request; without it the place of the entry.
func (p *Pass) valueIn(r *project.Request, dotted string) source.Range {
	for _, d := range p.Project.Documents {
		if d.File == r.File {
			if n := d.Lookup(r.Pointer).At(strings.Split(dotted, ".")...); n != nil {
				return n.Range
			}
		}
	}
	return r.Range
}
