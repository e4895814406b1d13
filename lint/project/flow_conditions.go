package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// parenthesised judges the condition in parentheses for the branch in which it
// holds, or for the other one.
func (f *flow) parenthesised(s *flowScript, paren int, holds bool) guarded {
	return f.condition(s, paren+1, int(s.Tokens[paren].Match), holds)
}

// condition judges the tokens [first, end) of a condition that holds, or does
// not. Where one of several operands decides, a grant is none if another says
// that it was not given: granted == undefined || granted == true.
func (f *flow) condition(s *flowScript, first, end int, holds bool) guarded {
	var out guarded
	either, denied := false, false
	for i := first; i < end; i++ {
		from := i
		for i < end && !s.Is(i, "&&") && !s.Is(i, "||") {
			i++
		}
		either = either || i < end && s.Is(i, "||") == holds
		kind, positive := f.operand(s, from, i)
		switch {
		case kind == Granted && positive != holds:
			denied = true
		case kind == NoGuard || positive != holds:
		case kind == Granted:
			out.guard = Granted
			out.scopes = append(out.scopes, s.scopeIn(from, i))
		default:
			return guarded{guard: kind}
		}
	}
	if either && denied {
		return guarded{}
	}
	return out
}

// operand judges one operand of a condition: what it is about, and whether it
// says yes to that or no.
func (f *flow) operand(s *flowScript, from, to int) (kind Guard, positive bool) {
	positive = true
	for i := from; i < to; i++ {
		word := strings.ToLower(strings.Trim(string(s.Text(i)), `'"`+"`"))
		switch {
		case s.Is(i, "!") || s.Is(i, "false") || s.Is(i, "undefined") || s.Is(i, "null") || s.Is(i, "!==") || s.Is(i, "!="):
			positive = !positive
		case word == "authsetting":
			kind = Granted
		case word == "needauthorization":
			kind, positive = Consented, !positive
		case isConsent(word) && kind == NoGuard:
			kind = Consented
			if asksConsent(word) {
				positive = !positive
			}
		case word == "confirm" || word == "tapindex":
			kind = Chosen
		case kind == NoGuard && i == to-1:
			if negated, _, ok := s.keptSetting(i); ok {
				kind, positive = Granted, positive != negated
			} else {
				kind = f.lowered(s, i)
			}
		}
	}
	return kind, positive
}

// scopeIn returns the scope named between two tokens, or where the setting in
// the last of them was read.
func (s *flowScript) scopeIn(from, to int) string {
	if _, at, ok := s.keptSetting(to - 1); ok {
		from, to = at, min(at+6, len(s.Tokens))
	}
	for i := from; i < to; i++ {
		if lit, ok := s.Literal(i); ok && bytes.HasPrefix(s.Data[lit.Start:lit.End], []byte("scope.")) {
			return string(s.Data[lit.Start:lit.End])
		}
	}
	return ""
}

// keptSetting reports whether a name was given an entry of authSetting before,
// where, and whether that was negated: const denied = !res.authSetting[scope].
func (s *flowScript) keptSetting(name int) (negated bool, at int, ok bool) {
	if s.Kind(name) != scan.Ident {
		return false, 0, false
	}
	for i := name - 1; i > max(0, name-maxKept); i-- {
		if !s.Is(i, "=") || !s.Is(i-1, string(s.Text(name))) {
			continue
		}
		for j := i + 1; j < name && !s.Is(j, ";") && (j == i+1 || !s.Tokens[j].NewLine || s.Is(j, ".")); j++ {
			switch {
			case s.Is(j, "!"):
				negated = !negated
			case s.Is(j, "authSetting"):
				return negated, j, true
			}
		}
		return false, 0, false
	}
	return false, 0, false
}

// lowered returns the guard that a flag stands for which a condition has taken
// down before: if (!agreed) { ok = false }.
func (f *flow) lowered(s *flowScript, name int) Guard {
	if s.Kind(name) != scan.Ident {
		return NoGuard
	}
	for i := name - 1; i > max(0, name-maxKept); i-- {
		if !s.Is(i, "=") || !s.Is(i+1, "false") || !s.Is(i-1, string(s.Text(name))) {
			continue
		}
		open := s.EnclosingOpen(i)
		if !s.Is(open, "{") || !s.Is(open-1, ")") || s.Tokens[open-1].Match <= 0 {
			continue
		}
		if paren := int(s.Tokens[open-1].Match); s.Is(paren-1, "if") {
			if g := f.parenthesised(s, paren, false); g.guard != NoGuard {
				return g.guard
			}
		}
	}
	return NoGuard
}

// maxKept is how many tokens before its use the assignment of a setting is
// looked for.
const maxKept = 300

// isConsent reports whether a name is about the user's agreement to the privacy
// terms.
func isConsent(word string) bool {
	for _, part := range []string{"agree", "consent", "privacy", "protocol"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return false
}

// asksConsent reports whether such a name says that the agreement is still to
// be asked for: showPrivacy, needAgree.
func asksConsent(word string) bool {
	for _, part := range []string{"show", "need", "popup", "modal", "visible", "dialog"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return false
}
