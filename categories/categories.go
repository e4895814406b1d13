package categories

import (
	_ "embed"
	"fmt"
	"sync"
)

// Category is one of the 39 app categories of article 5 of the 2021
// provisions (source "cac-2021").
type Category struct {
	Number            int          `json:"number"` // 1 to 39, the item number in article 5
	Slug              string       `json:"slug"`   // stable English id, such as "food-delivery"
	NameZh            string       `json:"name_zh"`
	NameEn            string       `json:"name_en"`
	BasicServiceZh    string       `json:"basic_service_zh"`
	BasicServiceEn    string       `json:"basic_service_en"`
	NeedsPersonalInfo bool         `json:"needs_personal_info"` // false for the 13 categories usable without any
	Necessary         []Item       `json:"necessary"`           // empty when NeedsPersonalInfo is false
	Note              string       `json:"note,omitempty"`      // this project's remark, not part of the provisions
	Permissions       []Permission `json:"permissions"`
}

// Item is one entry of a category's list of necessary information.
type Item struct {
	Zh          string   `json:"item_zh"`
	En          string   `json:"item_en"`
	DataTypes   []string `json:"data_types"` // ids of DataType
	ConditionZh string   `json:"condition_zh,omitempty"`
	ConditionEn string   `json:"condition_en,omitempty"`
	Service     string   `json:"service,omitempty"` // the service that must be offered for the item to count; "" when it always counts
	Clause      int      `json:"clause"`            // position within the category's list, from 1; two items may share one
}

// Permission says how a device permission relates to a category. Only level
// "legal" rests on the provisions' own list; "service-implied" and "optional"
// are inferences, "platform" means that a platform opens the interface.
type Permission struct {
	Kind  string `json:"kind"`
	Level string `json:"level"`
	Basis string `json:"basis"`
}

// SourceID is the id of the source that every Category and Item comes from.
const SourceID = "cac-2021"

//go:embed data/categories.json
var categoriesJSON []byte

type categoryFile struct {
	DataVersion string      `json:"data_version"`
	SourceID    string      `json:"source_id"`
	Article     string      `json:"article"`
	Categories  []*Category `json:"categories"`
}

var loadCategories = sync.OnceValue(func() *categoryFile {
	file := new(categoryFile)
	decode("categories.json", categoriesJSON, file)
	return file
})

// DataVersion is the date, as YYYY-MM-DD, on which the facts were collected.
func DataVersion() string { return loadCategories().DataVersion }

// All returns the 39 categories by number.
func All() []*Category { return loadCategories().Categories }

// ByNumber returns the category with a number from 1 to 39.
func ByNumber(number int) (*Category, bool) {
	all := All()
	if number < 1 || number > len(all) {
		return nil, false
	}
	return all[number-1], true
}

// BySlug returns the category with that exact slug.
func BySlug(slug string) (*Category, bool) {
	for _, c := range All() {
		if c.Slug == slug {
			return c, true
		}
	}
	return nil, false
}

// Name returns the category's name, in Chinese with the closing 类.
func (c *Category) Name(lang string) string { return pick(lang, c.NameZh, c.NameEn) }

// BasicService returns what the provisions call the basic functional service.
func (c *Category) BasicService(lang string) string {
	return pick(lang, c.BasicServiceZh, c.BasicServiceEn)
}

// Article returns where the category stands in the provisions: "5(7)".
func (c *Category) Article() string { return fmt.Sprintf("%s(%d)", loadCategories().Article, c.Number) }

// Clause returns where an item of the category stands in the provisions:
// "5(7).2" is the second of category 7.
func (c *Category) Clause(item *Item) string { return fmt.Sprintf("%s.%d", c.Article(), item.Clause) }

// Name returns the item's wording.
func (i *Item) Name(lang string) string { return pick(lang, i.Zh, i.En) }

// Condition returns under which condition the item is necessary, or "".
func (i *Item) Condition(lang string) string { return pick(lang, i.ConditionZh, i.ConditionEn) }
