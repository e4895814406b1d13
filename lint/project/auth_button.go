package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// AuthButton is a button whose open-type asks for what another attribute, its
// scope, names: Alipay's open-type="getAuthorize".
type AuthButton struct {
	File      *source.File
	Element   string       // "button", or the name of an element of the program or a library
	Custom    bool         // whether the element passes the attributes on is not known
	Range     source.Range // the open-type attribute
	Scope     string       // what it asks for; "" where there is none, or only the running program knows
	ScopeAt   source.Range // the scope attribute, empty where there is none
	Handlers  []Handler    // in source order
	Reachable bool
}

// scopeAttr is the attribute that says what an open-type asks for.
const scopeAttr = "scope"

// openTypesWithScope returns the open types of a platform's button that need a
// scope beside them.
func openTypesWithScope(p *platform.Platform) []string {
	var types []string
	for _, c := range p.Attrs("button", "open-type") {
		if _, needed := c.Match.And[scopeAttr]; needed {
			types = append(types, c.Match.Values...)
		}
	}
	return types
}

// authButton notes a button with such an open type. Where attributes are
// spread into it, any may be there.
func (c *collector) authButton(e *scan.Element, name string, custom bool) {
	if c.task.origin != Own || !custom && name != "button" {
		return
	}
	b := &AuthButton{Element: string(c.data[e.Name.Start:e.Name.End]), Custom: custom, Reachable: true}
	for i := range e.Attributes {
		a := &e.Attributes[i]
		value := c.data[a.Value.Start:a.Value.End]
		written, _, _ := strings.Cut(string(c.plain(a)), "@") // mpx: scope@ali
		switch {
		case c.is(a, "open-type"):
			if c.opens(a, value) {
				b.Range = a.Full
			}
		case written == scopeAttr || written == "wx:"+scopeAttr:
			b.ScopeAt = a.Full
			if literal, ok := oneLiteral(string(bytes.Trim(value, "{} \t\r\n"))); ok {
				b.Scope = literal
			} else if !a.Bound && !isBound(value) {
				b.Scope = strings.TrimSpace(string(value))
			}
		default:
			if event, ok := eventName(string(c.data[a.Name.Start:a.Name.End])); ok {
				b.Handlers = append(b.Handlers, Handler{Event: event, At: a.Full, Name: plainName(value)})
			}
		}
	}
	if b.Range.End == 0 || c.spread(e) {
		return
	}
	b.File = c.source()
	c.out.authButtons = append(c.out.authButtons, b)
}

// opens reports whether an open-type is one that needs a scope, or comes to it.
func (c *collector) opens(a *scan.Attribute, value []byte) bool {
	if !a.Bound && !isBound(value) {
		return slices.Contains(c.authTypes, string(bytes.TrimSpace(value)))
	}
	hit := false
	scan.StringLiterals(value, func(start, end int) {
		hit = hit || slices.Contains(c.authTypes, string(value[start:end]))
	})
	return hit
}

// spread reports whether an element takes in attributes that are not written
// there: {...props}, v-bind="props", a mustache in place of a name.
func (c *collector) spread(e *scan.Element) bool {
	if c.markup == jsxMarkup {
		tag := bytes.ReplaceAll(c.data[e.Open.Start:e.Open.End], []byte(" "), nil)
		return bytes.Contains(tag, []byte("{..."))
	}
	return slices.ContainsFunc(e.Attributes, func(a scan.Attribute) bool {
		name := c.data[a.Name.Start:a.Name.End]
		return string(name) == "v-bind" || isBound(name)
	})
}
