package categories

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

const maxNearest = 3

// nearest collects names that look like an unknown one, each with a score:
// 0 when the query is one whole level of a path, 1 when the name holds the
// query, above that the edit distance in characters.
type nearest []scored

type scored struct {
	show  string
	score int
}

func (n *nearest) add(show string, score int) { *n = append(*n, scored{show, score}) }

// addName scores a folded name against the folded query and keeps it, as
// show, when near enough.
func (n *nearest) addName(query, name, show string) {
	if utf8.RuneCountInString(query) >= 2 && strings.Contains(name, query) {
		n.add(show, 1)
		return
	}
	distance := levenshtein.ComputeDistance(query, name)
	inside := utf8.RuneCountInString(name) >= 2 && strings.Contains(query, name)
	if inside || distance <= tolerance(query) {
		n.add(show, 1+distance)
	}
}

// addPath scores a service-category path.
func (n *nearest) addPath(query string, row *PlatformCategory) {
	for _, part := range row.Path {
		if pathKey(part) == query {
			n.add(row.String(), 0)
			return
		}
	}
	n.addName(query, pathKey(row.String()), row.String())
}

// tolerance is how many edits still count as a slip: a third of a Latin
// word, half of a Chinese name, where one character weighs more.
func tolerance(query string) int {
	length := utf8.RuneCountInString(query)
	if isHan(query) {
		return length / 2
	}
	return length / 3
}

func isHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// best returns the limit best names, each once, earlier additions first
// among equals.
func (n nearest) best(limit int) []string {
	sorted := slices.Clone(n)
	slices.SortStableFunc(sorted, func(a, b scored) int { return a.score - b.score })
	var names []string
	for _, s := range sorted {
		if len(names) < limit && !slices.Contains(names, s.show) {
			names = append(names, s.show)
		}
	}
	return names
}

// nearestCategories answers in the script of the query: Chinese names and
// WeChat paths, or slugs.
func nearestCategories(name string) []string {
	var list nearest
	if !isHan(name) {
		key := nameKey(name)
		for _, c := range All() {
			list.addName(key, c.Slug, c.Slug)
			list.addName(key, nameKey(c.NameEn), c.Slug)
		}
		return list.best(maxNearest)
	}
	key := pathKey(shortZh(name))
	for _, c := range All() {
		list.addName(key, shortZh(c.NameZh), shortZh(c.NameZh))
	}
	for _, row := range PlatformCategories() {
		if row.Platform == "wechat" {
			list.addPath(key, row)
		}
	}
	return list.best(maxNearest)
}
