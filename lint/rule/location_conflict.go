package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
)

var locationConflict = &Rule{
	ID:        "location-conflict",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "fuzzy and precise location declared together", Zh: "模糊定位与精确定位接口同时声明"},
	Sources:   []string{"wechat-required-private-infos", "wechat-ci"},
	Check: func(p *Pass) {
		list := p.privateInfos()
		for _, n := range list {
			info, ok := p.Project.Platform.PrivateInfo(n.Text)
			if !ok || n.Text != "getFuzzyLocation" {
				continue
			}
			p.conflict(n, list, info.MutuallyExclusiveWith)
		}
	},
}

func (p *Pass) conflict(n *manifest.Node, list []*manifest.Node, excluded []string) {
	var names []string
	f := onValue(p.document("requiredPrivateInfos"), n)
	for _, other := range list {
		if slices.Contains(excluded, other.Text) {
			names = append(names, other.Text)
			f.Related = append(f.Related, Related{f.File, other.Range, Text{En: "excluded by it", Zh: "与其互斥"}})
		}
	}
	if len(names) == 0 {
		return
	}
	f.Message = T("`%s` excludes %s", "`%s` 与 %s 互斥", n.Text, Both(quote(names), quoteZh(names)))
	f.Why = Text{En: "The developer tool and the upload check refuse a list with both.", Zh: "开发者工具编译和上传检测都会报互斥错误。"}
	p.toolSays(f, "private-info-conflict")
	f.Help = Text{En: "keep `getFuzzyLocation` where a district is enough, else remove it", Zh: "只需区域级位置时保留 `getFuzzyLocation`，否则将其删除"}
	f.Citations = []Citation{{"wechat-required-private-infos", ""}}
	p.Report(f)
}
