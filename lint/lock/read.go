package lock

import (
	"fmt"
	"os"
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

// FormatError is a lock file that cannot be used. Detail says why.
type FormatError struct {
	Path         string
	Line, Column int
	Detail       string
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s; settle what is in the way, or write it anew with `mplint lock`", e.Path, e.Line, e.Column, e.Detail)
}

// Load reads the lock file at a path; shown is how messages name it. The error
// of a file that is not there is an fs.ErrNotExist, that of a file with wrong
// content a FormatError.
func Load(path, shown string) (*File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the lock file: %w", err)
	}
	return Parse(&source.File{Path: shown, Data: data})
}

// Parse reads a lock file.
func Parse(from *source.File) (*File, error) {
	doc := manifest.Parse(from)
	for i := range doc.Problems {
		if !doc.Valid() {
			return nil, wrong(from, doc.Problems[i].Range, "no valid JSON")
		}
	}
	if doc.Root == nil || doc.Root.Kind != manifest.Object {
		return nil, wrong(from, source.Range{}, "no JSON object")
	}
	version := doc.Root.Get("lockVersion")
	if version == nil || version.Text != fmt.Sprint(Version) {
		return nil, wrong(from, doc.Root.Range, fmt.Sprintf("\"lockVersion\" is not %d", Version))
	}
	f := &File{Source: from}
	for _, n := range children(doc.Root.Get("projects")) {
		p := projectOf(n)
		if p.Root == "" || p.Platform == "" {
			return nil, wrong(from, n.Range, "a project without \"root\" or \"platform\"")
		}
		f.Projects = append(f.Projects, p)
	}
	f.sort()
	return f, nil
}

func wrong(f *source.File, r source.Range, detail string) error {
	at := f.Position(r.Start)
	return &FormatError{f.Path, at.Line, at.Column, detail}
}

func projectOf(n *manifest.Node) *Project {
	p := &Project{Root: text(n, "root"), Platform: text(n, "platform"), Range: n.Range}
	if root := n.Get("root"); root != nil {
		p.Range = root.Range
	}
	for _, c := range children(n.Get("capabilities")) {
		if name := text(c, "name"); name != "" {
			types := c.Get("dataTypes").Strings()
			slices.Sort(types)
			p.Capabilities = append(p.Capabilities, Capability{name, text(c, "origin"), types, c.Range})
		}
	}
	for _, t := range children(n.Get("thirdParties")) {
		if name := text(t, "name"); name != "" {
			p.ThirdParties = append(p.ThirdParties, ThirdParty{text(t, "kind"), name, t.Range})
		}
	}
	for _, u := range children(n.Get("purposes")) {
		if name := text(u, "for"); name != "" {
			p.Purposes = append(p.Purposes, Purpose{name, text(u, "text"), u.Range})
		}
	}
	p.sort()
	return p
}

func children(n *manifest.Node) []*manifest.Node {
	if n == nil || n.Kind != manifest.Array {
		return nil
	}
	return n.Children
}

func text(n *manifest.Node, key string) string {
	if v := n.Get(key); v != nil && v.Kind == manifest.String {
		return v.Text
	}
	return ""
}
