package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// Field is a form field of an own template that asks for personal data and is
// not marked as optional there.
type Field struct {
	Label     string // the words that say so, without blanks around them
	DataType  string // id of package categories
	File      *source.File
	Range     source.Range // the attribute with the words; the element's name where they stand before it
	Reachable bool
}

// formState is what was seen of a form in the file at hand.
type formState struct {
	texts    [2]source.Range // what stands before the next field, the last one first
	elements int             // since the last text
	waiting  int             // texts that may still mark the last field as optional
}

// maxNesting is how many elements may stand between a label and its field.
const maxNesting = 4

// labels returns what takes in the text of a file that may hold form fields,
// or nil.
func (c *collector) labels() func(source.Range) {
	if c.form = (formState{}); c.task.origin != Own || !c.mayHoldField(c.data) {
		c.formless = true
		return nil
	}
	c.formless = false
	return c.label
}

// label takes in a text that may belong to the next field or to the last one.
func (c *collector) label(r source.Range) {
	f := &c.form
	f.texts[1], f.texts[0], f.elements = f.texts[0], r, 0
	if f.waiting > 0 {
		f.waiting--
		if l := platform.Forms().Read(c.trimmed(r)); l.Optional && l.Empty {
			c.out.fields = c.out.fields[:len(c.out.fields)-1]
			f.waiting = 0
		}
	}
}

func (c *collector) trimmed(r source.Range) string {
	return string(bytes.TrimSpace(c.data[r.Start:r.End]))
}

// field collects an element that users type into or choose with, unless one of
// its requests stands for the same.
func (c *collector) field(e *scan.Element, name string, custom bool, requests []*Request) {
	c.form.elements++
	switch forms := platform.Forms(); {
	case custom && hasPart(name, forms.RowParts):
		for _, w := range c.ownWords(e, true) {
			c.label(w.text)
		}
		return
	case custom && !hasPart(name, forms.ElementParts), !custom && !contains(forms.Elements, name):
		return
	}
	before := c.form
	c.form = formState{}
	if c.searches(e, name) || c.leftOpen(e) || c.ofOther(e) {
		return
	}
	at, dataType := c.asksFor(e, custom, &before)
	if hasPart(name, pickers) && !contains(platform.Forms().Chosen, dataType) {
		return
	}
	if dataType == "" || slices.ContainsFunc(requests, func(r *Request) bool { return contains(r.DataTypes, dataType) }) || c.underOptional(e.Open.Start) {
		return
	}
	c.out.fields = append(c.out.fields, &Field{Label: strings.Trim(c.trimmed(at.text), "{} "), DataType: dataType, File: c.source(), Range: at.place, Reachable: true})
	c.form.waiting = 2
}

// words are a text at a field and where a finding about it stands.
type words struct{ text, place source.Range }

// asksFor returns the data type that a field asks for, or "": by its own
// words, else by the text before it, else by its name in the program.
func (c *collector) asksFor(e *scan.Element, custom bool, before *formState) (at words, dataType string) {
	own := c.ownWords(e, custom)
	all := own
	if before.elements <= maxNesting {
		for _, r := range before.texts {
			all = append(all, words{r, e.Name})
		}
	}
	silent, chooses := true, false
	for i, w := range all {
		l := platform.Forms().Read(c.trimmed(w.text))
		if l.Optional || l.Never && (silent || i <= len(own)) {
			return words{}, ""
		}
		if dataType == "" && (silent || i < len(own)) {
			at, dataType = w, l.DataType
		}
		silent, chooses = silent && l.Empty, chooses || l.Choose
	}
	if silent {
		at, dataType = c.byName(e)
	}
	if !chooses && (c.isOn(e, "disabled") || c.isOn(e, "readonly")) {
		return words{}, ""
	}
	return at, dataType
}

// ownWords returns what the attributes of a field say: the placeholder, and of
// a component its label or title.
func (c *collector) ownWords(e *scan.Element, custom bool) []words {
	var list []words
	for i := range e.Attributes {
		a := &e.Attributes[i]
		if !c.is(a, "placeholder") && (!custom || !c.is(a, "label") && !c.is(a, "title")) {
			continue
		}
		value := c.data[a.Value.Start:a.Value.End]
		if !a.Bound && !isBound(value) {
			list = append(list, words{a.Value, a.Full})
			continue
		}
		scan.StringLiterals(value, func(start, end int) {
			list = append(list, words{source.Range{Start: a.Value.Start + start, End: a.Value.Start + end}, a.Full})
		})
	}
	return list
}

// pickers are parts of the names of elements with which users choose.
var pickers = []string{"picker", "radio"}
