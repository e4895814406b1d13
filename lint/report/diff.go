package report

import (
	"bufio"
	"io"
	"path"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"

	"github.com/mplint/mplint/lint"
)

// Diff prints what fixes would change as a unified diff, which git apply and
// patch -p1 take. A terminal gets it without raw control characters.
func Diff(w io.Writer, files []lint.FixedFile, o Options, terminal bool) error {
	out := bufio.NewWriter(w)
	paint := newPaint(o.Color)
	for _, f := range files {
		from, to := "a/"+f.Path, "b/"+f.Path
		if path.IsAbs(f.Path) {
			from, to = f.Path, f.Path
		}
		diff := udiff.Unified(clean(from), clean(to), string(f.Before), string(f.After))
		for line := range strings.Lines(diff) {
			text := strings.TrimSuffix(line, "\n")
			if terminal {
				text = clean(strings.TrimSuffix(text, "\r"))
			}
			out.WriteString(diffPaint(paint, text)(text))
			out.WriteByte('\n')
		}
	}
	return out.Flush()
}

// diffPaint returns the paint for a line of a diff.
func diffPaint(p paint, line string) func(...any) string {
	switch {
	case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"):
		return p.bold
	case strings.HasPrefix(line, "@@"):
		return p.cyan
	case strings.HasPrefix(line, "-"):
		return p.red
	case strings.HasPrefix(line, "+"):
		return p.green
	}
	return func(a ...any) string { return a[0].(string) }
}
