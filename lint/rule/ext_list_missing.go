package rule

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/project"
)

var extListMissing = &Rule{
	ID:        "ext-list-missing",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "an ext template uses location without a list in ext.json", Zh: "第三方平台模板使用了地理位置接口，但 ext.json 没有声明列表"},
	Sources:   []string{"wechat-required-private-infos", "wechat-interface-apply"},
	Check: func(p *Pass) {
		for _, l := range p.Project.Layers {
			enabled := l.Doc.Root.Get("extEnable")
			if l.Role == project.OverrideLayer && enabled.Bool() && l.Doc.Valid() && l.Doc.Root.Get("requiredPrivateInfos") == nil {
				p.extList(l, enabled)
			}
		}
	},
}

func (p *Pass) extList(l *project.Layer, enabled *manifest.Node) {
	names, first := p.privateInfoUses()
	if len(names) == 0 {
		return
	}
	code := p.Project.Platform.Reference().Error("private-info-not-granted").Code
	f := onManifest(l.Doc, enabled)
	f.Message = T("ext.json is on, and the program uses %s, but ext.json has no `requiredPrivateInfos`", "ext.json 已启用，小程序用到 %s，但 ext.json 没有 `requiredPrivateInfos`", Both(quote(names), quoteZh(names)))
	f.Why = T("A version that a third-party platform uploads goes by the ext settings sent with it. Where they name no list, submission can answer %s.", "由第三方平台上传的版本以随之提交的 ext 配置为准；其中没有列表时，提审可能返回 %s。", code)
	f.Help = Text{En: "list the interfaces in ext.json and in the ext settings that the platform sends", Zh: "在 ext.json 以及第三方平台提交的 ext_json 中列出这些接口"}
	f.Related = []Related{{first.File, first.Range, Text{En: "called here", Zh: "调用处"}}}
	f.Gates = []Gate{{By: "wechat-upload", Code: code}}
	f.Citations = []Citation{{"wechat-required-private-infos", ""}, {"wechat-interface-apply", ""}}
	p.Report(f)
}

// privateInfoUses returns the interfaces of requiredPrivateInfos that own code
// calls, in order, and the first call.
func (p *Pass) privateInfoUses() (names []string, first *project.Request) {
	seen := map[string]bool{}
	for _, r := range p.Project.Requests {
		name := r.Capability.PrivateInfo
		if name == "" || seen[name] || r.Form == project.ManifestForm || r.Origin != project.Own {
			continue
		}
		seen[name] = true
		names = append(names, name)
		if first == nil {
			first = r
		}
	}
	return names, first
}
