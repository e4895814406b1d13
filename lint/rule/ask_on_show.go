package rule

import "github.com/mplint/mplint/lint/project"

var askOnShow = &Rule{
	ID:       "ask-on-show",
	Severity: Warning,
	Title:    Text{En: "a permission asked for each time a page is shown", Zh: "页面每次显示都申请授权"},
	Sources:  []string{"wechat-operation-rules", "alipay-compliance", "taf-180-2023"},
	Check: func(p *Pass) {
		p.prompts(func(r *project.Request) {
			if isMemberLogin(r) || p.firstWay(r, onLaunch) != nil {
				return // the other rules say more of it
			}
			if t := p.firstWay(r, onShow); t != nil {
				p.askedOnShow(r, t)
			}
		})
	},
}

// onShow reports whether a trigger is the onShow of a page.
func onShow(t *project.Trigger) bool { return t.Kind == project.PageShow }

func (p *Pass) askedOnShow(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("`%[1]s` brings up a dialog %[3]s: %[2]s", "%[3]s都会通过 `%[1]s` 申请%[2]s", shown(r.Capability), p.wanted(r), moment(t))
	p.citeEarly(f)
	f.Why.En += " `onShow` runs again after every return to the page, so the user may be asked again and again."
	f.Why.Zh += "`onShow` 在每次返回页面时都会再次执行，用户可能被反复询问。"
	f.Help = earlyHelp
	f.caused(t)
	p.Report(f)
}
