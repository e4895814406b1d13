package source

import "testing"

func TestApply(t *testing.T) {
	edits := []Edit{{Range: Range{4, 6}, NewText: "中"}, {Range: Range{0, 0}, NewText: ">"}, {Range: Range{2, 3}}}
	if got := string(Apply([]byte("abcdef"), edits)); got != ">abd中" {
		t.Errorf("got %q", got)
	}
	if got := string(Apply([]byte("abc"), nil)); got != "abc" {
		t.Errorf("without edits: %q", got)
	}
}

func TestConflict(t *testing.T) {
	for _, tt := range []struct {
		a, b Range
		want bool
	}{
		{Range{0, 2}, Range{2, 4}, false},
		{Range{0, 3}, Range{2, 4}, true},
		{Range{2, 2}, Range{2, 2}, true},
		{Range{2, 2}, Range{2, 4}, true},
		{Range{4, 4}, Range{2, 4}, true},
		{Range{3, 3}, Range{2, 4}, true},
		{Range{1, 1}, Range{2, 4}, false},
	} {
		if Edit.Conflict(Edit{Range: tt.a}, Edit{Range: tt.b}) != tt.want || Edit.Conflict(Edit{Range: tt.b}, Edit{Range: tt.a}) != tt.want {
			t.Errorf("%v and %v: want %v", tt.a, tt.b, tt.want)
		}
	}
}
