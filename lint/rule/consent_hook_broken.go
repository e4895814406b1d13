package rule

import "github.com/mplint/mplint/lint/project"

var consentHookBroken = &Rule{
	ID:        "consent-hook-broken",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a consent listener that never answers", Zh: "隐私授权监听没有回应平台"},
	Sources:   []string{"wechat-privacy-authorize", "wechat-minigame-privacy"},
	Check: func(p *Pass) {
		for _, h := range p.Project.ConsentHooks {
			if h.Origin == project.Own && h.Fate != project.Settled {
				p.brokenHook(h)
			}
		}
	},
}

func (p *Pass) brokenHook(h *project.ConsentHook) {
	f := at(h.Request)
	switch h.Fate {
	case project.OnlyShown:
		f.Message = T("the listener of `%s` reports that its dialog is shown, but never agrees or disagrees", "`%s` 的回调只上报了弹窗曝光，没有同意或拒绝", h.Capability.Name)
	case project.Unused:
		f.Message = T("the listener of `%s` keeps `resolve` as `%s`, which nothing calls", "`%s` 的回调把 `resolve` 存为 `%s`，但没有任何代码调用它", h.Capability.Name, h.Name)
	default:
		f.Message = T("the listener of `%s` never calls `resolve`", "`%s` 的回调没有调用 `resolve`", h.Capability.Name)
	}
	f.Why = Text{
		En: "Once a listener is registered, WeChat shows no dialog of its own and holds back the interface that asked until `resolve` says agree or disagree; without it that interface hangs, neither succeeding nor failing.",
		Zh: "注册监听后，微信不再弹出官方弹窗，触发授权的接口会一直挂起，直到 `resolve` 告知同意或拒绝；不调用，接口既不成功也不失败。",
	}
	f.Help = Text{
		En: "keep `resolve` and call it from the buttons of your dialog: `resolve({ event: 'agree', buttonId })` or `resolve({ event: 'disagree' })`; or remove the listener, and WeChat shows its own dialog",
		Zh: "保存 `resolve`，在弹窗按钮中调用 `resolve({ event: 'agree', buttonId })` 或 `resolve({ event: 'disagree' })`；也可以删除监听，改用微信的官方弹窗",
	}
	f.Citations = []Citation{{"wechat-privacy-authorize", ""}}
	p.Report(f)
}
