package manifest

import (
	"slices"

	"github.com/mplint/mplint/lint/source"
)

// Remove returns the edits that take a member or an element out of its parent,
// with its comma, and with its line where it stands alone there. Comments
// outside of it stay. It returns nil where the parent does not stand in the
// file as such.
func (d *Document) Remove(parent, child *Node) []source.Edit {
	slots, ok := d.layout(parent)
	if !ok {
		return nil
	}
	for i, c := range parent.Children {
		if c == child {
			return d.remove(parent, slots, i)
		}
	}
	return nil
}

func (d *Document) remove(parent *Node, slots []slot, i int) []source.Edit {
	s, open, closing := slots[i], parent.Range.Start+1, parent.Range.End-1
	rest := s.end // after the item and its comma
	if s.comma >= 0 {
		rest = s.comma + 1
	}
	if len(slots) == 1 && d.blank(open, s.start) && d.blank(rest, closing) && d.adjoins(s) {
		return []source.Edit{d.cut(open, closing)}
	}
	if i == 0 || s.comma >= 0 {
		return d.removeItem(s, open)
	}
	comma := slots[i-1].comma
	if d.blank(comma+1, s.start) && d.lineTail(s.end, closing) == s.end {
		return []source.Edit{d.cut(comma, s.end)}
	}
	return append([]source.Edit{d.cut(comma, comma+1)}, d.removeItem(s, open)...)
}

// removeItem takes out an item and the comma behind it. Of a line that holds
// nothing else the whole is taken.
func (d *Document) removeItem(s slot, open int) []source.Edit {
	end := s.end
	if s.comma >= 0 {
		end = s.comma + 1
	}
	if !d.adjoins(s) { // a comment stands before the comma, and stays
		return []source.Edit{d.cut(s.start, d.skipSpace(s.end)), d.cut(s.comma, s.comma+1)}
	}
	lineStart, after := d.lineStart(s.start), d.skipSpace(end)
	ownLine, lineEnd := d.blank(lineStart, s.start) && lineStart >= open, d.lineEnd(after)
	switch {
	case ownLine && lineEnd >= 0:
		return []source.Edit{d.cut(lineStart, lineEnd+len(d.newlineAt(lineEnd)))}
	case lineEnd >= 0: // the last one of its line
		start := s.start
		for start > open && (d.File.Data[start-1] == ' ' || d.File.Data[start-1] == '\t') {
			start--
		}
		return []source.Edit{d.cut(start, after)}
	}
	return []source.Edit{d.cut(s.start, after)}
}

// adjoins reports whether nothing but white space stands between an item and
// its comma.
func (d *Document) adjoins(s slot) bool { return s.comma < 0 || d.blank(s.end, s.comma) }

func (d *Document) newlineAt(at int) string {
	switch data := d.File.Data; {
	case at == len(data):
		return ""
	case data[at] == '\r':
		return "\r\n"
	}
	return "\n"
}

func (d *Document) cut(start, end int) source.Edit {
	return source.Edit{File: d.File, Range: source.Range{Start: start, End: end}}
}

// Replace returns the edit that puts another name into a string or key, which
// the range covers with its quotes or without. It returns nil where something
// else stands there, such as an escape.
func (d *Document) Replace(r source.Range, old, name string) []source.Edit {
	if !d.editable() {
		return nil
	}
	return ReplaceName(d.File, r, old, name)
}

// ReplaceName is Replace for any file.
func ReplaceName(f *source.File, r source.Range, old, name string) []source.Edit {
	text := f.Text(r)
	if n := len(text); n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		text, r = text[1:n-1], source.Range{Start: r.Start + 1, End: r.End - 1}
	}
	if text != old {
		return nil
	}
	return []source.Edit{{File: f, Range: r, NewText: name}}
}

// RemoveBOM returns the edit that takes away the byte order mark at the start
// of a file, or nil where there is none, or several: what stands behind the
// first is not read then, and may be anything.
func RemoveBOM(f *source.File) []source.Edit {
	if n := source.SkipBOM(f.Data); n > 0 && source.SkipBOM(f.Data[n:]) == 0 {
		return []source.Edit{{File: f, Range: source.Range{End: n}}}
	}
	return nil
}

// Parent returns the object in which a key stands at a range, and its member,
// or nil.
func (d *Document) Parent(key source.Range) (parent, child *Node) {
	n := d.Root
	for n != nil {
		parent, n = n, nil
		for _, c := range parent.Children {
			switch {
			case c.KeyRange == key:
				return parent, c
			case c.Range.Start <= key.Start && key.End <= c.Range.End:
				n = c
			}
		}
	}
	return nil, nil
}

// HasComment reports whether a comment stands in a member or element, its key
// and value taken together.
func (d *Document) HasComment(n *Node) bool {
	return look(d.File.Data[:n.Range.End], n.start()).comment.End > 0
}

// Supersedes reports whether nothing is lost when n stands alone, where other
// stood too: a single value is overruled by any other, an object by one that
// has all of its members, an array by one that has all of its elements.
func (n *Node) Supersedes(other *Node) bool {
	switch {
	case n.Kind < Array && other.Kind < Array:
		return true
	case n.Kind != other.Kind:
		return false
	}
	return !slices.ContainsFunc(other.Children, func(o *Node) bool {
		if n.Kind == Object {
			kept := n.Get(o.Key)
			return kept == nil || !kept.Supersedes(o)
		}
		return !slices.ContainsFunc(n.Children, o.equal)
	})
}

func (n *Node) equal(other *Node) bool {
	return n.Kind == other.Kind && n.Key == other.Key && n.Text == other.Text && slices.EqualFunc(n.Children, other.Children, (*Node).equal)
}
