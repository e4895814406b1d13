package project

import "github.com/mplint/mplint/lint/scan"

// span is the tokens of an expression.
type span struct{ first, end int }

// initial returns the values that a path of page data starts with, one for each
// declaration of it.
func (s *flowScript) initial(path []string) []span {
	var values []span
	add := func(brace int, path []string) {
		if v, ok := s.member(brace, path); ok {
			values = append(values, v)
		}
	}
	for i := range s.Tokens {
		if s.Kind(i) != scan.Ident {
			continue
		}
		switch {
		case s.Is(i, "data") || s.Is(i, "state"):
			if brace := s.dataObject(i); brace >= 0 {
				add(brace, path)
			}
		case s.Is(i, path[0]) && len(path) == 1 && s.Is(i-1, "[") && s.Is(i+1, ","):
			if paren := s.useState(i); paren >= 0 {
				if first, end, ok := s.Arg(paren, 0); ok {
					values = append(values, span{first, end})
				}
			}
		case s.Is(i, path[0]) && (s.Is(i-1, "const") || s.Is(i-1, "let") || s.Is(i-1, "var")):
			if paren := s.reactive(i); paren < 0 {
				continue
			} else if s.IsObject(paren + 1) {
				add(paren+1, path[1:])
			} else if first, end, ok := s.Arg(paren, 0); ok && len(path) == 1 {
				values = append(values, span{first, end})
			}
		}
	}
	return values
}

// reactive returns the "(" of const name = ref(...) and reactive({...}), or -1.
func (s *flowScript) reactive(name int) int {
	if !s.Is(name+1, "=") {
		return -1
	}
	switch string(s.Text(name + 2)) {
	case "ref", "shallowRef", "reactive", "$ref":
		return s.CallParen(name + 3)
	}
	return -1
}

// useState returns the "(" of const [name, set] = useState(x), or -1.
func (s *flowScript) useState(name int) int {
	end := int(s.Tokens[name-1].Match)
	if end < 0 || !s.Is(end+1, "=") {
		return -1
	}
	for i := end + 2; i < min(end+6, len(s.Tokens)); i++ {
		if s.Is(i, "useState") {
			return s.CallParen(i + 1)
		}
	}
	return -1
}

// dataObject returns the "{" of the object that data stands for at token i:
// data: { }, data() { return { } }, data: () => ({ }), data = { }; of a page's
// or component's options or class. It is -1 for any other use of the name.
func (s *flowScript) dataObject(i int) int {
	for f := 0; f < len(s.functions) && (s.Is(i+1, "(") || s.Is(i+1, ":")); f++ {
		fn := &s.functions[f]
		if fn.Label == i && (fn.Kind == scan.Method || fn.Kind == scan.InClass) && (fn.Kind == scan.InClass || s.isOptions(fn.Owner)) {
			return s.returned(fn)
		}
	}
	open := s.EnclosingOpen(i)
	switch {
	case s.Is(i+1, ":") && s.IsObject(i+2) && s.isOptions(open), s.Is(i+1, "=") && s.IsObject(i+2) && s.Is(open, "{") && !s.Is(i-1, ".") && s.inClass(open):
		return i + 2
	}
	return -1
}

// isOptions reports whether an object literal holds the options of a page or
// component.
func (s *flowScript) isOptions(brace int) bool {
	return s.Is(brace-1, "default") || s.Is(brace-1, "=") && s.Is(brace-2, "exports") ||
		s.Is(brace-1, "(") && isOptionsCall(string(s.Text(s.Callee(brace-1))))
}

// inClass reports whether a brace opens the body of a class.
func (s *flowScript) inClass(brace int) bool {
	for j := brace - 1; j > max(-1, brace-12); j-- {
		switch {
		case s.Is(j, "class"):
			return true
		case s.Is(j, ";"), s.Is(j, "}"), s.Is(j, ")"):
			return false
		}
	}
	return false
}

// returned returns the "{" of the object literal that a function gives back.
func (s *flowScript) returned(fn *scan.Func) int {
	if s.Is(fn.Body, "(") && s.IsObject(fn.Body+1) {
		return fn.Body + 1
	}
	for i := fn.Body; i < fn.End && i < len(s.Tokens); i++ {
		if s.Is(i, "return") && s.IsObject(i+1) {
			return i + 1
		}
	}
	return -1
}

// member returns the value that a path of keys leads to from the object literal
// at a brace.
func (s *flowScript) member(brace int, path []string) (span, bool) {
	for n, key := range path {
		first, end, found, _ := s.Property(brace, key)
		switch {
		case !found:
			return span{}, false
		case n == len(path)-1:
			return span{first, end}, first < min(end, len(s.Tokens)) // nothing follows half-typed code
		case !s.IsObject(first):
			return span{}, false
		}
		brace = first
	}
	return span{}, false
}
