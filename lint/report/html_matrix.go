package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// htmlMatrix sets what a project asks for against what its category lists: a
// row for each data type, a column for each way it can stand to the category.
type htmlMatrix struct {
	Columns  []htmlColumn
	Rows     []*htmlRow
	Unasked  []string // listed as necessary, not asked for
	Requests int
}

// htmlColumn is a column of the matrix: a verdict with its name.
type htmlColumn struct{ Verdict, Name string }

// htmlRow is one data type.
type htmlRow struct {
	ID, Name string
	Beyond   bool
	Cells    []htmlCell
}

// htmlCell is what is asked for, one data type and one verdict.
type htmlCell struct {
	Verdict string
	Uses    []*htmlUse
}

// htmlUse is one capability with its places.
type htmlUse struct {
	Name, Package string
	Places        []htmlPlace
	More          int
}

// htmlPlace is one request, with the id of the finding there or "".
type htmlPlace struct{ Place, ID string }

// maxPlaces is how many places of one capability a cell lists.
const maxPlaces = 5

func (p *printer) htmlMatrix(j *lint.Project, anchors map[string]string) htmlMatrix {
	a := categories.NewAllowance(j.Config.Categories, j.Config.Services)
	uses := map[string]map[string][]*project.Request{} // by data type and verdict
	used := map[string]bool{}
	m := htmlMatrix{}
	for _, r := range j.Requests {
		for _, t := range r.DataTypes {
			v := string(inventory.Judge(j, r, t).Verdict)
			if uses[t] == nil {
				uses[t] = map[string][]*project.Request{}
			}
			uses[t][v] = append(uses[t][v], r)
			used[v] = true
		}
		m.Requests++
	}
	for _, v := range []string{"beyond", "conditional", "optional", "within", "no-category", "unjudged"} {
		if used[v] {
			m.Columns = append(m.Columns, htmlColumn{v, p.columnName(v)})
		}
	}
	for _, t := range categories.DataTypes() {
		if uses[t.ID] == nil {
			if g := a.Judge(t.ID); g.Verdict == categories.Within && g.ListedAs == t.ID {
				m.Unasked = append(m.Unasked, t.Name(p.Lang))
			}
			continue
		}
		row := &htmlRow{ID: t.ID, Name: t.Name(p.Lang), Beyond: uses[t.ID]["beyond"] != nil}
		for _, c := range m.Columns {
			row.Cells = append(row.Cells, htmlCell{c.Verdict, usesOf(j.Root, uses[t.ID][c.Verdict], anchors)})
		}
		m.Rows = append(m.Rows, row)
	}
	slices.SortStableFunc(m.Rows, func(a, b *htmlRow) int { return a.rank() - b.rank() })
	return m
}

// rank puts the rows first whose requests stand in the first columns.
func (r *htmlRow) rank() int {
	return slices.IndexFunc(r.Cells, func(c htmlCell) bool { return len(c.Uses) > 0 })
}

func (p *printer) columnName(verdict string) string {
	switch verdict {
	case "beyond":
		return p.say("Not listed as necessary", "不在必要范围内")
	case "conditional":
		return p.say("Necessary for a named service only", "仅特定服务必要")
	case "optional":
		return p.say("Declared optional", "已声明为可选")
	case "within":
		return p.say("Listed as necessary", "属于必要范围")
	case "no-category":
		return p.say("Not compared: no category", "未设类别，未对照")
	}
	return p.say("Not judged", "不评判")
}

// usesOf groups requests by capability and package. Their places are relative
// to the root.
func usesOf(root string, requests []*project.Request, anchors map[string]string) []*htmlUse {
	var out []*htmlUse
	for _, r := range requests {
		name, pkg := clean(rule.Shown(r.Capability)), ""
		if r.Origin != project.Own {
			pkg = clean(project.PackageName(r.Package))
			if pkg == "" {
				pkg = string(r.Origin)
			}
		}
		i := slices.IndexFunc(out, func(u *htmlUse) bool { return u.Name == name && u.Package == pkg })
		if i < 0 {
			i = len(out)
			out = append(out, &htmlUse{Name: name, Package: pkg})
		}
		if len(out[i].Places) == maxPlaces {
			out[i].More++
			continue
		}
		at := r.File.Position(r.Range.Start)
		place := clean(fmt.Sprintf("%s:%d", strings.TrimPrefix(r.File.Path, root+"/"), at.Line))
		out[i].Places = append(out[i].Places, htmlPlace{place, anchors[placeKey(r.File, r.Range)]})
	}
	return out
}
