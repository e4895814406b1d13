package scan

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// JSXElements visits the elements that JSX in the script opens and the text
// between them, in source order; of the visitor only Element and Text are
// called. Of a value in braces Value is the expression between them, without
// comments around it; spread attributes are left out.
func (s *Script) JSXElements(visit TemplateVisitor) {
	var e Element
	for i := range s.Tokens {
		switch s.Tokens[i].Kind {
		case JSXText:
			if visit.Text != nil && len(bytes.TrimSpace(s.Text(i))) > 0 {
				visit.Text(s.Range(i, i))
			}
		case JSXStart:
			if s.kind(i+1) == JSXName && s.Data[s.Tokens[i].Start+1] != '/' {
				s.jsxElement(i, &e)
				visit.Element(&e)
			}
		}
	}
}

// jsxElement reads the opening tag at token i.
func (s *Script) jsxElement(i int, e *Element) {
	*e = Element{Name: s.Range(i+1, i+1), Attributes: e.Attributes[:0]}
	end := s.jsxAttributes(i+2, e)
	e.Open = source.Range{Start: int(s.Tokens[i].Start), End: int(s.Tokens[end].End)}
	e.SelfClosing = string(s.Text(end)) == "/>"
}

// jsxAttributes reads the attributes from token i and returns the token that
// ends the tag, or the last one that still belongs to it.
func (s *Script) jsxAttributes(i int, e *Element) int {
	for ; ; i++ {
		switch s.kind(i) {
		case JSXEnd:
			return i
		case JSXName:
			var a Attribute
			i, a = s.jsxAttribute(i)
			e.Attributes = append(e.Attributes, a)
		case Open:
			if s.Tokens[i].Match < 0 {
				return i
			}
			i = int(s.Tokens[i].Match)
		case Punct:
		default:
			return i - 1
		}
	}
}

// jsxAttribute reads name, name="text" or name={expression} and returns the
// last token of it.
func (s *Script) jsxAttribute(i int) (int, Attribute) {
	a := Attribute{Name: s.Range(i, i), Full: s.Range(i, i)}
	a.Value = source.Range{Start: a.Name.End, End: a.Name.End}
	if !s.Is(i+1, "=") {
		return i, a
	}
	switch a.HasValue = true; {
	case s.kind(i+2) == String:
		a.Quoted = true
		a.Value = s.Range(i+2, i+2)
		a.Value.Start++
		if text := s.Text(i + 2); closedLiteral(text) {
			a.Value.End--
		}
		a.Full.End = int(s.Tokens[i+2].End)
		return i + 2, a
	case s.kind(i+2) == Open && s.Tokens[i+2].Match > 0:
		last := int(s.Tokens[i+2].Match)
		a.Bound = true
		a.Value = source.Range{Start: int(s.Tokens[i+2].End), End: int(s.Tokens[last].Start)}
		if last > i+3 {
			a.Value = s.Range(i+3, last-1)
		}
		a.Full.End = int(s.Tokens[last].End)
		return last, a
	}
	return i + 1, a
}
