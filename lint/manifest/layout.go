package manifest

import (
	"bytes"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/source"
)

// slot is where a member or an element stands in the text of its container.
type slot struct {
	start, end int // with its key
	comma      int // offset of the comma behind it, or -1
}

// layout returns the slots of an object or array, and false where something
// stands there that the tree does not tell: then no edit is certain. It is so
// for what a script puts together, and never for JSON without faults.
func (d *Document) layout(n *Node) ([]slot, bool) {
	if !d.editable() || !d.bracketed(n) {
		return nil, false
	}
	slots := make([]slot, 0, len(n.Children))
	pos, last := n.Range.Start+1, n.Range.End-1
	for _, child := range n.Children {
		s := slot{child.start(), child.Range.End, -1}
		comma, ok := d.gap(pos, s.start, ',')
		if !ok || s.end > last || (comma >= 0) != (len(slots) > 0) || !d.colon(n, child) {
			return nil, false
		}
		if len(slots) > 0 {
			slots[len(slots)-1].comma = comma
		}
		slots, pos = append(slots, s), s.end
	}
	comma, ok := d.gap(pos, last, ',')
	if len(slots) > 0 {
		slots[len(slots)-1].comma = comma
	}
	return slots, ok && (comma < 0 || len(slots) > 0)
}

// editable reports whether the tree tells all of the text: it has no fault, no
// bytes that are no text, and no parts that are left out for a platform.
func (d *Document) editable() bool {
	return d.Valid() && utf8.Valid(d.File.Data) && !bytes.Contains(d.File.Data, []byte("#endif"))
}

// bracketed reports whether an object or array stands in the file as such.
func (d *Document) bracketed(n *Node) bool {
	brackets := map[Kind]string{Object: "{}", Array: "[]"}
	if n == nil || n.Range.End-n.Range.Start < 2 || n.Range.End > len(d.File.Data) {
		return false
	}
	first, last := d.File.Data[n.Range.Start], d.File.Data[n.Range.End-1]
	return string([]byte{first, last}) == brackets[n.Kind]
}

// colon reports whether a member of an object is written as key and value.
func (d *Document) colon(parent, child *Node) bool {
	if parent.Kind != Object {
		return true
	}
	at, ok := d.gap(child.KeyRange.End, child.Range.Start, ':')
	return ok && at >= 0
}

// gap looks at the text between two values: nothing may stand there but white
// space, comments and at most one mark, whose offset it returns, or -1.
func (d *Document) gap(start, end int, mark byte) (at int, ok bool) {
	data := d.File.Data
	at = -1
	for i := start; i < end; {
		switch c := data[i]; {
		case c == mark && at < 0:
			at = i
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			i++
		case commentEnd(data[:end], i) > i:
			i = commentEnd(data[:end], i)
		default:
			return at, false
		}
	}
	return at, start <= end
}

func (n *Node) start() int {
	if n.KeyRange != (source.Range{}) {
		return n.KeyRange.Start
	}
	return n.Range.Start
}

// blank reports whether a span holds white space only.
func (d *Document) blank(start, end int) bool {
	return len(bytes.TrimSpace(d.File.Data[start:end])) == 0
}

// multiline reports whether a span holds a line end.
func (d *Document) multiline(start, end int) bool {
	return bytes.IndexByte(d.File.Data[start:end], '\n') >= 0
}

// lineStart returns the offset of the first byte of the line at an offset.
func (d *Document) lineStart(at int) int {
	return max(source.SkipBOM(d.File.Data), bytes.LastIndexByte(d.File.Data[:at], '\n')+1)
}

// skipSpace returns the offset of the first byte from at on that is no space
// or tab.
func (d *Document) skipSpace(at int) int {
	for data := d.File.Data; at < len(data) && (data[at] == ' ' || data[at] == '\t'); at++ {
	}
	return at
}

// lineEnd returns the offset of the line end at an offset, or -1 where
// something else stands there.
func (d *Document) lineEnd(at int) int {
	data := d.File.Data
	if at == len(data) || data[at] == '\n' || bytes.HasPrefix(data[at:], []byte("\r\n")) {
		return at
	}
	return -1
}

// indent returns the white space before the first character of the line at an
// offset.
func (d *Document) indent(at int) string {
	start := d.lineStart(at)
	return string(d.File.Data[start:d.skipSpace(start)])
}

// newline returns the line end that the file has.
func (d *Document) newline() string {
	if i := bytes.IndexByte(d.File.Data, '\n'); i > 0 && d.File.Data[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
