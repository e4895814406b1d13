package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/project"
)

var manifestDrift = &Rule{
	ID:       "manifest-drift",
	Severity: Error,
	Title:    Text{En: "source manifest and built app.json disagree on permissions", Zh: "源清单与构建产物 app.json 的权限声明不一致"},
	Sources:  []string{"uni-app", "taro", "mpx", "wepy", "wechat-app-json"},
	Check: func(p *Pass) {
		for _, l := range p.Project.Layers {
			if l.Role == project.BuiltLayer && l.Doc.Valid() && !p.Project.Manifest.Partial {
				p.drift(l)
			}
		}
	},
}

// drift reports what a build has lost and what it has besides.
func (p *Pass) drift(built *project.Layer) {
	main := p.Project.Layers[0]
	for i := range p.Project.Declared {
		d := &p.Project.Declared[i]
		switch {
		case d.Name == d.Field: // a switch, not a permission
		case d.Hidden == project.Lost && d.By == built:
			f := onManifest(main.Doc, d.Node)
			f.Message = T("`%[1]s` of `%[2]s` is declared here, but the built %[3]s does not have it", "这里的 `%[2]s` 声明了 `%[1]s`，但构建产物 %[3]s 中没有", d.Name, d.Field, built.Name)
			f.Why = Text{En: "What is uploaded is the built manifest; without the entry the platform treats the interface as not declared.", Zh: "上传的是构建产物里的清单；缺了这一项，平台会按未声明处理。"}
			f.Help = Text{En: "build again; if it is still missing, upgrade the framework or write the entry with its plug-in for app.json", Zh: "请重新构建；若仍然缺失，升级框架版本，或用框架的 app.json 插件补上"}
			p.reportDrift(f, built, d)
		case d.Layer == built && d.Hidden == project.Effective && !p.inSource(d):
			f := onManifest(built.Doc, d.Node)
			f.Message = T("`%[1]s` of `%[2]s` is only in this built manifest, not in %[3]s", "`%[2]s` 的 `%[1]s` 只在构建产物中，%[3]s 里没有", d.Name, d.Field, main.Name)
			f.Why = Text{En: "The next build overwrites this file, and the entry is gone without a word.", Zh: "下次构建会覆盖该文件，这项声明会悄悄丢失。"}
			f.Help = T("write it in %s", "请写到 %s", main.Name)
			p.reportDrift(f, built, d)
		}
	}
}

func (p *Pass) reportDrift(f *Finding, built *project.Layer, d *project.Declaration) {
	if d.Layer != built {
		f.Related = []Related{{built.Doc.File, built.Doc.Root.Range, Text{En: "the built manifest", Zh: "构建产物清单"}}}
		f.Related[0].Range.End = f.Related[0].Range.Start
	}
	p.citeFramework(f)
	p.Report(f)
}

// inSource reports whether the source declares what a built manifest does.
func (p *Pass) inSource(d *project.Declaration) bool {
	return slices.ContainsFunc(p.Project.Declared, func(s project.Declaration) bool {
		return s.Layer.Role == project.MainLayer && s.Field == d.Field && s.Name == d.Name
	})
}
