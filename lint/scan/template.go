package scan

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// Attribute is one attribute of an element. All ranges are byte offsets into
// the file.
type Attribute struct {
	Name     source.Range
	Value    source.Range // without quotes
	HasValue bool
	Full     source.Range // from the name to after the closing quote
}

// Element is one opening tag.
type Element struct {
	Name        source.Range
	Open        source.Range // from "<" to after ">"
	Attributes  []Attribute
	SelfClosing bool
}

// TemplateVisitor is told what a template holds. What it is given is reused and
// must not be kept.
type TemplateVisitor struct {
	Element func(*Element)
	Comment func(source.Range) // with its delimiters
}

type tokenizer struct {
	data     []byte
	pos      int
	end      int
	visit    TemplateVisitor
	element  Element
	rescued  bool
	unclosed int  // before this offset no mustache closes
	noEnd    bool // a raw element had no closing tag: none is looked for again
}

// Elements reads data[start:end] as WXML or AXML: elements, attributes and
// comments, with mustaches as single units and names in their own case. The
// inside of wxs, sjs, script and style is skipped. It never fails, and is
// linear in the length; it reports whether an unclosed construct was skipped.
func Elements(data []byte, start, end int, visit TemplateVisitor) (incomplete bool) {
	t := tokenizer{data: data, pos: start, end: end, visit: visit}
	for t.pos < t.end {
		i := bytes.IndexAny(t.data[t.pos:t.end], "<{")
		if i < 0 {
			break
		}
		t.pos += i
		if t.data[t.pos] == '{' {
			t.mustache()
		} else {
			t.markup()
		}
	}
	return t.rescued
}

// mustache skips {{ }} in text, where a "<" is a comparison. One that its line
// does not close is taken for text.
func (t *tokenizer) mustache() {
	t.pos++
	if t.at(t.pos) != '{' {
		return
	}
	if end := t.mustacheEnd(t.pos + 1); end >= 0 {
		t.pos = end
	}
}

// mustacheEnd returns the offset after the "}}" that closes the mustache whose
// inside starts at i, or -1 when a blank line, or a line that opens a tag,
// comes first. What failed once is not tried again, which keeps time linear.
func (t *tokenizer) mustacheEnd(i int) int {
	if i < t.unclosed {
		return -1
	}
	for ; i < t.end; i++ {
		switch t.data[i] {
		case '}':
			if t.at(i+1) == '}' {
				return i + 2
			}
		case '\n':
			rest := bytes.TrimLeft(t.data[i+1:min(i+200, t.end)], " \t\r")
			if len(rest) == 0 || rest[0] == '<' || rest[0] == '\n' {
				t.unclosed = i
				return -1
			}
		}
	}
	t.unclosed = t.end
	return -1
}

func (t *tokenizer) at(i int) byte {
	if i >= 0 && i < t.end {
		return t.data[i]
	}
	return 0
}

func (t *tokenizer) markup() {
	rest := t.data[t.pos:t.end]
	switch c := t.at(t.pos + 1); {
	case bytes.HasPrefix(rest, []byte("<!--")):
		t.comment()
	case class[c] == letter && c != '\\':
		t.tag()
	default: // a closing tag, a declaration, or a lone "<"
		t.pos++
	}
}

func (t *tokenizer) comment() {
	start := t.pos
	i := bytes.Index(t.data[t.pos+4:t.end], []byte("-->"))
	if i < 0 {
		t.rescue()
		return
	}
	t.pos += 4 + i + 3
	if t.visit.Comment != nil {
		t.visit.Comment(source.Range{Start: start, End: t.pos})
	}
}

// rescue drops an unclosed construct: once in a template it goes on after the
// line, so that the rest is not lost; a second time the template ends.
func (t *tokenizer) rescue() {
	i := bytes.IndexByte(t.data[t.pos:t.end], '\n')
	if i < 0 || t.rescued {
		t.rescued, t.pos = true, t.end
		return
	}
	t.rescued = true
	t.pos += i
}

// tag reads an opening tag and what its element hides from the template.
func (t *tokenizer) tag() {
	e := &t.element
	e.Open.Start = t.pos
	t.pos++
	e.Name = t.name()
	e.Attributes, e.SelfClosing = e.Attributes[:0], false
	for t.pos < t.end {
		c := t.data[t.pos]
		switch {
		case c == '>':
			t.pos++
			t.close()
			return
		case c == '/' && t.at(t.pos+1) == '>':
			e.SelfClosing = true
			t.pos += 2
			t.close()
			return
		case c == '<':
			t.close() // half-typed: the next tag begins
			return
		case c <= ' ' || c == '/' || c == '"' || c == '\'' || c == '=':
			t.pos++
		default:
			t.attribute()
		}
	}
	t.close()
}

