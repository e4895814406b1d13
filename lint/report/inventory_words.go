package report

import (
	"cmp"
	"fmt"

	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
)

func verdictName(v inventory.Verdict, lang string) string {
	names := map[inventory.Verdict]string{
		inventory.Beyond: "超出范围", inventory.Within: "范围内", inventory.Conditional: "附条件", inventory.Optional: "可选",
		inventory.Unjudged: "不评判", inventory.NoCategory: "未设类别",
	}
	if lang == "zh" {
		return names[v]
	}
	return string(v)
}

// kindName is how the data is asked for.
func kindName(e *inventory.Entry, lang string) string {
	names := map[string][2]string{
		"prompt": {"prompt", "弹窗授权"}, "declared": {"declared", "清单声明"}, "picker": {"picker", "用户选择或填写"}, "write": {"write", "写入设备"},
		"silent": {"silent", "无提示读取"}, "unjudged": {"unjudged", "常规接口"},
		"field": {"form field", "表单填写项"}, "sdk": {"SDK", "第三方 SDK"}, "plugin": {"plug-in", "插件"},
	}
	pair := names[cmp.Or(e.Request, string(e.Kind))]
	return say(lang, pair[0], pair[1])
}

// clauseName names the clause that a verdict rests on: that of the item which
// lists the data, or of the list that lacks it.
func clauseName(e *inventory.Entry, lang string) string {
	j := e.Judgement
	if j.Item == nil {
		return j.Clause
	}
	return fmt.Sprintf("%s %s", j.Clause, j.Item.Name(lang))
}

// packageOf names the package of an entry with its version.
func packageOf(e *inventory.Entry) string {
	name := project.PackageName(e.Package)
	if e.Version != "" {
		name += "@" + e.Version
	}
	return name
}

// originName says whose code it is.
func originName(e *inventory.Entry, lang string) string {
	names := map[project.Origin][2]string{
		project.Own: {"own code", "自有代码"}, project.Dependency: {"dependency", "依赖"},
		project.Framework: {"framework", "框架"}, project.Generated: {"generated", "生成的代码"},
	}
	pair := names[e.Origin]
	return say(lang, pair[0], pair[1])
}

func yesNo(b bool, lang string) string {
	if b {
		return say(lang, "yes", "是")
	}
	return say(lang, "no", "否")
}
