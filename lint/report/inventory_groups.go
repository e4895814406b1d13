package report

import (
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
)

// InventoryGroups are what an inventory can be grouped by.
var InventoryGroups = []string{"data-type", "capability", "page", "package"}

// group is a part of an inventory under one heading.
type group struct {
	title, id string
	entries   []*inventory.Entry
}

// groupsOf groups the inventory of a project. By page, an entry stands with
// each page that holds a place of it.
func groupsOf(j *lint.Project, o Options) []*group {
	var groups []*group
	put := func(title, id string, e *inventory.Entry) {
		i := slices.IndexFunc(groups, func(g *group) bool { return g.title == title && g.id == id })
		if i < 0 {
			i = len(groups)
			groups = append(groups, &group{title: title, id: id})
		}
		groups[i].entries = append(groups[i].entries, e)
	}
	for _, e := range inventory.Of(j) {
		switch o.By {
		case "capability":
			put(e.Name, "", e)
		case "package":
			put(packageTitle(e, o.Lang), "", e)
		case "page":
			for _, part := range byPage(j, e) {
				put(pageOf(j, part.Places[0].File.Path), "", part)
			}
		default:
			put(typeTitle(e.DataType, o.Lang), e.DataType, e)
		}
	}
	if o.By == "page" {
		slices.SortStableFunc(groups, func(a, b *group) int { return strings.Compare(a.title, b.title) })
	}
	return groups
}

// typeTitle is the heading of a data type; that of third parties of which it
// is not known what they collect has no data type.
func typeTitle(id, lang string) string {
	if id == "" {
		return say(lang, "not known", "收集内容未知")
	}
	return inventory.TypeName(id, lang)
}

func packageTitle(e *inventory.Entry, lang string) string {
	switch {
	case e.Origin == project.Own:
		return originName(e, lang)
	case e.Package == "" && e.Kind != inventory.Request:
		return e.Name
	case e.Package == "":
		return originName(e, lang)
	}
	return packageOf(e)
}

// byPage splits an entry by the pages of its places.
func byPage(j *lint.Project, e *inventory.Entry) []*inventory.Entry {
	var parts []*inventory.Entry
	at := map[string]int{}
	for _, place := range e.Places {
		page := pageOf(j, place.File.Path)
		i, ok := at[page]
		if !ok {
			part := *e
			part.Places = nil
			i = len(parts)
			at[page], parts = i, append(parts, &part)
		}
		parts[i].Places = append(parts[i].Places, place)
	}
	return parts
}

// pageOf is the page or component that a file belongs to: its path without
// extension, relative to the project. A manifest keeps its name.
func pageOf(j *lint.Project, file string) string {
	rel := file
	if j.Root != "." {
		rel = strings.TrimPrefix(file, j.Root+"/")
	}
	if path.Ext(rel) == ".json" {
		return rel
	}
	return strings.TrimSuffix(rel, path.Ext(rel))
}
