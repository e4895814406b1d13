package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// guarded is a guard with the scopes that a grant is for, "" where that is not
// written there.
type guarded struct {
	guard  Guard
	scopes []string
}

// guard returns the condition between the start of a function's body and a
// token that makes a request there no surprise.
func (f *flow) guard(s *flowScript, token, body int) guarded {
	for i := token; i > body; {
		open := s.EnclosingOpen(i)
		if open < body {
			break
		}
		if g := f.leftBefore(s, max(open, body), i); g.guard != NoGuard {
			return g
		}
		if s.Is(open, "{") {
			if g := f.blockGuard(s, open); g.guard != NoGuard {
				return g
			}
		}
		i = open
	}
	return f.inlineGuard(s, token)
}

// leftBefore judges the statements of a block before a token: behind
// if (!agreed) return the user has agreed.
func (f *flow) leftBefore(s *flowScript, open, token int) guarded {
	for i := open + 1; i < token; i++ {
		if s.Is(i, "if") && s.Is(i+1, "(") && s.Tokens[i+1].Match > 0 {
			end := int(s.Tokens[i+1].Match)
			if s.Is(end+1, "return") || s.Is(end+1, "{") && s.leaves(end+1) {
				if g := f.condition(s, i+1, false); g.guard != NoGuard {
					return g
				}
			}
			i = end
			continue
		}
		if t := s.Tokens[i]; t.Kind == scan.Open && t.Match > 0 {
			i = int(t.Match)
		}
	}
	return guarded{}
}

// leaves reports whether the block that opens at a token ends in a return.
func (s *flowScript) leaves(open int) bool {
	last := int(s.Tokens[open].Match)
	for i := open + 1; i < last; i++ {
		if s.Is(i, "return") {
			return true
		}
		if t := s.Tokens[i]; t.Kind == scan.Open && t.Match > 0 {
			i = int(t.Match)
		}
	}
	return false
}

// blockGuard judges the block that opens at a token: of an if, or of its else.
func (f *flow) blockGuard(s *flowScript, open int) guarded {
	switch {
	case s.Is(open-1, ")"):
		paren := int(s.Tokens[open-1].Match)
		if paren > 0 && s.Is(paren-1, "if") {
			return f.condition(s, paren, true)
		}
	case s.Is(open-1, "else"):
		if paren := s.conditionBefore(open - 1); paren > 0 {
			return f.condition(s, paren, false)
		}
	}
	return guarded{}
}

// conditionBefore returns the "(" of the condition that the else at a token
// belongs to, or -1.
func (s *flowScript) conditionBefore(i int) int {
	if !s.Is(i-1, "}") || s.Tokens[i-1].Match < 0 {
		return -1
	}
	open := int(s.Tokens[i-1].Match)
	if !s.Is(open-1, ")") || s.Tokens[open-1].Match < 0 {
		return -1
	}
	if paren := int(s.Tokens[open-1].Match); s.Is(paren-1, "if") {
		return paren
	}
	return -1
}

// inlineGuard judges if (c) request() and c && request().
func (f *flow) inlineGuard(s *flowScript, token int) guarded {
	i := s.ChainStart(token)
	if s.Is(i-1, "await") || s.Is(i-1, "return") {
		i--
	}
	if s.Is(i-1, ")") && s.Tokens[i-1].Match > 0 {
		if paren := int(s.Tokens[i-1].Match); s.Is(paren-1, "if") {
			return f.condition(s, paren, true)
		}
	}
	return guarded{}
}

// condition judges the condition in parentheses for the branch in which it
// holds, or for the other one.
func (f *flow) condition(s *flowScript, paren int, holds bool) guarded {
	var out guarded
	end := int(s.Tokens[paren].Match)
	for i := paren + 1; i < end; i++ {
		from := i
		for i < end && !s.Is(i, "&&") && !s.Is(i, "||") {
			i++
		}
		kind, positive := f.operand(s, from, i)
		switch {
		case kind == NoGuard || positive != holds:
		case kind == Granted:
			out.guard = Granted
			out.scopes = append(out.scopes, s.scopeIn(from, i))
		default:
			return guarded{guard: kind}
		}
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
		case word == "confirm" || word == "tapindex":
			kind = Chosen
		case kind == NoGuard && i == to-1:
			if negated, _, ok := s.keptSetting(i); ok {
				kind, positive = Granted, positive != negated
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
	if s.Tokens[name].Kind != scan.Ident {
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

// maxKept is how many tokens before its use the assignment of a setting is
// looked for.
const maxKept = 300

// isConsent reports whether a name is about the user's agreement to the privacy
// terms.
func isConsent(word string) bool {
	for _, part := range []string{"agree", "consent", "privacyauth", "isprivacy", "privacychecked", "protocol"} {
		if strings.Contains(word, part) {
			return true
		}
	}
	return false
}
