package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/project"
)

var extOverrides = &Rule{
	ID:        "ext-overrides",
	Severity:  Warning,
	Platforms: []string{"wechat"},
	Title:     Text{En: "ext.json hides what app.json declares", Zh: "ext.json 覆盖了 app.json 的声明"},
	Sources:   []string{"wechat-required-private-infos", "wechat-app-json"},
	Check: func(p *Pass) {
		for i := range p.Project.Declared {
			d := &p.Project.Declared[i]
			if d.Hidden != project.Replaced || p.repeated(d) {
				continue
			}
			f := onManifest(d.Layer.Doc, d.Node)
			f.Message = T("`%[1]s` has no effect: ext.json has `%[2]s` too, and its entries take the place of these", "`%[1]s` 不生效：ext.json 也写了 `%[2]s`，会整体替换这里的内容", d.Name, d.Field)
			f.Why = T("ext.json does not add to `%s` of app.json, it replaces it. What only app.json lists is not declared in the version that is uploaded.", "ext.json 的 `%s` 不与 app.json 合并，而是整体替换。只写在 app.json 里的项，在上传的版本中等于没有声明。", d.Field)
			f.Help = T("repeat it in ext.json, or remove `%s` there", "在 ext.json 中也写上，或删掉其中的 `%s`", d.Field)
			f.Related = []Related{{d.By.Doc.File, d.By.Doc.Root.Get(d.Field).KeyRange, Text{En: "replaced by this", Zh: "被这里替换"}}}
			f.Citations = []Citation{{"wechat-required-private-infos", ""}}
			p.Report(f)
		}
	},
}

// repeated reports whether the layer that hides a declaration says the same.
func (p *Pass) repeated(d *project.Declaration) bool {
	return slices.ContainsFunc(p.Project.Declared, func(o project.Declaration) bool {
		return o.Layer == d.By && o.Field == d.Field && o.Name == d.Name
	})
}
