package categories

import (
	"fmt"
	"strings"
)

// UnknownError says that a name is no category and no service category.
type UnknownError struct {
	Name    string
	Nearest []string // up to three names that Resolve takes, best first
}

func (e *UnknownError) Error() string {
	text := fmt.Sprintf("unknown category %q", e.Name)
	if len(e.Nearest) > 0 {
		return text + ": did you mean " + orList(e.Nearest) + "?"
	}
	return fmt.Sprintf("%s: give a slug, a number from 1 to %d, a Chinese name or a WeChat service-category path", text, len(All()))
}

// UnmappedError says that a service category exists on its platform but
// fits none, or no single one, of the 39 categories.
type UnmappedError struct {
	Platform string
	Path     string
	Also     []int // numbers that may fit; nil mostly
	Note     string
}

func (e *UnmappedError) Error() string {
	text := fmt.Sprintf("%s service category %q ", platformNames[e.Platform], e.Path)
	if len(e.Also) == 0 {
		return text + "is known but belongs to none of the 39 categories: name the category of the basic service instead"
	}
	var slugs []string
	for _, number := range e.Also {
		if c, ok := ByNumber(number); ok {
			slugs = append(slugs, c.Slug)
		}
	}
	return text + "is known but may belong to several of the 39 categories: name " + orList(slugs)
}

var platformNames = map[string]string{"wechat": "WeChat", "alipay": "Alipay"}

// orList joins names as "a, b or c".
func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
