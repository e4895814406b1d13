package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/report"
)

// line prints a labelled text below a heading, wrapped to the terminal.
func (a *app) line(label, text string) {
	if text == "" {
		return
	}
	for i, l := range report.Wrap(label+": "+text, width(a.out)-4) {
		fmt.Fprintf(a.out, "%s%s\n", strings.Repeat(" ", 2+2*min(i, 1)), l)
	}
}

func (a *app) explainScope(p *platform.Platform, s *platform.ScopeInfo) {
	fmt.Fprintf(a.out, "%s (%s %s)  %s\n", s.Name, a.platformName(p), a.say("scope", "权限"), s.Zh)
	a.line(a.say("status", "状态"), strings.TrimSpace(s.Status+" "+s.Date))
	a.line(a.say("interfaces", "接口"), strings.Join(append(slices.Clone(s.APIs), s.Components...), ", "))
	a.line(a.say("needs a purpose", "需填写用途"), a.yes(s.DescRequired))
	a.types(s.DataTypes)
	a.line(a.say("privacy guide row", "隐私保护指引"), s.PrivacyKey)
	a.line(a.say("instead", "改用"), s.Replacement)
	a.uncertain(s.Uncertain)
	a.line(a.say("note", "说明"), s.Note)
	a.sources(s.Sources)
	fmt.Fprintln(a.out)
}

func (a *app) platformName(p *platform.Platform) string {
	if a.lang == "zh" {
		return p.NameZh
	}
	return p.NameEn
}

func (a *app) yes(b bool) string {
	if b {
		return a.say("yes", "是")
	}
	return ""
}

func (a *app) uncertain(is bool) {
	if is {
		a.line(a.say("uncertain", "存疑"), a.say("known by name or by inference only", "仅由名称或推断得知"))
	}
}

func (a *app) explainCapability(p *platform.Platform, c *platform.Capability) {
	fmt.Fprintf(a.out, "%s (%s %s)\n", c.Name, a.platformName(p), c.Kind)
	a.line(a.say("request", "申请方式"), string(c.Request))
	a.line("scope", c.ScopeName())
	a.types(c.DataTypes)
	a.conditional(c.Conditional)
	if c.PrivacyKey != "" {
		keys := strings.Join(append([]string{c.PrivacyKey}, c.AlsoPrivacyKeys...), ", ")
		a.line(a.say("privacy guide row", "隐私保护指引"), keys+" "+c.GuideItem)
	}
	a.line("requiredPrivateInfos", c.PrivateInfo)
	a.line(a.say("subject", "主体"), c.Subject)
	a.dates(c)
	a.line(a.say("evidence", "依据"), c.Evidence)
	a.uncertain(c.Uncertain)
	a.line(a.say("note", "说明"), c.Note)
	if c.DocsURL != "" {
		fmt.Fprintf(a.out, "  %s: %s\n", a.say("link", "链接"), c.DocsURL) // whole, for terminals that open links
	}
	a.sources(c.Sources)
	fmt.Fprintln(a.out)
}

// dates prints since when a capability exists and what became of it.
func (a *app) dates(c *platform.Capability) {
	if s := c.Since; s != nil {
		a.line(a.say("since", "起始版本"), words(
			a.labelled("base library", "基础库", s.BaseLibrary), a.labelled("client", "客户端", s.Client), a.labelled("developer tool", "开发者工具", s.IDE), s.Text))
	}
	if d := c.Deprecated; d != nil {
		a.line(a.say("deprecated", "已废弃"), words(d.Status, d.Date, a.labelled("base library", "基础库", d.SinceBaseLibrary), d.Text))
		a.line(a.say("instead", "改用"), d.Replacement)
	}
}

// labelled puts a label before a value, if there is one.
func (a *app) labelled(en, zh, value string) string {
	if value == "" {
		return ""
	}
	return a.say(en, zh) + " " + value
}

// words joins those of its arguments that are not empty.
func words(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

func (a *app) sources(list []string) {
	a.line(a.say("source", "来源"), strings.Join(list, "; "))
}

// conditional prints data types that only some calls obtain.
func (a *app) conditional(list []platform.ConditionalDataType) {
	for _, c := range list {
		if t, ok := categories.FindDataType(c.DataType); ok {
			a.line(a.say("may collect", "可能收集"), a.say("%s (%s), when: %s", "%s (%s)，条件：%s", t.Name(a.lang), t.ID, c.When))
			a.line(a.say("necessary in", "属必要信息的类别"), a.listing(t.ID))
		}
	}
}

// types prints data types and the categories that list each.
func (a *app) types(ids []string) {
	for _, id := range ids {
		if t, ok := categories.FindDataType(id); ok {
			a.line(a.say("collects", "收集"), t.Name(a.lang)+" ("+t.ID+")")
			a.line(a.say("necessary in", "属必要信息的类别"), a.listing(t.ID))
		}
	}
}

// listing names the categories whose allowance holds a data type, with the
// clause that lists it, or a type that covers it, and the condition.
func (a *app) listing(id string) string {
	var out []string
	for _, c := range categories.All() {
		j := categories.NewAllowance([]*categories.Category{c}, nil).Judge(id)
		if j.Item == nil {
			continue
		}
		text := fmt.Sprintf("%d %s [%s]", c.Number, c.Name(a.lang), c.Clause(j.Item))
		if j.Verdict == categories.Conditional {
			text += " (" + j.Item.Condition(a.lang) + ")"
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return a.say("none of the 39 categories", "39 个类别均未列出")
	}
	return strings.Join(out, ", ")
}

func (a *app) explainDataType(t *categories.DataType) {
	fmt.Fprintf(a.out, "%s (%s)  %s\n", t.ID, a.say("data type", "数据类型"), t.Name(a.lang))
	a.line(a.say("part of", "上级"), t.Parent)
	a.line(a.say("also called", "别名"), strings.Join(t.Aliases, ", "))
	a.line(a.say("covered by", "可被涵盖于"), strings.Join(t.CoveredBy, ", "))
	if t.Sensitive {
		a.line(a.say("sensitive", "敏感个人信息"), strings.Join(t.Basis(a.lang), ", "))
	}
	a.line(a.say("note", "说明"), strings.TrimSpace(t.SensitiveNote+" "+t.Note))
	a.line(a.say("necessary in", "属必要信息的类别"), a.listing(t.ID))
	a.line(a.say("source", "来源"), t.Source)
	fmt.Fprintln(a.out)
}

func (a *app) explainCategory(c *categories.Category) {
	fmt.Fprintf(a.out, "%d %s  %s  %s\n", c.Number, c.Slug, c.NameZh, c.NameEn)
	a.line(a.say("basic service", "基本功能服务"), c.BasicService(a.lang))
	if len(c.Necessary) == 0 {
		a.line(a.say("necessary", "必要个人信息"), a.say("none: usable without personal information", "无须个人信息，即可使用基本功能服务"))
	}
	for i := range c.Necessary {
		item := &c.Necessary[i]
		text := item.Name(a.lang) + " [" + strings.Join(item.DataTypes, ", ") + "]"
		if item.Service != "" {
			text += a.say(" if \"services\" names %q: %s", "（配置 services 含 %q 时：%s）", item.Service, item.Condition(a.lang))
		}
		a.line(c.Clause(item), text)
	}
	a.line(a.say("note", "说明"), c.Note)
	if s, ok := categories.SourceByID(categories.SourceID); ok {
		a.line(a.say("source", "来源"), s.Title(a.lang)+" "+s.Date)
	}
	fmt.Fprintln(a.out)
}
