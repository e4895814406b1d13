// Package inventory puts together what a program collects: by data type, with
// the places, the purposes that were written for it and how it stands to the
// category; and what of that the platform's privacy guide has to say.
package inventory

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// Kind is what an entry of the inventory comes from.
type Kind string

// The kinds of entry.
const (
	Request Kind = "request" // an interface, a component or a manifest entry
	Field   Kind = "field"   // a form field in which users type
	SDK     Kind = "sdk"     // a known third-party SDK, by its vendor's documents
	Plugin  Kind = "plugin"  // a plug-in, whose code is not in the package
)

// Entry is one way in which a program comes by one data type.
type Entry struct {
	Kind      Kind
	DataType  string // id; "" where it is not known what a third party collects
	Name      string // the capability, the label of a field, the SDK or the plug-in
	Scope     string
	Request   string // kind of request; "" for what is none
	Origin    project.Origin
	Package   string // name of the package, or ""
	Version   string // of the package, where it is written down
	Reachable bool
	Purpose   string // given by the config or the manifest, or ""
	Judgement Judgement
	GuideKey  string // key of the row in WeChat's privacy guide; Alipay: the permission or field
	GuideItem string // the row's words
	Uncertain bool   // the facts leave doubt
	Places    []Place
}

// Place is where an entry stands. Range is empty at the start of a file that
// belongs to a third party as a whole.
type Place struct {
	File  *source.File
	Range source.Range
}

// String is "path:line:column".
func (p Place) String() string {
	at := p.File.Position(p.Range.Start)
	return fmt.Sprintf("%s:%d:%d", p.File.Path, at.Line, at.Column)
}

// Of returns the inventory of a project: by data type, in each the requests in
// the order of their places, then form fields, SDKs and plug-ins; at the end
// third parties of which it is not known what they collect.
func Of(p *lint.Project) []*Entry {
	b := builder{project: p, guide: newLookup(p), at: map[key]int{}}
	for _, r := range p.Requests {
		for _, t := range r.DataTypes {
			b.request(r, t)
		}
	}
	for _, f := range p.Fields {
		b.field(f)
	}
	b.thirdParties()
	slices.SortStableFunc(b.entries, func(x, y *Entry) int {
		last := func(e *Entry) string { return cmp.Or(e.DataType, "~") }
		return cmp.Compare(last(x), last(y))
	})
	return b.entries
}

type builder struct {
	project *lint.Project
	guide   *lookup
	at      map[key]int
	entries []*Entry
}

// key is what places are put together by.
type key struct {
	kind                                                              Kind
	dataType, name, scope, request, pkg, purpose, verdict, item, form string
	origin                                                            project.Origin
	reachable                                                         bool
}

func (b *builder) add(e Entry, at Place) {
	k := key{e.Kind, e.DataType, e.Name, e.Scope, e.Request, e.Package, e.Purpose, string(e.Judgement.Verdict), e.GuideKey, e.GuideItem, e.Origin, e.Reachable}
	i, ok := b.at[k]
	if !ok {
		i = len(b.entries)
		b.at[k] = i
		b.entries = append(b.entries, &e)
	}
	b.entries[i].Places = append(b.entries[i].Places, at)
}

func (b *builder) request(r *project.Request, dataType string) {
	e := Entry{
		Kind: Request, DataType: dataType, Name: r.Capability.Name, Scope: r.Scope, Request: string(r.Capability.Request),
		Origin: r.Origin, Package: r.Package, Version: b.project.Packages[r.Package], Reachable: r.Reachable,
		Judgement: Judge(b.project, r, dataType), Uncertain: r.Capability.Uncertain,
	}
	e.Purpose = PurposeFor(b.project, r, dataType, e.Judgement.Verdict)
	e.GuideKey, e.GuideItem = b.guide.row(r, dataType)
	b.add(e, Place{r.File, r.Range})
}

func (b *builder) field(f *project.Field) {
	e := Entry{
		Kind: Field, DataType: f.DataType, Name: f.Label, Origin: project.Own, Reachable: f.Reachable,
		Judgement: JudgeField(b.project, f), Uncertain: true,
	}
	e.Purpose = PurposeOf(b.project, f.DataType, e.Judgement.Verdict)
	if row := b.guide.typed(f.DataType); row != nil {
		e.GuideKey, e.GuideItem = row.PrivacyKey, row.Zh
	}
	b.add(e, Place{f.File, f.Range})
}

// thirdParties adds SDKs and plug-ins, one entry for each data type.
func (b *builder) thirdParties() {
	for _, t := range ThirdParties(b.project) {
		types := t.DataTypes
		if len(types) == 0 {
			types = []string{""}
		}
		for _, id := range types {
			e := Entry{
				Kind: t.Kind, DataType: id, Name: t.NameZh, Origin: project.Dependency, Package: t.Package, Version: b.project.Packages[t.Package],
				Reachable: true, Judgement: judgeType(b.project, id), Uncertain: t.Uncertain,
			}
			b.add(e, t.Place)
		}
	}
}

// TypeName is the name of a data type in a language.
func TypeName(id, lang string) string {
	if t, ok := categories.FindDataType(id); ok {
		return t.Name(lang)
	}
	return id
}
