package rule

import "github.com/mplint/mplint/lint/manifest"

var jsonNotStrict = &Rule{
	ID:       "json-not-strict",
	Severity: Warning,
	Title:    Text{En: "comment, trailing comma or byte order mark in a manifest", Zh: "清单文件含注释、尾随逗号或 BOM"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json"},
	Check: func(p *Pass) {
		for _, d := range p.Project.Documents {
			for _, problem := range d.Problems {
				what, ok := looseness[problem.Kind]
				if !ok {
					continue
				}
				f := &Finding{File: d.File, Range: problem.Range}
				f.Message = T("%s is no strict JSON", "%s不符合严格 JSON", what)
				f.Why = Text{En: "Native manifests are strict JSON: tools that read them may refuse the file, and then its permissions are lost.", Zh: "原生清单文件应为严格 JSON：读取它的工具可能拒绝该文件，其中声明的权限随之失效。"}
				f.Help = Text{En: "remove it", Zh: "删除即可"}
				p.citeManifest(f)
				if problem.Kind == manifest.BOM {
					p.offer(f, true, Text{En: "remove the byte order mark", Zh: "删除 BOM 头"}, manifest.RemoveBOM(d.File))
				}
				p.Report(f)
			}
		}
	},
}

var looseness = map[manifest.ProblemKind]Text{
	manifest.Comment:       {En: "a comment", Zh: "注释"},
	manifest.TrailingComma: {En: "a trailing comma", Zh: "尾随逗号"},
	manifest.BOM:           {En: "a byte order mark", Zh: "BOM 头"},
}
