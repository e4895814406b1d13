package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var locationCategoryGate = &Rule{
	ID:        "location-category-gate",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a location interface that WeChat does not open to the service category", Zh: "微信未向该服务类目开放的地理位置接口"},
	Sources:   []string{"wechat-get-location", "wechat-on-location-change", "wechat-location-update", "wechat-location-background", "wechat-location-review-2022", "wechat-service-categories"},
	Check: func(p *Pass) {
		paths := p.servicePaths()
		if len(paths) == 0 || p.Project.Surface != platform.MiniProgram {
			return
		}
		once := p.onceEach("requiredPrivateInfos")
		for _, r := range p.reachableFirst() {
			if r.Capability.PrivateInfo == "" || r.Form == project.ManifestForm || r.Origin == project.Generated {
				continue
			}
			gate, ok := p.Project.Platform.Gate(r.Capability.CategoryGate)
			if !ok || !gate.ByCategory() || p.opens(gate, paths) != platform.Closed {
				continue
			}
			if f := once.at(r, r.Capability.Name); f != nil {
				p.gated(f, r, gate, paths)
			}
		}
	},
}

func (p *Pass) gated(f *Finding, r *project.Request, gate *platform.CategoryGate, paths []string) {
	facts := p.Project.Platform.Reference()
	subject := T("`%s`", "`%s`", r.Capability.Name)
	if r.Origin != project.Own {
		subject = T("`%[2]s`, which package `%[1]s` calls,", "依赖包 `%s` 调用的 `%s`", r.Package, r.Capability.Name)
	}
	f.Message = T("%s is not open to the service category %s in WeChat's table (as collected on %s)",
		"%s 未向服务类目“%s”开放（微信接口类目表，数据采集于 %s）",
		subject, Both(strings.Join(paths, ", "), strings.Join(paths, "、")), facts.Compiled)
	f.Why = T("Since %s code review checks that the interface has been opened to the program. Even in a listed category, what the program uses it for has to be one of the uses of the table as well.",
		"%s 起，代码审核会检查是否已开通该接口。即使类目在表中，实际用途也必须符合表中的适用场景。", gate.Since)
	f.Help = p.gateHelp(r.Capability, paths)
	f.Citations = append(citeURLs(gate.Sources), Citation{"wechat-location-review-2022", ""})
	f.Gates = []Gate{{By: "wechat-upload", Code: facts.Error("private-info-not-granted").Code}}
	f.Confidence = Medium
	p.Report(f)
}

// gateHelp names the location interfaces that are open to the categories.
func (p *Pass) gateHelp(c *platform.Capability, paths []string) Text {
	var names []string
	for _, info := range p.Project.Platform.PrivateInfos() {
		gate, ok := p.Project.Platform.Gate(info.CategoryGate)
		if ok && info.API != c.Name && p.opens(gate, paths) == platform.Opened {
			names = append(names, info.API)
		}
	}
	if len(names) == 0 {
		return Text{En: "remove the call, or add a service category that the table lists", Zh: "删除该调用，或添加表中列出的服务类目"}
	}
	return T("use what is open to this category, applied for with a matching use: %s; or add a service category that the table lists (government accounts are listed whatever their category)",
		"改用向该类目开放的接口（仍需按实际用途申请开通）：%s；或添加表中列出的服务类目（政府主体账号不受类目限制）", Both(quote(names), quoteZh(names)))
}

// citeURLs returns the sources of those addresses.
func citeURLs(urls []string) []Citation {
	var list []Citation
	for _, s := range categories.Sources() {
		if s.URL != "" && slices.Contains(urls, s.URL) {
			list = append(list, Citation{s.ID, ""})
		}
	}
	return list
}
