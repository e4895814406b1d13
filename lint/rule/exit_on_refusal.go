package rule

import "github.com/mplint/mplint/lint/project"

var exitOnRefusal = &Rule{
	ID:       "exit-on-refusal",
	Severity: Error,
	Title:    Text{En: "a refusal leaves the program or leads to login", Zh: "用户拒绝后退出小程序或跳转登录"},
	Sources:  []string{"cac-2021", "taf-180-2023", "wechat-operation-rules", "alipay-compliance"},
	Check: func(p *Pass) {
		p.eachRefusable(func(r *project.Request) {
			var worst *Finding
			for i := range r.Refusal.Calls {
				c := &r.Refusal.Calls[i]
				if c.Branch.Outcome != "fail" || c.Chosen || !leaves(c) {
					continue
				}
				if f := p.left(r, c); worst == nil || f.Severity.Weight() > worst.Severity.Weight() {
					worst = f
				}
			}
			if worst != nil {
				p.Report(worst)
			}
		})
	},
}

// leaves reports whether a call ends the program or puts a login page in its
// place. A page opened on top of another can be left again.
func leaves(c *project.Call) bool {
	switch c.Member {
	case "exitMiniProgram", "navigateBackMiniProgram":
		return true
	case "reLaunch", "redirectTo":
		return isLoginPage(c.Argument)
	}
	return false
}

func (p *Pass) left(r *project.Request, c *project.Call) *Finding {
	f := onRefusal(r, c)
	f.Message = T("a refusal of `%s` leaves the program", "用户拒绝 `%s` 后，小程序直接退出", shown(r.Capability))
	if c.Argument != "" && c.Member != "exitMiniProgram" && c.Member != "navigateBackMiniProgram" {
		f.Message = T("a refusal of `%s` leads to the login page %s", "用户拒绝 `%s` 后被带到登录页 %s", shown(r.Capability), c.Argument)
	}
	f.Why = Text{
		En: "T/TAF 180 names it as a violation (5.2).",
		Zh: "T/TAF 180 将其列为违规（5.2）。",
	}
	f.Help = Text{
		En: "stay on the page after a refusal and offer what works without the data: a default city, a field to type into, browsing without login",
		Zh: "用户拒绝后留在当前页，提供不依赖该信息的做法：默认城市、手动输入、免登录浏览",
	}
	f.Citations = []Citation{{"taf-180-2023", "5.2"}}
	p.citeRefusal(f)
	p.mayRefuse(f, r)
	return f
}
