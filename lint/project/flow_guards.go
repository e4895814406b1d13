package project

import (
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// guarded is a guard with the scopes that a grant is for, "" where that is not
// written there.
type guarded struct {
	guard  Guard
	scopes []string
}

// add takes in a guard that stands nearer to the request than those before. A
// grant counts beside the others, for it may be of another permission.
func (t *Trigger) add(g guarded) {
	if g.guard == Granted {
		t.granted = append(t.granted[:len(t.granted):len(t.granted)], g.scopes...)
	}
	if t.Guard == NoGuard || t.Guard == Granted && g.guard != NoGuard {
		t.Guard = g.guard
	}
}

// judge settles whether what was granted is the permission that is asked for.
func (t *Trigger) judge(scope string) {
	switch {
	case len(t.granted) > 0 && (!strings.HasPrefix(scope, "scope.") || contains(t.granted, "") || contains(t.granted, scope)):
		t.Guard = Granted
	case t.Guard == Granted:
		t.Guard = NoGuard
	}
}

// around returns the guard of a request in the function that it stands in, with
// what is handed to calls there.
func (f *flow) around(s *flowScript, token int, scope string) Guard {
	var t Trigger
	for g := scan.Enclosing(s.functions, token); g >= 0; g = scan.Enclosing(s.functions, token) {
		fn := &s.functions[g]
		t.add(f.guard(s, token, fn.Body))
		if _, token = f.outcome(s, fn); token < 0 {
			break
		}
	}
	t.judge(scope)
	return t.Guard
}

// guard returns the condition between the start of a function's body and a
// token that makes a request there no surprise.
func (f *flow) guard(s *flowScript, token, body int) guarded {
	for i := token; i > body; {
		open := s.EnclosingOpen(i)
		if g := f.inStatement(s, i, max(open, body-1)); g.guard != NoGuard {
			return g
		}
		if open < body {
			break
		}
		if g := f.leftBefore(s, max(open, body), i); g.guard != NoGuard {
			return g
		}
		if s.Is(open, "{") {
			if g := f.branchGuard(s, open); g.guard != NoGuard {
				return g
			}
		}
		i = open
	}
	return guarded{}
}

// inStatement judges what stands before a token in its own statement.
func (f *flow) inStatement(s *flowScript, token, limit int) guarded {
	o := s.before(s.ChainStart(token), limit)
	if o.end >= 0 {
		if g := f.condition(s, o.first, o.end, o.holds); g.guard != NoGuard {
			return g
		}
	}
	if o.branch {
		return f.branchGuard(s, o.first)
	}
	return guarded{}
}

// leftBefore judges the statements of a block before a token: behind
// if (!agreed) return the user has agreed.
func (f *flow) leftBefore(s *flowScript, open, token int) (g guarded) {
	s.eachLeft(open, token, func(paren int) bool {
		g = f.parenthesised(s, paren, false)
		return g.guard == NoGuard
	})
	return g
}

// eachLeft visits the "(" of each if between the bracket of a block and a token
// in it that leaves the function, until visit returns false.
func (s *flowScript) eachLeft(open, token int, visit func(paren int) bool) {
	for _, paren := range s.ifsOf(open, token) {
		if paren > token {
			return
		}
		if s.leavesBefore(int(s.Tokens[paren].Match)+1, token) && !visit(paren) {
			return
		}
	}
}

// ifsOf returns the "(" of each if that is a statement behind one token and
// before another. Those of a block, which may hold many requests, are looked for
// once, all of them.
func (s *flowScript) ifsOf(open, token int) []int {
	if ifs, known := s.ifs[open]; known {
		return ifs
	}
	block := open < 0 || s.Kind(open) == scan.Open && s.Tokens[open].Match > 0
	end := token
	if block {
		end = len(s.Tokens)
		if open >= 0 {
			end = int(s.Tokens[open].Match)
		}
	}
	ifs := []int{}
	for i := open + 1; i < end; i++ {
		if s.Is(i, "if") && s.Is(i+1, "(") && s.Tokens[i+1].Match > 0 {
			i++
			ifs = append(ifs, i)
		}
		if t := s.Tokens[i]; t.Kind == scan.Open && t.Match > 0 {
			i = int(t.Match)
		}
	}
	if block {
		if s.ifs == nil {
			s.ifs = map[int][]int{}
		}
		s.ifs[open] = ifs
	}
	return ifs
}

// leavesBefore reports whether the statement that starts at a token leaves the
// function and ends before another token.
func (s *flowScript) leavesBefore(first, token int) bool {
	if s.Is(first, "{") {
		m := int(s.Tokens[first].Match)
		return m > 0 && m < token && s.leaves(first)
	}
	if !s.Is(first, "return") {
		return false
	}
	for i := first + 1; i <= token; i++ {
		switch t := s.Tokens[i]; {
		case s.Is(i, ";") || t.NewLine && (i == first+1 || s.endsStatement(i-1)):
			return true
		case t.Kind == scan.Open && t.Match > 0:
			i = int(t.Match)
		}
	}
	return false
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

// branchGuard judges the block or statement that begins at a token: of an if, or
// of its else.
func (f *flow) branchGuard(s *flowScript, first int) guarded {
	switch {
	case s.Is(first-1, ")"):
		paren := int(s.Tokens[first-1].Match)
		if paren > 0 && s.Is(paren-1, "if") {
			return f.parenthesised(s, paren, true)
		}
	case s.Is(first-1, "else"):
		if paren := s.conditionBefore(first - 1); paren > 0 {
			return f.parenthesised(s, paren, false)
		}
	}
	return guarded{}
}

// conditionBefore returns the "(" of the condition that the else at a token
// belongs to, or -1.
func (s *flowScript) conditionBefore(i int) int {
	for j := i - 1; j > 0; j-- {
		t := s.Tokens[j]
		switch {
		case t.Kind == scan.Open, s.Is(j, ";") && j < i-1, t.Kind == scan.Close && t.Match < 0:
			return -1
		case t.Kind == scan.Close:
			if j = int(t.Match); s.Is(j-1, "if") {
				return j
			}
		}
	}
	return -1
}
