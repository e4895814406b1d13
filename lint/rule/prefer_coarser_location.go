package rule

import (
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var preferCoarserLocation = &Rule{
	ID:       "prefer-coarser-location",
	Severity: Info,
	Title:    Text{En: "a precise fix where a coarser way would serve", Zh: "可以用更粗略的方式代替精确定位"},
	Sources:  []string{"pipl", "wechat-get-fuzzy-location", "wechat-choose-location", "wechat-choose-address"},
	Check: func(p *Pass) {
		if len(p.Categories) == 0 || p.Allowance.Judge("location-precise").Verdict != categories.Beyond {
			return
		}
		for _, r := range p.Project.Requests {
			if r.Origin != project.Own || r.Capability.Kind != platform.API || r.Capability.Request != platform.Prompt || !slices.Contains(r.DataTypes, "location-precise") {
				continue
			}
			f := at(r)
			f.Message = T("`%s` takes a precise fix, which is not listed for %s", "`%s` 获取精确位置，%s并未列出位置信息", r.Capability.Name, p.categoryNames())
			f.Why = Text{En: "Collection must be limited to the smallest scope that serves the purpose (PIPL article 6).", Zh: "收集个人信息应当限于实现处理目的的最小范围（《个人信息保护法》第六条）。"}
			f.Help = p.coarserWays()
			f.Citations = []Citation{{"pipl", "6"}}
			p.Report(f)
		}
	},
}

// coarserWays names the interfaces that give less than a fix in this sort of
// program.
func (p *Pass) coarserWays() Text {
	var names []string
	for _, api := range []string{"getFuzzyLocation", "chooseLocation", "chooseAddress", "getAddress", "chooseCity"} {
		for _, c := range p.Project.Platform.APIs(api) {
			if !c.Uncertain && c.On(p.Project.Surface) {
				names = append(names, c.Name)
			}
		}
	}
	return T("consider %s", "可以考虑 %s", Both(quote(names), quoteZh(names)))
}
