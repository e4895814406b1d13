package inventory

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
)

// Comparison is how a guide stands to what is declared.
type Comparison struct {
	Undeclared  []*Item  // not declared, and the platform misses them
	Unchecked   []*Item  // not declared either, but nothing that the platform checks: forms, interfaces that its table does not name
	Over        []string // declared rows that no code needs
	Idle        []*Item  // declared rows that only unreachable code or dead interfaces need
	Undecidable []string // declared rows that the source cannot tell about
	Unknown     []string // declared names that are no row and no data type
	Detected    []string // keys that WeChat found in the code and mplint did not
	Nothing     bool     // nothing at all is declared
	Quote       platform.ErrorText
}

// Compare compares a guide with what is declared and fills in the purposes
// that only the declaration has.
func (g *Guide) Compare(d *Declared) *Comparison {
	c := &Comparison{Nothing: len(d.Names) == 0}
	if g.Project.Platform.ID == "wechat" {
		c.Quote = g.Project.Platform.Reference().Error("privacy-undeclared")
		if c.Nothing {
			c.Quote = g.Project.Platform.Reference().Error("privacy-banned")
		}
	}
	rows := newLookup(g.Project)
	declared := map[*Item]bool{}
	for _, name := range d.Names {
		if i := matching(g.Items, name); i != nil {
			declared[i] = true
			if len(i.Purposes) == 0 {
				i.Purposes = distinct([]string{d.Purposes[name]})
			}
			continue
		}
		c.without(g, rows, name)
	}
	for _, i := range g.Items {
		switch {
		case declared[i]:
		case i.Checked():
			c.Undeclared = append(c.Undeclared, i)
		default:
			c.Unchecked = append(c.Unchecked, i)
		}
	}
	for _, key := range d.Detected {
		if matching(g.Items, key) == nil {
			c.Detected = append(c.Detected, key)
		}
	}
	return c
}

// without sorts a declared name that nothing in the code needs.
func (c *Comparison) without(g *Guide, rows *lookup, name string) {
	row := rows.find(func(r *platform.GuideItem) bool { return names(name, r.PrivacyKey, r.Scope, r.Zh) })
	_, isType := categories.FindDataType(bare(name))
	switch idle := matching(g.Idle, name); {
	case idle != nil:
		c.Idle = append(c.Idle, idle)
	case row != nil && row.HasAPI:
		c.Over = append(c.Over, row.Zh)
	case row != nil || isType:
		c.Undecidable = append(c.Undecidable, name)
	default:
		c.Unknown = append(c.Unknown, name)
	}
}

// matching returns the entry that a declared name speaks of, or nil.
func matching(items []*Item, name string) *Item {
	i := slices.IndexFunc(items, func(i *Item) bool { return names(name, i.Key, "", i.Words) })
	if i >= 0 {
		return items[i]
	}
	if t, ok := categories.FindDataType(bare(name)); ok {
		i = slices.IndexFunc(items, func(i *Item) bool { return slices.Contains(i.DataTypes, t.ID) })
	}
	if i < 0 {
		return nil
	}
	return items[i]
}

// names reports whether a declared name is a key, the name of a permission or
// the words of a row.
func names(name, key, scope, words string) bool {
	return key != "" && strings.EqualFold(name, key) || scope != "" && strings.EqualFold(name, scope) || bare(name) == bare(words)
}

// leads are what WeChat's rows begin with.
var leads = []string{"开发者", "收集你的", "访问你的", "使用你的", "调用你的", "读取你的", "收集", "访问", "使用", "调用", "读取"}

// bare is the words of a row without what every row begins with and without
// blanks and brackets' width.
func bare(words string) string {
	words = strings.NewReplacer("(", "（", ")", "）", " ", "", "。", "", ",", "、", "，", "、").Replace(words)
	for _, lead := range leads {
		words = strings.TrimPrefix(words, lead)
	}
	return words
}
