package report

import (
	"strings"
	"unicode/utf8"

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
	left, right := window(f.Data, line, from, cells)
	to = max(from, min(to, right))
	before := expand(f.Text(source.Range{Start: left, End: from}), 0)
	if left > line.Start {
		before = "…" + before
	}
	indent := displaywidth.String(before)
	marked := expand(f.Text(source.Range{Start: from, End: to}), indent)
	after := expand(f.Text(source.Range{Start: to, End: right}), indent+displaywidth.String(marked))
	if right < line.End {
		after += "…"
	}
	return frame{start.Line, before + marked + after, indent, max(1, displaywidth.String(marked))}
}

func clamp(i int, r source.Range) int { return max(r.Start, min(i, r.End)) }

// window chooses the part of a line to show: all of it where that fits, else
// from a third of the cells before the place on.
func window(data []byte, line source.Range, from, cells int) (left, right int) {
	if _, end := forward(data, line.Start, line.End, cells-1); end == line.End {
		return line.Start, line.End
	}
	cells -= 3 // two ellipses, and a marker behind the last character
	left, used := backward(data, line.Start, from, cells/2)
	if left > line.Start {
		left, used = backward(data, line.Start, from, cells/3)
	}
	_, right = forward(data, from, line.End, cells-used)
	return left, right
}

// forward moves from an offset over characters that fit into so many cells.
func forward(data []byte, i, end, cells int) (used, at int) {
	for i < end {
		r, size := utf8.DecodeRune(data[i:end])
		n := cost(r, size)
		if used+n > cells {
			break
		}
		used += n
		i += size
	}
	return used, i
}

// backward is forward in the other direction.
func backward(data []byte, start, i, cells int) (at, used int) {
	for i > start {
		r, size := utf8.DecodeLastRune(data[start:i])
		n := cost(r, size)
		if used+n > cells {
			break
		}
		used += n
		i -= size
	}
	return i, used
}

// cost is the most cells that a character can take once it is made visible.
func cost(r rune, size int) int {
	switch {
	case r == '\t':
		return tabWidth
	case r == utf8.RuneError && size == 1:
		return len(`\xff`)
	case r >= ' ' && r < 0x7F || r == '\uFE0F': // U+FE0F makes the character before it wide
		return 1
	}
	return displaywidth.String(clean(string(r)))
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
