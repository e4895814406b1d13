package rule

import "github.com/mplint/mplint/lint/project"

var privateInfoUnused = &Rule{
	ID:        "private-info-unused",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "an interface declared in requiredPrivateInfos that nothing uses", Zh: "requiredPrivateInfos 声明了未使用的接口"},
	Sources:   []string{"wechat-required-private-infos"},
	Check: func(p *Pass) {
		if !p.readsAll() {
			return
		}
		used := map[string]bool{}
		for _, r := range p.Project.Requests {
			if r.Form != project.ManifestForm {
				used[r.Capability.PrivateInfo] = true
			}
		}
		for _, n := range p.privateInfos() {
			if _, known := p.Project.Platform.PrivateInfo(n.Text); !known || used[n.Text] || p.Project.Mentions[n.Text] {
				continue
			}
			f := onValue(p.document("requiredPrivateInfos"), n)
			f.Message = T("`%s` is declared, but nothing in the program uses it", "声明了 `%s`，但小程序中没有使用", n.Text)
			f.Why = Text{En: "Each of these interfaces is opened for a stated use; an entry without one asks for more than the program needs.", Zh: "这类接口需按用途逐个申请开通；声明而不使用，等于多要了一项权限。"}
			f.Help = Text{En: "remove the entry", Zh: "删除该项"}
			f.Citations = []Citation{{"wechat-required-private-infos", ""}}
			if !p.readsEverything() {
				f.Confidence = Medium
			}
			p.offer(f, f.Confidence != Medium, T("remove \"%s\"", "删除 \"%s\"", n.Text), p.Project.Manifest.Remove(p.privateInfoList(), n))
			p.Report(f)
		}
	},
}
