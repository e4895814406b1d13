package project

import (
	"slices"

	"github.com/mplint/mplint/lint/scan"
)

// fateOf judges what a listener does with its first parameter, and returns the
// names under which it keeps it.
func (s *flowScript) fateOf(fn *scan.Func, h *ConsentHook) (kept []string) {
	param, ok := s.parameter(fn)
	if !ok {
		return nil
	}
	h.Fate = Dropped
	if param == "" {
		if s.mentions("arguments", fn) {
			h.Fate = Settled
		}
		return nil
	}
	for i := fn.Body; i < fn.End && i < len(s.Tokens); i++ {
		if s.Kind(i) != scan.Ident || !s.Is(i, param) || s.Is(i-1, ".") || s.Is(i-1, "?.") {
			continue
		}
		switch {
		case s.isTest(i), s.isLogged(i):
		case s.isShown(i):
			if h.Fate == Dropped {
				h.Fate = OnlyShown
			}
		default:
			name := s.keeper(i)
			if name == "" || name == param {
				h.Fate = Settled
				return nil
			}
			kept = append(kept, name)
		}
	}
	if len(kept) > 0 {
		h.Fate = Unused
	}
	return kept
}

// parameter returns the name of a function's first parameter, "" where it has
// none, and whether that could be read.
func (s *flowScript) parameter(fn *scan.Func) (string, bool) {
	i := fn.First
	for i < fn.Body && (s.Is(i, "async") || s.Is(i, "function") || s.Is(i, "*")) {
		i++
	}
	if i < fn.Body && s.Kind(i) == scan.Ident {
		if s.Is(i+1, "=>") {
			return string(s.Text(i)), true
		}
		i++ // the function's name
	}
	if !s.Is(i, "(") || i >= fn.Body {
		return "", false
	}
	switch {
	case s.Is(i+1, ")"):
		return "", true
	case s.Kind(i+1) == scan.Ident:
		return string(s.Text(i + 1)), true
	}
	return "", false
}

func (s *flowScript) mentions(name string, fn *scan.Func) bool {
	return slices.ContainsFunc(s.Tokens[fn.Body:min(fn.End, len(s.Tokens))], func(t scan.Token) bool {
		return t.Kind == scan.Ident && string(s.Data[t.Start:t.End]) == name
	})
}

// isTest reports whether a name is only asked about: if (resolve), typeof resolve.
func (s *flowScript) isTest(i int) bool {
	return s.Is(i-1, "typeof") || s.Is(i-1, "!") && !s.Is(i+1, "(") ||
		s.Is(i-1, "(") && s.Is(i-2, "if") && s.Is(i+1, ")") || s.Is(i+1, "&&") && !s.Is(i-1, "=")
}

// isLogged reports whether a name is an argument of console.log and its like.
func (s *flowScript) isLogged(i int) bool {
	open, _ := s.ArgumentOf(i)
	return open > 2 && s.Is(open-3, "console") && s.Is(open-2, ".")
}

// isShown reports whether resolve is called to say that the dialog is on the
// screen, which settles nothing.
func (s *flowScript) isShown(i int) bool {
	paren := s.CallParen(i + 1)
	if paren < 0 || !s.IsObject(paren+1) {
		return false
	}
	first, end, found, spread := s.Property(paren+1, "event")
	if !found || spread || end != first+1 {
		return false
	}
	lit, ok := s.Literal(first)
	return ok && string(s.Data[lit.Start:lit.End]) == "exposureAuthorization"
}

// keeper returns the name under which the value at token i is kept: a variable
// or member that it is assigned to, or a list that it is put into. It is ""
// where something else becomes of the value.
func (s *flowScript) keeper(i int) string {
	if s.CallParen(i+1) >= 0 || s.Is(i+1, ".") || s.Is(i+1, "?.") || s.Is(i+1, "[") {
		return ""
	}
	target := -1
	switch {
	case s.Is(i-1, "="):
		target = i - 2
	case s.Is(i-1, "(") && s.Is(i+1, ")") && (s.Is(i-2, "push") || s.Is(i-2, "add")) && s.Is(i-3, "."):
		target = i - 4
	}
	if target < 0 || s.Kind(target) != scan.Ident {
		return ""
	}
	if (s.Is(target, "current") || s.Is(target, "value")) && s.Is(target-1, ".") {
		target -= 2 // the box of a reference
	}
	if s.Kind(target) != scan.Ident || isThis(string(s.Text(target))) {
		return ""
	}
	return string(s.Text(target))
}
