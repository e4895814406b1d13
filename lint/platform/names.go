package platform

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// FoldAttr makes the ways of writing an attribute equal: openType, open-type
// and opentype become "opentype". Prefixes such as ":" or "bind:" are the
// caller's.
func FoldAttr(attr string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, attr)
}

// Kebab writes an element's name as templates do: LivePusher becomes
// live-pusher.
func Kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// NearestScope returns the scope that a misspelt name most likely means, with
// or without "scope." before it, or "".
func (p *Platform) NearestScope(name string) string {
	return first(nearest(1, sortedKeys(p.load().index.scopes), name, "scope."+name))
}

// maxMisspelt is how many edits may lie between a name and what it misspells,
// when it is corrected without asking.
const maxMisspelt = 2

// Misspelling returns the scope that a name is certainly a misspelling of: at
// most two edits away, whatever the case, with no other as near. Else it
// returns "".
func (p *Platform) Misspelling(name string) string {
	return only(sortedKeys(p.load().index.scopes), name, "scope."+name)
}

// MisspeltPrivateInfo is Misspelling for an entry of requiredPrivateInfos.
func (p *Platform) MisspeltPrivateInfo(name string) string {
	return only(sortedKeys(p.load().index.privateInfos), name)
}

// only returns the candidate nearest to a query, or "" where it is too far
// away or another one is as near.
func only(candidates []string, queries ...string) string {
	best, found := maxMisspelt+1, ""
	for _, name := range candidates {
		for _, query := range queries {
			switch edits, ok := distance(query, name); {
			case !ok || edits > best:
			case edits < best:
				best, found = edits, name
			case found != name:
				found = ""
			}
		}
	}
	return found
}

// NearestPrivateInfo returns the entry of requiredPrivateInfos that a misspelt
// name most likely means, or "".
func (p *Platform) NearestPrivateInfo(name string) string {
	return first(nearest(1, sortedKeys(p.load().index.privateInfos), name))
}

// Nearest returns up to limit names of capabilities and scopes that resemble
// name, with or without the root object before it, the most similar first:
// those that differ by case only, then by edit distance up to a third of the
// length.
func (p *Platform) Nearest(name string, limit int) []string {
	x := p.load().index
	return nearest(limit, append(sortedKeys(x.byName), sortedKeys(x.scopes)...), name, p.Object+"."+name)
}

// nearest ranks the candidates by their distance from the closest query.
func nearest(limit int, candidates []string, queries ...string) []string {
	type hit struct {
		name     string
		distance int
	}
	var hits []hit
	for _, name := range candidates {
		best := -1
		for _, query := range queries {
			if d, ok := distance(query, name); ok && (best < 0 || d < best) {
				best = d
			}
		}
		if best >= 0 {
			hits = append(hits, hit{name, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.distance, b.distance) })
	var found []string
	for _, h := range hits[:min(limit, len(hits))] {
		found = append(found, h.name)
	}
	return found
}

// distance returns the edits, over runes and whatever the case, between two
// names; ok is false for more than a third of the query's length.
func distance(query, name string) (edits int, ok bool) {
	length := utf8.RuneCountInString(query)
	if diff := length - utf8.RuneCountInString(name); 3*diff > length || -3*diff > length {
		return 0, false
	}
	edits = levenshtein.ComputeDistance(strings.ToLower(query), strings.ToLower(name))
	return edits, 3*edits <= length
}

func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
