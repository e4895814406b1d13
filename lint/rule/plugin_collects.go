package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var pluginCollects = &Rule{
	ID:       "plugin-collects",
	Severity: Info,
	Title:    Text{En: "a plug-in and the data types it handles", Zh: "小程序插件及其处理的数据类型"},
	Sources:  []string{"violations-2019", "wechat-privacy-guide", "wechat-privacy-guide-plugin"},
	Check: func(p *Pass) {
		for _, use := range p.Project.Plugins() {
			if platform.IsPluginID(use.Provider.Text) {
				p.reportPlugin(&use)
			}
		}
	},
}

func (p *Pass) reportPlugin(use *project.PluginUse) {
	f := onValue(p.Project.Manifest, use.Provider)
	f.Origin = string(project.Dependency)
	f.Why = thirdPartyWhy
	f.Help = T("read what its provider declares, and list it in the %s%s",
		"查看插件提供方的隐私说明，并在%s中列明该插件%s", p.guideName(), p.missingScopes(use.SDK))
	switch s := use.SDK; {
	case s == nil:
		f.Message = T("the code of the plug-in `%s` (%s) is not in the package; what it collects is in no finding and no inventory",
			"插件 `%s`（%s）的代码不在包内，其收集的信息不会出现在检查结果和清单里", use.Name, use.Provider.Text)
	case s.Uncertain:
		f.Message = T("plug-in: %s; its code is not in the package, and no document on what it collects was found",
			"使用了%s；其代码不在包内，也未找到关于其收集内容的说明", Both(s.NameEn, s.NameZh))
	default:
		f.DataTypes = s.DataTypes
		f.Message = T("plug-in: %s; by its documents it handles: %s", "使用了%s；据其文档，会处理：%s", Both(s.NameEn, s.NameZh), dataTypeNames(s.DataTypes))
	}
	f.Citations = []Citation{{"violations-2019", "2(1)"}}
	if p.Project.Platform.ID == "wechat" {
		f.Citations = append(f.Citations, Citation{"wechat-privacy-guide", ""})
	}
	p.Report(f)
}

// missingScopes tells which permission entries the plug-in's page asks for and
// the manifest lacks, as the end of a sentence.
func (p *Pass) missingScopes(s *platform.SDK) Text {
	if s == nil {
		return Text{}
	}
	missing := slices.Clone(s.Scopes)
	p.permissions(func(n *manifest.Node) {
		missing = slices.DeleteFunc(missing, func(scope string) bool { return scope == n.Key })
	})
	if len(missing) == 0 {
		return Text{}
	}
	return T("; its page also asks for %s under `permission`, which is not there", "；其文档还要求在 `permission` 中声明 %s，目前没有",
		Both(quote(missing), quoteZh(missing)))
}
