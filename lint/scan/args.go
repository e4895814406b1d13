package scan

// Arg returns the tokens [first, end) of a call's n-th argument, counted from
// 0, for the parenthesis at token paren. It reports false when there is none.
// An argument that a bracket leaves open goes on to the end of the script.
func (s *Script) Arg(paren, n int) (first, end int, ok bool) {
	first = paren + 1
	for {
		end = s.memberEnd(first)
		if n == 0 || !s.Is(end, ",") {
			return first, end, n == 0 && end > first
		}
		n, first = n-1, end+1
	}
}

// Property finds a key of the object literal that opens at token brace and
// returns the tokens [first, end) of its value. A shorthand { scope } has its
// name as value, a method itself. spread reports that the object takes in
// another one or a computed key before it, so that a key not found may still
// be there.
func (s *Script) Property(brace int, key string) (first, end int, found, spread bool) {
	for i, last := brace+1, s.closing(brace); i < last; {
		stop := s.memberEnd(i)
		name, after := s.key(i)
		switch {
		case name < 0:
			spread = true
		case !s.keyIs(name, key):
		case s.Is(after, ":"):
			return after + 1, max(stop, after+1), true, spread
		case after == stop || s.Is(after, "("):
			return i, stop, true, spread
		}
		i = stop + 1
	}
	return 0, 0, false, spread
}

// closing returns the partner of the open bracket at token i, or the end of the
// stream.
func (s *Script) closing(i int) int {
	if m := int(s.Tokens[i].Match); m > 0 {
		return m
	}
	return len(s.Tokens)
}

// key returns the token that names the member at token i and the token behind
// the key, or -1 for a spread or a computed key that is no literal.
func (s *Script) key(i int) (name, after int) {
	for s.isAny(i, "async", "get", "set", "*") && !s.isAny(i+1, ":", "(", ",", "}") {
		i++
	}
	switch {
	case s.Is(i, "..."):
		return -1, i
	case !s.Is(i, "["):
		return i, i + 1
	case s.Is(i+2, "]"):
		if _, ok := s.Literal(i + 1); ok {
			return i + 1, i + 3
		}
	}
	return -1, i
}

func (s *Script) keyIs(i int, key string) bool {
	if lit, ok := s.Literal(i); ok {
		return string(s.Data[lit.Start:lit.End]) == key
	}
	return s.Is(i, key)
}

// memberEnd returns the token that ends the member or argument at token i: its
// comma or the closing bracket.
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
	return len(s.Tokens)
}

// IsObject reports whether token i opens an object literal's brace.
func (s *Script) IsObject(i int) bool { return s.kind(i) == Open && s.Is(i, "{") }
