package manifest

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// InsertElement returns the edits that add a string behind the last element
// of an array, written as its neighbours are. It returns nil where the array
// does not stand in the file as such.
func (d *Document) InsertElement(array *Node, text string) []source.Edit {
	slots, ok := d.layout(array)
	if !ok || array.Kind != Array {
		return nil
	}
	return d.insert(array, slots, len(slots)-1, d.quote(text, array.Range.End))
}

// InsertMember returns the edits that add a member to an object, behind the
// last one; value is JSON. It returns nil where the object does not stand in
// the file as such.
func (d *Document) InsertMember(object *Node, key, value string) []source.Edit {
	return d.insertMember(object, nil, key, value)
}

// InsertValue returns the edits that add an element to an array, behind the
// last one; value is JSON. It returns nil where the array does not stand in the
// file as such.
func (d *Document) InsertValue(array *Node, value string) []source.Edit {
	slots, ok := d.layout(array)
	if !ok || array.Kind != Array {
		return nil
	}
	return d.insert(array, slots, len(slots)-1, value)
}

// InsertList returns the edits that add a member to an object whose value is
// an array of one string: behind the member after, or behind the last one
// where after is nil. It returns nil where the object does not stand in the
// file as such.
func (d *Document) InsertList(object, after *Node, key, text string) []source.Edit {
	if object == nil {
		return nil
	}
	return d.insertMember(object, after, key, "["+d.quote(text, object.Range.End)+"]")
}

func (d *Document) insertMember(object, after *Node, key, value string) []source.Edit {
	slots, ok := d.layout(object)
	if !ok || object.Kind != Object {
		return nil
	}
	at := len(slots) - 1
	for i, child := range object.Children {
		if child == after {
			at = i
		}
	}
	if at < 0 {
		key = `"` + key + `"`
	} else if q := d.File.Text(source.Range{Start: slots[at].start, End: slots[at].start + 1}); q == `"` || q == `'` {
		key = q + key + q
	}
	return d.insert(object, slots, at, key+":"+d.space()+value)
}

// insert returns the edits that add an item behind the one at an index, or as
// the only one.
func (d *Document) insert(n *Node, slots []slot, at int, text string) []source.Edit {
	if len(slots) == 0 {
		return d.insertOnly(n, text)
	}
	s, next := slots[at], n.Range.End-1
	if at+1 < len(slots) {
		next = slots[at+1].start
	}
	ownLine := d.blank(d.lineStart(s.start), s.start)
	if s.comma >= 0 {
		if !ownLine || !d.multiline(s.comma, next) {
			return []source.Edit{d.put(s.comma+1, d.space()+text+",")}
		}
		return []source.Edit{d.put(d.lineTail(s.comma+1, next), d.newline()+d.indent(s.start)+text+",")}
	}
	if !ownLine {
		return []source.Edit{d.put(s.end, ","+d.space()+text)}
	}
	text = d.newline() + d.indent(s.start) + text
	if tail := d.lineTail(s.end, next); tail > s.end {
		return []source.Edit{d.put(s.end, ","), d.put(tail, text)}
	}
	return []source.Edit{d.put(s.end, ","+text)}
}

// insertOnly fills an object or array that has nothing in it but comments. An
// object takes lines of its own where the file has several, an array where it
// has several itself.
func (d *Document) insertOnly(n *Node, text string) []source.Edit {
	start, end := n.Range.Start+1, n.Range.End-1
	newline, outer := d.newline(), d.indent(n.Range.Start)
	inner := newline + outer + d.unit() + text
	switch blank, lines := d.blank(start, end), d.multiline(start, end); {
	case blank && (lines || n.Kind == Object && d.multiline(0, len(d.File.Data))):
		return []source.Edit{{File: d.File, Range: source.Range{Start: start, End: end}, NewText: inner + newline + outer}}
	case blank:
		return []source.Edit{{File: d.File, Range: source.Range{Start: start, End: end}, NewText: text}}
	case lines:
		return []source.Edit{d.put(start+len(bytes.TrimRight(d.File.Data[start:end], " \t\r\n")), inner)}
	}
	return []source.Edit{d.put(end, d.space()+text)}
}

func (d *Document) put(at int, text string) source.Edit {
	return source.Edit{File: d.File, Range: source.Range{Start: at, End: at}, NewText: text}
}

// lineTail returns the offset after the comments that follow on the line at an
// offset, or the offset itself where there are none. It does not go beyond
// limit.
func (d *Document) lineTail(at, limit int) int {
	data := d.File.Data[:limit]
	for i := at; ; {
		i = d.skipSpace(i)
		end := i
		if i < limit {
			end = commentEnd(data, i)
		}
		if end == i || d.multiline(i, end) {
			return at
		}
		at, i = end, end
	}
}

// quote writes a name as a string, in the quotes of the last one that starts
// before an offset.
func (d *Document) quote(name string, before int) string {
	q, last := byte('"'), -1
	var visit func(*Node)
	visit = func(n *Node) {
		if at := n.Range.Start; n.Kind == String && at > last && at < before {
			if c := d.File.Data[at]; c == '"' || c == '\'' {
				q, last = c, at
			}
		}
		for _, child := range n.Children {
			visit(child)
		}
	}
	visit(d.Root)
	return string(q) + name + string(q)
}

// space is what the file has behind colons and commas on one line: nothing
// where nobody wrote it for reading.
func (d *Document) space() string {
	text := d.File.Text(d.Root.Range)
	if strings.ContainsAny(text, "\n") || strings.Contains(text, ": ") || strings.Contains(text, ", ") {
		return " "
	}
	return ""
}

// unit is one step of indentation: that of the root's first member on a line
// of its own, and two spaces where there is none.
func (d *Document) unit() string {
	for _, child := range d.Root.Children {
		at := child.start()
		outer, inner := d.indent(d.Root.Range.Start), d.indent(at)
		if d.blank(d.lineStart(at), at) && len(inner) > len(outer) {
			return strings.TrimPrefix(inner, outer)
		}
	}
	return "  "
}
