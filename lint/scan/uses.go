package scan

// Uses visits the places where a name that stands for a member is called or
// passed on, in a scope; paren is the opening parenthesis of a call, else -1. Passed on is
// what is an argument, is kept or has its call, apply or bind used.
func (s *Script) Uses(name string, scope int, visit func(at, paren int)) {
	for _, at := range s.within(name, scope) {
		i := int(at)
		if s.isDot(i-1) || s.Is(i-1, "function") {
			continue
		}
		if paren := s.callParen(i + 1); paren >= 0 {
			if !s.definesMethod(i, paren) {
				visit(i, paren)
			}
		} else if s.isArgument(i) && !s.isParameter(i) || s.isKept(i) || s.isDot(i+1) && s.isAny(i+2, "call", "apply", "bind") {
			visit(i, -1)
		}
	}
}

// isKept reports whether the name at token i is a whole value that goes
// somewhere else than into a call: const a = login, { run: login }, return login.
func (s *Script) isKept(i int) bool {
	end := i + 1
	if !s.isAny(end, ",", ";", ")", "]", "}", ":", "||", "??", "as") && end < len(s.Tokens) && !s.Tokens[end].NewLine || s.declaring(i) != nil {
		return false
	}
	switch open := s.enclosing(i); {
	case s.Is(end, ":"):
		return s.Is(i-1, "?")
	case s.Is(i-1, ":"):
		return !s.Is(open, "{") || !s.isPattern(open)
	case s.isAny(i-1, "[", ","):
		return s.Is(open, "[") && !s.Is(s.closing(open)+1, "=")
	case s.Is(i-1, "{"):
		return s.isJSXHole(i - 1)
	}
	return s.isAny(i-1, "=", "=>", "return", "?", "yield", "await", "default")
}

// isPattern reports whether the brace at token i opens a pattern that takes an
// object apart.
func (s *Script) isPattern(i int) bool {
	return s.Is(s.closing(i)+1, "=") || s.isAny(i-1, "const", "let", "var")
}

// definesMethod reports whether the parenthesis behind the name at token i
// holds parameters: a body follows it, or a type where no value can stand.
func (s *Script) definesMethod(i, paren int) bool {
	m := int(s.Tokens[paren].Match)
	if m < 0 || !s.Is(m+1, ":") {
		return m > 0 && s.Is(m+1, "{")
	}
	return s.isAny(i-1, "{", "}", ";", ",", "async", "static", "public", "private", "protected", "override") || s.Tokens[i].NewLine && !s.Is(i-1, "?")
}

// isParameter reports whether the parentheses around token i hold the
// parameters of a method or an arrow function.
func (s *Script) isParameter(i int) bool {
	m := int(s.Tokens[s.enclosing(i)].Match)
	return m > 0 && s.isAny(m+1, "{", "=>")
}
