package inventory

import (
	"cmp"
	"slices"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// lookup finds the rows of a platform's privacy guide.
type lookup struct{ items []*platform.GuideItem }

func newLookup(p *lint.Project) *lookup {
	l := &lookup{}
	reference := p.Platform.Reference()
	for i := range reference.GuideItems {
		if item := &reference.GuideItems[i]; slices.Contains(item.Surfaces, p.Surface) {
			l.items = append(l.items, item)
		}
	}
	return l
}

// byKey returns the row of a key of WeChat's guide, or nil.
func (l *lookup) byKey(key string) *platform.GuideItem {
	return l.find(func(i *platform.GuideItem) bool { return key != "" && i.PrivacyKey == key })
}

// byType returns the first row for a data type, or nil.
func (l *lookup) byType(dataType string) *platform.GuideItem {
	return l.find(func(i *platform.GuideItem) bool { return slices.Contains(i.DataTypes, dataType) })
}

func (l *lookup) find(is func(*platform.GuideItem) bool) *platform.GuideItem {
	if i := slices.IndexFunc(l.items, is); i >= 0 {
		return l.items[i]
	}
	return nil
}

// rows returns the rows that a request belongs to: those that the platform
// names for the interface, else the one for each data type. rest holds the
// data types that have none.
func (l *lookup) rows(r *project.Request) (rows []*platform.GuideItem, rest []string) {
	for _, key := range append([]string{r.Capability.PrivacyKey}, r.Capability.AlsoPrivacyKeys...) {
		if item := l.byKey(key); item != nil {
			rows = append(rows, item)
		}
	}
	if len(rows) > 0 {
		return rows, nil
	}
	for _, t := range r.DataTypes {
		switch item := l.byType(t); {
		case t == "account-id":
		case item == nil:
			rest = append(rest, t)
		case !slices.Contains(rows, item):
			rows = append(rows, item)
		}
	}
	return rows, slices.DeleteFunc(rest, func(t string) bool {
		return slices.ContainsFunc(rows, func(i *platform.GuideItem) bool { return slices.Contains(i.With, t) })
	})
}

// counts reports whether a request may need a row: what every program does
// needs one only where the platform says so.
func counts(r *project.Request) bool {
	return r.Capability.Request != platform.Unjudged || r.Capability.PrivacyKey != ""
}

// row returns the key and the words of the row for one data type of a request.
func (l *lookup) row(r *project.Request, dataType string) (key, words string) {
	if !counts(r) {
		return "", ""
	}
	rows, _ := l.rows(r)
	var item *platform.GuideItem
	for _, row := range rows {
		if item == nil || holds(row, dataType) && !holds(item, dataType) {
			item = row
		}
	}
	if item == nil || r.Capability.PrivacyKey == "" && !holds(item, dataType) {
		return "", ""
	}
	return cmp.Or(item.PrivacyKey, item.Scope), item.Zh
}

func holds(row *platform.GuideItem, dataType string) bool {
	return slices.Contains(row.DataTypes, dataType) || slices.Contains(row.With, dataType)
}

// typed returns the row for a data type that users type in, or nil. Alipay's
// rows are about what the platform hands over.
func (l *lookup) typed(dataType string) *platform.GuideItem {
	if row := l.byType(dataType); row != nil && row.Section == "" {
		return row
	}
	return nil
}

// GuideRow returns the key and the words of the row of the platform's privacy
// guide for one data type of a request, both "" where there is none.
func GuideRow(p *lint.Project, r *project.Request, dataType string) (key, words string) {
	return newLookup(p).row(r, dataType)
}
