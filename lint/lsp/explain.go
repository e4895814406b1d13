package lsp

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// add adds a section of the lines that are not empty.
func (e *explainer) add(parts ...string) {
	e.sections = append(e.sections, strings.ReplaceAll(lines(parts...), "\n", "\n\n"))
}

func (e *explainer) say(en, zh string, args ...any) string { return rule.T(en, zh, args...).In(e.lang) }

func (e *explainer) link(url string) string {
	if url == "" {
		return ""
	}
	return "[" + e.say("documentation", "文档") + "](<" + url + ">)"
}

func (e *explainer) platformName(p *platform.Platform) string {
	if e.lang == "zh" {
		return p.NameZh
	}
	return p.NameEn
}

// request explains a capability and how the program stands to it.
func (e *explainer) request(r *project.Request) {
	c := r.Capability
	parts := []string{"**`" + rule.Shown(c) + "`**"}
	parts = append(parts, e.types(r.DataTypes)...)
	for _, x := range c.Conditional {
		if t, ok := categories.FindDataType(x.DataType); ok {
			parts = append(parts, e.say("May collect: %s `%s`, when: %s", "可能收集：%s `%s`，条件：%s", t.Name(e.lang), t.ID, x.When))
		}
	}
	if r.Scope != "" {
		parts = append(parts, "Scope: `"+r.Scope+"`")
	}
	if c.PrivateInfo != "" {
		parts = append(parts, e.say("Must stand in `requiredPrivateInfos`: `%s`", "须在 `requiredPrivateInfos` 中声明：`%s`", c.PrivateInfo))
	}
	if c.Withdrawn() {
		parts = append(parts, e.say("No longer returns data (%s)", "已不再返回数据（%s）", c.Deprecated.Date))
	}
	e.add(append(parts, e.verdict(r), e.link(c.DocsURL))...)
}

func (e *explainer) scope(p *platform.Platform, s *platform.ScopeInfo) {
	parts := []string{"**`" + s.Name + "`** " + e.say("%s scope", "%s 权限", e.platformName(p)) + " " + s.Zh}
	if s.Status != "" && s.Status != "active" {
		parts = append(parts, e.say("Status: %s", "状态：%s", strings.TrimSpace(s.Status+" "+s.Date)))
	}
	if len(s.APIs) > 0 {
		parts = append(parts, e.say("Interfaces: %s", "接口：%s", "`"+strings.Join(s.APIs, "`, `")+"`"))
	}
	parts = append(parts, e.types(s.DataTypes)...)
	verdict := ""
	if c, ok := p.ScopeCapability(s.Name); ok {
		verdict = e.verdict(&project.Request{Capability: c, Scope: s.Name, DataTypes: s.DataTypes, Form: project.ManifestForm, Origin: project.Own})
	}
	e.add(append(parts, verdict)...)
}

func (e *explainer) dataType(t *categories.DataType) {
	parts := []string{"**`" + t.ID + "`** " + t.Name(e.lang)}
	if t.Sensitive {
		parts = append(parts, e.say("Sensitive personal information: %s", "敏感个人信息：%s", strings.Join(t.Basis(e.lang), ", ")))
	}
	e.add(append(parts, e.say("Necessary in: %s", "属必要信息的类别：%s", e.listing(t.ID)))...)
}

func (e *explainer) category(c *categories.Category) {
	parts := []string{fmt.Sprintf("**`%s`** %d %s", c.Slug, c.Number, c.Name(e.lang)), e.say("Basic service: %s", "基本功能服务：%s", c.BasicService(e.lang))}
	if len(c.Necessary) == 0 {
		parts = append(parts, e.say("Necessary: none (article 5, item %d)", "必要个人信息：无须个人信息，即可使用基本功能服务（第五条第（%d）项）", c.Number))
	}
	for i := range c.Necessary {
		item := &c.Necessary[i]
		text := c.Clause(item) + " " + item.Name(e.lang)
		if len(item.DataTypes) > 0 {
			text += " `" + strings.Join(item.DataTypes, "`, `") + "`"
		}
		parts = append(parts, text)
	}
	e.add(parts...)
}

// types says of data types in which categories each is necessary.
func (e *explainer) types(ids []string) []string {
	var out []string
	for _, id := range ids {
		if t, ok := categories.FindDataType(id); ok {
			out = append(out,
				e.say("Collects: %s `%s`", "收集：%s `%s`", t.Name(e.lang), t.ID),
				e.say("Necessary in: %s", "属必要信息的类别：%s", e.listing(t.ID)))
		}
	}
	return out
}

// listing names the categories that list a data type, or one that covers it,
// with the clause and the condition.
func (e *explainer) listing(id string) string {
	var out []string
	for _, c := range categories.All() {
		j := categories.NewAllowance([]*categories.Category{c}, nil).Judge(id)
		if j.Item == nil {
			continue
		}
		text := fmt.Sprintf("%d %s (%s)", c.Number, c.Name(e.lang), c.Clause(j.Item))
		if j.Verdict == categories.Conditional {
			text += " (" + j.Item.Condition(e.lang) + ")"
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return e.say("none of the 39 categories", "39 个类别均未列出")
	}
	return strings.Join(out, e.say(", ", "、"))
}
