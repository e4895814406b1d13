package inventory

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// Guide is a draft of the text in which a program tells its users what it
// collects: WeChat's privacy guide, Alipay's privacy policy.
type Guide struct {
	Project      *lint.Project
	Sections     []platform.GuideSection // in the platform's order
	Items        []*Item                 // what the code needs, in the platform's order, then what it has no row for
	Idle         []*Item                 // rows that only unreachable code or interfaces without an answer would need
	Undecided    []*Item                 // rows that no interface stands for: the source cannot tell
	ThirdParties []*ThirdParty
}

// Item is one entry of a guide.
type Item struct {
	Key       string // of WeChat's guide; Alipay: permission or field; "" for what the platform has no row for
	Section   string // id of the section, "" for WeChat's own
	Words     string // the platform's words, in Chinese
	Row       *platform.GuideItem
	DataTypes []string
	Purposes  []string // those that somebody wrote, each once
	Requests  []*project.Request
	Fields    []*project.Field
}

// Checked reports whether the platform itself would miss the entry: it has a
// row that names an interface of the program, on WeChat by the row's key.
func (i *Item) Checked() bool {
	if i.Row == nil || !i.Row.HasAPI {
		return false
	}
	return slices.ContainsFunc(i.Requests, func(r *project.Request) bool {
		return i.Row.PrivacyKey == "" || r.Capability.PrivacyKey == i.Row.PrivacyKey || slices.Contains(r.Capability.AlsoPrivacyKeys, i.Row.PrivacyKey)
	})
}

// Places are where the program asks for it, own code first.
func (i *Item) Places() []Place {
	var list, others []Place
	for _, r := range i.Requests {
		if r.Origin == project.Own {
			list = append(list, Place{r.File, r.Range})
		} else {
			others = append(others, Place{r.File, r.Range})
		}
	}
	for _, f := range i.Fields {
		list = append(list, Place{f.File, f.Range})
	}
	return append(list, others...)
}

// Package is the package that alone needs the entry, "" where own code does too
// or several packages do.
func (i *Item) Package() string {
	pkg := ""
	for _, r := range i.Requests {
		if r.Package == "" || pkg != "" && pkg != project.PackageName(r.Package) {
			return ""
		}
		pkg = project.PackageName(r.Package)
	}
	if len(i.Fields) > 0 {
		return ""
	}
	return pkg
}

