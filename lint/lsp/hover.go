package lsp

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// maxSections is how many meanings of one name a hover shows.
const maxSections = 4

// hover explains the request at a place, or else the name there. The answer is
// null where neither is known.
func (s *Server) hover(d *document, p *documentParams) any {
	offset := s.offset(&d.file, p.Position)
	f := s.folderOf(d.path)
	e := &explainer{lang: s.language(f), path: d.path, folder: f}
	if home, r := f.requestAt(d.path, offset); r != nil {
		e.home = home
		e.request(r)
		return s.hoverOf(d, e, r.Range)
	}
	if home := f.projects(d.path); len(home) > 0 {
		e.home = home[0]
	}
	for _, r := range wordAt(&d.file, offset) {
		if e.name(d.file.Text(r)); len(e.sections) > 0 {
			return s.hoverOf(d, e, r)
		}
	}
	return nil
}

func (s *Server) hoverOf(d *document, e *explainer, r source.Range) any {
	sections := e.sections[:min(len(e.sections), maxSections)]
	return hover{markup{"markdown", strings.Join(sections, "\n\n---\n\n")}, s.span(&d.file, r)}
}

// explainer gathers what is known of a name, a section for each meaning.
type explainer struct {
	lang     string
	path     string // of the document
	folder   *folder
	home     *lint.Project // whose verdict counts, or nil
	sections []string
}

// name explains a name, in the file at hand.
func (e *explainer) name(name string) {
	for _, p := range e.platforms() {
		for _, c := range named(p, name, e.path) {
			e.request(&project.Request{
				Capability: c, Scope: c.ScopeName(), DataTypes: c.DataTypes, Origin: project.Own,
				File: &source.File{Path: e.path},
			})
		}
		if info, ok := p.ScopeByName(name); ok && (strings.Contains(name, ".") || isConfig(e.path) || extension(e.path) == ".json") {
			e.scope(p, info)
		}
	}
	if r, ok := rule.ByID(name); ok {
		e.add("**`"+r.ID+"`** "+r.Title.In(e.lang), e.link(rule.DocURL(r.ID, e.lang)))
	}
	if !isConfig(e.path) {
		return
	}
	if t, ok := categories.FindDataType(name); ok {
		e.dataType(t)
	}
	if c, ok := categories.BySlug(name); ok {
		e.category(c)
	}
}

// platforms are those of the program that the file belongs to, else all.
func (e *explainer) platforms() []*platform.Platform {
	var out []*platform.Platform
	for _, p := range e.folder.projects(e.path) {
		if !slices.Contains(out, p.Platform) {
			out = append(out, p.Platform)
		}
	}
	if len(out) == 0 || isConfig(e.path) {
		return platform.All()
	}
	return out
}

// named returns the capabilities that a name stands for in a kind of file.
func named(p *platform.Platform, name, path string) []*platform.Capability {
	var out []*platform.Capability
	if object, member, ok := strings.Cut(name, "."); ok {
		out = append(out, p.APIs(memberOn(p, object, member))...)
	}
	if isTemplate(path) || isSingleFile(path) || extension(path) == ".tsx" || extension(path) == ".jsx" {
		out = append(out, p.Components(platform.Kebab(name))...)
		for _, c := range p.Capabilities() {
			if (c.Kind == platform.OpenType || c.Kind == platform.Attr) && !c.Match.BareIsTrue && slices.Contains(c.Match.Values, name) {
				out = append(out, c)
			}
		}
	}
	if info, ok := p.PrivateInfo(name); ok && extension(path) == ".json" {
		if c, ok := p.ByName(info.API); ok {
			out = append(out, c)
		}
	}
	return distinct(out)
}

// memberOn is the member of the platform's root object that a member of an
// object stands for: the same one of that object and of those by which
// frameworks reach it, mostly. It returns "" for any other object.
func memberOn(p *platform.Platform, object, member string) string {
	if object == p.Object {
		return member
	}
	for _, f := range platform.Frameworks() {
		if f.Object != object {
			continue
		}
		if name := f.Renames[p.ID][member]; name != "" {
			return name
		}
		return member
	}
	return ""
}

// distinct keeps one of the capabilities of each name.
func distinct(list []*platform.Capability) []*platform.Capability {
	var out []*platform.Capability
	for _, c := range list {
		if !slices.ContainsFunc(out, func(x *platform.Capability) bool { return x.Name == c.Name }) {
			out = append(out, c)
		}
	}
	return out
}
