package project

import (
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// environment evaluates a condition of the tokens [first, end) that compares a
// framework's variable with the name of a platform, such as
// process.env.TARO_ENV === 'weapp'. Anything else is not known.
func environment(s *scan.Script, f *platform.Framework, id string, first, end int) (is, known bool) {
	if f == nil || f.Environment.Name == "" {
		return false, false
	}
	for s.Is(first, "(") && int(s.Tokens[first].Match) == end-1 {
		first, end = first+1, end-1
	}
	op := -1
	for i := first; i < end; i++ {
		if s.Is(i, "===") || s.Is(i, "==") || s.Is(i, "!==") || s.Is(i, "!=") {
			if op >= 0 {
				return false, false
			}
			op = i
		}
	}
	if op < 0 {
		return false, false
	}
	variable, value := first, op+1
	if s.Is(op+1, variableHead(f)) {
		variable, value = op+1, first
	}
	lit, ok := s.Literal(value)
	if length := 2*strings.Count(f.Environment.Name, ".") + 1; !ok || !namesVariable(s, f, variable) || end-first != length+2 {
		return false, false
	}
	is = string(s.Data[lit.Start:lit.End]) == f.Environment.Values[id]
	return is != (s.Is(op, "!==") || s.Is(op, "!=")), true
}

func variableHead(f *platform.Framework) string {
	head, _, _ := strings.Cut(f.Environment.Name, ".")
	return head
}

// namesVariable reports whether the tokens from i on are the framework's
// variable.
func namesVariable(s *scan.Script, f *platform.Framework, i int) bool {
	for n, part := range strings.Split(f.Environment.Name, ".") {
		if n > 0 {
			if !s.Is(i, ".") {
				return false
			}
			i++
		}
		if !s.Is(i, part) {
			return false
		}
		i++
	}
	return true
}

// deadBranches returns the parts of a script that its framework builds for
// other platforms only: branches of if and of a condition that tests the
// framework's variable.
func deadBranches(s *scan.Script, f *platform.Framework, id string) []source.Range {
	var dead []source.Range
	add := func(first, end int) {
		if end > first {
			dead = append(dead, s.Range(first, end-1))
		}
	}
	for i := range s.Tokens {
		if !s.Is(i, "if") || !s.Is(i+1, "(") || s.Tokens[i+1].Match < 0 {
			continue
		}
		closing := int(s.Tokens[i+1].Match)
		is, known := environment(s, f, id, i+2, closing)
		if !known {
			continue
		}
		then := statement(s, closing+1)
		if !is {
			add(closing+1, then)
		} else if s.Is(then, "else") {
			add(then+1, statement(s, then+1))
		}
	}
	return dead
}

// statement returns the token behind the block or simple statement at token i.
// An "else if" reaches to the end of its own chain.
func statement(s *scan.Script, i int) int {
	switch {
	case s.Is(i, "{") && s.Tokens[i].Match > 0:
		return int(s.Tokens[i].Match) + 1
	case s.Is(i, "if") && s.Is(i+1, "(") && s.Tokens[i+1].Match > 0:
		end := statement(s, int(s.Tokens[i+1].Match)+1)
		if s.Is(end, "else") {
			return statement(s, end+1)
		}
		return end
	}
	for first := i; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		switch {
		case s.Is(i, ";"):
			return i + 1
		case t.Kind == scan.Close || t.NewLine && i > first && !s.Is(i, "."):
			return i
		case t.Kind == scan.Open && t.Match > 0:
			i = int(t.Match)
		}
	}
	return i
}
