package rule

import "github.com/mplint/mplint/lint/project"

var locationTooPrecise = &Rule{
	ID:        "location-too-precise",
	Severity:  Warning,
	Platforms: []string{"alipay"},
	Title:     Text{En: "the location with street number or points of interest", Zh: "定位时获取门牌号或周边 POI"},
	Sources:   []string{"alipay-get-location", "alipay-compliance", "pipl"},
	Check: func(p *Pass) {
		for _, r := range p.Project.Requests {
			// A framework's call reaches the platform with options that the
			// framework chose: mpx always asks for type 0.
			if r.Origin == project.Own && r.Form != project.FrameworkNamespace && r.Capability.Name == "my.getLocation#type-2-3" {
				p.tooPrecise(r)
			}
		}
	},
}

func (p *Pass) tooPrecise(r *project.Request) {
	f := at(r)
	f.Message = T("`my.getLocation` is called with `%s: %s`", "调用 `my.getLocation` 时使用了 `%s: %s`", r.Capability.Match.Option, r.Value)
	f.Why = Text{
		En: "Type 2 gives the street number and type 3 the points of interest around it; Alipay's documentation recommends neither because they are too precise. Collection must be limited to what the purpose needs (PIPL article 6).",
		Zh: "2 会返回街道门牌号，3 还会返回周边 POI；支付宝文档以精度过高为由不推荐使用。收集个人信息应当限于实现处理目的的最小范围（《个人信息保护法》第六条）。",
	}
	f.Help = Text{En: "use `type: 1` where the district is enough, `type: 0` for the coordinates alone", Zh: "只需行政区划时用 `type: 1`，只需经纬度时用 `type: 0`"}
	f.Citations = []Citation{{"alipay-get-location", ""}, {"pipl", "6"}}
	p.Report(f)
}
