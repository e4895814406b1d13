package rule

import "github.com/mplint/mplint/lint/project"

var scopeConditional = &Rule{
	ID:       "scope-conditional",
	Severity: Warning,
	Title:    Text{En: "data that is necessary only for a service the config does not name", Zh: "仅在特定服务下才属必要的数据，而配置未声明该服务"},
	Sources:  []string{"cac-2021"},
	Check: func(p *Pass) {
		p.judged(func(r *project.Request, _ Severity) {
			v := Judge(r, p.Allowance, p.Config, p.Project.Root)
			if len(v.Beyond) == 0 && len(v.Conditional) > 0 {
				p.conditional(r, &v)
			}
		})
	},
}

func (p *Pass) conditional(r *project.Request, v *Verdict) {
	f := at(r)
	f.DataTypes = v.Conditional
	f.Message = T("`%s` %s %s, which category %d lists under a condition: %s", "`%s` %s%s，第 %d 类仅在下列条件下列为必要：%s",
		shown(r.Capability), verb(f.Request), dataTypeNames(v.Conditional), v.Category.Number, Both(lowerFirst(v.Item.ConditionEn), v.Item.ConditionZh))
	f.Why = T("Article 5, item %d lists it under that condition only: %s.", "第五条第（%d）项只在该条件下列出：%s。", v.Category.Number, Both(v.Item.En, v.Item.Zh))
	f.Help = T("add %q to \"services\" in .mplint.json if the program offers that service; if not, make the request optional and ask on use",
		"提供该服务的，在 .mplint.json 的 \"services\" 中加入 %q；不提供的，把该申请改成可选并在使用时再申请", v.Item.Service)
	p.cite(f)
	p.Report(f)
}
