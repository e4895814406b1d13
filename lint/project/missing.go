package project

import (
	"path"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
)

// missingPages notes, once per package of the program, the pages that the
// manifest lists and of which no file is there: a sub-package of another
// repository, or sources that a tool still has to generate.
func (l *loader) missingPages() {
	doc := l.project.Manifest
	if l.root.pageList != nil {
		doc = l.root.pageList
	}
	if !doc.Valid() || l.root.Name == unpackedName {
		return
	}
	have := l.bases()
	l.missing(doc, doc.Root.Get("pages"), "", have)
	for _, key := range []string{"subPackages", "subpackages"} {
		for _, sub := range elementsOf(doc.Root.Get(key)) {
			root := ""
			if n := sub.Get("root"); n != nil {
				root = n.Text
			}
			l.missing(doc, sub.Get("pages"), root, have)
		}
	}
}

func elementsOf(list *manifest.Node) []*manifest.Node {
	if list == nil || list.Kind != manifest.Array {
		return nil
	}
	return list.Children
}

// missing notes the first page of a list that has no file, and how many more.
func (l *loader) missing(doc *manifest.Document, pages *manifest.Node, root string, have map[string]bool) {
	var first *manifest.Node
	count := 0
	for _, n := range elementsOf(pages) {
		at := n
		if n.Kind == manifest.Object {
			at = n.Get("path")
		}
		if at == nil || at.Kind != manifest.String || have[pageBase(root, at.Text)] {
			continue
		}
		if count++; first == nil {
			first = at
		}
	}
	if first != nil {
		l.project.Unresolved = append(l.project.Unresolved, Unresolved{
			What: "missing-pages", File: doc.File, Range: first.Range, Detail: first.Text, Count: count,
		})
	}
}

// pageBase returns the path of a page without ending, relative to the root.
func pageBase(root, page string) string {
	base := strings.TrimPrefix(path.Join("/", root, page), "/")
	if isSingleFile(path.Ext(base)) {
		base = strings.TrimSuffix(base, path.Ext(base))
	}
	return base
}

// bases returns the paths of the root's files, relative to it and without
// their endings, those of files for one platform also without its name.
func (l *loader) bases() map[string]bool {
	bases := make(map[string]bool, len(l.root.files)/2)
	last := ""
	for _, e := range l.root.files {
		rel := l.root.rel(e)
		base := strings.TrimSuffix(rel, extension(e.name))
		if base == last {
			continue
		}
		last = base
		bases[base] = true
		bases[strings.TrimSuffix(base, path.Ext(base))] = true
	}
	return bases
}
