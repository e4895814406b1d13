package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/clipperhouse/displaywidth"
	"github.com/mplint/mplint/lint"
)

// Compact prints one line per finding, for editors and for grep:
// path:line:column: severity: message [rule]. The column counts code points.
// Where one root serves several platforms the message says which is meant.
func Compact(w io.Writer, r *lint.Result, o Options) error {
	out := bufio.NewWriter(w)
	text := newDescriber(r, o.Lang)
	for _, f := range r.Findings {
		at := f.File.Position(f.Range.Start)
		fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n", clean(f.File.Path), at.Line, at.Column, f.Severity, text.message(f), f.Rule)
	}
	return out.Flush()
}

// inBrackets sets a remark behind a sentence.
func inBrackets(s, lang string) string {
	if lang == "zh" {
		return "（" + s + "）"
	}
	return " (" + s + ")"
}

// pad fills a text with spaces up to a number of terminal cells.
func pad(s string, cells int) string {
	for n := displaywidth.String(s); n < cells; n++ {
		s += " "
	}
	return s
}
