package rule

import (
	"strings"

	"github.com/mplint/mplint/lint/project"
)

var generatedComponentUnused = &Rule{
	ID:       "generated-component-unused",
	Severity: Warning,
	Title:    Text{En: "a generated template holds a privacy component that no page uses", Zh: "框架生成的模板含有页面未使用的隐私组件"},
	Sources:  []string{"taro-components", "wechat-privacy-guide"},
	Check: func(p *Pass) {
		used := map[string]bool{}
		for _, r := range p.Project.Requests {
			if r.Origin == project.Own && r.Form != project.ManifestForm {
				used[r.Capability.Name] = true
			}
		}
		templates := map[string][]*project.Request{} // the requests by element
		for _, r := range p.Project.Requests {
			if p.isGenerated(r) && !used[r.Capability.Name] {
				templates[r.Capability.Match.Element] = append(templates[r.Capability.Match.Element], r)
			}
		}
		for element, requests := range templates {
			if !p.Project.Named[element] {
				p.generatedUnused(requests)
			}
		}
	},
}

// isGenerated reports whether a request stands in a base template and would
// count if a page used it. An attribute that such a template only hands on from
// the page, show-location="{{i.props.on}}", asks for nothing by itself.
func (p *Pass) isGenerated(r *project.Request) bool {
	handedOn := r.Form == project.AttributeForm && strings.Contains(r.File.Text(r.Range), "{{")
	return r.IsBaseTemplate() && !handedOn && requestSeverity(p.Project.Platform, r.Capability) != Off && !withdrawn(p.Project, r)
}

// generatedUnused reports one element at its first template: some frameworks
// write all templates for every page.
func (p *Pass) generatedUnused(requests []*project.Request) {
	r := requests[0]
	f := at(r)
	f.Confidence = Medium
	f.Message = T("the framework generated a template for `%s`%s, but no page or script of yours names it", "框架为 `%s` 生成了模板%s，但你的页面和脚本都没有用到它", shown(r.Capability), placesText(requests))
	f.Why = T("The package holds a component for %s that nothing uses; a review of the package, or of its privacy statement, has to ask what it is for.",
		"代码包里有一个涉及%s、却没有任何页面使用的组件，审核代码包或隐私声明时都需要说明它的用途。", dataTypeNames(f.DataTypes))
	if p.Project.Platform.ID == "wechat" {
		f.Why = T("The platform's scan after upload goes by what stands in the package, not by what is used, and may ask for %s in the privacy guideline.",
			"平台在上传后按代码包里出现的内容检测，不看是否真的用到，可能因此要求在用户隐私保护指引中声明%s。", dataTypeNames(f.DataTypes))
		f.Citations = []Citation{{"wechat-privacy-guide", ""}}
	}
	f.Help = Text{
		En: "find what pulls it in: upgrade the framework and the UI kit, import components one by one, and look for a package that requires the whole component index; do not describe a use that the program does not have",
		Zh: "找出引入它的代码：升级框架和组件库，按需引入组件，检查是否有依赖包引用了整个组件索引；不要在指引中编造并不存在的用途",
	}
	f.Citations = append(f.Citations, Citation{"taro-components", ""})
	f.Related = otherTemplates(requests)
	p.Report(f)
}

// otherTemplates returns the further files with a template for the same
// element, at most five.
func otherTemplates(requests []*project.Request) []Related {
	var out []Related
	last := requests[0].File
	for _, r := range requests {
		if r.File != last && len(out) < mostRelated {
			out = append(out, Related{r.File, r.Range, Text{En: "also generated here", Zh: "这里也生成了"}})
		}
		last = r.File
	}
	return out
}
