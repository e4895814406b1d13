package rule

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/project"
)

var manifestWrongFile = &Rule{
	ID:       "manifest-wrong-file",
	Severity: Error,
	Title:    Text{En: "a permission key in a file or node that nobody reads it from", Zh: "权限字段写在了不会被读取的文件或节点"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json", "uni-app", "taro", "mpx", "wepy"},
	Check: func(p *Pass) {
		seen := map[*manifest.Node]bool{}
		for i := range p.Project.Declared {
			d := &p.Project.Declared[i]
			n := d.Layer.Doc.Root.Get(d.Field)
			if d.Layer.Role == project.UnreadLayer && !seen[n] {
				seen[n] = true
				p.wrongFile(d, n)
			}
		}
	},
}

// wrongFile reports one field of a layer that is not read.
func (p *Pass) wrongFile(d *project.Declaration, n *manifest.Node) {
	home := p.home()
	f := onManifest(d.Layer.Doc, n)
	f.Message = T("`%[1]s` is not read from %[2]s; it belongs in %[3]s", "`%[1]s` 写在 %[2]s 中不会被读取，应写到 %[3]s", d.Field, d.Layer.Name, home)
	f.Why = T("Nothing of it reaches the program that is uploaded: %s never sees the entry, and calls fail as if it were not there.", "它不会进入上传的小程序：%s看不到这项声明，相应接口会按未声明处理。", Both(p.Project.Platform.NameEn, p.Project.Platform.NameZh))
	f.Help = T("move it: write `%[1]s` in %[2]s", "把 `%[1]s` 移到 %[2]s", d.Field, home)
	p.citeFramework(f)
	p.Report(f)
}

// home is the file or node from which the permission fields are read.
func (p *Pass) home() string {
	for _, l := range p.Project.Layers {
		if l.Role == project.MainLayer {
			return l.Name
		}
	}
	return p.manifestName()
}

// citeFramework names what says where the framework, or the platform for a
// native program, reads the manifest from.
func (p *Pass) citeFramework(f *Finding) {
	switch id := p.Project.Framework; id {
	case "uni-app", "taro", "mpx", "wepy":
		f.Citations = []Citation{{id, ""}}
	default:
		p.citeManifest(f)
	}
}
