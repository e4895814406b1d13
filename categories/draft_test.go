package categories

import (
	"testing"
)

// TestDraft: every rule of the draft names its source, things that exist, and
// reads in both languages.
func TestDraft(t *testing.T) {
	file := loadDraft()
	s, ok := SourceByID(file.SourceID)
	if !ok || s.Rank != RankDraft || file.Rank != RankDraft || file.Published != s.Date {
		t.Errorf("the draft's source is %+v, the file says rank %s of %s", s, file.Rank, file.Published)
	}
	if file.Status == "" || file.Note == "" || file.DataVersion != DataVersion() {
		t.Errorf("status %q, note %q, data version %s", file.Status, file.Note, file.DataVersion)
	}
	for _, r := range file.Rules {
		if r.Zh == "" || r.En == "" || DraftRuleByID(r.ID).Zh != r.Zh {
			t.Errorf("%s lacks a text", r.ID)
		}
		for _, p := range r.Permissions {
			for _, id := range p.Uses {
				if _, ok := FindDataType(id); !ok {
					t.Errorf("%s: unknown data type %q", r.ID, id)
				}
			}
		}
		for _, scene := range r.Scenes {
			for _, slug := range scene.Categories {
				if _, ok := BySlug(slug); !ok {
					t.Errorf("%s: unknown category %q", r.ID, slug)
				}
			}
		}
	}
}

func TestDraftScenes(t *testing.T) {
	rule := DraftRuleByID("draft-continuous-location")
	for slug, want := range map[string]bool{"map-navigation": true, "food-delivery": true, "sports-fitness": true, "online-shopping": false} {
		c, _ := BySlug(slug)
		if got := rule.HasScene([]*Category{c}); got != want {
			t.Errorf("%s: %v, want %v", slug, got, want)
		}
	}
}
