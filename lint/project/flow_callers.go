package project

import (
	"github.com/mplint/mplint/lint/scan"
)

// callers returns the triggers of everything that calls a named function, or
// hands it to something that will.
func (f *flow) callers(s *flowScript, fn *scan.Func, depth int) []Trigger {
	sure := f.onlyOne(s, fn)
	var out []Trigger
	for _, o := range s.scripts { // a component's scripts share what they declare
		out = append(out, f.usesIn(o, s, fn, sure, depth)...)
	}
	out = append(out, f.handlerTriggers(s.rel, fn.Name, sure)...)
	out = append(out, f.exportedUses(s, fn, sure, depth)...)
	if fn.Kind == scan.Method && stemOf(s.rel) == "app" {
		out = append(out, f.appMethodUses(s, fn, depth)...)
	}
	if fn.Kind == scan.Method && isGroup(s, fn, "actions") {
		out = append(out, f.dispatches(fn.Name, depth)...)
		out = append(out, f.mappedActions(fn.Name, depth)...)
	}
	return out
}

// isGroup reports whether a method stands in an object of that name: in
// globalData: {} or const actions = {}.
func isGroup(s *flowScript, fn *scan.Func, name string) bool {
	return (s.Is(fn.Owner-1, ":") || s.Is(fn.Owner-1, "=")) && s.Is(fn.Owner-2, name)
}

// onlyOne reports whether the script has one function of that name.
func (f *flow) onlyOne(s *flowScript, fn *scan.Func) bool {
	n := 0
	for i := range s.functions {
		if s.functions[i].Name == fn.Name {
			n++
		}
	}
	return n == 1
}

// usesIn finds the uses of a function in a script of its file.
func (f *flow) usesIn(s, home *flowScript, fn *scan.Func, sure bool, depth int) []Trigger {
	var out []Trigger
	for _, at := range s.Places(fn.Name) {
		if i := int(at); (s != home || i != fn.Label) && f.means(s, home, i, fn) {
			out = append(out, f.use(s, i, sure, depth)...)
		}
	}
	return out
}

// means reports whether a name stands for a function: a member by this.name, any
// other by its bare name.
func (f *flow) means(s, home *flowScript, i int, fn *scan.Func) bool {
	dotted := s.Is(i-1, ".") || s.Is(i-1, "?.")
	isKey := s.Is(i+1, ":") && (s.Is(i-1, "{") || s.Is(i-1, ","))
	switch {
	case isKey || s.Is(i-1, "function"):
		return false
	case fn.Kind == scan.Method || fn.Kind == scan.InClass:
		return dotted && (s.standsForThis(i-2) || s.Is(i-2, objectName(s, fn)) || s.Is(i-2, "globalData") && isGroup(s, fn, "globalData"))
	case fn.Kind == scan.Assigned && (s.Is(fn.Label-1, ".")):
		return dotted && s.standsForThis(i-2)
	}
	return !dotted && !s.shadowed(i, home, fn)
}

// shadowed reports whether a variable or parameter inside, which is not the
// function of home, has the name at a token.
func (s *flowScript) shadowed(i int, home *flowScript, fn *scan.Func) (inside bool) {
	s.Scopes(i, func(scope int) bool {
		if scope == scan.WholeScript || !s.Declares(i, scope) {
			return false
		}
		inside = s != home || fn.First < scope || fn.First > int(s.Tokens[scope].Match)
		return true
	})
	return inside
}

// standsForThis reports whether a name is this, or one that a function around
// it gave to this: var n = this.
func (s *flowScript) standsForThis(i int) bool {
	if i < 0 || isThis(string(s.Text(i))) {
		return i >= 0
	}
	if s.Kind(i) != scan.Ident {
		return false
	}
	for g := range s.functions {
		fn := &s.functions[g]
		if !fn.Contains(i) {
			continue
		}
		for j := fn.Body; j < min(i, fn.Body+maxKept); j++ {
			if s.Is(j+1, "=") && s.Is(j+2, "this") && !s.Is(j+3, ".") && s.Is(j, string(s.Text(i))) && !s.Is(j-1, ".") {
				return true
			}
		}
	}
	return false
}

// objectName returns the constant that holds the object literal of a method.
func objectName(s *flowScript, fn *scan.Func) string {
	if fn.Owner > 1 && s.Is(fn.Owner-1, "=") {
		return string(s.Text(fn.Owner - 2))
	}
	return "\x00"
}

// use judges one use of a function: a call, or a place that it is handed to.
func (f *flow) use(s *flowScript, i int, sure bool, depth int) []Trigger {
	at := s.place(i, i)
	if s.CallParen(i+1) >= 0 {
		return step(f.climb(s, i, depth-1), at, sure)
	}
	for s.Is(i+1, ".") && s.Is(i+2, "bind") { // this.f.bind(this)
		i += 2
	}
	if trigger, ok := f.bound(s, i, at); ok {
		return []Trigger{trigger}
	}
	name, open := s.OptionOf(i)
	switch {
	case name == "success" || name == "fail" || name == "complete":
		return step(f.withBranch(f.climb(s, s.Callee(open), depth-1), f.branch(s, name, open)), at, sure)
	case name != "":
		return nil
	}
	open, n := s.ArgumentOf(i)
	if open < 0 {
		return nil
	}
	callee := s.Callee(open)
	fn := scan.Func{Kind: scan.Argument, Owner: open, Param: n}
	if triggers := f.handedTo(s, &fn); triggers != nil {
		return step(triggers, at, sure)
	}
	outcome, call := f.argumentOutcome(s, &fn)
	if call < 0 {
		return nil
	}
	return step(f.withBranch(f.climb(s, callee, depth-1), outcome), at, sure)
}

