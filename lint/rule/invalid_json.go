package rule

import (
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

var invalidJSON = &Rule{
	ID:       "invalid-json",
	Severity: Error,
	Title:    Text{"syntax error in a manifest", "清单文件存在 JSON 语法错误"},
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
		f.Message = T("syntax error: %s", "语法错误：%s", faultText(problem))
	case manifest.Empty:
		f.Message = Text{"the file is empty; JSON needs at least {}", "文件为空；JSON 至少要有 {}"}
		if d != p.Project.Manifest {
			f.Severity = Warning // some tool versions take an empty page configuration as {}
		}
	case manifest.TooDeep:
		f.Message = T("nested more than %d levels deep; not read", "嵌套超过 %d 层，未读取", manifest.MaxDepth)
	case manifest.TooLarge:
		f.Message = T("larger than %d bytes; not read", "超过 %d 字节，未读取", manifest.MaxSize)
	case manifest.NotUTF8:
		f.Message = Text{"a byte that is not UTF-8", "存在非 UTF-8 字节"}
	default:
		return
	}
	f.Why = Text{"The platform's tools refuse the file or read it as empty, and its permissions are lost.", "平台工具会拒绝该文件或按空文件处理，其中声明的权限随之失效。"}
	f.Help = invalidHelp(problem.Kind)
	if f.Range == (source.Range{}) {
		f.Range = character(d.File.Data, source.SkipBOM(d.File.Data))
	}
	p.citeManifest(f)
	p.Report(f)
}

// faultText says what the parser expected; the Chinese text goes by the code
// word of the fault.
func faultText(problem manifest.Problem) Text {
	_, en, _ := strings.Cut(problem.Text, ": ")
	zh := faultsZh[problem.Code()]
	if zh == "" {
		zh = en
	}
	return Text{en, zh}
}

var faultsZh = map[string]string{
	manifest.CodeMissingComma:         "缺少逗号或右括号",
	manifest.CodeMissingColon:         "键后面缺少冒号",
	manifest.CodeMissingValue:         "此处应有一个值",
	manifest.CodeUnclosedObject:       "文件结束前缺少 }",
	manifest.CodeUnclosedArray:        "文件结束前缺少 ]",
	manifest.CodeMismatchedBracket:    "括号不匹配",
	manifest.CodeUnclosedString:       "字符串缺少右引号",
	manifest.CodeUnclosedComment:      "注释缺少 */",
	manifest.CodeUnquotedKey:          "键必须加双引号",
	manifest.CodeSingleQuote:          "应使用双引号，不能用单引号",
	manifest.CodeInvalidEscape:        "JSON 不支持的转义",
	manifest.CodeControlCharacter:     "字符串中有未转义的控制字符",
	manifest.CodeInvalidNumber:        "不是合法的 JSON 数字",
	manifest.CodeUnknownLiteral:       "除 true、false、null 外，其他内容都要加引号",
	manifest.CodeFullWidthPunctuation: "误用了中文标点，应改为英文标点",
	manifest.CodeNonASCIISpace:        "含有 JSON 不认识的空白字符",
	manifest.CodeTrailingText:         "JSON 结束后还有多余内容",
	manifest.CodeUnexpectedToken:      "此处出现了意外的内容",
}

func invalidHelp(k manifest.ProblemKind) Text {
	if k == manifest.NotUTF8 {
		return Text{"save the file as UTF-8", "将文件另存为 UTF-8 编码"}
	}
	return Text{"correct the place shown; findings about the rest of this file may be incomplete", "修正所示位置；在此之前，对该文件其余部分的检查可能不完整"}
}
