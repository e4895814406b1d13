package scan

// Uses visits the places where a name that stands for a member is called or
// passed on, in a scope; paren is the opening parenthesis of a call, else -1. Passed on is
// what is an argument or has its call, apply or bind used.
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
		} else if s.isArgument(i) && !s.isParameter(i) || s.isDot(i+1) && s.isAny(i+2, "call", "apply", "bind") {
			visit(i, -1)
		}
	}
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
