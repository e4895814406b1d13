package rule

import (
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var privateInfoUndeclared = &Rule{
	ID:        "private-info-undeclared",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a location or address interface missing from requiredPrivateInfos", Zh: "使用了地理位置类接口但未在 requiredPrivateInfos 声明"},
	Sources:   []string{"wechat-required-private-infos", "wechat-interface-apply"},
	Check: func(p *Pass) {
		if p.Project.Surface != platform.MiniProgram || !p.Project.Manifest.Valid() || p.computed("requiredPrivateInfos") {
			return
		}
		declared := map[string]bool{}
		for _, n := range p.privateInfos() {
			declared[n.Text] = true
		}
		once := p.onceEach("requiredPrivateInfos")
		for _, r := range p.reachableFirst() {
			name := r.Capability.PrivateInfo
			if name == "" || r.Form == project.ManifestForm || r.Origin == project.Generated || declared[name] {
				continue
			}
			if f := once.at(r, name); f != nil {
				p.undeclared(f, r, name)
			}
		}
	},
}

// undeclared words and reports the finding for an interface that the list
// lacks.
func (p *Pass) undeclared(f *Finding, r *project.Request, name string) {
	f.Message = T("`%[1]s` is called, but `requiredPrivateInfos` in %[3]s does not list `%[2]s`", "调用了 `%[1]s`，但 %[3]s 的 `requiredPrivateInfos` 未声明 `%[2]s`", r.Capability.Name, name, p.layerOf("requiredPrivateInfos"))
	if r.Origin != project.Own {
		f.Message = T("package `%[1]s` calls `%[2]s`, but `requiredPrivateInfos` in %[4]s does not list `%[3]s`", "依赖包 `%[1]s` 调用了 `%[2]s`，但 %[4]s 的 `requiredPrivateInfos` 未声明 `%[3]s`", r.Package, r.Capability.Name, name, p.layerOf("requiredPrivateInfos"))
	}
	facts := p.Project.Platform.Reference()
	runTime := strings.ReplaceAll(facts.Error("private-info-undeclared").Text, "<api>", name)
	code := facts.Error("private-info-not-granted").Code
	f.Why = T("Versions published after %s must declare such an interface. Without it the call can fail with `%s`, and submission through a third-party platform answers %s.",
		"%s 之后发布的版本必须声明地理位置类接口。未声明时，调用可能报 `%s`；经第三方平台提审会返回 %s。", p.mandatorySince(name), runTime, code)
	layer := p.layerOf("requiredPrivateInfos")
	f.Help = T("add \"%[1]s\" to `requiredPrivateInfos` in %[2]s, or remove the call", "在 %[2]s 的 `requiredPrivateInfos` 中加入 \"%[1]s\"，或删除该调用", name, layer)
	if _, list := p.Project.EffectiveField("requiredPrivateInfos"); list == nil {
		f.Help = T("write `\"requiredPrivateInfos\": [\"%[1]s\"]` in %[2]s, or remove the call", "在 %[2]s 中写上 `\"requiredPrivateInfos\": [\"%[1]s\"]`，或删除该调用", name, layer)
	}
	f.Citations = []Citation{{"wechat-required-private-infos", ""}}
	f.Gates = []Gate{{By: "wechat-upload", Code: code}}
	safe := r.Origin == project.Own && r.Reachable && !r.Computed
	p.offer(f, safe, T("add \"%s\" to `requiredPrivateInfos`", "在 `requiredPrivateInfos` 中加入 \"%s\"", name), p.declare(name))
	p.Report(f)
}

func (p *Pass) mandatorySince(name string) string {
	info, _ := p.Project.Platform.PrivateInfo(name)
	return info.MandatorySince
}

// listPlace is where an entry would be added: the list, or the manifest's
// first character.
func (p *Pass) listPlace(field string) source.Range {
	_, n := p.Project.EffectiveField(field)
	if n != nil && n.Kind == manifest.Array {
		return n.KeyRange
	}
	return p.onProject().Range
}
