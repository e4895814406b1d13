package rule

import (
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var authorizeScopeMissing = &Rule{
	ID:        "authorize-scope-missing",
	Severity:  Error,
	Platforms: []string{"alipay"},
	Title:     Text{En: "a getAuthorize button without scope", Zh: "getAuthorize 按钮缺少 scope"},
	Sources:   []string{"alipay-button"},
	Check: func(p *Pass) {
		for _, b := range p.Project.AuthButtons {
			if b.ScopeAt == (source.Range{}) {
				p.scopeMissing(b)
			}
		}
	},
}

func (p *Pass) scopeMissing(b *project.AuthButton) {
	f := &Finding{File: b.File, Range: b.Range, Unreachable: !b.Reachable}
	f.Message = T("`<%s open-type=\"getAuthorize\">` has no `scope`", "`<%s open-type=\"getAuthorize\">` 没有写 `scope`", b.Element)
	f.Why = Text{
		En: "Alipay's button asks for what `scope` names; without it a tap opens no authorization panel and the handler gets no authorization.",
		Zh: "支付宝按 `scope` 决定申请哪项授权，不写则点击后不会弹出授权面板，回调也拿不到授权。",
	}
	f.Help = Text{
		En: "add `scope=\"phoneNumber\"` or `scope=\"userInfo\"`, one button for each",
		Zh: "加上 `scope=\"phoneNumber\"` 或 `scope=\"userInfo\"`，两项授权分别用各自的按钮",
	}
	if b.Custom {
		// The component's own template may set it.
		f.Severity, f.Confidence = Warning, Medium
		f.Help = Text{
			En: "pass `scope` to the component and check that its version hands `scope` and `onGetAuthorize` on to the button inside; else use a plain `<button>`",
			Zh: "给组件传入 `scope`，并确认所用版本会把 `scope` 和 `onGetAuthorize` 传给内部的 button；否则直接使用原生 `<button>`",
		}
	}
	f.Citations = []Citation{{"alipay-button", ""}}
	p.Report(f)
}
