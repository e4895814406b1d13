package categories

import (
	"slices"
	"strings"
)

// Search returns the categories that hold every word of text, best first: in
// a name, then in the basic service, then in a necessary item, then in the
// name of a WeChat or Alipay service category that maps there. Letter case
// does not matter; an empty text finds every category.
func Search(text string) []*Category {
	words := strings.Fields(strings.ToLower(text))
	platform := platformText()
	var found [4][]*Category
	for _, c := range All() {
		fields := c.searchFields(platform[c.Number])
		if depth := matchDepth(fields, words); depth >= 0 {
			found[depth] = append(found[depth], c)
		}
	}
	return slices.Concat(found[:]...)
}

// searchFields returns the category's texts in order of weight.
func (c *Category) searchFields(platform string) [4]string {
	var items strings.Builder
	for _, item := range c.Necessary {
		for _, text := range []string{item.Zh, item.En, item.ConditionZh, item.ConditionEn, strings.Join(item.DataTypes, " ")} {
			items.WriteString(text + "\n")
		}
	}
	return [4]string{
		strings.ToLower(c.Slug + "\n" + c.NameZh + "\n" + c.NameEn),
		strings.ToLower(c.BasicServiceZh + "\n" + c.BasicServiceEn),
		strings.ToLower(items.String()),
		strings.ToLower(platform),
	}
}

// matchDepth returns the index of the field by which all words have been
// found in the fields up to it, or -1.
func matchDepth(fields [4]string, words []string) int {
	depth := 0
	for _, word := range words {
		at := slices.IndexFunc(fields[:], func(field string) bool { return strings.Contains(field, word) })
		if at < 0 {
			return -1
		}
		depth = max(depth, at)
	}
	return depth
}

// platformText joins, by category number, the service-category names that
// map or may map there.
func platformText() map[int]string {
	texts := map[int]string{}
	for _, row := range PlatformCategories() {
		for _, number := range append([]int{row.Regulation}, row.Also...) {
			texts[number] += row.String() + "\n"
		}
	}
	return texts
}
