package report

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"plain 附近 🛵 e\u0301":       "plain 附近 🛵 e\u0301",
		"a\tb\nc\r":                "a␉b␊c␍",
		"\x00\x1b[31m\x07":         "␀␛[31m␇",
		"\x7f\u0080\u009b":         `\u007f\u0080\u009b`,
		"\u202a\u202e\u2066\u2069": `\u202a\u202e\u2066\u2069`,
		"\u061c\u200e\u200f":       `\u061c\u200e\u200f`,
		"\u2028\u2029":             `\u2028\u2029`,
		"\xff\xc3(":                `\xff\xc3(`,
		"\ufffd":                   "\ufffd",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b\u202e\xff附")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) || Clean(got) != got {
			t.Errorf("%q: got %q", s, got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q: %q is left", s, r)
			}
		}
	})
}
