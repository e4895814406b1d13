package report

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/mplint/mplint/lint/source"
)

// TestFrame has the cells before the marker and of the marker for a range that
// is given as the text it spans, or as offsets where that is empty.
func TestFrame(t *testing.T) {
	tests := []struct {
		name, text, mark string
		r                source.Range
		line             int
		shown            string
		indent, width    int
	}{
		{name: "plain", text: "a(b)\nwx.getLocation()", mark: "wx.getLocation", line: 2, shown: "wx.getLocation()", indent: 0, width: 14},
		{name: "after Chinese text", text: `"附近" + x`, mark: "x", line: 1, shown: `"附近" + x`, indent: 9, width: 1},
		{name: "Chinese text itself", text: `a "附近" b`, mark: "附近", line: 1, shown: `a "附近" b`, indent: 3, width: 4},
		{name: "after an emoji", text: "🛵 x", mark: "x", line: 1, shown: "🛵 x", indent: 3, width: 1},
		{name: "after a family of emoji", text: "👨‍👩‍👧 x", mark: "x", line: 1, shown: "👨‍👩‍👧 x", indent: 3, width: 1},
		{name: "after a tab", text: "\tx", mark: "x", line: 1, shown: "    x", indent: 4, width: 1},
		{name: "after a tab behind text", text: "ab\tx\ty", mark: "y", line: 1, shown: "ab  x   y", indent: 8, width: 1},
		{name: "a tab after Chinese text", text: "附\tx", mark: "x", line: 1, shown: "附  x", indent: 4, width: 1},
		{name: "a tab inside", text: "a\tb", mark: "a\tb", line: 1, shown: "a   b", indent: 0, width: 5},
		{name: "after a combining mark", text: "e\u0301 x", mark: "x", line: 1, shown: "e\u0301 x", indent: 2, width: 1},
		{name: "at the end of a line", text: "abc\ndef", r: source.Range{Start: 3, End: 3}, line: 1, shown: "abc", indent: 3, width: 1},
		{name: "at a carriage return", text: "abc\r\ndef", r: source.Range{Start: 3, End: 5}, line: 1, shown: "abc", indent: 3, width: 1},
		{name: "empty", text: "abc", r: source.Range{Start: 1, End: 1}, line: 1, shown: "abc", indent: 1, width: 1},
		{name: "an empty file", text: "", line: 1, shown: "", indent: 0, width: 1},
		{name: "beyond the file", text: "abc", r: source.Range{Start: 9, End: 12}, line: 1, shown: "abc", indent: 3, width: 1},
		{name: "several lines", text: "f({\n  a\n})", mark: "({\n  a\n})", line: 1, shown: "f({", indent: 1, width: 2},
		{name: "behind a byte order mark", text: "\ufeffab", mark: "b", line: 1, shown: "ab", indent: 1, width: 1},
		{name: "escape", text: "\x1b[31m x", mark: "x", line: 1, shown: "␛[31m x", indent: 6, width: 1},
		{name: "delete and C1", text: "\x7f\u0085 x", mark: "x", line: 1, shown: `\u007f\u0085 x`, indent: 13, width: 1},
		{name: "bidi", text: "\u202e\u2066 x", mark: "x", line: 1, shown: `\u202e\u2066 x`, indent: 13, width: 1},
		{name: "not UTF-8", text: "\xff x", mark: "x", line: 1, shown: `\xff x`, indent: 5, width: 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := test.r
			if test.mark != "" {
				r.Start = strings.LastIndex(test.text, test.mark)
				r.End = r.Start + len(test.mark)
			}
			got := newFrame(&source.File{Data: []byte(test.text)}, r, 80)
			if want := (frame{test.line, test.shown, test.indent, test.width}); got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

// TestFrameWindow shows a part of lines that are too long: it holds the place,
// the marker stands under it, and nothing sticks out.
func TestFrameWindow(t *testing.T) {
	for name, filler := range map[string]string{
		"letters": "a", "Chinese": "附", "tabs": "\t", "delete": "\x7f", "bidi": "\u202e", "emoji": "🛵", "bytes": "\xff", "words": "ab 附\t",
	} {
		for _, at := range []int{0, 5, 40, 100, 150_000, 299_990, 300_000} {
			before, after := strings.Repeat(filler, at), strings.Repeat(filler, 300_000-at)
			f := &source.File{Data: []byte(before + "wx.login" + after)}
			for _, cells := range []int{40, 90} {
				got := newFrame(f, source.Range{Start: len(before), End: len(before) + len("wx.login")}, cells)
				checkWindow(t, name, got, cells)
			}
		}
	}
}

func checkWindow(t *testing.T, name string, got frame, cells int) {
	t.Helper()
	if n := displaywidth.String(got.text); n > cells || got.indent+got.width > cells {
		t.Errorf("%s: %d cells with a marker to %d, want at most %d", name, n, got.indent+got.width, cells)
	}
	before, _, found := strings.Cut(got.text, "wx.login")
	if !found || displaywidth.String(before) != got.indent || got.width != 8 {
		t.Errorf("%s: marker of %d at %d under %q", name, got.width, got.indent, got.text)
	}
	if displaywidth.String(got.text) < cells/4 {
		t.Errorf("%s: only %q", name, got.text)
	}
}

func TestFrameLongMark(t *testing.T) {
	f := &source.File{Data: []byte(strings.Repeat("附", 300_000))}
	got := newFrame(f, source.Range{Start: 3, End: 600_000}, 40)
	if n := displaywidth.String(got.text); n > 40 || got.indent+got.width > 40 || got.width < 30 {
		t.Errorf("got %+v of %d cells", got, n)
	}
}
