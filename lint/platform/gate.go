package platform

import (
	"slices"
	"strings"
)

// Opening says whether a gate lets the programs of a service category through.
type Opening uint8

// The answers. Unknown is where the gate's names and the category list do not
// fit well enough to tell.
const (
	Unknown Opening = iota
	Opened
	Closed
)

// The kinds of gate.
const (
	allowList   = "category-allow-list"
	approval    = "interface-approval"
	subjectGate = "subject-type"
)

// ByCategory reports whether the gate is a list of service categories.
func (g *CategoryGate) ByCategory() bool { return g.Kind == allowList }

// BySubject reports whether the gate asks what kind of subject the developer is.
func (g *CategoryGate) BySubject() bool { return g.Kind == subjectGate }

// Opens says whether a gate opens its interface to a service category, given by
// its levels, of a domestic or an overseas developer. An interface that is
// approved by its use alone is open to every category. Of the overseas
// categories only an abridged list is known, so a first level that the gate
// does not name stays Unknown there.
func (r *Reference) Opens(g *CategoryGate, path []string, overseas bool) Opening {
	switch {
	case g.Kind == approval:
		return Opened
	case g.Kind != allowList || len(path) < 2:
		return Unknown
	}
	rows, result := g.Domestic, Closed
	if overseas {
		rows, result = g.Overseas, Unknown
	}
	for i := range rows {
		row := &rows[i]
		switch {
		case !r.sameLevel(row.Level1, path[0]):
		case row.Level3 == "" && (len(row.Level2) == 0 || slices.Contains(row.Level2, path[1])):
			return Opened
		case row.Level3 != "" || r.mayMean(row, path[1]):
			return Unknown
		default:
			result = Closed
		}
	}
	return result
}

// sameLevel reports whether a gate and the category list mean the same first
// level: the gates write 金融 for 金融业.
func (r *Reference) sameLevel(gate, category string) bool {
	names := r.levelNames(category)
	return slices.ContainsFunc(r.levelNames(gate), func(name string) bool { return slices.Contains(names, name) })
}

// levelNames returns a first-level name and those that the alias table gives
// for it: "餐饮服务 (domestic) / 餐饮 (overseas list)".
func (r *Reference) levelNames(name string) []string {
	names := []string{name}
	for _, a := range r.CategoryAliases {
		if a.UsedInGates == name {
			for _, other := range strings.Split(a.Taxonomy, " / ") {
				other, _, _ = strings.Cut(other, " (")
				names = append(names, other)
			}
		}
	}
	return names
}

// mayMean reports whether a second-level name of a gate that the category list
// does not have may stand for the given one.
func (r *Reference) mayMean(row *GateRow, level2 string) bool {
	return slices.ContainsFunc(r.GateNamesNotInTaxonomy, func(n GateName) bool {
		return slices.Contains(row.Level2, n.Name) && r.sameLevel(row.Level1, n.Level1) &&
			(len(n.Suggested) == 0 || slices.Contains(n.Suggested, level2))
	})
}
