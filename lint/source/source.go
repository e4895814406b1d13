// Package source turns the bytes of a file into the positions that people and
// editors count in. It is the only place that does column arithmetic: every
// other package speaks in byte offsets.
package source

import (
	"bytes"
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

// Range is a half-open span of byte offsets, counted from 0 at the first byte
// of the file (a byte order mark counts as three bytes).
type Range struct{ Start, End int }

// Position is one place in a file in every unit that some consumer counts in.
type Position struct {
	Line   int // 1-based; "\n", "\r\n" and a lone "\r" end a line
	Column int // 1-based, in Unicode code points; an invalid byte counts as one
	UTF16  int // 1-based, in UTF-16 code units
	Offset int // 0-based, in bytes
}

// File is the text of one file and, once a position is asked for, its line
// table. A File is not safe for use by several goroutines at once.
type File struct {
	Path string // as shown to the user: relative to the working directory, with slashes
	Data []byte

	starts []int    // offset of each line's first byte
	last   Position // behind the last one that was asked for: the next on its line is counted from there
}

// bom is the UTF-8 byte order mark, which takes three bytes and no column.
var bom = []byte{0xEF, 0xBB, 0xBF}

// SkipBOM returns the offset of the first byte after a byte order mark, 0 or 3.
func SkipBOM(data []byte) int {
	if bytes.HasPrefix(data, bom) {
		return len(bom)
	}
	return 0
}

func (f *File) lines() []int {
	if f.starts != nil {
		return f.starts
	}
	f.starts = []int{0}
	for i, c := range f.Data {
		if c == '\n' || c == '\r' && (i+1 == len(f.Data) || f.Data[i+1] != '\n') {
			f.starts = append(f.starts, i+1)
		}
	}
	return f.starts
}

// LineCount returns the number of lines; text after the last line end counts
// as a line even when it is empty.
func (f *File) LineCount() int { return len(f.lines()) }

// Position returns the place of a byte offset. Offsets outside the file are
// moved to its nearest end.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Data)))
	starts := f.lines()
	line := sort.SearchInts(starts, offset+1)
	start := starts[line-1]
	if line == 1 {
		start = SkipBOM(f.Data)
	}
	p := Position{Line: line, Column: 1, UTF16: 1, Offset: start}
	if f.last.Line == line && f.last.Offset <= offset {
		p = f.last
	}
	for p.Offset < offset {
		r, size := utf8.DecodeRune(f.Data[p.Offset:])
		p.Offset += size
		p.Column++
		p.UTF16 += utf16.RuneLen(r)
	}
	f.last, p.Offset = p, offset
	return p
}

// LineRange returns the span of a 1-based line without its line end and
// without a byte order mark. A line outside the file gives an empty span at
// the nearest end.
func (f *File) LineRange(line int) Range {
	starts := f.lines()
	if line < 1 || line > len(starts) {
		end := len(f.Data)
		return Range{end, end}
	}
	r := Range{Start: starts[line-1], End: len(f.Data)}
	if line < len(starts) {
		r.End = starts[line]
	}
	for r.End > r.Start && (f.Data[r.End-1] == '\n' || f.Data[r.End-1] == '\r') {
		r.End--
	}
	if line == 1 {
		r.Start = min(r.End, SkipBOM(f.Data))
	}
	return r
}

// Text returns the bytes of a span, clamped to the file.
func (f *File) Text(r Range) string {
	start := max(0, min(r.Start, len(f.Data)))
	end := max(start, min(r.End, len(f.Data)))
	return string(f.Data[start:end])
}
