package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var purposeMissing = &Rule{
	ID:       "purpose-missing",
	Severity: Warning,
	Title:    Text{En: "a permission without a purpose", Zh: "权限缺少用途说明"},
	Sources:  []string{"wechat-authorize", "wechat-app-json", "alipay-app-json"},
	Check: func(p *Pass) {
		p.purposes(func(entry, desc *manifest.Node) {
			if purposeText(desc) != "" {
				return
			}
			f := onManifest(p.document("permission"), entry)
			if desc != nil {
				f = onValue(p.document("permission"), desc)
			}
			f.Scope = entry.Key
			f.Message = T("`%s` has no `desc`: users are not told what it is for", "`%s` 没有填写 `desc`，用户看不到用途", entry.Key)
			p.missing(f, desc == nil && slices.Contains(p.Project.Platform.PermissionKeys(p.manifestName()), entry.Key))
		})
		p.missingEntries()
	},
}

// missingEntries reports location scopes that the program uses with no entry
// under permission at all, each at its first call.
func (p *Pass) missingEntries() {
	if p.Project.Surface != platform.MiniProgram || !p.Project.Manifest.Valid() {
		return
	}
	if p.computed("permission") {
		return
	}
	_, entries := p.Project.EffectiveField("permission")
	seen := map[string]bool{}
	for _, r := range p.reachableFirst() {
		info, ok := p.Project.Platform.ScopeByName(r.Scope)
		if !ok || !info.DescRequired || r.Capability.Request != platform.Prompt || r.Origin != project.Own || seen[r.Scope] {
			continue
		}
		seen[r.Scope] = true
		if entries.Get(r.Scope) != nil || p.extDeclares(r.Scope) || p.Project.Platform.PermissionTolerated(p.manifestName(), r.Scope) && entries.Get("scope.userLocation") != nil {
			continue
		}
		f := at(r)
		f.Message = T("`%[1]s` uses `%[2]s`, but `permission` in %[3]s has no entry for it", "`%[1]s` 用到 `%[2]s`，但 %[3]s 的 `permission` 中没有对应的用途说明", shown(r.Capability), r.Scope, p.layerOf("permission"))
		p.missing(f, false)
	}
}

// extDeclares reports whether ext.json has an entry for a scope.
func (p *Pass) extDeclares(scope string) bool {
	return slices.ContainsFunc(p.Project.Declared, func(d project.Declaration) bool {
		return d.Field == "permission" && d.Name == scope && d.Layer.Role == project.OverrideLayer && d.Hidden == project.Effective
	})
}

// missing words and reports a finding; an entry that is there without its desc
// is one that the developer tool complains of as well.
func (p *Pass) missing(f *Finding, withoutDesc bool) {
	f.Why = Text{En: "The consent dialog shows this sentence; without it the dialog gives no reason.", Zh: "授权弹窗会展示这句话；缺少时弹窗就没有用途说明。"}
	if withoutDesc {
		p.toolSays(f, "manifest-value-empty")
	}
	f.Help = T("write under `permission`: \"%s\": { \"desc\": \"what the feature does with it\" }", "在 `permission` 中写上：\"%s\": { \"desc\": \"具体功能的用途说明\" }", f.Scope)
	id := "wechat-authorize"
	if p.Project.Platform.ID == "alipay" {
		id = "alipay-app-json"
	}
	f.Citations = []Citation{{id, ""}}
	p.Report(f)
}
