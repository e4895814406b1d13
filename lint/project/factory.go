package project

import "github.com/mplint/mplint/lint/scan"

// typed is a name, or with a dot a property, that holds an object of a type.
type typed struct {
	kind, name string
	scope      int
}

// factory follows an object that a call gives back, such as the one of
// wx.createMapContext, to the calls of its methods.
func (c *collector) factory(ref *scan.Ref, b binding, skip int) {
	if len(ref.Names) <= skip {
		return
	}
	kind, ok := c.platform.FactoryType(c.nativeMember(b.framework, string(c.name(ref, skip))))
	if !ok {
		return
	}
	if use, paren := c.script.Use(ref, skip+1); use == scan.Call {
		c.methods(kind, ref, paren, 3)
	}
}

// methods records what is called on the object of a type that a call gives
// back. depth bounds objects that come from methods of objects.
func (c *collector) methods(kind string, ref *scan.Ref, paren, depth int) {
	if depth > 0 {
		c.script.ResultRefs(ref, paren, func(name string, scope int) bool {
			key := typed{kind, name, scope}
			seen := c.typed[key]
			c.typed[key] = true
			return seen
		}, func(r *scan.Ref) { c.method(kind, r, depth) })
	}
}

// method judges a call of a method of an object of a known type.
func (c *collector) method(kind string, ref *scan.Ref, depth int) {
	if len(ref.Names) == 0 || c.isDead(int(c.script.Tokens[ref.First].Start)) {
		return
	}
	member := string(c.name(ref, 0))
	use, paren := c.script.Use(ref, 1)
	if use != scan.Call {
		return
	}
	if other, ok := c.platform.FactoryType(kind + "." + member); ok {
		c.methods(other, ref, paren, depth-1)
	}
	for _, capability := range c.platform.Methods(kind, member) {
		c.api(capability, c.script.Span(ref, 1), Alias, paren)
	}
}
