package scan

import "github.com/mplint/mplint/lint/source"

// Alias is another name under which a script has an object or one member of
// it.
type Alias struct {
	Name   string
	Member source.Range // the member's name; empty for the object itself
}

// Aliases returns the names that a script gives to an object, const api = wx,
// and to members of it, const { getLocation: loc } = wx. passed are the tokens
// where the object goes somewhere that cannot be followed: into a property, a
// call, a result. A name that is assigned more than once is no alias.
func (s *Script) Aliases(object string) (aliases []Alias, passed []int) {
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident || !s.Is(i, object) || !s.isWhole(i) {
			continue
		}
		switch {
		case s.Is(i-1, "="):
			if found := s.target(i - 2); found != nil {
				aliases = append(aliases, found...)
			} else {
				passed = append(passed, i)
			}
		case s.isArgument(i) || s.Is(i-1, "return") || s.Is(i-1, "=>"):
			passed = append(passed, i)
		}
	}
	return aliases, passed
}

// isWhole reports whether the name at token i stands for the object itself and
// not for the start of a chain, a member, a key or a test.
func (s *Script) isWhole(i int) bool {
	if s.Is(i-1, ".") || s.Is(i-1, "?.") {
		return false
	}
	for _, op := range [...]string{".", "?.", "[", "!", "(", "=", ":", "=>", "&&", "==", "===", "!=", "!=="} {
		if s.Is(i+1, op) {
			return false
		}
	}
	return true
}

// isArgument reports whether token i is a whole argument of a call.
func (s *Script) isArgument(i int) bool {
	if !s.Is(i+1, ",") && !s.Is(i+1, ")") || !s.Is(i-1, "(") && !s.Is(i-1, ",") {
		return false
	}
	open := s.enclosing(i)
	return s.Is(open, "(") && s.isCallee(open-1)
}

func (s *Script) isCallee(i int) bool {
	if s.kind(i) != Ident {
		return s.Is(i, ")") || s.Is(i, "]")
	}
	switch string(s.Text(i)) {
	case "if", "while", "for", "switch", "function", "catch", "Boolean":
		return false
	case "call", "apply", "bind": // wx.login.call(wx): the object as receiver
		return !s.Is(i-1, ".")
	}
	return !s.Is(i-1, "function")
}

// enclosing returns the open bracket around token i, or -1.
func (s *Script) enclosing(i int) int {
	for i--; i >= 0; i-- {
		switch t := s.Tokens[i]; {
		case t.Kind == Open:
			return i
		case t.Kind == Close && t.Match >= 0:
			i = int(t.Match)
		}
	}
	return -1
}

// target returns the aliases that an assignment whose left side ends at token
// i makes, or nil when the left side is no name and no pattern of names.
func (s *Script) target(i int) []Alias {
	if s.kind(i) == Ident && s.Is(i-1, ":") {
		i -= 2 // a type: const api: any = wx
	}
	switch {
	case s.kind(i) == Ident && !s.Is(i-1, ".") && s.assignments(i) <= 1:
		return []Alias{{Name: string(s.Text(i))}}
	case s.Is(i, "}") && s.Tokens[i].Match >= 0:
		return s.pattern(int(s.Tokens[i].Match), i)
	}
	return nil
}

// assignments counts how often the name at token i is assigned.
func (s *Script) assignments(i int) (n int) {
	for j := range s.Tokens {
		if s.Tokens[j].Kind == Ident && s.Is(j+1, "=") && !s.Is(j-1, ".") && string(s.Text(i)) == string(s.Text(j)) {
			n++
		}
	}
	return n
}

// pattern reads the members of { a, b: c, d = e } between two braces.
func (s *Script) pattern(open, end int) []Alias {
	aliases := []Alias{}
	for i := open + 1; i < end; i = s.memberEnd(i) + 1 {
		if s.kind(i) != Ident {
			continue
		}
		local := i
		if s.Is(i+1, ":") && s.kind(i+2) == Ident {
			local = i + 2
		}
		aliases = append(aliases, Alias{Name: string(s.Text(local)), Member: s.Range(i, i)})
	}
	return aliases
}

// Uses visits the places where a name that stands for a member is called or
// passed on; paren is the opening parenthesis of a call, else -1.
func (s *Script) Uses(name string, visit func(at, paren int)) {
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident || !s.Is(i, name) || s.Is(i-1, ".") || s.Is(i-1, "?.") || s.Is(i-1, "function") {
			continue
		}
		if paren := s.callParen(i + 1); paren >= 0 && !s.definesMethod(paren) {
			visit(i, paren)
		}
	}
}

// definesMethod reports whether the parenthesis holds parameters: a body
// follows it.
func (s *Script) definesMethod(paren int) bool {
	m := int(s.Tokens[paren].Match)
	return m > 0 && s.Is(m+1, "{")
}
