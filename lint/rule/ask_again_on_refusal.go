package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/project"
)

var askAgainOnRefusal = &Rule{
	ID:       "ask-again-on-refusal",
	Severity: Error,
	Title:    Text{En: "a refusal leads to the same request again", Zh: "用户拒绝后再次申请同一权限"},
	Sources:  []string{"violations-2019", "taf-180-2023", "alipay-compliance"},
	Check: func(p *Pass) {
		p.eachRefusable(func(r *project.Request) {
			var worst *Finding
			for i := range r.Refusal.Calls {
				f := p.askedAgain(r, &r.Refusal.Calls[i])
				if f != nil && (worst == nil || f.Severity.Weight() > worst.Severity.Weight()) {
					worst = f
				}
			}
			if worst != nil {
				p.Report(worst)
			}
		})
	},
}

// askedAgain judges one call that a refusal leads to. Certain is only what the
// user cannot get out of: the request itself, or a dialog without a cancel
// button on the way to the settings page.
func (p *Pass) askedAgain(r *project.Request, c *project.Call) *Finding {
	if c.Branch.Outcome != "fail" {
		return nil
	}
	settings := through(c, "openSetting")
	var f *Finding
	switch {
	case p.sameRequest(r, c) && !c.Chosen:
		f = onRefusal(r, c)
		f.Message = T("a refusal of `%s` leads to the same request again", "用户拒绝 `%s` 后，代码会再次发起同一申请", shown(r.Capability))
		if settings {
			f.Message = T("a refusal of `%s` leads to the settings page and to the same request again, with no way out", "用户拒绝 `%s` 后被带到设置页并再次申请，没有退路", shown(r.Capability))
		}
	case p.sameRequest(r, c) && settings && !c.Tested:
		f = onRefusal(r, c)
		f.Severity = Info
		f.Message = T("after the settings page `%s` is asked for again without a look at `authSetting`", "从设置页返回后不看 `authSetting` 就再次申请 `%s`", shown(r.Capability))
	case c.Member == "openSetting" && !c.Chosen:
		f = p.sentToSettings(r, c)
	default:
		return nil
	}
	f.Why = Text{
		En: "Where a user has clearly refused and is asked again and again, the method of 2019 (part 3, item 2) names this as collecting without the user's consent; the mini-program standard T/TAF 180 names the pop-up loop on refusal (5.3).",
		Zh: "用户明确表示不同意后仍频繁征求同意，可被认定为“未经用户同意收集使用个人信息”（《认定方法》第三部分第 2 项）；T/TAF 180 把拒绝后循环弹窗列为违规（5.3）。",
	}
	f.Help = Text{
		En: "let the refusal stand: show a hint, or a dialog whose cancel button does nothing and whose confirm button opens the settings page once; ask again only when the user starts the feature again",
		Zh: "尊重这次拒绝：给出提示，或弹出可取消的对话框，点确定才打开一次设置页；等用户再次使用该功能时再申请",
	}
	f.Citations = []Citation{{"violations-2019", "3(2)"}, {"taf-180-2023", "5.3"}}
	if p.Project.Platform.ID == "alipay" {
		p.citeOperator(f, "no-forced-repeat")
	}
	return f
}

// sentToSettings is for the settings page that a refusal opens without the
// user's choice: behind a dialog that cannot be cancelled, or by itself.
func (p *Pass) sentToSettings(r *project.Request, c *project.Call) *Finding {
	f := onRefusal(r, c)
	f.Severity = Info
	f.Message = T("a refusal of `%s` opens the settings page without the user's choice", "用户拒绝 `%s` 后，未经用户选择就打开设置页", shown(r.Capability))
	if through(c, "showModal") {
		if !c.Tested && c.Sure {
			f.Severity = Warning
		}
		f.Message = T("a refusal of `%s` leads to the settings page through a dialog without a way out", "用户拒绝 `%s` 后弹出的对话框没有退路，只能去设置页", shown(r.Capability))
	}
	return f
}

// through reports whether a call follows from another one of that name.
func through(c *project.Call, member string) bool {
	return slices.ContainsFunc(c.Via, func(b project.Branch) bool { return b.Member == member })
}