func (t *tokenizer) close() {
	e := &t.element
	e.Open.End = t.pos
	if t.visit.Element != nil {
		t.visit.Element(e)
	}
	if e.SelfClosing {
		return
	}
	switch name := t.data[e.Name.Start:e.Name.End]; string(name) {
	case "wxs", "sjs", "script", "style":
		t.skipTo(name)
	}
}

// skipTo goes to the closing tag of a raw element. Without one nothing is
// skipped.
func (t *tokenizer) skipTo(name []byte) {
	for i := t.pos; i < t.end && !t.noEnd; {
		j := bytes.Index(t.data[i:t.end], []byte("</"))
		if j < 0 {
			t.noEnd = true
			return
		}
		i += j + 2
		if bytes.HasPrefix(t.data[i:t.end], name) {
			t.pos = i
			return
		}
	}
}

// name reads up to white space, "/", ">", "=", "<" or a quote.
func (t *tokenizer) name() source.Range {
	start := t.pos
	for t.pos < t.end {
		c := t.data[t.pos]
		if c <= ' ' || c == '>' || c == '=' || c == '<' || c == '"' || c == '\'' || c == '/' && t.at(t.pos+1) == '>' {
			break
		}
		t.pos++
	}
	return source.Range{Start: start, End: t.pos}
}

func (t *tokenizer) attribute() {
	a := Attribute{Name: t.name()}
	a.Full = a.Name
	save := t.pos
	t.blank()
	if t.at(t.pos) != '=' {
		t.pos = save
		t.element.Attributes = append(t.element.Attributes, a)
		return
	}
	t.pos++
	t.blank()
	a.HasValue = true
	if q := t.at(t.pos); q == '"' || q == '\'' {
		a.Value = t.quoted(q)
	} else {
		a.Value = t.bare()
	}
	a.Full.End = t.pos
	t.element.Attributes = append(t.element.Attributes, a)
}

func (t *tokenizer) blank() {
	for t.pos < t.end && t.data[t.pos] <= ' ' {
		t.pos++
	}
}

// quoted reads a value in quotes; inside a mustache a quote does not end it.
// A value that nothing closes ends before the next line that opens a tag.
func (t *tokenizer) quoted(q byte) source.Range {
	t.pos++
	start := t.pos
	for i := start; i < t.end; i++ {
		switch c := t.data[i]; {
		case c == q:
			t.pos = i + 1
			return source.Range{Start: start, End: i}
		case c == '{' && t.at(i+1) == '{':
			if end := t.mustacheEnd(i + 2); end >= 0 {
				i = end - 1
			}
		}
	}
	t.pos = start
	t.rescue()
	return source.Range{Start: start, End: t.pos}
}

// bare reads a value without quotes, a mustache with its spaces.
func (t *tokenizer) bare() source.Range {
	start := t.pos
	for t.pos < t.end {
		c := t.data[t.pos]
		if c <= ' ' || c == '>' || c == '/' && t.at(t.pos+1) == '>' {
			break
		}
		if c == '{' && t.at(t.pos+1) == '{' {
			if end := t.mustacheEnd(t.pos + 2); end >= 0 {
				t.pos = end
				continue
			}
		}
		t.pos++
	}
	return source.Range{Start: start, End: t.pos}
}

// SameAttr reports whether an attribute's name is the wanted one, written in
// kebab case or in camel case: open-type or openType.
func SameAttr(name []byte, want string) bool {
	i := 0
	for j := 0; j < len(name); j++ {
		c := name[j]
		if c >= 'A' && c <= 'Z' {
			if i < len(want) && want[i] == '-' {
				i++
			}
			c |= 0x20
		}
		if i >= len(want) || want[i] != c {
			return false
		}
		i++
	}
	return i == len(want)
}

// StringLiterals visits the insides of the string literals that a mustache
// expression can come to. Those it compares with do not count.
func StringLiterals(expr []byte, visit func(start, end int)) {
	for i := 0; i < len(expr); i++ {
		q := expr[i]
		if q != '\'' && q != '"' && q != '`' {
			continue
		}
		end := i + 1
		for end < len(expr) && expr[end] != q {
			if expr[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(expr) {
			return
		}
		if !comparedText(expr[:i], expr[end+1:]) {
			visit(i+1, end)
		}
		i = end
	}
}

func comparedText(before, after []byte) bool {
	before, after = bytes.TrimRight(before, " \t\r\n"), bytes.TrimLeft(after, " \t\r\n")
	return bytes.HasSuffix(before, []byte("==")) || bytes.HasSuffix(before, []byte("!=")) ||
		bytes.HasPrefix(after, []byte("==")) || bytes.HasPrefix(after, []byte("!="))
}
