package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/rule"
)

func (a *app) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "explain a rule, scope, interface, open type, component, data type or category",
		ArgsUsage: "NAME",
		Flags:     []cli.Flag{langFlag()},
		Action: func(c *cli.Context) error {
			if err := a.setLang(c); err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usage("explain takes one name")
			}
			return a.explain(c.Args().First())
		},
	}
}

func (a *app) explain(name string) error {
	if page := rule.Doc(name, a.lang); page != "" {
		fmt.Fprint(a.out, page)
		return nil
	}
	found := false
	for _, p := range platform.All() {
		found = a.explainOn(p, name) || found
	}
	if t, ok := categories.FindDataType(name); ok {
		a.explainDataType(t)
		found = true
	}
	if r, err := categories.Resolve(name); err == nil && !found {
		a.explainCategory(r.Category)
		found = true
	}
	if found {
		return nil
	}
	return a.unexplained(name)
}

func (a *app) unexplained(name string) error {
	near := config.Nearest(name, rule.IDs())
	for _, id := range rule.IDs() {
		if len(name) > 2 && strings.Contains(id, name) {
			near = append(near, id)
		}
	}
	for _, p := range platform.All() {
		near = append(near, p.Nearest(name, 2)...)
	}
	near = append(near, categories.NearestDataTypes(name)...)
	_, err := categories.Resolve(name)
	var unknown *categories.UnknownError
	if errors.As(err, &unknown) {
		near = append(near, unknown.Nearest...)
	}
	slices.Sort(near)
	near = slices.Compact(near)
	if len(near) == 0 {
		return usage("nothing is known by the name %q", name)
	}
	return usage("nothing is known by the name %q; near it: %s", name, strings.Join(near[:min(6, len(near))], ", "))
}

func (a *app) line(label, text string) {
	if text != "" {
		fmt.Fprintf(a.out, "  %s: %s\n", label, text)
	}
}

// explainOn explains the scope and the capabilities that a name stands for on
// a platform: wx.getLocation, getLocation, getPhoneNumber, camera, scope.record.
func (a *app) explainOn(p *platform.Platform, name string) bool {
	found := false
	if s, ok := p.ScopeByName(name); ok {
		a.explainScope(p, s)
		found = true
	}
	for _, c := range p.Capabilities() {
		if named(c, name) {
			a.explainCapability(p, c)
			found = true
		}
	}
	return found
}

func named(c *platform.Capability, name string) bool {
	m := &c.Match
	switch c.Kind {
	case platform.API:
		return c.Name == name || strings.HasPrefix(c.Name, name+"#") || m.Member == name || m.ObjectType+"."+m.Member == name
	case platform.Component:
		return m.Element == strings.Trim(name, "<>")
	case platform.OpenType, platform.Attr:
		return c.Name == name || slices.Contains(m.Values, name) && !m.BareIsTrue || m.Attr == name
	}
	return c.Name == name
}

func (a *app) explainScope(p *platform.Platform, s *platform.ScopeInfo) {
	fmt.Fprintf(a.out, "%s (%s %s)  %s\n", s.Name, a.platformName(p), a.say("scope", "权限"), s.Zh)
	a.line(a.say("status", "状态"), strings.TrimSpace(s.Status+" "+s.Date))
	a.line(a.say("interfaces", "接口"), strings.Join(append(slices.Clone(s.APIs), s.Components...), ", "))
	a.line(a.say("needs a purpose", "需填写用途"), a.yes(s.DescRequired))
	a.types(s.DataTypes)
	a.uncertain(s.Uncertain)
	a.line(a.say("source", "来源"), strings.Join(s.Sources, "; "))
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
	if c.PrivacyKey != "" {
		a.line(a.say("privacy guide row", "隐私保护指引"), c.PrivacyKey+" "+c.GuideItem)
	}
	if c.PrivateInfo != "" {
		a.line("requiredPrivateInfos", c.PrivateInfo)
	}
	if d := c.Deprecated; d != nil {
		a.line(a.say("deprecated", "已废弃"), strings.Join(strings.Fields(strings.Join([]string{d.Status, d.Date, d.Text}, " ")), " "))
		a.line(a.say("instead", "改用"), d.Replacement)
	}
	a.line(a.say("evidence", "依据"), c.Evidence)
	a.uncertain(c.Uncertain)
	a.line(a.say("note", "说明"), c.Note)
	a.line(a.say("link", "链接"), c.DocsURL)
	fmt.Fprintln(a.out)
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

// listing names the categories whose allowance holds a data type.
func (a *app) listing(id string) string {
	var out []string
	for _, c := range categories.All() {
		switch j := categories.NewAllowance([]*categories.Category{c}, nil).Judge(id); j.Verdict {
		case categories.Within:
			out = append(out, fmt.Sprintf("%d %s", c.Number, c.Name(a.lang)))
		case categories.Conditional:
			out = append(out, fmt.Sprintf("%d %s (%s)", c.Number, c.Name(a.lang), j.Item.Condition(a.lang)))
		}
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
		a.line(a.say("sensitive", "敏感个人信息"), strings.Join(t.SensitiveBasis, ", "))
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
		a.line(fmt.Sprintf("%s.%d", c.Article(), item.Clause), text)
	}
	a.line(a.say("note", "说明"), c.Note)
	if s, ok := categories.SourceByID(categories.SourceID); ok {
		a.line(a.say("source", "来源"), s.Title(a.lang)+" "+s.Date)
	}
	fmt.Fprintln(a.out)
}
