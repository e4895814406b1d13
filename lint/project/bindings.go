package project

import (
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// binding is what a name of a script stands for: the object of the platform or
// of its framework, or one member of it.
type binding struct {
	framework *platform.Framework // nil for the platform's own object
	member    string              // "" for the object itself
	form      Form                // of what is called by the name
}

// names are the bindings of names by their scope in the script; see
// scan.Script.Scopes.
type names map[string]map[int]binding

// set binds a name. Where damaged code has none, nothing is bound.
func (n names) set(name string, scope int, b binding) {
	if name == "" {
		return
	}
	if n[name] == nil {
		n[name] = map[int]binding{}
	}
	n[name][scope] = b
}

// at returns what the name at a token stands for. A variable or parameter of
// another function under that name stands for something else, save for the
// name of the object itself: wrappers such as (function (wx) { ... }) are
// nearly always given the object.
func (n names) at(s *scan.Script, token int) (b binding, ok bool) {
	scopes := n[string(s.Text(token))]
	if len(scopes) == 0 {
		return binding{}, false
	}
	global := scopes[scan.WholeScript]
	own := global.form == Direct || global.form == FrameworkNamespace
	if own && len(scopes) == 1 {
		return global, true
	}
	s.Scopes(token, func(scope int) bool {
		b, ok = scopes[scope]
		return ok || !own && s.Declares(token, scope)
	})
	return b, ok && b.form != ""
}

// refs collects the calls of the script that was lexed last.
func (c *collector) refs() {
	names := names{}
	names.set(c.platform.Object, scan.WholeScript, binding{form: Direct})
	c.shadowed(names)
	c.frameworkNames(names)
	c.linkedNames(names)
	props := c.followAliases(names)
	c.eachRef(names)
	c.eachMember(names)
	c.eachProperty(props)
}

// frameworkNames adds the names of the framework's object, and what the script
// imports from the framework's modules.
func (c *collector) frameworkNames(names names) {
	f := c.root.Framework
	if f == nil {
		return
	}
	if f.Object != "" && c.script.Declaration(f.Object) < 0 {
		names.set(f.Object, scan.WholeScript, binding{framework: f, form: FrameworkNamespace})
	}
	c.script.Imports(func(i scan.Import) {
		if !f.Exports(i.Module, c.platform.ID) {
			return
		}
		b := binding{framework: f, form: FrameworkNamespace}
		if i.Name != "default" && i.Name != "*" {
			b.member = i.Name
		}
		names.set(i.Local, scan.WholeScript, b)
	})
}

// shadowed binds the platform's name to nothing where it means something else,
// a variable of the script or another library's object, and notes each of
// these of which a member is used.
func (c *collector) shadowed(names names) {
	object := c.platform.Object
	declared := map[int]int{} // tokens, by scope
	c.script.Declarations(object, func(token, scope int) {
		if _, twice := declared[scope]; !twice {
			declared[scope] = token
			names.set(object, scope, binding{})
		}
	})
	if len(declared) == 0 {
		return
	}
	isObject := func(name []byte) bool { return string(name) == object }
	c.script.Refs(isObject, func(ref *scan.Ref) {
		c.script.Scopes(ref.First, func(scope int) bool {
			token, ok := declared[scope]
			if ok && token >= 0 {
				c.unresolve("other-object", c.script.Range(token, token), object)
				declared[scope] = -1
			}
			return ok
		})
	})
}

// eachRef records the calls of members of the objects.
func (c *collector) eachRef(names names) {
	var begins [256]bool
	for name := range names {
		begins[name[0]] = true
	}
	isName := func(name []byte) bool { return begins[name[0]] && len(names[string(name)]) > 0 }
	c.script.Refs(isName, func(ref *scan.Ref) {
		if b, ok := names.at(&c.script, ref.First); ok && b.member == "" {
			c.ref(ref, b, 0)
		}
	})
}

// eachMember records the calls of members under a name of their own, as after
// const { getLocation: loc } = wx.
func (c *collector) eachMember(names names) {
	names.each(func(name string, scope int, b binding) {
		if b.member == "" {
			return
		}
		member := c.nativeMember(b.framework, b.member)
		apis := c.platform.APIs(member)
		if len(apis) == 0 {
			return
		}
		c.script.Uses(name, scope, func(at, paren int) {
			if here, ok := names.at(&c.script, at); !ok || here != b {
				return
			}
			c.apis = apis
			form := b.form
			if paren < 0 && form == Alias {
				form = Reference
			}
			c.use(member, c.script.Range(at, at), form, paren)
		})
	})
}

// ref judges one chain, of which the first names only lead to the object: a
// capability that is called or passed on, a computed name, or nothing.
func (c *collector) ref(ref *scan.Ref, b binding, skip int) {
	if c.isDead(int(c.script.Tokens[ref.First].Start)) {
		return
	}
	if b.framework == nil && skip == 0 && len(ref.Names) > 1 {
		if held, ok := c.links.heldByObject(string(c.name(ref, 0))); ok {
			b, skip = held, 1
		}
	}
	n := c.match(ref, b, skip)
	if n == 0 {
		if ref.Dynamic >= 0 && len(ref.Names) == skip {
			c.computed(ref)
		}
		c.factory(ref, b, skip)
		return
	}
	use, paren := c.script.Use(ref, n)
	if use == scan.Call {
		c.factory(ref, b, skip)
	}
	if use != scan.Call && use != scan.Value {
		return
	}
	form := b.form
	if use == scan.Value {
		if p, ok := c.script.PromisifiedUse(ref, n); ok && b.framework == nil {
			form, paren = Promisified, p
		} else if form == Direct || form == Alias {
			form = Reference
		}
	}
	c.use(c.nativeMember(b.framework, string(c.name(ref, n-1))), c.script.Span(ref, n), form, paren)
}

func (c *collector) name(ref *scan.Ref, i int) []byte {
	return c.data[ref.Names[i].Start:ref.Names[i].End]
}

// nativeMember is the member of the platform's object that a framework's
// member leads to.
func (c *collector) nativeMember(f *platform.Framework, name string) string {
	if f == nil {
		return name
	}
	return f.Member(c.platform.ID, name)
}

// match finds the capabilities of the longest known path of names, leaves them
// in c.apis and returns how many names the path has, with those to skip.
func (c *collector) match(ref *scan.Ref, b binding, skip int) int {
	var path [96]byte
	for n := min(skip+3, len(ref.Names)); n > skip; n-- {
		key := path[:0]
		for i := skip; i < n; i++ {
			name := c.name(ref, i)
			if i > skip {
				key = append(key, '.')
			} else if b.framework != nil {
				name = []byte(c.nativeMember(b.framework, string(name)))
			}
			key = append(key, name...)
		}
		if c.apis = c.platform.APIsBytes(key); len(c.apis) > 0 {
			return n
		}
	}
	return 0
}
