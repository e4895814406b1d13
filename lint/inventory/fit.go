package inventory

import (
	"cmp"
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// Fit is how much of what a program asks for one category lists.
type Fit struct {
	Category    *categories.Category
	Within      []string // data types that the category lists, or that a listed one covers
	Conditional []string // those that it lists for a service only
	Beyond      []string // the rest
}

// AskedFor returns the data types that the program asks for and a category may
// list: in requests and form fields that something reaches.
func AskedFor(p *lint.Project) []string {
	var types []string
	for _, r := range p.Requests {
		if r.Reachable && r.Origin != project.Generated && r.Capability.Request != platform.Unjudged && rule.Yields(p.Project, r) {
			types = append(types, r.DataTypes...)
		}
	}
	for _, f := range p.Fields {
		if f.Reachable {
			types = append(types, f.DataType)
		}
	}
	slices.Sort(types)
	return slices.DeleteFunc(slices.Compact(types), func(t string) bool { return t == "account-id" })
}

// Fits ranks the categories by how many of the data types they list; of those
// that list as many the one with the lower number comes first.
func Fits(types []string) []Fit {
	var list []Fit
	for _, c := range categories.All() {
		f := Fit{Category: c}
		a := categories.NewAllowance([]*categories.Category{c}, nil)
		for _, t := range types {
			switch a.Judge(t).Verdict {
			case categories.Within:
				f.Within = append(f.Within, t)
			case categories.Conditional:
				f.Conditional = append(f.Conditional, t)
			default:
				f.Beyond = append(f.Beyond, t)
			}
		}
		list = append(list, f)
	}
	slices.SortStableFunc(list, func(x, y Fit) int {
		return cmp.Or(cmp.Compare(len(y.Within), len(x.Within)), cmp.Compare(len(y.Conditional), len(x.Conditional)))
	})
	return list
}
