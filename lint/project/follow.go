package project

import (
	"cmp"
	"slices"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// followAliases adds the other names that an own script gives to the objects
// and to their members, and returns the properties that hold such an object. In
// bundles, whose short names mean something else in every function, none are
// followed. It notes the places where an object goes out of sight.
func (c *collector) followAliases(names names) []property {
	if c.task.origin != Own {
		return nil
	}
	f := follower{collector: c, names: names}
	names.each(func(name string, scope int, b binding) {
		if b.member == "" {
			f.queue = append(f.queue, object{name, scope, b})
		}
	})
	for i := 0; i < len(f.queue); i++ {
		f.follow(f.queue[i])
	}
	c.exportedNames(names)
	c.heldBy(&f.props)
	return f.props
}

// object is a name that stands for an object in one scope.
type object struct {
	name    string
	scope   int
	binding binding
}

// follower goes from the names of objects to the names that these are given to.
type follower struct {
	*collector
	names names
	queue []object
	props []property
}

func (f *follower) follow(o object) {
	s := &f.script
	aliases := s.Aliases(o.name, o.scope, func(token int) bool {
		b, ok := f.names.at(s, token)
		return ok && b == o.binding
	})
	for _, a := range aliases.Names {
		b := binding{framework: o.binding.framework, form: Alias}
		if o.binding.form == Promisified {
			b.form = Promisified
		}
		if a.Member != (source.Range{}) {
			b.member = string(f.data[a.Member.Start:a.Member.End])
		}
		f.add(a, b)
	}
	promisified := binding{framework: o.binding.framework, form: Promisified}
	for _, a := range aliases.Promisified {
		if _, known := f.names.at(s, a.Token); !known { // the object itself, beside what it fills
			f.add(a, promisified)
		}
	}
	for _, p := range aliases.Properties {
		b := promisified
		if !p.Promisified && o.binding.form != Promisified {
			b.form = Alias
		}
		f.props = append(f.props, property{owner: p.Owner, name: p.Name, binding: b})
	}
	for _, at := range aliases.Passed {
		f.unresolve("object-passed", s.Range(at, at), o.name)
	}
}

// add binds a name, unless it is bound in that scope.
func (f *follower) add(a scan.Alias, b binding) {
	if _, known := f.names[a.Name][a.Scope]; known {
		return
	}
	f.names.set(a.Name, a.Scope, b)
	if b.member == "" {
		f.queue = append(f.queue, object{a.Name, a.Scope, b})
	}
}

// each visits the bindings in a fixed order.
func (n names) each(visit func(name string, scope int, b binding)) {
	var list []object
	for name, scopes := range n {
		for scope, b := range scopes {
			list = append(list, object{name, scope, b})
		}
	}
	slices.SortFunc(list, func(a, b object) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.scope, b.scope)) })
	for _, o := range list {
		visit(o.name, o.scope, o.binding)
	}
}
