package rule

import (
	"unicode/utf8"

	"github.com/mplint/mplint/lint/manifest"
)

var purposeTooLong = &Rule{
	ID:        "purpose-too-long",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a purpose longer than the platform shows", Zh: "用途说明超出长度限制"},
	Sources:   []string{"wechat-app-json"},
	Check: func(p *Pass) {
		limit := p.Project.Platform.Manifest().DescMaxChars
		p.purposes(func(entry, desc *manifest.Node) {
			n := utf8.RuneCountInString(purposeText(desc))
			if limit == 0 || n <= limit {
				return
			}
			f := onValue(p.document("permission"), desc)
			f.Scope = entry.Key
			f.Message = T("the purpose has %d characters; the documented limit is %d", "用途说明有 %d 个字符，文档规定最长 %d 个", n, limit)
			f.Why = Text{En: "What is longer may be cut off in the consent dialog.", Zh: "超出部分可能在授权弹窗中被截断。"}
			f.Help = Text{En: "say the feature in a short sentence", Zh: "用一句短话写清具体功能"}
			f.Citations = []Citation{{"wechat-app-json", ""}}
			p.Report(f)
		})
	},
}
