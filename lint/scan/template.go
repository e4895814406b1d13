package scan

import (
	"bytes"
	"sync"

	"github.com/mplint/mplint/lint/source"
)

// Attribute is one attribute of an element. All ranges are byte offsets into
// the file.
type Attribute struct {
	Name     source.Range // empty for a value without a name
	Value    source.Range // without quotes; empty at its place when there is none
	Quoted   bool
	HasValue bool         // an "=" stands behind the name
	Bound    bool         // the value is an expression: of JSX, name={value}
	Full     source.Range // from the name to after the closing quote
}

// Element is one opening tag. All ranges are byte offsets into the file.
type Element struct {
	Name        source.Range
	Open        source.Range // from "<" to after ">", or to where a half-typed tag stops
	Attributes  []Attribute
	SelfClosing bool
}

// TemplateVisitor is told what a template holds, in source order; nil
// functions are not called. An Element and its Attributes are reused by the
// next one and must not be kept.
type TemplateVisitor struct {
	Element  func(*Element)
	Close    func(name source.Range) // a closing tag
	Comment  func(source.Range)      // with its "<!--" and "-->"
	Text     func(source.Range)      // what stands between tags, unless blank; after its mustaches
	Mustache func(source.Range)      // the inside of "{{ }}" in text or, after their Element, in its attributes
	// Script is given the inside of wxs, sjs, qs, import-sjs and script, after
	// their Element.
	Script func(inner source.Range, name []byte)
}

// templateReader is the state of one run over a template. Whatever is looked
// for in vain is remembered up to where it cannot be, so that no byte is
// looked at more than a fixed number of times.
type templateReader struct {
	data       []byte
	pos, end   int
	visit      TemplateVisitor
	element    *Element
	mustaches  []source.Range // insides of those in the attributes of the element
	text       int            // where the text that is not reported yet starts
	incomplete bool

	noComment bool           // no "-->" follows
	noCloser  [rawKinds]bool // no closing tag of the raw element follows
	unclosed  [2]int         // before this offset no value in " and in ' closes
	damaged   int            // before this offset mustaches end at their first "}}"
	work      int            // bytes looked at in searches that may fail, for tests
}

// Elements reads data[start:end] as WXML, AXML or the template of a
// single-file component. A mustache is one unit, in text and in attributes,
// and names keep their case. It never fails: half-typed tags, values and
// comments end where the next line or tag shows that they should have. It
// reports whether something was not closed. Time is linear in the length;
// nothing is allocated before the first tag.
func Elements(data []byte, start, end int, visit TemplateVisitor) (incomplete bool) {
	r := templateReader{data: data, pos: start, end: end, visit: visit, text: start}
	r.read()
	if r.element != nil {
		elements.Put(r.element)
	}
	return r.incomplete
}

// elements are kept from one template to the next for their attributes.
var elements = sync.Pool{New: func() any { return new(Element) }}

func (r *templateReader) read() {
	for tag := r.pos - 1; r.pos < r.end; {
		if tag < r.pos {
			tag = r.find(r.pos, "<")
		}
		if i := bytes.Index(r.data[r.pos:tag], []byte("{{")); i >= 0 {
			r.pos += i
			r.textMustache()
			continue
		}
		if r.pos = tag; tag < r.end {
			r.markup()
		}
	}
	r.flush(r.end)
}

// textMustache skips a mustache in text, where "<" is a comparison.
func (r *templateReader) textMustache() {
	end := r.mustacheEnd(r.pos)
	if end < 0 {
		r.pos += 2
		return
	}
	if r.visit.Mustache != nil {
		r.visit.Mustache(source.Range{Start: r.pos + 2, End: end - 2})
	}
	r.pos = end
}

// markup reads what starts with the "<" at r.pos.
func (r *templateReader) markup() {
	c := r.at(r.pos + 1)
	switch {
	case startsName(c):
		r.flush(r.pos)
		r.tag()
	case c == '/' && startsName(r.at(r.pos+2)):
		r.flush(r.pos)
		r.closingTag()
	case bytes.HasPrefix(r.data[r.pos:r.end], []byte("<!--")):
		r.flush(r.pos)
		r.comment()
	case c == '!' || c == '?':
		r.flush(r.pos)
		r.pos++
		r.toTagEnd()
	default:
		r.pos++ // text
		return
	}
	r.text = r.pos
}

// flush reports the text before a tag or the end of the template.
func (r *templateReader) flush(end int) {
	if r.visit.Text != nil && len(bytes.TrimSpace(r.data[r.text:end])) > 0 {
		r.visit.Text(source.Range{Start: r.text, End: end})
	}
}

// comment reads a comment. One that is not closed ends with its line.
func (r *templateReader) comment() {
	start, end := r.pos, r.end
	if !r.noComment {
		end = r.find(start+2, "-->")
	}
	if end < r.end {
		r.pos = end + 3
	} else {
		r.noComment, r.incomplete = true, true
		r.pos = r.findAny(start, "\r\n")
	}
	if r.visit.Comment != nil {
		r.visit.Comment(source.Range{Start: start, End: r.pos})
	}
}

func (r *templateReader) closingTag() {
	r.pos += 2
	name := r.name()
	r.toTagEnd()
	if r.visit.Close != nil {
		r.visit.Close(name)
	}
}

// toTagEnd moves after the next ">", or to a "<" before it.
func (r *templateReader) toTagEnd() {
	r.pos = r.findAny(r.pos, "<>")
	if r.at(r.pos) == '>' {
		r.pos++
	} else if r.pos == r.end {
		r.incomplete = true
	}
}

// find returns the offset of what at or after i, or r.end.
func (r *templateReader) find(i int, what string) int {
	n := bytes.Index(r.data[i:r.end], []byte(what))
	if n < 0 {
		n = r.end - i
	}
	r.work += n
	return i + n
}

// findAny returns the offset of one of the characters at or after i, or r.end.
func (r *templateReader) findAny(i int, chars string) int {
	n := bytes.IndexAny(r.data[i:r.end], chars)
	if n < 0 {
		n = r.end - i
	}
	r.work += n
	return i + n
}

// at returns the byte at i, or 0 outside the template.
func (r *templateReader) at(i int) byte {
	if i < r.end {
		return r.data[i]
	}
	return 0
}
