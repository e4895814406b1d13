package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
)

var permissionIneffective = &Rule{
	ID:       "permission-ineffective",
	Severity: Warning,
	Title:    Text{En: "a permission declared where the platform does not read it", Zh: "平台不会读取的权限声明"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json", "wechat-ci"},
	Check: func(p *Pass) {
		platform, name := p.Project.Platform, p.manifestName()
		p.permissions(func(n *manifest.Node) {
			_, known := platform.ScopeByName(n.Key)
			if known && !slices.Contains(platform.PermissionKeys(name), n.Key) && !platform.PermissionTolerated(name, n.Key) {
				f := onManifest(p.document("permission"), n)
				f.Scope = n.Key
				f.Message = T("`%s` under `permission` has no effect on %s", "`permission` 中的 `%s` 在%s不生效", n.Key, Both(platform.NameEn, platform.NameZh))
				p.ineffective(f, platform.PermissionKeys(name))
			}
		})
		if root := p.Project.Manifest.Root; root != nil && root.Kind == manifest.Object {
			for _, n := range root.Children {
				if foreign, ok := platform.ForeignField(name, n.Key); ok && foreign.Privacy && !slices.Contains(p.Project.Platforms, foreign.Platform) {
					f := onManifest(p.Project.Manifest, n)
					f.Message = T("%s does not read `%s`; it is a field of another platform", "%s不读取 `%s`，这是其他平台的字段", Both(platform.NameEn, platform.NameZh), n.Key)
					f.Why = Text{En: "The entry does nothing here: it neither asks for nor explains anything.", Zh: "该声明在这里不起作用，既不会触发授权，也不会展示用途。"}
					f.Help = Text{En: "remove it, or keep it in the other platform's manifest", Zh: "删除即可；另一平台需要的话，写到它自己的清单里"}
					p.citeManifest(f)
					p.Report(f)
				}
			}
		}
	},
}

func (p *Pass) ineffective(f *Finding, keys []string) {
	f.Why = T("The platform reads only %s under `permission` of this file; the entry neither asks for nor explains anything.", "该文件的 `permission` 只读取 %s，其余声明既不会触发授权也不会展示用途。", Both(quote(keys), quoteZh(keys)))
	p.invalidPermission(f, f.Scope)
	f.Help = Text{En: "remove it; the interface itself asks when it is called", Zh: "删除即可；调用对应接口时平台会自行询问用户"}
	p.citeManifest(f)
	p.Report(f)
}
