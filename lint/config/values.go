package config

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/source"
)

// object reads the members of an object; a key that is none of the readers' is
// a fault with the nearest name.
func (p *parser) object(n *manifest.Node, readers map[string]func(*parser, *manifest.Node)) {
	p.eachMember(n, func(m *manifest.Node) {
		if read := readers[m.Key]; read != nil {
			read(p, m)
			return
		}
		keys := make([]string, 0, len(readers))
		for key := range readers {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		p.oneOf(m.Key, keys, "key", m.KeyRange)
	})
}

func (p *parser) eachMember(n *manifest.Node, visit func(*manifest.Node)) {
	if !p.is(n, manifest.Object, message.Text{En: "an object", Zh: "对象"}) {
		return
	}
	for _, m := range n.Children {
		visit(m)
	}
}

func (p *parser) is(n *manifest.Node, kind manifest.Kind, what message.Text) bool {
	if n.Kind != kind {
		p.fail(n.Range, "expected %s", "此处应为%s", what)
		return false
	}
	return true
}

func (p *parser) str(n *manifest.Node) string {
	if !p.is(n, manifest.String, message.Text{En: "a string", Zh: "字符串"}) {
		return ""
	}
	return n.Text
}

func (p *parser) strings(n *manifest.Node) []string {
	if !p.is(n, manifest.Array, message.Text{En: "a list of strings", Zh: "字符串数组"}) {
		return nil
	}
	var out []string
	for _, c := range n.Children {
		out = append(out, p.str(c))
	}
	return out
}

// required reports a member of an object that is absent or blank. One of the
// wrong type has been reported already.
func (p *parser) required(n *manifest.Node, at source.Range, key string, missing message.Text) {
	if n.Kind != manifest.Object {
		return
	}
	if m := n.Get(key); m == nil || m.Kind == manifest.String && strings.TrimSpace(m.Text) == "" {
		p.fail(at, "%s", "%s", missing)
	}
}

func (p *parser) choice(n *manifest.Node, what string, values ...string) string {
	text := p.str(n)
	if n.Kind == manifest.String {
		p.oneOf(text, values, what, n.Range)
	}
	return text
}

// oneOf reports whether a name is known, and a fault when it is not.
func (p *parser) oneOf(name string, known []string, what string, at source.Range) bool {
	if slices.Contains(known, name) {
		return true
	}
	hint := message.DidYouMean(Nearest(name, known))
	if hint.En == "" {
		hint = elsewhere(what, known)
	}
	p.fail(at, "unknown %s %q%s", "未知的%s %q%s", message.Text{En: what, Zh: cmp.Or(kindsZh[what], " "+what+" 取值")}, name, hint)
	return false
}

// kindsZh are the kinds of names that a config holds, in Chinese.
var kindsZh = map[string]string{
	"key": "键", "platform": "平台", "service": "服务", "member field": "会员字段", "rule": "规则", "severity": "级别",
}

// elsewhere says where the known names are to be found, when none is near.
func elsewhere(what string, known []string) message.Text {
	if len(known) <= 14 {
		return message.T("; known: %s", "；可用：%s", strings.Join(known, ", "))
	}
	if what == "rule" {
		return message.Text{En: "; `mplint rules` lists them", Zh: "；可用 `mplint rules` 查看全部规则"}
	}
	return message.Text{}
}

// Nearest returns the known name that is most like an unknown one, if any is
// close: a third of its letters may differ, and one more, so that two swapped
// letters of a short word are forgiven.
func Nearest(name string, known []string) []string {
	best, limit := "", len([]rune(name))/3+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(k)); d < limit || d == limit && best == "" && d < len(name) {
			best, limit = k, d
		}
	}
	if best == "" {
		return nil
	}
	return []string{best}
}

// Template is the text that "mplint init" writes for a category.
func Template(category string) string {
	return `{
  "$schema": "https://raw.githubusercontent.com/mplint/mplint/main/lint/config/config.schema.json",
  "category": "` + category + `",

  // Data asked for beyond the category's necessary set: refusable, asked on use.
  // "optional": { "location-precise": { "purpose": "show shops nearby after a tap", "pages": ["pages/nearby/*"] } },

  // Severity per rule: "error", "warning", "info" or "off".
  "rules": {}
}
`
}
