package scan

// Declaration returns the token of a name that the whole script declares as
// something other than the global of that name, or -1.
func (s *Script) Declaration(name string) int {
	found := -1
	s.Declarations(name, func(token, scope int) {
		if scope == WholeScript && found < 0 {
			found = token
		}
	})
	return found
}

// Declarations visits where the script declares a name, and for which scope, as
// something other than the global of that name: by import or by a variable
// whose value is not made from that global.
func (s *Script) Declarations(name string, visit func(token, scope int)) {
	for _, at := range s.Places(name) {
		i := int(at)
		switch {
		case s.Is(i-1, "import") || s.Is(i-1, "as") && (s.Is(i-2, "*") || s.Is(i-3, "{") || s.Is(i-3, ",")):
			visit(i, WholeScript)
		case s.Is(i-1, "const") || s.Is(i-1, "let") || s.Is(i-1, "var"):
			if s.Is(i+1, "=") && !s.madeFrom(i+2, name) {
				visit(i, s.scopes(i)[0])
			}
		}
	}
}

// madeFrom reports whether the initialiser at token i names the global itself,
// as in const wx = globalThis.wx.
func (s *Script) madeFrom(i int, name string) bool {
	for end := s.statementEnd(i); i < end; i++ {
		if s.Is(i, name) && (!s.isDot(i-1) || s.globalObject(i-2) >= 0) {
			return true
		}
	}
	return false
}

// statementEnd returns the token before which the expression at token i ends.
func (s *Script) statementEnd(i int) int {
	for first := i; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if t.Kind == Close || s.Is(i, ";") || s.Is(i, ",") || t.NewLine && i > first {
			return i
		}
		if t.Kind == Open && t.Match > 0 {
			i = int(t.Match)
		}
	}
	return i
}
