package report

import (
	"strings"

	"github.com/mplint/mplint/lint/inventory"
)

// column is one column of an inventory as a table.
type column struct {
	en, zh string
	cell   func(e *inventory.Entry, lang string) string
}

func (c column) title(lang string) string { return say(lang, c.en, c.zh) }

// inventoryColumns are the columns of both tables, Markdown and CSV, but for
// the data type and the places.
var inventoryColumns = []column{
	{"asked by", "接口或来源", func(e *inventory.Entry, _ string) string { return e.Name }},
	{"how", "收集方式", kindName},
	{"scope", "权限 scope", func(e *inventory.Entry, _ string) string { return e.Scope }},
	{"verdict", "与类别的关系", func(e *inventory.Entry, lang string) string { return verdictName(e.Judgement.Verdict, lang) }},
	{"clause", "条款", clauseName},
	{"purpose", "用途", func(e *inventory.Entry, _ string) string { return e.Purpose }},
	{"privacy guide", "隐私指引条目", func(e *inventory.Entry, _ string) string { return strings.TrimSpace(e.GuideKey + " " + e.GuideItem) }},
	{"origin", "来源", originName},
	{"package", "依赖包", func(e *inventory.Entry, _ string) string { return packageOf(e) }},
	{"reachable", "有页面用到", func(e *inventory.Entry, lang string) string { return yesNo(e.Reachable, lang) }},
}

// typeColumns say which data an entry is about.
var typeColumns = []column{
	{"data type", "信息类型", func(e *inventory.Entry, lang string) string { return typeTitle(e.DataType, lang) }},
	{"data type id", "信息类型标识", func(e *inventory.Entry, _ string) string { return e.DataType }},
	{"sensitive", "敏感个人信息依据", func(e *inventory.Entry, lang string) string { return sensitiveBasis(e.DataType, lang) }},
}
