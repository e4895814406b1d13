package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var authorizeScopeMismatch = &Rule{
	ID:        "authorize-scope-mismatch",
	Severity:  Error,
	Platforms: []string{"alipay"},
	Title:     Text{En: "a getAuthorize button whose scope and handler disagree", Zh: "getAuthorize 按钮的 scope 与回调不一致"},
	Sources:   []string{"alipay-button", "alipay-phone-number", "alipay-user-info"},
	Check: func(p *Pass) {
		for _, b := range p.Project.AuthButtons {
			if b.Scope != "" {
				p.scopeAndEvents(b)
				p.scopeAndCalls(b)
			}
		}
	},
}

// eventScopes returns, by folded event, the scope that an event of the
// platform's button belongs to.
func (p *Pass) eventScopes() map[string]string {
	scopes := map[string]string{}
	for _, c := range p.Project.Platform.OnElement("button") {
		if name := eventOf(c); name != "" && c.AuthSetting != "" {
			scopes[name] = c.AuthSetting
		}
	}
	return scopes
}

// eventOf returns the folded event that a capability is about: "getphonenumber"
// of onGetPhoneNumber, or "".
func eventOf(c *platform.Capability) string {
	if name := c.Match.Attr; c.Kind == platform.Attr && len(name) > 2 && name[:2] == "on" {
		return fold(name[2:])
	}
	return ""
}

// scopeAndEvents reports a button that listens only to the event of another
// scope.
func (p *Pass) scopeAndEvents(b *project.AuthButton) {
	scopes := p.eventScopes()
	other := -1
	for i, h := range b.Handlers {
		switch scope := scopes[h.Event]; {
		case h.Event == "getauthorize", scope == b.Scope:
			return
		case scope != "" && other < 0:
			other = i
		}
	}
	if other < 0 {
		return
	}
	h := b.Handlers[other]
	f := p.mismatch(b)
	f.Message = T("the button asks for `%s`, but listens only to the event of `%s`", "按钮申请的是 `%s`，却只监听了 `%s` 的事件", b.Scope, scopes[h.Event])
	f.Why = Text{
		En: "Each scope has its own event; that of another scope never comes, so the handler does not run after the user has agreed.",
		Zh: "每个 scope 有对应的事件，其他 scope 的事件不会触发，用户同意后回调也不会执行。",
	}
	f.Related = []Related{{b.File, h.At, Text{En: "the handler", Zh: "事件绑定在这里"}}}
	p.Report(f)
}

// scopeAndCalls reports a button whose onGetAuthorize calls only the interface
// of another scope.
func (p *Pass) scopeAndCalls(b *project.AuthButton) {
	for _, h := range b.Handlers {
		if h.Event != "getauthorize" {
			continue
		}
		judged := slices.DeleteFunc(slices.Clone(h.Calls), func(r *project.Request) bool { return !p.isButtonScope(r.Capability.AuthSetting) })
		if len(judged) == 0 || slices.ContainsFunc(judged, func(r *project.Request) bool { return r.Capability.AuthSetting == b.Scope }) {
			continue
		}
		r := judged[0]
		f := p.mismatch(b)
		f.Message = T("the button asks for `%s`, but its handler calls `%s`, which needs `%s`", "按钮申请的是 `%s`，回调却调用了 `%s`，后者需要 `%s`", b.Scope, r.Capability.Name, r.Capability.AuthSetting)
		e := p.Project.Platform.Reference().Error("not-authorized")
		f.Why = T("The user agrees to `%s` only; without the other authorization `%s` fails (%s %s).", "用户只同意了 `%s`，没有相应授权，`%s` 会失败（%s %s）。", b.Scope, r.Capability.Name, e.Code, e.Text)
		f.Related = []Related{{r.File, r.Range, Text{En: "the call", Zh: "调用在这里"}}}
		p.Report(f)
	}
}

// isButtonScope reports whether a button can ask for a scope.
func (p *Pass) isButtonScope(scope string) bool {
	return scope != "" && slices.ContainsFunc(p.Project.Platform.Attrs("button", "open-type"), func(c *platform.Capability) bool {
		return c.Match.And["scope"] == scope
	})
}

func (p *Pass) mismatch(b *project.AuthButton) *Finding {
	f := &Finding{File: b.File, Range: b.ScopeAt, Scope: b.Scope, Unreachable: !b.Reachable, Citations: []Citation{{"alipay-button", ""}}}
	f.Help = Text{
		En: "use one button for each: `scope=\"phoneNumber\"` with `my.getPhoneNumber` or `onGetPhoneNumber`, `scope=\"userInfo\"` with `my.getOpenUserInfo` or `onGetUserInfo`",
		Zh: "两项授权分开：`scope=\"phoneNumber\"` 配 `my.getPhoneNumber` 或 `onGetPhoneNumber`，`scope=\"userInfo\"` 配 `my.getOpenUserInfo` 或 `onGetUserInfo`",
	}
	return f
}
