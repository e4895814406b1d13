package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var refusalUnhandled = &Rule{
	ID:       "refusal-unhandled",
	Severity: Info,
	Title:    Text{En: "a prompt with no branch for a refusal", Zh: "授权申请没有处理用户拒绝的分支"},
	Sources:  []string{"cac-2021", "wechat-operation-rules", "alipay-compliance"},
	Check: func(p *Pass) {
		p.eachRefusable(func(r *project.Request) {
			switch {
			case r.Refusal.NoOther:
				p.onlyButton(r)
			case r.Refusal.Known && !r.Refusal.Handled && answersTheCall(r):
				p.unhandled(r)
			}
		})
	},
}

// answersTheCall reports whether a refusal comes back to the request itself:
// not for listeners, factories and methods of other objects, whose refusal is
// an event, nor for what Alipay's button has asked for before.
func answersTheCall(r *project.Request) bool {
	m := &r.Capability.Match
	switch {
	case r.Capability.Kind == platform.OpenType:
		return true
	case r.Capability.Kind == platform.Scope:
		return r.Form == project.StringScope
	case slices.Contains([]string{"authorize", "requirePrivacyAuthorize", "getPhoneNumber", "getOpenUserInfo", "getAuthUserInfo"}, m.Member):
		return false
	}
	for _, prefix := range []string{"on", "create", "init", "stop", "setEnable"} {
		if strings.HasPrefix(m.Member, prefix) {
			return false
		}
	}
	return m.Object != "" && !strings.HasSuffix(m.Member, "Manager")
}

func (p *Pass) unhandled(r *project.Request) {
	f := at(r)
	f.Message = T("`%s` has no branch for a refusal", "`%s` 没有处理用户拒绝的情况", shown(r.Capability))
	f.Why = Text{
		En: "The dialog lets the user refuse. Without `fail` or `catch` nothing tells the user how to go on.",
		Zh: "弹窗允许用户拒绝。没有 `fail` 或 `catch`，用户拒绝后页面没有任何反应。",
	}
	f.Help = Text{
		En: "add a `fail` callback or a `.catch` that offers another way: typing it in, a default, or the settings page on the user's choice",
		Zh: "补上 `fail` 回调或 `.catch`，给出替代做法：手动填写、使用默认值，或由用户选择前往设置页",
	}
	p.citeRefusal(f)
	p.mayRefuse(f, r)
	p.Report(f)
}

func (p *Pass) onlyButton(r *project.Request) {
	f := at(r)
	f.Message = T("the dialog has no button but `%s`: the user cannot refuse", "弹窗只有 `%s` 一个按钮，用户无法拒绝", shown(r.Capability))
	f.Why = Text{
		En: "A dialog that can only be agreed to keeps the user from going on without the data.",
		Zh: "只能同意的弹窗，让不愿提供信息的用户无法继续使用。",
	}
	f.Help = Text{
		En: "give the dialog a button to cancel, `show-cancel-button`, and let the program go on behind it",
		Zh: "为弹窗加上取消按钮（`show-cancel-button`），取消后照常继续使用",
	}
	p.citeRefusal(f)
	p.mayRefuse(f, r)
	p.Report(f)
}
