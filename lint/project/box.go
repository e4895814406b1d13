package project

import (
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// Box is a checkbox or radio button of an own template that is ticked before
// the user touches it.
type Box struct {
	File      *source.File
	Element   string       // "checkbox", "van-checkbox"
	Range     source.Range // the attribute that ticks it
	Literal   string       // a text, other than true, that ticks it: any but the empty one is true
	Path      []string     // of the page data it is bound to: form, agree; none for a literal
	Data      Place        // the value true there
	Near      []string     // the text of the box, of the element around it, and so on outwards
	Reachable bool

	tag      int  // where the element stands
	negated  bool // {{!agree}}
	template string
}

// tickAttrs are the attributes that say whether a box is ticked. Those marked
// true do so on elements of libraries only: the value of the platform's own
// box is what the form sends.
var tickAttrs = map[string]bool{
	"checked": false, "default-checked": false, "defaultChecked": false,
	"value": true, "model-value": true, "modelValue": true, "v-model": true, "model:value": true, "model:checked": true, "v-model:checked": true, "wx:model": true,
}

// maxBoxes bounds how many boxes of one template are looked at.
const maxBoxes = 200

// isBox reports whether an element is a box that can be ticked.
func isBox(name string) bool {
	return strings.HasSuffix(name, "heckbox") || strings.HasSuffix(name, "radio") || strings.HasSuffix(name, "Radio")
}

// box notes a box that is ticked, or may be by the data that it is bound to.
func (c *collector) box(e *scan.Element, name string, custom bool) {
	if c.task.origin != Own || len(c.boxes) == maxBoxes {
		return
	}
	for i := range e.Attributes {
		a := &e.Attributes[i]
		libraryOnly, known := tickAttrs[string(c.plain(a))]
		if !known || libraryOnly && !custom {
			continue
		}
		b := &Box{Element: string(c.data[e.Name.Start:e.Name.End]), Range: a.Full, Reachable: true, tag: e.Open.Start}
		if c.ticked(a, b) {
			c.boxes = append(c.boxes, b)
		}
		return
	}
}

// ticked reports whether an attribute ticks its box, or may: then the box has
// the path of the data that decides.
func (c *collector) ticked(a *scan.Attribute, b *Box) bool {
	value := strings.TrimSpace(string(c.data[a.Value.Start:a.Value.End]))
	expression := a.Bound || strings.HasPrefix(string(c.data[a.Name.Start:a.Name.End]), "v-model")
	if rest, ok := strings.CutPrefix(value, "{{"); ok && strings.HasSuffix(rest, "}}") {
		value, expression = strings.TrimSpace(strings.TrimSuffix(rest, "}}")), true
	}
	switch {
	case !a.HasValue:
		return !tickAttrs[string(c.plain(a))]
	case value == "true":
		return true
	case !expression:
		b.Literal = value
		return c.markup == nativeMarkup && value != "" || value == "checked"
	}
	if rest, ok := strings.CutPrefix(value, "!"); ok {
		b.negated, value = true, rest
	}
	for _, part := range strings.Split(strings.TrimPrefix(strings.TrimPrefix(value, "this."), "state."), ".") {
		if plainName([]byte(part)) == "" {
			return false
		}
		b.Path = append(b.Path, part)
	}
	return b.Path[0] != "item"
}

// keepBoxes reads what stands near the boxes of the template at hand.
func (c *collector) keepBoxes() {
	if len(c.boxes) == 0 {
		return
	}
	t := &outline{data: c.data, open: -1}
	if c.markup == jsxMarkup {
		t.script(&c.script)
	} else {
		t.template()
	}
	for _, b := range c.boxes {
		b.File, b.template, b.Near = c.source(), c.task.rel, t.near(b.tag)
	}
	c.out.boxes = append(c.out.boxes, c.boxes...)
	c.boxes = nil
}
