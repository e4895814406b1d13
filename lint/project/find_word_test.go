package project

import (
	"strings"
	"testing"
)

func TestIndexOf(t *testing.T) {
	for _, text := range []string{"", "i", "import", "an import", "imporimport", "@x/y import imported", "导入import", "requirrequire", strings.Repeat("q", 40) + "require"} {
		for _, word := range []string{"import", "require", "from", "wx", "mplint-", "q", ""} {
			if got, want := indexOf([]byte(text), word), strings.Index(text, word); got != want {
				t.Errorf("%q in %q: %d, want %d", word, text, got, want)
			}
		}
	}
}
