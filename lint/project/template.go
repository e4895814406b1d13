package project

import (
	"bytes"
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
	name := string(c.data[e.Name.Start:e.Name.End])
	for _, capability := range c.platform.Components(name) {
		if c.exists(capability) {
			c.request(capability, e.Name, ComponentForm)
		}
	}
	opened := false
	for i := range e.Attributes {
		a := &e.Attributes[i]
		for _, capability := range c.attrs(name, a) {
			if !c.exists(capability) || !c.alongside(capability, e) {
				continue
			}
			if c.attribute(capability, a) {
				opened = true
				c.boundScope(capability, e, a)
			}
		}
	}
	if !opened {
		c.events(name, e)
	}
}

// attrs returns the capabilities of an attribute. A custom element passes its
// open-type and its input type on to the platform's own button and input.
func (c *collector) attrs(element string, a *scan.Attribute) []*platform.Capability {
	attr := string(c.data[a.Name.Start:a.Name.End])
	if !strings.Contains(element, "-") {
		return c.platform.Attrs(element, attr)
	}
	if own := c.platform.Attrs(element, attr); len(own) > 0 {
		return own
	}
	switch {
	case scan.SameAttr([]byte(attr), "open-type"):
		return c.platform.Attrs("button", "open-type")
	case attr == "type":
		return c.platform.Attrs("input", "type")
	}
	return nil
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
func (c *collector) events(name string, e *scan.Element) {
	for i := range e.Attributes {
		a := &e.Attributes[i]
		attr := c.data[a.Name.Start:a.Name.End]
		for _, capability := range c.platform.Attrs(name, string(attr)) {
			if len(capability.Match.Values) == 0 && capability.Kind == platform.Attr && c.exists(capability) {
				c.request(capability, a.Full, AttributeForm)
			}
		}
		if scan.SameAttr(attr, "open-type") && a.HasValue {
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
