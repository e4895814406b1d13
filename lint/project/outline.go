package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// The bounds of what is near a box.
const (
	maxNear     = 3   // elements outwards
	maxNearText = 400 // bytes of text in the last of them
)

// outline is the elements of a template, or of the JSX in a script, with the
// text in them.
type outline struct {
	data  []byte
	nodes []outlineNode
	texts []source.Range
	open  int // the innermost node that is not closed, or -1
}

type outlineNode struct {
	name       string
	parent     int
	start, end int // from its "<" to the "<" of its closing tag
	box        bool
}

// template reads the whole file as a template.
func (o *outline) template() {
	scan.Elements(o.data, source.SkipBOM(o.data), len(o.data), scan.TemplateVisitor{
		Element: o.element, Close: o.close, Text: func(r source.Range) { o.texts = append(o.texts, r) },
	})
}

// script reads the JSX of a script.
func (o *outline) script(s *scan.Script) {
	opened := map[int]scan.Element{}
	s.JSXElements(scan.TemplateVisitor{Element: func(e *scan.Element) {
		copied := *e
		copied.Attributes = append([]scan.Attribute(nil), e.Attributes...)
		opened[e.Open.Start] = copied
	}})
	for i, t := range s.Tokens {
		switch {
		case t.Kind == scan.JSXText:
			o.texts = append(o.texts, s.Range(i, i))
		case t.Kind == scan.JSXStart && t.End-t.Start == 2:
			if i+1 < len(s.Tokens) {
				o.close(s.Range(i+1, i+1))
			}
		case t.Kind == scan.JSXStart:
			if e, ok := opened[int(t.Start)]; ok {
				o.element(&e)
			}
		}
	}
}

func (o *outline) element(e *scan.Element) {
	name := string(o.data[e.Name.Start:e.Name.End])
	o.nodes = append(o.nodes, outlineNode{name, o.open, e.Open.Start, e.Open.End, isBox(name)})
	for i := range e.Attributes {
		if a := &e.Attributes[i]; isCaption(string(o.data[a.Name.Start:a.Name.End])) {
			o.texts = append(o.texts, a.Value)
		}
	}
	if !e.SelfClosing {
		o.open = len(o.nodes) - 1
	}
}

// close ends the innermost element of a name, and those inside that nothing
// has closed.
func (o *outline) close(name source.Range) {
	for i := o.open; i >= 0; i = o.nodes[i].parent {
		if o.nodes[i].name == string(o.data[name.Start:name.End]) {
			for ; o.open >= i; o.open = o.nodes[o.open].parent {
				o.nodes[o.open].end = name.Start
			}
			return
		}
	}
}

// isCaption reports whether an attribute shows its value as text.
func isCaption(name string) bool {
	switch strings.TrimPrefix(name, ":") {
	case "label", "title", "text", "content":
		return true
	}
	return false
}

// near returns the texts around the element at an offset, from the inside out,
// as far as they belong to that box alone.
func (o *outline) near(tag int) []string {
	var out []string
	for i := range o.nodes {
		if o.nodes[i].start != tag {
			continue
		}
		box := i
		for n := 0; i >= 0 && n <= maxNear; i, n = o.nodes[i].parent, n+1 {
			text, boxes := o.inside(i)
			if n == 0 && text == "" {
				text = o.following(box)
			}
			if boxes > 1 || len(text) > maxNearText {
				break
			}
			out = append(out, text)
		}
		break
	}
	return out
}

// following returns the first text behind an element, inside the one around it.
func (o *outline) following(node int) string {
	parent := o.nodes[node].parent
	for _, r := range o.texts {
		if r.Start >= o.nodes[node].end && parent >= 0 && r.End <= o.nodes[parent].end {
			return string(bytes.TrimSpace(o.data[r.Start:r.End]))
		}
	}
	return ""
}

// inside returns the text in an element and how many boxes it holds.
func (o *outline) inside(node int) (text string, boxes int) {
	start, end := o.nodes[node].start, o.nodes[node].end
	var b strings.Builder
	for _, r := range o.texts {
		if r.Start >= start && r.End <= end {
			b.Write(bytes.TrimSpace(o.data[r.Start:r.End]))
			b.WriteByte(' ')
		}
	}
	for i := range o.nodes {
		if o.nodes[i].box && o.nodes[i].start >= start && o.nodes[i].start < end {
			boxes++
		}
	}
	return strings.TrimSpace(b.String()), boxes
}
