package source

import (
	"bytes"
	"cmp"
	"slices"
)

// Edit replaces one span of a file. An empty range inserts, an empty text
// removes.
type Edit struct {
	File    *File
	Range   Range
	NewText string
}

// Apply returns data with edits made that do not overlap, in whatever order
// they are given. Ranges are offsets into data, which stays as it is.
func Apply(data []byte, edits []Edit) []byte {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Range.Start, b.Range.Start) })
	var out bytes.Buffer
	last := 0
	for _, e := range edits {
		out.Write(data[last:e.Range.Start])
		out.WriteString(e.NewText)
		last = e.Range.End
	}
	out.Write(data[last:])
	return out.Bytes()
}

// Conflict reports whether two edits of the same file cannot both be made:
// they overlap, or one inserts at an end of the other.
func (e Edit) Conflict(other Edit) bool {
	a, b := e.Range, other.Range
	if a.Start == a.End || b.Start == b.End {
		return a.Start <= b.End && b.Start <= a.End
	}
	return a.Start < b.End && b.Start < a.End
}
