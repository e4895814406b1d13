package config

import (
	"maps"
	"slices"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/platform"
)

// fields are the keys of the config and how each value is read.
var fields = map[string]func(*parser, *manifest.Node){
	"$schema":  func(p *parser, n *manifest.Node) { p.str(n) },
	"category": (*parser).category,
	"services": (*parser).services,
	"optional": (*parser).optional,
	"platformCategory": func(p *parser, n *manifest.Node) {
		p.eachMember(n, func(m *manifest.Node) {
			if p.oneOf(m.Key, platformIDs(), "platform", m.KeyRange) {
				p.config.PlatformCategory[m.Key] = p.servicePath(m.Key, m)
			}
		})
	},
	"subject": func(p *parser, n *manifest.Node) {
		p.config.Subject = p.choice(n, "subject", "enterprise", "individual")
	},
	"memberFields": (*parser).memberFields,
	"rules":        (*parser).rules,
	"ignore":       (*parser).ignore,
	"exclude":      func(p *parser, n *manifest.Node) { p.config.Exclude = p.globs(n) },
	"lang":         func(p *parser, n *manifest.Node) { p.config.Lang = p.choice(n, "lang", "en", "zh", "auto") },
	"rulebook": func(p *parser, n *manifest.Node) {
		p.config.Rulebook = p.choice(n, "rulebook", Rulebook2021, RulebookDraft)
	},
	"baseline": func(p *parser, n *manifest.Node) { p.config.Baseline = p.str(n) },
}

// Keys returns the keys of a config, sorted.
func Keys() []string { return slices.Sorted(maps.Keys(fields)) }

func platformIDs() []string {
	var ids []string
	for _, p := range platform.All() {
		ids = append(ids, p.ID)
	}
	return ids
}

// category reads a name, a number, or a list of them.
func (p *parser) category(n *manifest.Node) {
	if n.Kind == manifest.Array {
		for _, c := range n.Children {
			p.oneCategory(c)
		}
		return
	}
	p.oneCategory(n)
}

func (p *parser) oneCategory(n *manifest.Node) {
	if n.Kind != manifest.String && n.Kind != manifest.Number {
		p.fail(n.Range, "a category is a slug, a number or a Chinese name", "类别应为 slug、编号或中文名")
		return
	}
	found, err := categories.Resolve(n.Text)
	if err != nil {
		p.fail(n.Range, "%s", "%s", CategoryError(err))
		return
	}
	if !slices.Contains(p.config.Categories, found.Category) {
		p.config.Categories = append(p.config.Categories, found.Category)
	}
	if found.PlatformPath == "" {
		return
	}
	p.config.ServicePaths = append(p.config.ServicePaths, found.PlatformPath)
	if p.config.PlatformCategory["wechat"] == "" {
		p.config.PlatformCategory["wechat"] = found.PlatformPath
	}
}

func (p *parser) services(n *manifest.Node) {
	all := categories.Services(categories.All())
	p.config.Services = p.strings(n)
	for _, c := range n.Children {
		if c.Kind == manifest.String {
			p.oneOf(c.Text, all, "service", c.Range)
		}
	}
}

func (p *parser) optional(n *manifest.Node) {
	p.eachMember(n, func(m *manifest.Node) {
		o := Optional{Name: m.Key, Range: m.KeyRange, Pointer: m.Pointer}
		p.optionalName(m)
		p.object(m, map[string]func(*parser, *manifest.Node){
			"purpose": func(p *parser, n *manifest.Node) { o.Purpose = p.str(n) },
			"pages":   func(p *parser, n *manifest.Node) { o.Pages = p.globs(n) },
		})
		p.required(m, m.KeyRange, "purpose", message.T("optional %q needs a \"purpose\": why it is asked for", "optional 中的 %q 缺少 \"purpose\"：请写明为什么要收集", m.Key))
		p.config.Optional = append(p.config.Optional, o)
	})
}

// optionalName checks that a key of "optional" is a data type, a scope or a
// capability of some platform.
func (p *parser) optionalName(m *manifest.Node) {
	if _, ok := categories.FindDataType(m.Key); ok {
		return
	}
	for _, pl := range platform.All() {
		if _, ok := pl.ScopeByName(m.Key); ok {
			return
		}
		if _, ok := pl.ByName(m.Key); ok {
			return
		}
	}
	near := categories.NearestDataTypes(m.Key)
	for _, pl := range platform.All() {
		for _, name := range pl.Nearest(m.Key, 1) {
			if !slices.Contains(near, name) {
				near = append(near, name)
			}
		}
	}
	p.fail(m.KeyRange, "%q is no data type, scope or interface%s", "%q 不是数据类型、scope 或接口%s", m.Key, message.DidYouMean(near[:min(3, len(near))]))
}

func (p *parser) memberFields(n *manifest.Node) {
	p.config.MemberFields = p.strings(n)
	var known []string
	for _, f := range platform.Alipay.Reference().MemberFields {
		known = append(known, f.Field)
	}
	for _, c := range n.Children {
		if c.Kind == manifest.String {
			p.oneOf(c.Text, known, "member field", c.Range)
		}
	}
}

func (p *parser) rules(n *manifest.Node) {
	p.eachMember(n, func(m *manifest.Node) {
		if p.oneOf(m.Key, p.known.Rules, "rule", m.KeyRange) {
			p.config.Rules[m.Key] = p.choice(m, "severity", "error", "warning", "info", "off")
		}
	})
}

func (p *parser) ignore(n *manifest.Node) {
	if !p.is(n, manifest.Array, message.Text{En: "a list of entries", Zh: "条目数组"}) {
		return
	}
	for _, c := range n.Children {
		e := Ignore{Range: c.Range, Pointer: c.Pointer}
		p.object(c, map[string]func(*parser, *manifest.Node){
			"rule":    func(p *parser, n *manifest.Node) { e.Rule = p.str(n) },
			"path":    func(p *parser, n *manifest.Node) { e.Path = p.glob(n) },
			"pointer": func(p *parser, n *manifest.Node) { e.JSONPointer = p.str(n) },
			"reason":  func(p *parser, n *manifest.Node) { e.Reason = p.str(n) },
			"until":   func(p *parser, n *manifest.Node) { e.Until = p.date(n) },
		})
		p.required(c, c.Range, "rule", message.Text{En: "an entry of \"ignore\" needs a \"rule\"", Zh: "ignore 的每一项都要写 \"rule\""})
		p.config.Ignore = append(p.config.Ignore, e)
	}
}

func (p *parser) date(n *manifest.Node) string {
	text := p.str(n)
	if _, err := time.Parse(time.DateOnly, text); err != nil && n.Kind == manifest.String {
		p.fail(n.Range, "%q is no date; write YYYY-MM-DD", "%q 不是日期；请写成 YYYY-MM-DD", text)
	}
	return text
}

func (p *parser) globs(n *manifest.Node) []string {
	if !p.is(n, manifest.Array, message.Text{En: "a list of globs", Zh: "glob 数组"}) {
		return nil
	}
	var out []string
	for _, c := range n.Children {
		out = append(out, p.glob(c))
	}
	return out
}

func (p *parser) glob(n *manifest.Node) string {
	text := p.str(n)
	if !doublestar.ValidatePattern(text) {
		p.fail(n.Range, "%q is no valid glob", "%q 不是有效的 glob", text)
	}
	return text
}
