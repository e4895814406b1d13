package rule

import "github.com/mplint/mplint/lint/project"

var phoneGateOnEntry = &Rule{
	ID:       "phone-gate-on-entry",
	Severity: Error,
	Title:    Text{"an entrance that only the phone number opens", "不授权手机号就进不了小程序"},
	Sources:  []string{"wechat-phone-2023", "wechat-operation-rules", "alipay-compliance", "cac-2021"},
	Check: func(p *Pass) {
		for i := range p.Project.PhoneGates {
			p.phoneGate(&p.Project.PhoneGates[i])
		}
	},
}

func (p *Pass) phoneGate(g *project.PhoneGate) {
	f := at(g.Button)
	where := Text{"the entry page", "首页"}
	if !g.Entry {
		where = T("`%s`, where the program sends the user on opening,", "小程序打开后跳转到的 `%s`", g.Page)
		f.Confidence = Medium
	}
	f.Message = T("%s offers no way on but `%s`", "%s只有 `%s` 一个出口", where, shown(g.Button.Capability))
	f.Why = p.whyGate()
	f.Help = Text{
		"let the user look around first and ask for the number where an order or a booking needs it; offer a visible way on without it",
		"先让用户浏览，到下单、预约等需要手机号的环节再申请；页面上给出“暂不登录”一类可见的出口",
	}
	f.Citations = []Citation{{"wechat-phone-2023", ""}, {"wechat-operation-rules", "15.1.3"}}
	if p.Project.Platform.ID == "alipay" {
		f.Citations = []Citation{{"alipay-compliance", ""}}
	}
	p.mayRefuse(f, g.Button)
	if len(g.From) > 0 {
		f.caused(&g.From[0])
	}
	p.Report(f)
}

func (p *Pass) whyGate() Text {
	why := Text{
		"WeChat's notice on phone numbers forbids making the number a condition of browsing (2023-08), and its operation rules forbid demanding it as a condition of use (15.1.3).",
		"微信《关于小程序收集用户手机号行为的规范》（2023-08）要求不得以提供手机号作为浏览的前提；运营规范 15.1.3 也禁止强制要求提供。",
	}
	if p.Project.Platform.ID == "alipay" {
		why = Text{
			"Alipay's compliance requirements ask that the program can be used without authorization.",
			"支付宝合规要求：用户不授权时，小程序内容仍应可用。",
		}
	}
	return why
}
