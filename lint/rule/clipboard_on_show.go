package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var clipboardOnShow = &Rule{
	ID:       "clipboard-on-show",
	Severity: Warning,
	Title:    Text{En: "the clipboard read without a user action", Zh: "用户没有操作就读取剪贴板"},
	Sources:  []string{"wechat-operation-rules", "pipl"},
	Check: func(p *Pass) {
		for _, r := range p.Project.Requests {
			if r.Origin != project.Own || r.Capability.Request != platform.Silent || !slices.Contains(r.DataTypes, "clipboard") {
				continue
			}
			if t := p.firstWay(r, inHook); t != nil {
				p.clipboardRead(r, t)
			}
		}
	},
}

func (p *Pass) clipboardRead(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("`%[1]s` reads the clipboard %[2]s, without a user action", "%[2]s就通过 `%[1]s` 读取剪贴板，用户没有任何操作", shown(r.Capability), moment(t))
	f.Why = Text{
		En: "What the user copied elsewhere may be a password, an address or a number, and no dialog tells them. Collection must be limited to what the purpose needs (PIPL article 6).",
		Zh: "用户在别处复制的可能是密码、地址或号码，读取时没有任何提示。收集个人信息应当限于实现处理目的的最小范围（《个人信息保护法》第六条）。",
	}
	f.Citations = []Citation{{"pipl", "6"}}
	if p.Project.Platform.ID == "wechat" {
		p.citeOperator(f, "clipboard-on-action")
	}
	f.Help = Text{
		En: "read it when the user taps a control that says so, such as Paste",
		Zh: "改为用户点击“粘贴”一类的按钮时再读取",
	}
	f.caused(t)
	p.Report(f)
}
