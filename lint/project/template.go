package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// template collects what a page's or component's template asks for.
func (c *collector) template() {
	if c.task.origin == Own && isBaseTemplate(c.data) {
		c.task.origin = Generated
	}
	scan.Elements(c.data, source.SkipBOM(c.data), len(c.data), scan.TemplateVisitor{
		Comment: c.comment,
		Element: c.element,
	})
}

func (c *collector) element(e *scan.Element) {
	name := c.data[e.Name.Start:e.Name.End]
	for _, capability := range c.platform.Components(string(name)) {
		if c.exists(capability) {
			c.request(capability, e.Name, ComponentForm)
		}
	}
	candidates := c.candidates(name)
	if len(candidates) == 0 {
		return
	}
	opened := false
	for i := range e.Attributes {
		a := &e.Attributes[i]
		for _, capability := range candidates {
			if !c.is(a, capability.Match.Attr) || !c.exists(capability) || !c.alongside(capability, e) {
				continue
			}
			if c.attribute(capability, a) {
				opened = true
				c.boundScope(capability, e, a)
			}
		}
	}
	if !opened {
		c.events(candidates, e)
	}
}

// candidates returns the capabilities of an element's attributes. A custom
// element passes its open-type and its input type on to the platform's own
// button and input.
func (c *collector) candidates(element []byte) []*platform.Capability {
	list := c.platform.OnElement(string(element))
	if list == nil && bytes.IndexByte(element, '-') >= 0 {
		return c.passedOn
	}
	return list
}

// passedOn returns what a custom element can pass on.
func passedOn(p *platform.Platform) []*platform.Capability {
	return append(slices.Clone(p.Attrs("button", "open-type")), p.Attrs("input", "type")...)
}

func (c *collector) is(a *scan.Attribute, name string) bool {
	written := c.data[a.Name.Start:a.Name.End]
	return string(written) == name || scan.SameAttr(written, name)
}

// alongside reports whether the other attributes that a capability needs stand
// on the element: scope="phoneNumber" beside Alipay's open-type.
func (c *collector) alongside(capability *platform.Capability, e *scan.Element) bool {
	return capability.Match.MatchesAnd(func(attr string) (string, bool) { return c.value(e, attr) })
}

// boundScope notes a button whose scope only the running program knows.
func (c *collector) boundScope(capability *platform.Capability, e *scan.Element, a *scan.Attribute) {
	for attr := range capability.Match.And {
		if value, ok := c.value(e, attr); ok && isBound([]byte(value)) {
			c.unresolve("unresolved-scope", a.Full, attr)
		}
	}
}

func (c *collector) value(e *scan.Element, attr string) (string, bool) {
	for i := range e.Attributes {
		a := &e.Attributes[i]
		if scan.SameAttr(c.data[a.Name.Start:a.Name.End], attr) {
			return string(c.data[a.Value.Start:a.Value.End]), a.HasValue
		}
	}
	return "", false
}

// attribute records an attribute whose value is one of the capability's, and
// reports whether it is.
func (c *collector) attribute(capability *platform.Capability, a *scan.Attribute) bool {
	form := AttributeForm
	if capability.Kind == platform.OpenType {
		form = OpenTypeForm
	}
	m := &capability.Match
	value := bytes.TrimSpace(c.data[a.Value.Start:a.Value.End])
	if len(m.Values) == 0 {
		return false // an event handler: see events
	}
	if !a.HasValue {
		if m.BareIsTrue {
			c.request(capability, a.Full, form)
		}
		return m.BareIsTrue
	}
	if !isBound(value) {
		return c.literalValue(capability, string(value), a.Full, form)
	}
	return c.boundValue(capability, value, a, form)
}

func (c *collector) literalValue(capability *platform.Capability, value string, at source.Range, form Form) bool {
	parts := []string{value}
	if capability.Match.Split != "" {
		parts = strings.Split(value, capability.Match.Split)
	}
	for _, part := range parts {
		if capability.MatchesValue(strings.TrimSpace(part)) {
			c.request(capability, at, form)
			return true
		}
	}
	return false
}

// boundValue reads {{ }}: the strings it can come to, or true and false.
func (c *collector) boundValue(capability *platform.Capability, value []byte, a *scan.Attribute, form Form) bool {
	if capability.MatchesValue("true") {
		switch inner := bytes.TrimSpace(bytes.Trim(value, "{} \t\r\n")); string(inner) {
		case "false", "0", "''", `""`, "null", "undefined":
			return false
		case "true":
			c.request(capability, a.Full, form)
		default:
			c.request(capability, a.Full, form).Computed = true
		}
		return true
	}
	hit := false
	scan.StringLiterals(value, func(start, end int) {
		if !hit {
			hit = c.literalValue(capability, string(value[start:end]), a.Full, form)
		}
	})
	return hit
}

// events records Alipay's button events, which give data without an open-type
// that says so, and notes an open-type that only the running program knows.
func (c *collector) events(candidates []*platform.Capability, e *scan.Element) {
	for i := range e.Attributes {
		a := &e.Attributes[i]
		for _, capability := range candidates {
			if len(capability.Match.Values) == 0 && capability.Kind == platform.Attr && c.is(a, capability.Match.Attr) && c.exists(capability) {
				c.request(capability, a.Full, AttributeForm)
			}
		}
		if a.HasValue && c.is(a, "open-type") {
			if v := bytes.TrimSpace(c.data[a.Value.Start:a.Value.End]); isBound(v) && !hasLiteral(v) {
				c.unresolve("dynamic-open-type", a.Full, string(v))
			}
		}
	}
}

func isBound(value []byte) bool { return bytes.Contains(value, []byte("{{")) }

func hasLiteral(value []byte) bool {
	found := false
	scan.StringLiterals(value, func(int, int) { found = true })
	return found
}
