package scan

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// The elements whose inside is not markup.
const (
	rawWxs = iota
	rawSjs
	rawQs
	rawImportSjs
	rawScript
	rawStyle
	rawKinds
)

// tag reads an opening tag and, for a raw element, its inside.
func (r *templateReader) tag() {
	if r.element == nil {
		r.element = elements.Get().(*Element)
	}
	e := r.element
	*e = Element{Open: source.Range{Start: r.pos}, Attributes: e.Attributes[:0]}
	r.mustaches = r.mustaches[:0]
	r.pos++
	e.Name = r.name()
	for !r.tagEnd(e) {
		e.Attributes = append(e.Attributes, r.attribute())
	}
	e.Open.End = r.pos
	if r.visit.Element != nil {
		r.visit.Element(e)
	}
	for _, m := range r.mustaches {
		r.visit.Mustache(m)
	}
	if !e.SelfClosing && r.data[r.pos-1] == '>' {
		r.raw(r.data[e.Name.Start:e.Name.End])
	}
}

// tagEnd reports whether the tag ends at r.pos and moves behind its end. A "<"
// ends a half-typed tag. Blanks, and quotes and slashes that belong to
// nothing, are skipped.
func (r *templateReader) tagEnd(e *Element) bool {
	for ; r.pos < r.end; r.pos++ {
		switch c := r.data[r.pos]; {
		case c == '>':
			r.pos++
			return true
		case c == '/' && r.at(r.pos+1) == '>':
			e.SelfClosing = true
			r.pos += 2
			return true
		case c == '<':
			return true
		case c > ' ' && c != '/' && c != '"' && c != '\'':
			return false
		}
	}
	r.incomplete = true
	return true
}

// attribute reads a name, or a mustache in its place, and the value if any.
func (r *templateReader) attribute() Attribute {
	a := Attribute{Name: source.Range{Start: r.pos}}
	if !r.mustache() {
		r.name()
	}
	a.Name.End = r.pos
	a.Full = a.Name
	a.Value = source.Range{Start: r.pos, End: r.pos}
	if i := r.skipBlank(r.pos); r.at(i) == '=' {
		r.pos = i + 1
		a.HasValue = true
		r.value(&a)
		a.Full.End = max(r.pos, a.Value.End)
	}
	return a
}

// value reads what stands behind an "=". A word that stands apart from it and
// has an "=" itself is the next attribute: type= bindinput="x".
func (r *templateReader) value(a *Attribute) {
	equals := r.pos
	r.pos = r.skipBlank(equals)
	if c := r.at(r.pos); c == '"' || c == '\'' {
		a.Quoted = true
		a.Value = r.quoted(c)
		return
	}
	mark := len(r.mustaches)
	a.Value = r.bare()
	if a.Value.Start > equals && bytes.IndexByte(r.data[a.Value.Start:a.Value.End], '=') > 0 && r.at(a.Value.Start) != '{' {
		r.mustaches = r.mustaches[:mark]
		r.pos = equals
		a.Value = source.Range{Start: equals, End: equals}
	}
}

// name reads up to a blank, a quote or one of "=<>/".
func (r *templateReader) name() source.Range {
	start := r.pos
	for ; r.pos < r.end; r.pos++ {
		if c := r.data[r.pos]; c <= ' ' || c == '=' || c == '<' || c == '>' || c == '/' || c == '"' || c == '\'' {
			break
		}
	}
	return source.Range{Start: start, End: r.pos}
}

// raw hands on the inside of an element that holds no markup. Without a
// closing tag a script reaches to the end; of the others the inside is read as
// markup, as they are mostly a tag whose "/" was forgotten.
func (r *templateReader) raw(name []byte) {
	kind := rawKind(name)
	if kind < 0 {
		return
	}
	inner := source.Range{Start: r.pos, End: r.closer(kind, name)}
	if inner.End < 0 {
		r.incomplete = true
		if kind != rawScript {
			return
		}
		inner.End = r.end
	}
	if kind != rawStyle && r.visit.Script != nil {
		r.visit.Script(inner, name)
	}
	r.pos = inner.End
}

func rawKind(name []byte) int {
	switch string(name) {
	case "wxs":
		return rawWxs
	case "sjs":
		return rawSjs
	case "qs":
		return rawQs
	case "import-sjs":
		return rawImportSjs
	case "script":
		return rawScript
	case "style":
		return rawStyle
	}
	return -1
}

// closer returns the offset of the closing tag of a raw element, or -1.
func (r *templateReader) closer(kind int, name []byte) int {
	for i := r.pos; !r.noCloser[kind]; i += 2 {
		if i = r.find(i, "</"); i == r.end {
			r.noCloser[kind] = true
			break
		}
		rest := r.data[i+2 : r.end]
		if bytes.HasPrefix(rest, name) && !continuesName(r.at(i+2+len(name))) {
			return i
		}
	}
	return -1
}

func (r *templateReader) skipBlank(i int) int {
	for i < r.end && r.data[i] <= ' ' {
		i++
	}
	return i
}

func startsName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

func continuesName(c byte) bool {
	return startsName(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':'
}
