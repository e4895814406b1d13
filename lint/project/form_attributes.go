package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// valueNames are the attributes that name in the program what a field holds.
var valueNames = [...]string{"name", "v-model", "model:value", "prop"}

// ofOther reports whether the names at a field say that it is about someone
// else than the user.
func (c *collector) ofOther(e *scan.Element) bool {
	for i := range e.Attributes {
		a := &e.Attributes[i]
		if c.is(a, "value") || slices.ContainsFunc(valueNames[:], func(name string) bool { return c.is(a, name) }) {
			if platform.Forms().NamesOther(c.trimmed(a.Value)) {
				return true
			}
		}
	}
	return false
}

// underOptional reports whether a heading before an offset leaves all that
// follows to the user.
func (c *collector) underOptional(offset int) bool {
	for _, word := range platform.Forms().Section {
		if i := bytes.LastIndex(c.data[:offset], []byte(word)); i >= 0 {
			text := c.data[i:offset]
			if end := bytes.IndexByte(text, '<'); end >= 0 && platform.Forms().Read(string(text[:end])).Section {
				return true
			}
		}
	}
	return false
}

// settleFields leaves out the fields of a file whose words or path say that it
// is about someone else than the user, and corrects what words beside them
// change.
func (c *collector) settleFields() {
	if len(c.out.fields) == 0 {
		return
	}
	forms := platform.Forms()
	if forms.NamesOther(c.task.rel) || c.says(forms.Others) {
		c.out.fields = nil
	}
	for _, f := range c.out.fields {
		if kind := forms.Field(f.DataType); c.says(kind.Beside) {
			f.DataType = kind.Instead
		}
	}
}

// says reports whether one of the words stands in the file.
func (c *collector) says(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return bytes.Contains(c.data, []byte(word)) })
}

// byName returns the data type that the field's name in the program stands
// for.
func (c *collector) byName(e *scan.Element) (at words, dataType string) {
	forms := platform.Forms()
	for i := range e.Attributes {
		a := &e.Attributes[i]
		if !slices.ContainsFunc(valueNames[:], func(name string) bool { return c.is(a, name) }) {
			continue
		}
		path := strings.Trim(c.trimmed(a.Value), "{} ")
		name := path[strings.LastIndexByte(path, '.')+1:]
		if t := forms.Named(name); t != "" && !forms.Read(path).Never {
			return words{a.Value, a.Full}, t
		}
	}
	return words{}, ""
}

// searches reports whether a field is one for searching.
func (c *collector) searches(e *scan.Element, name string) bool {
	if strings.Contains(strings.ToLower(name), "search") {
		return true
	}
	for _, attr := range [...]string{"type", "confirm-type"} {
		if value, _, _ := c.valueOf(e, attr); value == "search" {
			return true
		}
	}
	return false
}

// leftOpen reports whether an attribute says that a field may stay empty.
func (c *collector) leftOpen(e *scan.Element) bool {
	value, _, ok := c.valueOf(e, "required")
	return ok && isOff([]byte(value))
}

// isOn reports whether a switch such as disabled is on for good.
func (c *collector) isOn(e *scan.Element, attr string) bool {
	for i := range e.Attributes {
		if a := &e.Attributes[i]; c.is(a, attr) {
			value := string(bytes.Trim(c.data[a.Value.Start:a.Value.End], "{} "))
			return !a.HasValue || value == "true" || value == "" || value == attr
		}
	}
	return false
}

func hasPart(name string, parts []string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(name, part) })
}
