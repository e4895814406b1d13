package report

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/lint/inventory"
)

// difference is one part of a comparison with what is declared.
type difference struct {
	title string
	lines []string
	bad   bool
}

// comparison prints how the code stands to what is declared.
func (p *printer) comparison(c *inventory.Comparison) {
	for _, d := range p.differences(c) {
		title := d.title
		if d.bad {
			title = p.paint.red(title)
		}
		fmt.Fprintf(p, "\n  %s\n", title)
		for _, line := range d.lines {
			fmt.Fprintf(p, "    %s\n", clean(line))
		}
	}
}

func (p *printer) differences(c *inventory.Comparison) []difference {
	var list []difference
	add := func(lines []string, bad bool, en, zh string, args ...any) {
		if len(lines) > 0 {
			list = append(list, difference{p.say(en, zh, args...), lines, bad})
		}
	}
	quote := ""
	if c.Quote.Text != "" {
		quote = p.say("; the platform answers `%s`", "，运行时会报 `%s`", c.Quote.Text)
	}
	switch {
	case len(c.Undeclared) == 0:
		list = append(list, difference{title: p.say("Everything that the platform checks is declared.", "平台会检查的信息类型均已声明。")})
	case c.Nothing:
		add(p.itemLines(c.Undeclared), true, "Nothing is declared, but the code collects%s:", "没有声明任何信息类型，代码却有收集%s：", quote)
	default:
		add(p.itemLines(c.Undeclared), true, "Not declared, but the code asks for it%s:", "未声明，但代码有收集%s：", quote)
	}
	add(p.itemLines(c.Unchecked), false, "Not declared; the platform does not check these, but users have to be told:", "未声明；平台不检查这些，但仍须告知用户：")
	add(c.Over, false, "Declared, but no code asks for it; an entry without a use may be questioned at review:", "已声明，但代码没有用到；多余的声明可能在审核时被问到：")
	add(p.itemLines(c.Idle), false, "Declared, but only unreachable code or interfaces without an answer ask for it:", "已声明，但仅有未被页面用到的代码或已回收的接口涉及：")
	add(c.Undecidable, false, "Declared; the source cannot tell whether it is collected:", "已声明；无法从代码判断是否收集：")
	add(c.Unknown, false, "Declared, but neither a row of the platform nor a known data type:", "已声明，但既不是平台的信息类型，也不是已知的数据类型：")
	add(c.Detected, false, "WeChat found these in the uploaded code, mplint did not (another version, a plug-in, code that was not read?):",
		"微信在已上传的代码中检测到、而本次未发现（版本不同，或来自插件、未读取的代码）：")
	return list
}

func (p *printer) itemLines(items []*inventory.Item) []string {
	var lines []string
	for _, i := range items {
		lines = append(lines, strings.TrimSpace(i.Key+" "+i.Words)+"  "+p.evidence(i))
	}
	return lines
}
