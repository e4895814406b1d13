package scan

// Arg returns the tokens [first, end) of a call's n-th argument, counted from
// 0, for the parenthesis at token paren. It reports false when there is none.
func (s *Script) Arg(paren, n int) (first, end int, ok bool) {
	first = paren + 1
	for i := first; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		switch {
		case t.Kind == Close:
			return first, i, n == 0 && i > first
		case t.Kind == Open && t.Match < 0:
			return first, i, n == 0
		case t.Kind == Open:
			i = int(t.Match)
		case s.Is(i, ","):
			if n == 0 {
				return first, i, true
			}
			n, first = n-1, i+1
		}
	}
	return first, len(s.Tokens), n == 0 && first < len(s.Tokens)
}

// Property finds a key of the object literal that opens at token brace and
// returns the tokens [first, end) of its value. A shorthand { scope } has its
// name as value. spread reports that the object takes in another one, so that
// a key not found may still be there.
func (s *Script) Property(brace int, key string) (first, end int, found, spread bool) {
	for i := brace + 1; i < len(s.Tokens) && s.Tokens[i].Kind != Close; {
		stop := s.memberEnd(i)
		if s.Is(i, "...") {
			spread = true
		} else if s.keyIs(i, key) {
			if s.Is(i+1, ":") {
				return i + 2, stop, true, spread
			}
			if i+1 == stop {
				return i, stop, true, spread
			}
		}
		i = stop + 1
	}
	return 0, 0, false, spread
}

func (s *Script) keyIs(i int, key string) bool {
	if lit, ok := s.Literal(i); ok {
		return string(s.Data[lit.Start:lit.End]) == key
	}
	return s.Is(i, key)
}

// memberEnd returns the token that ends the member at token i: its comma or
// the closing bracket.
func (s *Script) memberEnd(i int) int {
	for ; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if t.Kind == Close || s.Is(i, ",") {
			return i
		}
		if t.Kind == Open {
			if t.Match < 0 {
				return len(s.Tokens)
			}
			i = int(t.Match)
		}
	}
	return i
}

// IsObject reports whether token i opens an object literal's brace.
func (s *Script) IsObject(i int) bool { return s.kind(i) == Open && s.Is(i, "{") }
