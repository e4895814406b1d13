package rule

import "github.com/mplint/mplint/lint/project"

var authUserOnLaunch = &Rule{
	ID:        "auth-user-on-launch",
	Severity:  Error,
	Platforms: []string{"alipay"},
	Title:     Text{En: "the member profile asked for in a life-cycle function", Zh: "在生命周期函数中申请会员信息授权"},
	Sources:   []string{"alipay-auth-code", "alipay-compliance", "cac-2021"},
	Check: func(p *Pass) {
		for _, r := range p.Project.Requests {
			if r.Origin != project.Own || !isMemberLogin(r) {
				continue
			}
			if t := p.firstWay(r, inHook); t != nil {
				p.memberLogin(r, t)
			}
		}
	},
}

// isMemberLogin reports whether a request is my.getAuthCode with auth_user.
func isMemberLogin(r *project.Request) bool { return r.Capability.Name == "my.getAuthCode#auth_user" }

func (p *Pass) memberLogin(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("`my.getAuthCode` asks for `auth_user` %s", "%s就通过 `my.getAuthCode` 申请 `auth_user` 授权", moment(t))
	f.Why = Text{
		En: "`auth_user` opens the panel with every member field that was granted in the console. Alipay's documentation says not to call it on the first screen, nor in a hook that runs again such as onShow, and names a penalty.",
		Zh: "`auth_user` 会弹出授权面板，一次申请后台已开通的全部会员信息字段。支付宝文档要求不要在首屏、也不要在 onShow 等会重复触发的生命周期中调用，否则有违规处罚风险。",
	}
	f.Help = Text{
		En: "log in silently with `scopes: 'auth_base'`; ask for `auth_user` in the tap handler of the feature that shows the profile, and go on when the user refuses",
		Zh: "静默登录用 `scopes: 'auth_base'`；`auth_user` 放到用户点击需要资料的功能时再申请，用户拒绝后照常继续",
	}
	f.Citations = []Citation{{"alipay-auth-code", ""}, {"alipay-compliance", ""}}
	p.mayRefuse(f, r)
	f.caused(t)
	p.Report(f)
}
