package source

import (
	"unicode/utf16"
	"unicode/utf8"
)

// UTF8 returns the 1-based column of a byte offset in bytes, counted like the
// other columns of Position from the start of the line. A byte order mark takes
// no column.
func (f *File) UTF8(offset int) int {
	p := f.Position(offset)
	return max(0, p.Offset-f.LineRange(p.Line).Start) + 1
}

// OffsetUTF16 returns the byte offset of a 1-based line and a 1-based column in
// UTF-16 units. A column inside a character means its start; one outside the
// line, and a line outside the file, mean the nearest place inside.
func (f *File) OffsetUTF16(line, column int) int {
	r := f.clampedLine(line)
	i := r.Start
	for units := column - 1; i < r.End; {
		c, size := utf8.DecodeRune(f.Data[i:r.End])
		units -= utf16.RuneLen(c)
		if units < 0 {
			break
		}
		i += size
	}
	return i
}

// OffsetUTF8 is OffsetUTF16 for a column in bytes.
func (f *File) OffsetUTF8(line, column int) int {
	r := f.clampedLine(line)
	i := r.Start + max(0, min(column-1, r.End-r.Start))
	for i > r.Start && i < r.End && !utf8.RuneStart(f.Data[i]) {
		i--
	}
	return i
}

func (f *File) clampedLine(line int) Range {
	if line < 1 {
		start := SkipBOM(f.Data)
		return Range{start, start}
	}
	return f.LineRange(line)
}
