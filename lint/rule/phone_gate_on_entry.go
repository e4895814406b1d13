package rule

import "github.com/mplint/mplint/lint/project"

var phoneGateOnEntry = &Rule{
	ID:       "phone-gate-on-entry",
	Severity: Error,
	Title:    Text{En: "an entrance that only the phone number opens", Zh: "不授权手机号就进不了小程序"},
	Sources:  []string{"wechat-phone-2023", "wechat-operation-rules", "alipay-compliance", "cac-2021"},
	Check: func(p *Pass) {
		for i := range p.Project.PhoneGates {
			p.phoneGate(&p.Project.PhoneGates[i])
		}
	},
}

func (p *Pass) phoneGate(g *project.PhoneGate) {
	f := at(g.Button)
	where := Text{En: "the entry page", Zh: "首页"}
	if !g.Entry {
		where = T("`%s`, where the program sends the user on opening,", "小程序打开后跳转到的 `%s`", g.Page)
		f.Confidence = Medium
	}
	f.Message = T("%s offers no way on but `%s`", "%s只有 `%s` 一个出口", where, shown(g.Button.Capability))
	if p.Project.Platform.ID == "wechat" {
		f.Why = Text{
			En: "WeChat's notice on phone numbers forbids making the number a condition of browsing (2023-08).",
			Zh: "微信《关于小程序收集用户手机号行为的规范》（2023-08）要求不得以提供手机号作为浏览的前提。",
		}
		f.Citations = []Citation{{"wechat-phone-2023", ""}}
		p.citeOperator(f, "no-condition-of-use")
	} else {
		p.citeRefusal(f)
	}
	f.Help = Text{
		En: "let the user look around first and ask for the number where an order or a booking needs it; offer a visible way on without it",
		Zh: "先让用户浏览，到下单、预约等需要手机号的环节再申请；页面上给出“暂不登录”一类可见的出口",
	}
	p.mayRefuse(f, g.Button)
	if len(g.From) > 0 {
		f.caused(&g.From[0])
	}
	p.Report(f)
}
