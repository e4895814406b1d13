package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var collectAfterRefusal = &Rule{
	ID:       "collect-after-refusal",
	Severity: Error,
	Title:    Text{En: "collection goes on after a refusal", Zh: "用户拒绝后仍继续收集"},
	Sources:  []string{"violations-2019", "pipl"},
	Check: func(p *Pass) {
		p.eachRefusable(func(r *project.Request) {
			for i := range r.Refusal.Calls {
				c := &r.Refusal.Calls[i]
				if c.Branch.Outcome == "fail" || c.Chosen || c.Tested || !c.Sure || !p.collects(r, c) {
					continue
				}
				p.collectedAfter(r, c)
				return
			}
		})
	},
}

// collects reports whether a call that runs although a request was refused
// takes what was refused: the same data, or, where the user would not say who
// they are, the account.
func (p *Pass) collects(r *project.Request, c *project.Call) bool {
	if c.At.File.Path == r.File.Path && c.At.Range.Start == r.Range.Start {
		return false // a loop: ask-again-on-refusal
	}
	if p.sameRequest(r, c) {
		return true
	}
	if c.Member == "login" || c.Member == "getAuthCode" {
		return slices.ContainsFunc(r.DataTypes, isIdentity)
	}
	return slices.ContainsFunc(p.Project.Platform.APIs(c.Member), func(a *platform.Capability) bool {
		return (a.Request == platform.Prompt || a.Request == platform.Silent) &&
			slices.ContainsFunc(a.DataTypes, func(t string) bool { return slices.Contains(r.DataTypes, t) })
	})
}

func isIdentity(dataType string) bool {
	return dataType == "nickname-avatar" || dataType == "phone-number" || dataType == "member-profile"
}

func (p *Pass) collectedAfter(r *project.Request, c *project.Call) {
	f := onRefusal(r, c)
	if !p.sameRequest(r, c) {
		f.Severity = f.Severity.lower()
	}
	f.Message = T("`%[2]s` runs although `%[1]s` may have been refused", "不论用户是否拒绝 `%[1]s`，都会继续执行 `%[2]s`", shown(r.Capability), p.Project.Platform.Object+"."+c.Member)
	f.Why = Text{
		En: "Where a user has clearly refused and the data is collected or the permission opened all the same, the method of 2019 (part 3, item 2) names this as collecting without the user's consent; consent must be voluntary and explicit (PIPL article 14).",
		Zh: "用户明确表示不同意后仍收集个人信息或打开收集权限，可被认定为“未经用户同意收集使用个人信息”（《认定方法》第三部分第 2 项）；同意应当自愿、明确作出（《个人信息保护法》第十四条）。",
	}
	f.Help = Text{
		En: "collect only in `success` or behind `await`, and leave the feature out where the user refuses",
		Zh: "只在 `success` 中或 `await` 成功之后收集；用户拒绝时跳过这项功能",
	}
	f.Citations = []Citation{{"violations-2019", "3(2)"}, {"pipl", "14"}}
	p.Report(f)
}
