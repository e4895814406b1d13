package report

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		cells      int
		want       string // lines joined by "|"
	}{
		{"empty", "", 10, ""},
		{"fits", "one two", 7, "one two"},
		{"a space may hang over", "one two three", 7, "one two|three"},
		{"words", "one two three", 6, "one|two|three"},
		{"a long word stands alone", "a incomprehensibilities b", 8, "a|incomprehensibilities|b"},
		{"Chinese", "收集精准位置信息", 8, "收集精准|位置信息"},
		{"odd width", "收集精准位置信息", 7, "收集精|准位置|信息"},
		{"no closing punctuation first", "收集精准，位置", 8, "收集精|准，位置"},
		{"no opening punctuation last", "收集（精准）位", 6, "收集|（精|准）位"},
		{"mixed", "调用 wx.getLocation 获取位置", 17, "调用|wx.getLocation 获|取位置"},
		{"several spaces", "a   b", 3, "a|b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(wrap(test.text, test.cells), "|"); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestWrapAfter(t *testing.T) {
	for text, want := range map[string]string{"one two three": "one|two three", "long-word": "long-word", "": ""} {
		if got := strings.Join(wrapAfter(6, text, 10), "|"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestWrapKeepsText: nothing but spaces is lost and no line is too wide.
func TestWrapKeepsText(t *testing.T) {
	text := "第 5 条第 (7) 项列明：注册用户移动电话号码；收货人姓名（名称）、地址、联系电话。Users may refuse anything beyond that (article 4)."
	for cells := 20; cells < 90; cells++ {
		lines := wrap(text, cells)
		for _, line := range lines {
			if n := displaywidth.String(line); n > cells {
				t.Errorf("%d cells of %d: %q", n, cells, line)
			}
		}
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%d: got %q", cells, got)
		}
	}
}
