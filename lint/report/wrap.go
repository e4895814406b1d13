package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// Wrap breaks a text as the reports do: for pages that stand beside them.
func Wrap(s string, cells int) []string { return wrap(s, cells) }

// wrap breaks a text into lines of at most so many cells: at spaces, and
// between Chinese characters, but not before closing punctuation.
func wrap(s string, cells int) []string { return wrapAfter(0, s, cells) }

// wrapAfter is wrap for a text whose first line begins behind so many cells.
func wrapAfter(width int, s string, cells int) []string {
	var lines []string
	var line strings.Builder
	flush := func() {
		if text := strings.TrimRight(line.String(), " "); text != "" {
			lines = append(lines, text)
		}
		line.Reset()
		width = 0
	}
	for _, w := range pieces(s) {
		n := displaywidth.String(w)
		if line.Len() > 0 && width+displaywidth.String(strings.TrimRight(w, " ")) > cells {
			flush()
		}
		line.WriteString(w)
		width += n
	}
	flush()
	return lines
}

// pieces splits a text where a line may break.
func pieces(s string) []string {
	var out []string
	start := 0
	runes := []rune(s)
	for i := range runes {
		if i == len(runes)-1 || breakable(runes[i], runes[i+1]) {
			out = append(out, string(runes[start:i+1]))
			start = i + 1
		}
	}
	return out
}

func breakable(a, b rune) bool {
	if a == ' ' {
		return b != ' '
	}
	if strings.ContainsRune("，。、；：！？）》】”’…,.;:!?)", b) || strings.ContainsRune("（《【“‘(", a) || b == ' ' {
		return false
	}
	return unicode.Is(unicode.Han, a) || unicode.Is(unicode.Han, b) || strings.ContainsRune("，。、；：！？）》】”’", a)
}
