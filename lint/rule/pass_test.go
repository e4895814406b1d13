package rule

import (
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// TestCharacter takes whole characters, and none at the end.
func TestCharacter(t *testing.T) {
	for _, tt := range []struct {
		data       string
		start, end int
	}{
		{"{}", 0, 1},
		{"中文", 0, 3},
		{"中文", 3, 6},
		{"", 0, 0},
		{"\xff", 0, 1},
	} {
		if got := character([]byte(tt.data), tt.start); got != (source.Range{Start: tt.start, End: tt.end}) {
			t.Errorf("character(%q, %d) = %v, want an end of %d", tt.data, tt.start, got, tt.end)
		}
	}
}
