package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var sdkCollects = &Rule{
	ID:       "sdk-collects",
	Severity: Info,
	Title:    Text{En: "a known third-party SDK and the data types it collects", Zh: "已知的第三方 SDK 及其收集的数据类型"},
	Sources:  []string{"violations-2019", "wechat-third-party-privacy"},
	Check: func(p *Pass) {
		for _, use := range p.Project.SDKs {
			p.reportSDK(&use)
		}
	},
}

func (p *Pass) reportSDK(use *project.SDKUse) {
	s := use.SDK
	f := &Finding{File: use.File, Range: use.Range, DataTypes: s.DataTypes, Link: s.PrivacyURL, Origin: string(project.Dependency)}
	name := Both(s.NameEn, s.NameZh)
	if s.Uncertain {
		f.Message = T("third-party code: %s; no document of its vendor on what it collects was found",
			"集成了第三方 SDK：%s；未找到提供方关于其收集内容的说明", name)
		if calls, types := p.callsOf(use.Package); len(calls) > 0 {
			f.Message = T("%s; its code here uses %s: %s", "%s；其代码使用了 %s，涉及：%s",
				f.Message, Both(quote(calls), quoteZh(calls)), dataTypeNames(types))
		}
	} else {
		f.Message = T("third-party code: %s; by its vendor's documents it collects: %s",
			"集成了第三方 SDK：%s；据提供方文档，会收集：%s", name, dataTypeNames(s.DataTypes))
	}
	f.Why = thirdPartyWhy
	f.Help = T("list it in the %s: provider (%s), purpose, manner and scope%s; start it only after the user has agreed",
		"在%s中列明该 SDK 的提供方（%s）、收集目的、方式和范围%s；用户同意之前不要初始化",
		p.guideName(), s.Vendor, privacyLink(s))
	f.Citations = []Citation{{"violations-2019", "2(1)"}}
	if p.Project.Platform.ID == "wechat" {
		f.Citations = append(f.Citations, Citation{"wechat-third-party-privacy", ""})
	}
	p.Report(f)
}

// thirdPartyWhy is the reason for naming third parties, on every platform.
var thirdPartyWhy = Text{
	En: "What third-party code and plug-ins collect has to be listed one by one, with purpose, manner and scope; otherwise it may be counted as not stated.",
	Zh: "嵌入的第三方代码、插件收集个人信息的目的、方式和范围须逐一列出，否则可被认定为“未明示收集使用个人信息的目的、方式和范围”。",
}

// callsOf returns what the code of a package asks for: the names of the
// capabilities and the data types behind them.
func (p *Pass) callsOf(pkg string) (calls, types []string) {
	for _, r := range p.Project.Requests {
		if pkg == "" || r.Package != pkg || len(r.DataTypes) == 0 {
			continue
		}
		if name := shown(r.Capability); !slices.Contains(calls, name) {
			calls = append(calls, name)
		}
		for _, t := range r.DataTypes {
			if !slices.Contains(types, t) {
				types = append(types, t)
			}
		}
	}
	return calls, types
}

// privacyLink is the address of the vendor's policy as a part of a sentence.
func privacyLink(s *platform.SDK) Text {
	if s.PrivacyURL == "" {
		return Text{}
	}
	return T(", with its policy %s", "，并附上隐私政策链接 %s ", s.PrivacyURL)
}

// guideName is what the platform calls the text in which a program tells its
// users what it collects.
func (p *Pass) guideName() Text {
	if p.Project.Platform.ID == "wechat" {
		return Text{En: "privacy guide", Zh: "用户隐私保护指引"}
	}
	return Text{En: "privacy policy", Zh: "小程序隐私政策"}
}
