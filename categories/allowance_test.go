package categories

import (
	"slices"
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		categories, services, dataType string
		verdict                        Verdict
		category, clause               int // 0 for none
		listedAs                       string
	}{
		{"food-delivery", "", "phone-number", Within, 7, 1, "phone-number"},
		{"food-delivery", "", "location-precise", Beyond, 7, 0, ""},
		{"food-delivery", "", "location-approximate", Beyond, 7, 0, ""},
		{"food-delivery", "", "location-chosen", Within, 7, 2, "address"},
		{"food-delivery", "", "real-name", Within, 7, 2, "name"},
		{"food-delivery", "", "payment", Within, 7, 3, "payment-info"},
		{"food-delivery", "", "no-such-type", Beyond, 7, 0, ""},
		{"map-navigation", "", "location-precise", Within, 1, 1, "location-precise"},
		{"map-navigation", "", "location-background", Beyond, 1, 0, ""},
		{"map-navigation", "", "location-track", Beyond, 1, 0, ""},
		{"map-navigation", "", "phone-number", Beyond, 1, 0, ""},
		{"ride-hailing", "", "location-track", Within, 2, 2, "location-track"},
		{"ride-hailing", "", "location-precise", Within, 2, 2, "location-precise"},
		{"ride-hailing", "", "location-background", Beyond, 2, 0, ""},
		{"ride-hailing", "", "payment-info", Conditional, 2, 3, "payment-info"},
		{"ride-hailing", "online-ride-booking", "payment-info", Within, 2, 3, "payment-info"},
		{"parcel-delivery", "", "phone-number", Beyond, 8, 0, ""},
		{"car-services", "", "location-precise", Conditional, 22, 4, "location-precise"},
		{"car-services", "", "location-approximate", Conditional, 22, 4, "location-approximate"},
		{"car-services", "shared-or-rental-car", "location-precise", Conditional, 22, 4, "location-precise"},
		{"car-services", "shared-bike-or-timeshare-car", "location-precise", Within, 22, 4, "location-precise"},
		{"transport-ticketing", "", "license-plate", Conditional, 9, 3, "license-plate"},
		{"transport-ticketing", "etc", "license-plate", Within, 9, 3, "license-plate"},
		{"transport-ticketing", "", "ticket-seat", Within, 9, 3, "ticket-seat"},
		{"transport-ticketing", "", "location-chosen", Within, 9, 3, "trip-endpoints"},
		{"housing-rental-sale", "", "location-chosen", Within, 13, 2, "property-listing"},
		{"used-car-trading", "selling", "name", Within, 14, 3, "name"},
		{"used-car-trading", "buying", "vin", Conditional, 14, 3, "vin"},
		{"medical-consultation", "registration", "medical-condition", Conditional, 15, 3, "medical-condition"},
		{"investment", "", "bank-card", Within, 23, 3, "bank-card"},
		{"news", "", "phone-number", Beyond, 30, 0, ""},
		{"food-delivery,map-navigation", "", "location-precise", Within, 1, 1, "location-precise"},
		{"food-delivery,map-navigation", "", "phone-number", Within, 7, 1, "phone-number"},
		{"food-delivery,map-navigation", "", "camera-image", Beyond, 0, 0, ""},
		{"car-services,map-navigation", "", "location-precise", Within, 1, 1, "location-precise"},
		{"news,car-services", "", "location-precise", Conditional, 22, 4, "location-precise"},
		{"car-services,food-delivery", "", "location-chosen", Within, 7, 2, "address"},
		{"", "", "phone-number", Beyond, 0, 0, ""},
	} {
		got := NewAllowance(bySlugs(t, test.categories), strings.Split(test.services, ",")).Judge(test.dataType)
		category, clause := 0, 0
		if got.Category != nil {
			category = got.Category.Number
		}
		if got.Item != nil {
			clause = got.Item.Clause
		}
		if got.Verdict != test.verdict || category != test.category || clause != test.clause || got.ListedAs != test.listedAs {
			t.Errorf("[%s] with %q, %s: got %s category %d clause %d as %q, want %+v",
				test.categories, test.services, test.dataType, got.Verdict, category, clause, got.ListedAs, test)
		}
	}
}

// A track covers the fixes it is made of, also where no item spells them out.
func TestJudgeTrackCoversFixes(t *testing.T) {
	only := &Category{Number: 1, Necessary: []Item{{DataTypes: []string{"location-track"}}}}
	a := NewAllowance([]*Category{only}, nil)
	for id, want := range map[string]Verdict{
		"location-track": Within, "location-precise": Within, "location-approximate": Within,
		"location-background": Beyond, "location-chosen": Beyond,
	} {
		if got := a.Judge(id).Verdict; got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

func TestServices(t *testing.T) {
	if got := Services(bySlugs(t, "car-services,transport-ticketing,news")); !slices.Equal(got, []string{"shared-or-rental-car", "shared-bike-or-timeshare-car", "etc"}) {
		t.Errorf("services %q", got)
	}
	if got := Services(All()); len(got) != 9 {
		t.Errorf("%d services in all, want 9: %q", len(got), got)
	}
}

func bySlugs(t *testing.T, list string) []*Category {
	t.Helper()
	var cats []*Category
	for _, slug := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		c, ok := BySlug(slug)
		if !ok {
			t.Fatalf("no category %q", slug)
		}
		cats = append(cats, c)
	}
	return cats
}
