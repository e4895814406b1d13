package scan

import "bytes"

// Export is one value that a script gives to other modules: the tokens
// [First, End) of an expression. Name is "default" for export default and for
// the whole of module.exports.
type Export struct {
	Name       string
	First, End int
}

// Exports visits what the script exports: export const a = x, export { a as b },
// export default x, exports.a = x, module.exports = x. Of an object literal in
// module.exports each member is an export of its own too.
func (s *Script) Exports(visit func(Export)) {
	if !bytes.Contains(s.Data, []byte("export")) {
		return // as in most pages
	}
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.Kind != Ident || s.Data[t.Start] != 'e' && s.Data[t.Start] != 'm' || s.isDot(i-1):
		case s.Is(i, "export"):
			s.exportStatement(i, visit)
		case s.Is(i, "module") && s.isDot(i+1) && s.Is(i+2, "exports"):
			s.commonExport(i+3, visit)
		case s.Is(i, "exports"):
			s.commonExport(i+1, visit)
		}
	}
}

func (s *Script) exportStatement(i int, visit func(Export)) {
	switch {
	case s.Is(i+1, "default"):
		visit(Export{"default", i + 2, s.statementEnd(i + 2)})
	case s.isAny(i+1, "const", "let", "var"):
		name := i + 2
		if first := s.initialiser(name); first > 0 {
			visit(Export{string(s.Text(name)), first, s.statementEnd(first)})
		}
	case s.Is(i+1, "{") && !s.Is(int(s.Tokens[i+1].Match)+1, "from"):
		s.names(i+1, func(name, as int) { visit(Export{string(s.Text(as)), name, name + 1}) })
	}
}

// commonExport reads what is assigned behind module.exports or exports at
// token i: = x, or .a = x.
func (s *Script) commonExport(i int, visit func(Export)) {
	name := "default"
	if s.isDot(i) {
		name = string(s.Text(i + 1))
		i += 2
	}
	if !s.Is(i, "=") {
		return
	}
	first := i + 1
	visit(Export{name, first, s.statementEnd(first)})
	if name == "default" && s.IsObject(first) {
		s.Members(first, func(m Member) {
			if m.Key != "" {
				visit(Export{m.Key, m.First, m.End})
			}
		})
	}
}

// initialiser returns the first token of what the declared name at token i is
// set to, behind its type if it has one, or -1.
func (s *Script) initialiser(i int) int {
	if s.Is(i+1, "=") {
		return i + 2
	}
	if !s.Is(i+1, ":") {
		return -1
	}
	limit := min(i+200, len(s.Tokens))
	for i += 2; i < limit; i++ {
		switch t := s.Tokens[i]; {
		case s.Is(i, "="):
			return i + 1
		case s.Is(i, "<"):
			i = max(i, s.afterTypeArguments(i)-1)
		case s.Is(i, ";") || s.Is(i, ",") || t.Kind == Close:
			return -1
		case t.Kind == Open && t.Match > 0:
			i = int(t.Match)
		}
	}
	return -1
}

// Constant returns the tokens [first, end) of what the name at token at is set
// to, when it is declared once in its scope and nothing else is assigned to it.
func (s *Script) Constant(at int) (first, end int, ok bool) {
	x := s.indexed()
	key := place{string(s.Text(at)), s.declaredIn(at)}
	if v, known := x.values[key]; known {
		return v[0], v[1], v[1] > 0
	}
	if first, end, ok = s.constant(key); !ok {
		first, end = 0, 0
	}
	x.values[key] = [2]int{first, end}
	return first, end, ok
}

func (s *Script) constant(p place) (first, end int, ok bool) {
	for _, at := range s.within(p.name, p.scope) {
		i := int(at)
		declares := s.declares(i)
		if s.isDot(i-1) || declares && s.enclosing(i) != p.scope {
			continue // a member, or a name of an inner scope
		}
		at := -1
		if declares {
			at = s.initialiser(i)
		}
		switch {
		case at < 0 && s.Is(i+1, "="):
			return 0, 0, false
		case at >= 0 && ok: // declared twice
			return 0, 0, false
		case at >= 0:
			first, end, ok = at, s.statementEnd(at), true
		}
	}
	return first, end, ok
}
