package rule

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

var invalidJSON = &Rule{
	ID:       "invalid-json",
	Severity: Error,
	Title:    Text{En: "syntax error in a manifest", Zh: "清单文件存在 JSON 语法错误"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json"},
	Check: func(p *Pass) {
		for _, d := range p.Project.Documents {
			for _, problem := range d.Problems {
				p.invalid(d, problem)
			}
		}
	},
}

func (p *Pass) invalid(d *manifest.Document, problem manifest.Problem) {
	f := &Finding{File: d.File, Range: problem.Range}
	switch problem.Kind {
	case manifest.Invalid:
		f.Message = T("syntax error: %s", "语法错误：%s", problem.Expected())
	case manifest.Empty:
		f.Message = Text{En: "the file is empty; JSON needs at least {}", Zh: "文件为空；JSON 至少要有 {}"}
		if d != p.Project.Manifest {
			f.Severity = Warning // some tool versions take an empty page configuration as {}
		}
	case manifest.TooDeep:
		f.Message = T("nested more than %d levels deep; not read", "嵌套超过 %d 层，未读取", manifest.MaxDepth)
	case manifest.TooLarge:
		f.Message = T("larger than %d bytes; not read", "超过 %d 字节，未读取", manifest.MaxSize)
	case manifest.NotUTF8:
		f.Message = Text{En: "a byte that is not UTF-8", Zh: "存在非 UTF-8 字节"}
	default:
		return
	}
	f.Why = Text{En: "The platform's tools refuse the file or read it as empty, and its permissions are lost.", Zh: "平台工具会拒绝该文件或按空文件处理，其中声明的权限随之失效。"}
	f.Help = invalidHelp(problem.Kind)
	if f.Range == (source.Range{}) {
		f.Range = character(d.File.Data, source.SkipBOM(d.File.Data))
	}
	p.citeManifest(f)
	p.Report(f)
}

func invalidHelp(k manifest.ProblemKind) Text {
	if k == manifest.NotUTF8 {
		return Text{En: "save the file as UTF-8", Zh: "将文件另存为 UTF-8 编码"}
	}
	return Text{En: "correct the place shown; findings about the rest of this file may be incomplete", Zh: "修正所示位置；在此之前，对该文件其余部分的检查可能不完整"}
}
