package categories

import (
	"strconv"
	"strings"
	"sync"
)

// Resolution is the answer to a name a user gave for a category.
type Resolution struct {
	Category     *Category
	PlatformPath string // canonical WeChat path such as "餐饮服务/外卖平台"; "" when the name was not a path
	Confidence   string // "exact" for a category's own names; "high", "medium" or "low" for a path
	Also         []int  // further category numbers that a path may mean; nil mostly
}

// ConfidenceExact marks a Resolution made from a category's own name.
const ConfidenceExact = "exact"

// Resolve finds the category a user means. It takes a slug, a number, the
// Chinese name with or without 类, the English name in any case, or a WeChat
// service-category path. The error is *UnmappedError for a service category
// that fits none of the 39, else *UnknownError.
func Resolve(name string) (Resolution, error) {
	name = strings.TrimSpace(name)
	if number, err := strconv.Atoi(name); err == nil {
		if c, ok := ByNumber(number); ok {
			return Resolution{Category: c, Confidence: ConfidenceExact}, nil
		}
		return Resolution{}, &UnknownError{Name: name}
	}
	if c, ok := categoryNames()[nameKey(name)]; ok {
		return Resolution{Category: c, Confidence: ConfidenceExact}, nil
	}
	row, ok := FindPlatformCategory("wechat", name)
	if !ok && !isFirstLevel(pathKey(name)) {
		// Of Alipay only two first-level names are known, one of which is a
		// first level of WeChat too and would be a guess there.
		row, ok = FindPlatformCategory("alipay", name)
	}
	if !ok {
		return Resolution{}, &UnknownError{Name: name, Nearest: nearestCategories(name)}
	}
	return row.resolve()
}

func (p *PlatformCategory) resolve() (Resolution, error) {
	c, ok := ByNumber(p.Regulation)
	if !ok {
		return Resolution{}, &UnmappedError{Platform: p.Platform, Path: p.String(), Also: p.Also, Note: p.Note}
	}
	resolution := Resolution{Category: c, Confidence: p.Confidence, Also: p.Also}
	if p.Platform == "wechat" {
		resolution.PlatformPath = p.String()
	}
	return resolution, nil
}

// categoryNames maps every folded name of a category to it.
var categoryNames = sync.OnceValue(func() map[string]*Category {
	names := make(map[string]*Category, 4*len(All()))
	for _, c := range All() {
		for _, name := range []string{c.Slug, c.NameEn, c.NameZh, shortZh(c.NameZh)} {
			names[nameKey(name)] = c
		}
	}
	return names
})

// shortZh drops the closing 类 (kind) of a Chinese category name.
func shortZh(name string) string { return strings.TrimSuffix(name, "类") }
