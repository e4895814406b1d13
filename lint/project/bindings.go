package project

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// binding is what a name of a script stands for: the object of the platform or
// of its framework, or one member of it.
type binding struct {
	framework *platform.Framework // nil for the platform's own object
	member    string              // "" for the object itself
	form      Form                // of what is called by the name
}

// refs collects the calls of the script that was lexed last.
func (c *collector) refs() {
	names := map[string]binding{}
	if !c.shadowed() {
		names[c.platform.Object] = binding{form: Direct}
	}
	c.frameworkNames(names)
	c.linkedNames(names)
	if len(names) == 0 {
		return
	}
	props := c.followAliases(names)
	c.eachRef(names)
	c.eachMember(names)
	c.eachProperty(props)
}

// frameworkNames adds the names of the framework's object, and what the script
// imports from the framework's modules.
func (c *collector) frameworkNames(names map[string]binding) {
	f := c.root.Framework
	if f == nil {
		return
	}
	if f.Object != "" && c.script.Declaration(f.Object) < 0 {
		names[f.Object] = binding{framework: f, form: FrameworkNamespace}
	}
	c.script.Imports(func(i scan.Import) {
		if !f.Exports(i.Module, c.platform.ID) {
			return
		}
		b := binding{framework: f, form: FrameworkNamespace}
		if i.Name != "default" && i.Name != "*" {
			b.member = i.Name
		}
		names[i.Local] = b
	})
}

// followAliases adds the other names that an own script gives to the objects
// and to their members, and returns the properties that hold such an object. In
// bundles, whose short names mean something else in every function, none are
// followed. It notes the places where an object goes out of sight.
func (c *collector) followAliases(names map[string]binding) []property {
	if c.task.origin != Own {
		return nil
	}
	var props []property
	queue := objects(names)
	add := func(name string, b binding) {
		if _, known := names[name]; !known && b.member == "" {
			queue = append(queue, name)
		}
		names[name] = b
	}
	for i := 0; i < len(queue); i++ {
		object := queue[i]
		b := names[object]
		aliases := c.script.Aliases(object)
		for _, a := range aliases.Names {
			alias := binding{framework: b.framework, form: Alias}
			if a.Member != (source.Range{}) {
				alias.member = string(c.data[a.Member.Start:a.Member.End])
			}
			add(a.Name, alias)
		}
		for _, name := range aliases.Promisified {
			add(name, binding{framework: b.framework, form: Promisified})
		}
		for _, p := range aliases.Properties {
			props = append(props, property{owner: p.Owner, name: p.Name, binding: binding{framework: b.framework, form: Promisified}})
		}
		for _, at := range aliases.Passed {
			c.unresolve("object-passed", c.script.Range(at, at), object)
		}
	}
	c.exportedNames(names)
	c.heldBy(names, &props)
	return props
}

// objects returns the names that stand for an object, in a fixed order.
func objects(names map[string]binding) []string {
	var list []string
	for name, b := range names {
		if b.member == "" {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// shadowed reports whether the platform's name means something else in the
// script, a variable of its own or another library's object, and notes it
// where a member of that is used.
func (c *collector) shadowed() bool {
	object := c.platform.Object
	declaration := c.script.Declaration(object)
	if declaration < 0 {
		return false
	}
	used := false
	c.script.Refs(func(name []byte) bool { return string(name) == object }, func(*scan.Ref) { used = true })
	if used {
		c.unresolve("other-object", c.script.Range(declaration, declaration), object)
	}
	return true
}

// eachRef records the calls of members of the objects.
func (c *collector) eachRef(names map[string]binding) {
	isObject := func(name []byte) bool {
		b, ok := names[string(name)]
		return ok && b.member == ""
	}
	c.script.Refs(isObject, func(ref *scan.Ref) {
		c.ref(ref, names[string(c.script.Text(ref.First))], 0)
	})
}

// eachMember records the calls of members under a name of their own, as after
// const { getLocation: loc } = wx.
func (c *collector) eachMember(names map[string]binding) {
	for name, b := range names {
		if b.member == "" {
			continue
		}
		member := c.nativeMember(b.framework, b.member)
		apis := c.platform.APIs(member)
		if len(apis) == 0 {
			continue
		}
		c.script.Uses(name, func(at, paren int) {
			c.apis = apis
			form := b.form
			if paren < 0 && form == Alias {
				form = Reference
			}
			c.use(member, c.script.Range(at, at), form, paren)
		})
	}
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
