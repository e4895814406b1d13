package platform

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/mplint/mplint/categories"
)

// TestAgainstFacts compares the data files with the fact collection they were
// made from, where it lies beside the repository.
func TestAgainstFacts(t *testing.T) {
	eachPlatform(t, func(t *testing.T, p *Platform) {
		raw, err := os.ReadFile("../../../shared/facts/" + p.ID + ".json")
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the fact collection is not here")
		}
		if err != nil {
			t.Fatal(err)
		}
		var facts struct {
			Capabilities []struct {
				ID        string
				Kind      Kind
				Request   RequestKind
				DataTypes []string `json:"data_types"`
			}
		}
		if err := json.Unmarshal(raw, &facts); err != nil {
			t.Fatal(err)
		}
		if len(facts.Capabilities) != len(p.Capabilities()) {
			t.Errorf("%d facts, %d capabilities", len(facts.Capabilities), len(p.Capabilities()))
		}
		for _, f := range facts.Capabilities {
			c, ok := p.ByID(f.ID)
			if !ok {
				t.Errorf("%s is missing", f.ID)
				continue
			}
			if slices.Contains(departures, f.ID) {
				continue
			}
			if c.Kind != f.Kind || c.Request != f.Request || !slices.Equal(c.DataTypes, canonical(f.DataTypes)) {
				t.Errorf("%s: have %s %s %v, want %s %s %v", f.ID, c.Kind, c.Request, c.DataTypes, f.Kind, f.Request, f.DataTypes)
			}
		}
	})
}

// departures are entries that say less than the fact collection: recognition of
// any text in a picture is no request for an identity document, by the
// platform's own page; their notes say so.
var departures = []string{"api:wx.createVKSession#track.OCR", "api:VKSession.runOCR"}

func canonical(ids []string) []string {
	var out []string
	for _, id := range ids {
		if d, ok := categories.FindDataType(id); ok {
			id = d.ID
		}
		out = append(out, id)
	}
	return out
}
