package categories

import "slices"

// Verdict says how a data type stands to an Allowance.
type Verdict string

// The verdicts, as the inventory's JSON spells them.
const (
	Within      Verdict = "within"      // listed, or covered by a listed type
	Conditional Verdict = "conditional" // listed only for a service that was not named
	Beyond      Verdict = "beyond"      // not listed
)

// Judgement is a verdict with what it rests on.
type Judgement struct {
	Verdict  Verdict
	Category *Category // where the item is listed; for Beyond the only category, nil when there are several or none
	Item     *Item     // nil for Beyond
	ListedAs string    // id of the data type the item lists: the judged one or one that covers it; "" for Beyond
}

// Allowance is the union of what one or more categories list as necessary.
type Allowance struct {
	categories []*Category
	services   []string
	grants     map[string][]grant // by data type id, in the order of the categories and their items
}

type grant struct {
	category *Category
	item     *Item
}

// NewAllowance builds the allowance of a program. Services are the ids of
// article 5 conditions that the program offers, as in Item.Service.
func NewAllowance(cats []*Category, services []string) *Allowance {
	a := &Allowance{categories: cats, services: services, grants: map[string][]grant{}}
	for _, c := range cats {
		for i := range c.Necessary {
			item := &c.Necessary[i]
			for _, id := range item.DataTypes {
				a.grants[id] = append(a.grants[id], grant{c, item})
			}
		}
	}
	return a
}

// Judge tells whether the categories list a data type, given by id or
// alias, or a type that covers it. A condition without a service id ("seat
// number, if any") does not make an item conditional. An unknown data type
// is Beyond, and so is everything when there is no category.
func (a *Allowance) Judge(dataType string) Judgement {
	conditional := Judgement{}
	for _, id := range withCovering(dataType) {
		for _, g := range a.grants[id] {
			if a.applies(g.item) {
				return Judgement{Within, g.category, g.item, id}
			}
			if conditional.Item == nil {
				conditional = Judgement{Conditional, g.category, g.item, id}
			}
		}
	}
	if conditional.Item != nil {
		return conditional
	}
	if len(a.categories) == 1 {
		return Judgement{Verdict: Beyond, Category: a.categories[0]}
	}
	return Judgement{Verdict: Beyond}
}

func (a *Allowance) applies(item *Item) bool {
	return item.Service == "" || slices.Contains(a.services, item.Service)
}

// withCovering returns the data type's id and then those that cover it.
func withCovering(dataType string) []string {
	d, ok := FindDataType(dataType)
	if !ok {
		return nil
	}
	return append([]string{d.ID}, d.CoveredBy...)
}

// Services returns the service ids that conditions of these categories name,
// each once, in the order of the items.
func Services(cats []*Category) []string {
	var ids []string
	for _, c := range cats {
		for _, item := range c.Necessary {
			if item.Service != "" && !slices.Contains(ids, item.Service) {
				ids = append(ids, item.Service)
			}
		}
	}
	return ids
}
