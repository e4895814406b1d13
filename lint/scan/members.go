package scan

// Member is one member of an object literal: the tokens [First, End) of its
// value. A shorthand { a } has its name as value. Of a spread, and of a
// computed key that is no literal, Key is empty and Name -1; a spread's value
// is what is spread.
type Member struct {
	Key        string // without quotes
	Name       int    // token of the key
	First, End int
}

// Members visits the members of the object literal that opens at token brace.
// Methods and accessors are left out.
func (s *Script) Members(brace int, visit func(Member)) {
	for i, last := brace+1, s.closing(brace); i < last; {
		stop := s.memberEnd(i)
		name, after := s.key(i)
		switch {
		case s.Is(i, "..."):
			visit(Member{Name: -1, First: i + 1, End: stop})
		case name < 0:
			visit(Member{Name: -1, First: stop, End: stop})
		case s.Is(after, ":"):
			visit(Member{s.keyText(name), name, after + 1, max(stop, after+1)})
		case after == stop:
			visit(Member{s.keyText(name), name, i, stop})
		}
		i = stop + 1
	}
}

func (s *Script) keyText(i int) string {
	if text, ok := s.literalText(i); ok {
		return text
	}
	return string(s.Text(i))
}

// Items visits the tokens [first, end) of the elements of the array literal
// that opens at token bracket.
func (s *Script) Items(bracket int, visit func(first, end int)) {
	for i, last := bracket+1, s.closing(bracket); i < last; {
		stop := s.memberEnd(i)
		if stop > i {
			visit(i, stop)
		}
		i = stop + 1
	}
}

// Returned returns the tokens [first, end) of what a function of that name
// gives back, function f() { ... return x } or const f = () => x: its last
// return statement that belongs to no function inside it.
func (s *Script) Returned(name string) (first, end int, ok bool) {
	body := s.body(name)
	if body < 0 {
		return 0, 0, false
	}
	if !s.Is(body, "{") {
		return body, s.statementEnd(body), true
	}
	for i, last := body+1, s.closing(body); i < last; i++ {
		switch t := s.Tokens[i]; {
		case s.Is(i, "return") && !s.isDot(i-1):
			first, end, ok = i+1, s.statementEnd(i+1), true
			i = end - 1
		case t.Kind == Open && t.Match > 0 && (!s.Is(i, "{") || s.Is(i-1, "=>") || s.Is(i-1, ")") && s.isFunction(i-1)):
			i = int(t.Match)
		}
	}
	return first, end, ok
}

// isFunction reports whether the parenthesis that closes at token i holds the
// parameters of a function.
func (s *Script) isFunction(i int) bool {
	open := int(s.Tokens[i].Match)
	return open > 0 && (s.Is(open-1, "function") || s.Is(open-2, "function"))
}

// body returns the brace that opens the body of a function of that name, or
// the first token of what an arrow function gives back, or -1.
func (s *Script) body(name string) int {
	for _, at := range s.Places(name) {
		i, paren := int(at), -1
		switch at := s.initialiser(i); {
		case s.Is(i-1, "function"):
			paren = i + 1
		case s.isAny(i-1, "const", "let", "var") && at > 0:
			for paren = at; s.isAny(paren, "async", "function"); paren++ {
			}
		}
		if paren < 0 || !s.Is(paren, "(") || s.Tokens[paren].Match < 0 {
			continue
		}
		for j := int(s.Tokens[paren].Match) + 1; j < min(len(s.Tokens), paren+200); j++ {
			switch {
			case s.Is(j, "=>"):
				return j + 1
			case s.Is(j, "{"):
				return j
			}
		}
	}
	return -1
}