// withBranch puts an outcome that lies on the way in front of the others of
// triggers.
func (f *flow) withBranch(triggers []Trigger, b Branch) []Trigger {
	if b.Outcome == "" {
		return triggers
	}
	out := make([]Trigger, 0, len(triggers))
	for _, t := range triggers {
		if g := guardOf(b); t.Guard == NoGuard {
			t.Guard = g
		}
		t.Branch = append([]Branch{b}, t.Branch...)
		out = append(out, t)
	}
	return out
}

// bound reports a function that JSX binds to an event: onClick={f}.
func (f *flow) bound(s *flowScript, i int, at Place) (Trigger, bool) {
	for first := i; first > max(0, i-6); first-- {
		if s.Is(first, "{") && s.Is(first-1, "=") {
			name := string(s.Text(first - 2))
			if s.Kind(first-2) == scan.JSXName && isEvent(name) {
				return Trigger{Kind: UserAction, Hook: at, Sure: true}, true
			}
		}
	}
	return Trigger{}, false
}

// importersOf returns the own files, relative to the root, that name a stem.
func (f *flow) importersOf(stem int) []string {
	if f.importers == nil {
		f.importers = map[int][]string{}
		for i, t := range f.graph.tasks {
			if t == nil || t.origin != Own {
				continue
			}
			for _, spec := range f.graph.found[i].imports.specs {
				for _, stem := range f.graph.at(specStem(t.rel, spec)) {
					f.importers[stem] = append(f.importers[stem], t.rel)
				}
			}
		}
	}
	return f.importers[stem]
}

// exportedUses finds the uses of an exported function in other files.
func (f *flow) exportedUses(s *flowScript, fn *scan.Func, sure bool, depth int) []Trigger {
	name, ok := f.exportName(s, fn)
	if !ok {
		return nil
	}
	var out []Trigger
	for _, stem := range f.graph.at(stemOf(s.rel)) {
		seen := map[string]bool{}
		for _, rel := range f.importersOf(stem) {
			if seen[rel] || rel == s.rel {
				continue
			}
			seen[rel] = true
			out = append(out, f.importedUses(rel, s.rel, name, fn.Name, sure, depth)...)
		}
	}
	return out
}

// exportName returns the name under which a function is exported: "default",
// its own, or the one of export { f as g }. A member of an exported object
// keeps its name.
func (f *flow) exportName(s *flowScript, fn *scan.Func) (string, bool) {
	switch fn.Kind {
	case scan.Declared:
		if s.Is(fn.First-1, "default") || s.Is(fn.First-2, "default") {
			return "default", true
		}
		if s.Is(fn.First-1, "export") || s.Is(fn.First-2, "export") {
			return fn.Name, true
		}
	case scan.Assigned:
		if s.Is(fn.Label-2, "export") || s.Is(fn.Label-1, ".") && (s.Is(fn.Label-2, "exports")) {
			return fn.Name, true
		}
	case scan.Method:
		if !f.isOptions(s, fn.Owner, "") || s.Is(fn.Owner-1, "=") && s.Is(fn.Owner-2, "exports") || s.Is(fn.Owner-1, "default") {
			return fn.Name, s.Is(fn.Owner-1, "default") || s.Is(fn.Owner-2, "exports") || s.exports[objectName(s, fn)] != ""
		}
	}
	name, ok := s.exports[fn.Name]
	return name, ok
}

// importedUses finds the uses of an export in one file that imports it.
func (f *flow) importedUses(rel, from, exported, own string, sure bool, depth int) []Trigger {
	ff := f.get(rel)
	if ff == nil {
		return nil
	}
	var out []Trigger
	for _, s := range ff.scripts {
		for _, i := range s.imports {
			if !f.leadsTo(rel, i.Module, from) {
				continue
			}
			switch {
			case i.Name == exported:
				out = append(out, f.nameUses(s, i.Local, "", sure, depth)...)
			case i.Name == "*" || i.Name == "default":
				out = append(out, f.nameUses(s, own, i.Local, sure, depth)...)
			}
		}
	}
	return out
}

func (f *flow) leadsTo(from, spec, to string) bool {
	stem, p := stemOf(to), specStem(from, spec)
	return p == stem || p+"/index" == stem
}

// specStem returns the stem from the root that a specifier in a file stands
// for: relative to the file, or to the root behind an alias.
func specStem(from, spec string) string {
	if rest, ok := cutAny(spec, "@/", "~/", "~@/"); ok {
		return stemOf(rest)
	}
	return stemOf(joined(from, plainSpec(spec)))
}

// nameUses judges every use of a name in a script, bare or as a member of an
// object of that name.
func (f *flow) nameUses(s *flowScript, name, object string, sure bool, depth int) []Trigger {
	var out []Trigger
	for _, at := range s.Places(name) {
		i := int(at)
		if s.Is(i-1, "import") || s.Is(i+1, "from") {
			continue
		}
		dotted := s.Is(i-1, ".") || s.Is(i-1, "?.")
		if dotted != (object != "") || dotted && !s.Is(i-2, object) || object == ")" && !s.Is(i-4, "getApp") {
			continue
		}
		out = append(out, f.use(s, i, sure, depth)...)
	}
	if object == "" {
		for _, at := range f.handlersOf(s.rel)[name] {
			out = append(out, Trigger{Kind: UserAction, Hook: at, Sure: sure})
		}
	}
	return out
}

// isThis reports whether a name is this, or one of those that stand for it in
// a function inside.
func isThis(name string) bool {
	return contains([]string{"this", "that", "self", "_this", "vm"}, name)
}
