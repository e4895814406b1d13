package rule

import (
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var pretickedAgreement = &Rule{
	ID:       "preticked-agreement",
	Severity: Warning,
	Title:    Text{En: "an agreement box that is ticked in advance", Zh: "协议默认勾选同意"},
	Sources:  []string{"violations-2019", "pipl", "alipay-compliance"},
	Check: func(p *Pass) {
		for _, b := range p.Project.Boxes {
			if is, privacy := platform.IsAgreement(b.Near, b.Path); is {
				p.preticked(b, privacy)
			}
		}
	},
}

func (p *Pass) preticked(b *project.Box, privacy bool) {
	f := &Finding{File: b.File, Range: b.Range, Unreachable: !b.Reachable}
	f.Message = T("the agreement box `<%s>` is ticked before the user has touched it", "协议勾选框 `<%s>` 默认已勾选", b.Element)
	if len(b.Path) > 0 {
		f.Message = T("the agreement box `<%s>` is ticked before the user has touched it: `%s` starts as `%s`", "协议勾选框 `<%s>` 默认已勾选：`%s` 的初始值是 `%s`",
			b.Element, strings.Join(b.Path, "."), b.Data.Name)
		f.Related = []Related{{b.Data.File, b.Data.Range, Text{En: "the value it starts with", Zh: "初始值在这里"}}}
	}
	if b.Literal != "" && b.Literal != "checked" {
		f.Message = T("the agreement box `<%s>` is ticked before the user has touched it: without `{{ }}`, `%s` is a text and counts as true", "协议勾选框 `<%s>` 默认已勾选：没有 `{{ }}` 的 `%s` 是字符串，转成布尔值为真",
			b.Element, b.Literal)
	}
	f.Why = Text{
		En: "Consent must be given by the user's own act (PIPL article 14). Where it is asked for by a choice made in advance, the method of 2019 (part 3, item 4) names this as collecting without the user's consent.",
		Zh: "同意应当由用户自愿、明确作出（《个人信息保护法》第十四条）；以默认选择同意隐私政策等非明示方式征求同意，可被认定为“未经用户同意收集使用个人信息”（《认定方法》第三部分第 4 项）。",
	}
	if !privacy {
		f.Confidence = Medium
		f.Why.En = "Where the agreement also covers personal information, as most user agreements do: " + lowerFirst(f.Why.En)
		f.Why.Zh = "用户协议通常也涉及个人信息的处理，" + f.Why.Zh
	}
	f.Citations = []Citation{{"violations-2019", "3(4)"}, {"pipl", "14"}}
	if p.Project.Platform.ID == "alipay" {
		f.Why.En += " Alipay's rules also say that privacy terms must not be ticked by default."
		f.Why.Zh += "支付宝也要求隐私条款不可默认勾选。"
		f.Citations = append(f.Citations, Citation{"alipay-compliance", ""})
	}
	f.Help = Text{
		En: "start with the box unticked, and go on only after the user has ticked it",
		Zh: "默认不勾选，用户主动勾选后再继续",
	}
	p.Report(f)
}
