package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean is what every report does to text that came from a file: for those who
// print errors about such text.
func Clean(s string) string { return clean(s) }

// clean makes every character visible that would move the cursor, colour the
// terminal or reorder text, and every byte that is no text.
func clean(s string) string {
	if !strings.ContainsFunc(s, unsafeRune) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "\\x%02x", s[i])
		case r < ' ':
			b.WriteRune('\u2400' + r) // the control pictures
		case unsafeRune(r):
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// unsafeRune reports whether a terminal acts on a character. What most text is
// made of is let through first: the tables are slow to look into.
func unsafeRune(r rune) bool {
	if r >= ' ' && r <= '~' || r >= '\u3000' {
		return false
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control) || r == '\u2028' || r == '\u2029'
}
