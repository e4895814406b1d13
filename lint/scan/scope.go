package scan

// WholeScript is the scope of what holds in all of a script. Any other scope is
// the token of the bracket whose inside a name holds in.
const WholeScript = -1

// maxScopes bounds how many brackets outwards a name's scope is looked for, and
// how deep a scope may lie, so that scopes inside each other cost little.
const maxScopes = 64

// Scopes visits the scopes that token i lies in, outwards, until found returns
// true. Beyond some brackets it goes on with the whole script.
func (s *Script) Scopes(i int, found func(scope int) bool) {
	open := s.enclosing(i)
	for n := 0; open >= 0 && n < maxScopes; n++ {
		if found(open) {
			return
		}
		open = s.enclosing(open)
	}
	found(WholeScript)
}

// scopes returns where a name or pattern whose declaration begins at token i
// holds: one scope, or of a parameter its parentheses and the function's body.
// What is only assigned holds where it is declared.
func (s *Script) scopes(i int) []int {
	open := s.enclosing(i)
	if s.indexed().depth[i] > maxScopes {
		return []int{WholeScript}
	}
	if s.Is(open, "{") && s.isAny(i-1, "{", ",", ":") && (s.Is(s.closing(open)+1, "=") || s.Is(s.enclosing(open), "(") && s.isAny(open-1, "(", ",")) {
		return s.scopes(open) // the default of a name in a pattern
	}
	if s.Is(open, "(") && s.isAny(i-1, "(", ",") {
		if body, ok := s.bodyBehind(open); ok {
			return []int{open, body}
		}
	}
	if !s.isAny(i-1, "const", "let", "var") && !s.declares(i) {
		return []int{s.declaredIn(i)}
	}
	scope := WholeScript
	s.Scopes(i, func(open int) bool {
		if open >= 0 && s.Is(open, "{") && s.Tokens[open].Match > 0 && (!s.Is(i-1, "var") || s.isBody(open)) {
			scope = open
		}
		return scope >= 0
	})
	return []int{scope}
}

// Declares reports whether the scope is that of a variable or parameter of the
// name of token i.
func (s *Script) Declares(i, scope int) bool {
	return s.indexed().declared[place{string(s.Text(i)), scope}]
}

// declaring returns the scopes of the variable or parameter that is declared at
// token i, or nil when none is.
func (s *Script) declaring(i int) []int {
	open := s.enclosing(i)
	switch {
	case s.declares(i):
		return s.scopes(i)
	case !s.isAny(i+1, ",", "}", ")", "=", ":", "?"):
	case s.Is(open, "(") && s.isAny(i-1, "(", ",", "..."):
		return s.parameter(open)
	case s.Is(open, "{") && s.isAny(i-1, "{", ",", ":", "...") && !s.Is(i+1, ":"):
		if s.isAny(open-1, "const", "let", "var") {
			return s.scopes(open)
		} else if around := s.enclosing(open); s.Is(around, "(") && s.isAny(open-1, "(", ",") {
			return s.parameter(around)
		}
	}
	return nil
}

// parameter returns the scopes of the parameters that open at token paren: the
// parentheses and the braces of the body.
func (s *Script) parameter(paren int) []int {
	if body, ok := s.bodyBehind(paren); ok && body > paren && s.indexed().depth[paren] < maxScopes {
		return []int{paren, body}
	}
	return nil
}

// bodyBehind returns the brace of the function whose parameters open at token
// paren, or for an arrow without one the bracket around it. It reports false
// when the parentheses are no parameters.
func (s *Script) bodyBehind(paren int) (body int, ok bool) {
	m := int(s.Tokens[paren].Match)
	if m < 0 || s.isAny(paren-1, "if", "while", "for", "switch", "with") {
		return 0, false
	}
	end := m + 1
	for n := 0; s.Is(m+1, ":") && n < 40 && !s.isAny(end, "{", "=>", ";"); n++ {
		end++ // a type of what the function returns
	}
	switch {
	case s.Is(end, "{"):
		return end, true
	case s.Is(end, "=>") && s.Is(end+1, "{"):
		return end + 1, true
	case s.Is(end, "=>"):
		return s.enclosing(paren), true
	}
	return 0, false
}

// isBody reports whether the brace at token i opens the body of a function.
func (s *Script) isBody(i int) bool {
	if s.Is(i-1, "=>") {
		return true
	}
	if !s.Is(i-1, ")") || s.Tokens[i-1].Match < 0 {
		return false
	}
	paren := int(s.Tokens[i-1].Match)
	body, ok := s.bodyBehind(paren)
	return ok && body == i && !s.Is(paren-1, "catch")
}

// declaredIn returns the innermost scope around token i in which its name is
// declared.
func (s *Script) declaredIn(i int) int {
	in := WholeScript
	s.Scopes(i, func(scope int) bool {
		if s.Declares(i, scope) {
			in = scope
		}
		return in >= 0
	})
	return in
}