// Names are the capabilities and the labels of form fields behind the entry,
// each once.
func (i *Item) Names() []string {
	var list []string
	for _, r := range i.Requests {
		list = append(list, r.Capability.Name)
	}
	for _, f := range i.Fields {
		list = append(list, f.Label)
	}
	return distinct(list)
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// GuideOf drafts the guide of a project.
func GuideOf(p *lint.Project) *Guide {
	d := drafter{project: p, lookup: newLookup(p)}
	for _, r := range p.Requests {
		d.request(r)
	}
	for _, f := range p.Fields {
		if f.Reachable {
			d.field(f)
		}
	}
	g := &Guide{Project: p, Sections: p.Platform.Reference().GuideSections, ThirdParties: ThirdParties(p)}
	g.Items, g.Idle = d.needed.ordered(d.lookup), d.idle.ordered(d.lookup)
	g.Idle = slices.DeleteFunc(g.Idle, func(i *Item) bool {
		return slices.ContainsFunc(g.Items, func(n *Item) bool { return n.Words == i.Words })
	})
	for _, row := range d.lookup.items {
		if needed := slices.ContainsFunc(g.Items, func(i *Item) bool { return i.Row == row }); !row.HasAPI && !needed {
			g.Undecided = append(g.Undecided, d.undecided(row))
		}
	}
	return g
}

// drafter sorts what a program does into the entries of its guide.
type drafter struct {
	project      *lint.Project
	lookup       *lookup
	needed, idle bag
}

func (d *drafter) request(r *project.Request) {
	if r.Form == project.ManifestForm || !counts(r) {
		return
	}
	into := &d.needed
	if !r.Reachable || r.Origin == project.Generated || !rule.Yields(d.project.Project, r) {
		into = &d.idle
	}
	rows, rest := d.lookup.rows(r)
	for _, row := range rows {
		d.note(into.row(row, row.DataTypes), r, typeIn(row, r))
	}
	for _, t := range rest {
		if t == "member-profile" || !d.memberField(r, t) {
			d.note(into.own(d.project.Platform.ID, t), r, t)
		}
	}
}

// typeIn is the data type of a request that a row is about: the first where it
// names none of them.
func typeIn(row *platform.GuideItem, r *project.Request) string {
	for _, t := range r.DataTypes {
		if slices.Contains(row.DataTypes, t) {
			return t
		}
	}
	return r.DataTypes[0]
}

// memberField reports whether a data type stands for member fields that the
// config names: those have entries in the console's own words.
func (d *drafter) memberField(r *project.Request, dataType string) bool {
	found := false
	for _, f := range d.project.Platform.Reference().MemberFields {
		if f.DataType == dataType && slices.Contains(d.project.Config.MemberFields, f.Field) && slices.Contains(r.Capability.DataTypes, "member-profile") {
			item := d.needed.words("user-info", f.Zh)
			item.Key, item.DataTypes = f.Field, []string{dataType}
			d.note(item, r, dataType)
			found = true
		}
	}
	return found
}

func (d *drafter) note(i *Item, r *project.Request, dataType string) {
	if n := len(i.Requests); n == 0 || i.Requests[n-1].File != r.File || i.Requests[n-1].Range != r.Range {
		i.Requests = append(i.Requests, r)
	}
	i.Purposes = distinct(append(i.Purposes, PurposeFor(d.project, r, dataType, Judge(d.project, r, dataType).Verdict)))
}

func (d *drafter) field(f *project.Field) {
	var item *Item
	if row := d.lookup.typed(f.DataType); row != nil {
		item = d.needed.row(row, row.DataTypes)
	} else {
		item = d.needed.own(d.project.Platform.ID, f.DataType)
	}
	item.Fields = append(item.Fields, f)
	item.Purposes = distinct(append(item.Purposes, PurposeOf(d.project, f.DataType, JudgeField(d.project, f).Verdict)))
}

// undecided is a row without an interface, with the requests that may have to
// do with it.
func (d *drafter) undecided(row *platform.GuideItem) *Item {
	item := &Item{Key: row.PrivacyKey, Words: row.Zh, Row: row, DataTypes: row.DataTypes}
	for _, r := range d.project.Requests {
		if slices.ContainsFunc(r.DataTypes, func(t string) bool { return slices.Contains(row.DataTypes, t) }) {
			item.Requests = append(item.Requests, r)
		}
	}
	return item
}

// bag holds the entries of one list.
type bag struct{ items []*Item }

func (b *bag) row(row *platform.GuideItem, types []string) *Item {
	item := b.words(row.Section, row.Zh)
	item.Row, item.Key, item.DataTypes = row, cmp.Or(row.PrivacyKey, row.Scope), types
	return item
}

// own is the entry for a data type that the platform has no row for.
func (b *bag) own(platform, dataType string) *Item {
	words, _, _ := strings.Cut(TypeName(dataType, "zh"), "（") // what stands in brackets explains the type
	section := "custom"
	if platform == "wechat" {
		words, section = "收集你的"+words, ""
	}
	item := b.words(section, words)
	item.DataTypes = []string{dataType}
	return item
}

func (b *bag) words(section, words string) *Item {
	for _, i := range b.items {
		if i.Words == words && i.Section == section {
			return i
		}
	}
	item := &Item{Section: section, Words: words}
	b.items = append(b.items, item)
	return item
}

// ordered puts the rows into the platform's order, the others behind them in
// the order of the data types.
func (b *bag) ordered(l *lookup) []*Item {
	place := func(i *Item) int {
		if n := slices.Index(l.items, i.Row); i.Row != nil && n >= 0 {
			return n
		}
		n := slices.IndexFunc(categories.DataTypes(), func(t *categories.DataType) bool { return slices.Contains(i.DataTypes, t.ID) })
		return len(l.items) + n
	}
	slices.SortStableFunc(b.items, func(x, y *Item) int { return cmp.Compare(place(x), place(y)) })
	return b.items
}
