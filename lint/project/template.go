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
	c.markup = nativeMarkup
	scan.Elements(c.data, source.SkipBOM(c.data), len(c.data), scan.TemplateVisitor{
		Comment: c.comment,
		Text:    c.labels(),
		Element: c.element,
	})
	c.keepBoxes()
}

// markup is the language that elements are written in.
type markup uint8

const (
	nativeMarkup markup = iota
	vueMarkup
	jsxMarkup
)

func (c *collector) element(e *scan.Element) {
	name, custom := c.elementName(e)
	before := len(c.out.requests)
	c.asks(e, name, custom)
	if !c.formless {
		c.field(e, name, custom, c.out.requests[before:])
	}
}

// asks collects the requests of an element and its attributes.
func (c *collector) asks(e *scan.Element, name string, custom bool) {
	if name == "web-view" {
		c.unresolve("web-view", e.Name, "")
	}
	if !custom {
		for _, capability := range c.platform.Components(name) {
			if c.exists(capability) {
				c.request(capability, e.Name, ComponentForm)
			}
		}
	}
	if isBox(name) {
		c.box(e, name, custom)
	}
	candidates := c.candidates(name, custom)
	if len(candidates) == 0 {
		return
	}
	if len(c.authTypes) > 0 {
		c.authButton(e, name, custom)
	}
	opened := false
	for i := range e.Attributes {
		a := &e.Attributes[i]
		attr, fits := "", false // many candidates share an attribute
		for _, capability := range candidates {
			if attr != capability.Match.Attr {
				attr = capability.Match.Attr
				fits = c.is(a, attr) || custom && c.passes(a, attr)
			}
			if !fits || !c.exists(capability) || !c.alongside(capability, e) {
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

// elementName returns the name of an element as the platform's templates write
// it, and whether it is one of the program's own or of a library: with a
// hyphen, in PascalCase in a Vue template, and in JSX in PascalCase unless it
// comes from the framework.
func (c *collector) elementName(e *scan.Element) (name string, custom bool) {
	name = string(c.data[e.Name.Start:e.Name.End])
	if c.markup == jsxMarkup && contains(c.builtIn, name) {
		return platform.Kebab(name), false
	}
	if first := name[0]; c.markup != nativeMarkup && (first >= 'A' && first <= 'Z' || strings.Contains(name, ".")) {
		return name, true
	}
	return name, strings.Contains(name, "-") && c.platform.OnElement(name) == nil && c.platform.Components(name) == nil
}

// candidates returns the capabilities of an element's attributes. A custom
// element passes its open-type and its input type on to the platform's own
// button and input.
func (c *collector) candidates(element string, custom bool) []*platform.Capability {
	if custom {
		return c.passedOn
	}
	return c.platform.OnElement(element)
}

// passedOn returns what a custom element can pass on.
func passedOn(p *platform.Platform) []*platform.Capability {
	return append(slices.Clone(p.Attrs("button", "open-type")), p.Attrs("input", "type")...)
}

// passes reports whether a custom element hands an attribute on to one of the
// buttons in it: confirm-button-open-type.
func (c *collector) passes(a *scan.Attribute, attr string) bool {
	const ending = "buttonopentype"
	written := c.plain(a)
	return attr == "open-type" && len(written) >= len(ending) && lastByte(written)|0x20 == 'e' && strings.HasSuffix(platform.FoldAttr(string(written)), ending)
}

func (c *collector) is(a *scan.Attribute, name string) bool {
	written := c.plain(a)
	return string(written) == name || scan.SameAttr(written, name)
}

// plain returns the name of an attribute without what binds it: ":" or
// "v-bind:" in a Vue template. Such a value is an expression.
func (c *collector) plain(a *scan.Attribute) []byte {
	name := c.data[a.Name.Start:a.Name.End]
	if c.markup != vueMarkup {
		return name
	}
	for _, prefix := range [...]string{":", "v-bind:"} {
		if rest, ok := bytes.CutPrefix(name, []byte(prefix)); ok {
			a.Bound = true
			return rest
		}
	}
	return name
}

// alongside reports whether the other attributes that a capability needs stand
// on the element: scope="phoneNumber" beside Alipay's open-type.
func (c *collector) alongside(capability *platform.Capability, e *scan.Element) bool {
	return capability.Match.MatchesAnd(func(attr string) (string, bool) { return c.value(e, attr) })
}

// boundScope notes a button whose scope only the running program knows.
func (c *collector) boundScope(capability *platform.Capability, e *scan.Element, a *scan.Attribute) {
	for attr := range capability.Match.And {
		if _, bound, ok := c.valueOf(e, attr); ok && bound {
			c.unresolve("unresolved-scope", a.Full, attr)
		}
	}
}

// value returns what an attribute says, a bound one between braces, unless it
// is one literal.
func (c *collector) value(e *scan.Element, attr string) (string, bool) {
	value, bound, ok := c.valueOf(e, attr)
	if inner, isLiteral := oneLiteral(value); bound && isLiteral {
		return inner, ok
	} else if bound && !strings.Contains(value, "{{") {
		return "{{" + value + "}}", ok
	}
	return value, ok
}

func (c *collector) valueOf(e *scan.Element, attr string) (value string, bound, ok bool) {
	for i := range e.Attributes {
		a := &e.Attributes[i]
		if c.is(a, attr) {
			value = string(c.data[a.Value.Start:a.Value.End])
			return value, a.Bound || isBound([]byte(value)), a.HasValue
		}
	}
	return "", false, false
}

// oneLiteral returns the inside of an expression that is a string and nothing
// else.
func oneLiteral(expression string) (string, bool) {
	text := strings.TrimSpace(expression)
	if len(text) < 2 || strings.IndexByte("'\"`", text[0]) < 0 || strings.IndexByte(text[1:], text[0]) != len(text)-2 {
		return "", false
	}
	return text[1 : len(text)-1], true
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
	if !a.Bound && !isBound(value) {
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
		if isOff(value) {
			return false
		}
		r := c.request(capability, a.Full, form)
		r.Computed = string(bytes.Trim(value, "{} \t\r\n")) != "true"
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
			if len(capability.Match.Values) == 0 && capability.Kind == platform.Attr && c.is(a, capability.Match.Attr) && c.exists(capability) && !isOff(c.data[a.Value.Start:a.Value.End]) {
				c.request(capability, a.Full, AttributeForm)
			}
		}
		if a.HasValue && c.is(a, "open-type") {
			if v := bytes.TrimSpace(c.data[a.Value.Start:a.Value.End]); (a.Bound || isBound(v)) && !hasLiteral(v) {
				c.unresolve("dynamic-open-type", a.Full, string(v))
			}
		}
	}
}

// isOff reports whether a value switches its attribute off.
func isOff(value []byte) bool {
	switch string(bytes.Trim(value, "{} \t\r\n")) {
	case "false", "0", "''", `""`, "null", "undefined":
		return true
	}
	return false
}

func isBound(value []byte) bool { return bytes.Contains(value, []byte("{{")) }

func hasLiteral(value []byte) bool {
	found := false
	scan.StringLiterals(value, func(int, int) { found = true })
	return found
}
