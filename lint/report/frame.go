package report

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/mplint/mplint/lint/source"
)

const tabWidth = 4

// frame is one line of source and the marker that stands under a range of it,
// both ready for a terminal: the marker is measured in cells.
type frame struct {
	line   int
	text   string
	indent int // cells before the marker
	width  int // cells of the marker, at least 1
}

// newFrame shows the first line of a range, cut to a number of cells around it.
func newFrame(f *source.File, r source.Range, cells int) frame {
	start := f.Position(r.Start)
	line := f.LineRange(start.Line)
	from, to := clamp(r.Start, line), clamp(r.End, line)
	left, right := window(f.Data, line, from, to, cells)
	before := expand(f.Text(source.Range{Start: left, End: from}), 0)
	if left > line.Start {
		before = "…" + before
	}
	indent := displaywidth.String(before)
	marked := expand(f.Text(source.Range{Start: from, End: min(to, right)}), indent)
	after := expand(f.Text(source.Range{Start: min(to, right), End: right}), indent+displaywidth.String(marked))
	if right < line.End {
		after += "…"
	}
	return frame{start.Line, before + marked + after, indent, max(1, displaywidth.String(marked))}
}

func clamp(i int, r source.Range) int { return max(r.Start, min(i, r.End)) }

// window chooses the part of a line to show. Bytes stand in for cells: a
// character takes at least as many bytes as half its cells.
func window(data []byte, line source.Range, from, to, cells int) (left, right int) {
	if line.End-line.Start <= cells {
		return line.Start, line.End
	}
	left = line.Start
	if from-left > cells/2 {
		left = boundary(data, from-cells/3, line)
	}
	right = boundary(data, min(line.End, left+cells), line)
	return left, max(right, min(to, boundary(data, from+cells/2, line)))
}

// boundary moves an offset back to the start of a character.
func boundary(data []byte, i int, line source.Range) int {
	i = clamp(i, line)
	for i > line.Start && i < line.End && data[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

// expand turns tabs into spaces, counted from a column of cells, and makes
// everything else visible.
func expand(s string, column int) string {
	if !strings.Contains(s, "\t") {
		return clean(s)
	}
	var b strings.Builder
	for i, part := range strings.Split(s, "\t") {
		if i > 0 {
			n := tabWidth - column%tabWidth
			b.WriteString(strings.Repeat(" ", n))
			column += n
		}
		part = clean(part)
		b.WriteString(part)
		column += displaywidth.String(part)
	}
	return b.String()
}
