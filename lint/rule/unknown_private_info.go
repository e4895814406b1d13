package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var unknownPrivateInfo = &Rule{
	ID:        "unknown-private-info",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a name that requiredPrivateInfos does not take", Zh: "requiredPrivateInfos 不接受的名称"},
	Sources:   []string{"wechat-required-private-infos"},
	Check: func(p *Pass) {
		for _, n := range p.privateInfos() {
			if _, ok := p.Project.Platform.PrivateInfo(n.Text); ok {
				continue
			}
			f := onValue(p.document("requiredPrivateInfos"), n)
			f.Message = T("`requiredPrivateInfos` does not take `%s`", "`requiredPrivateInfos` 不接受 `%s`", n.Text)
			f.Why = T("It takes only these interfaces: %s. Anything else is a compile error in the developer tool.", "只能填写以下接口：%s；填写其他值时开发者工具编译报错。", privateInfoNames(p.Project.Platform))
			f.Help = Text{En: "remove it: other interfaces need no entry here", Zh: "删除即可：其他接口无需在此声明"}
			if near := p.Project.Platform.NearestPrivateInfo(n.Text); near != "" {
				f.Help = T("did you mean `%s`?", "是否想写 `%s`？", near)
			}
			f.Citations = []Citation{{"wechat-required-private-infos", ""}}
			p.offerName(f, n)
			p.Report(f)
		}
	},
}

// offerName offers the name that a wrong one misspells. Where code uses that
// name it is certainly meant.
func (p *Pass) offerName(f *Finding, n *manifest.Node) {
	d, list := p.Project.Manifest, p.privateInfoList()
	name := p.Project.Platform.MisspeltPrivateInfo(n.Text)
	switch {
	case name == "":
		p.offer(f, false, T("remove \"%s\"", "删除 \"%s\"", n.Text), d.Remove(list, n))
	case slices.Contains(list.Strings(), name):
		p.offer(f, true, T("remove \"%s\": \"%s\" is listed too", "删除 \"%s\"，列表中已有 \"%s\"", n.Text, name), d.Remove(list, n))
	case !p.excluded(name) && p.misspells(name) == n:
		used := slices.ContainsFunc(p.Project.Requests, func(r *project.Request) bool { return r.Capability.PrivateInfo == name })
		p.offer(f, used, T("write \"%s\"", "改为 \"%s\"", name), d.Replace(n.Range, n.Text, name))
	}
}

func privateInfoNames(p *platform.Platform) Text {
	var names []string
	for _, info := range p.PrivateInfos() {
		names = append(names, info.Value)
	}
	return Both(quote(names), quoteZh(names))
}
