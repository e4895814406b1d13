package project

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// maxRefusal bounds how many calls of own functions are followed from a branch.
const maxRefusal = 4

// refusal returns what a program does when the user refuses a request that is
// called in a script: its fail and complete options, .catch, catch of try, and
// a success branch that says no.
func (f *flow) refusal(s *flowScript, r *Request) Refusal {
	_, last := s.token(r.Range.End - 1)
	paren := s.CallParen(last + 1)
	if paren < 0 {
		return Refusal{}
	}
	out := Refusal{Known: true}
	f.optionBranches(s, paren, &out)
	f.promiseBranches(s, paren, &out)
	return out
}

// optionBranches reads fail and complete of the options object.
func (f *flow) optionBranches(s *flowScript, paren int, out *Refusal) {
	first, end, ok := s.Arg(paren, 0)
	if !ok {
		return
	}
	if !s.IsObject(first) {
		out.Handled, out.Known = true, false // options made elsewhere
		return
	}
	for _, key := range []string{"fail", "complete"} {
		from, to, found, spread := s.Property(first, key)
		if spread {
			out.Handled, out.Known = true, false
		}
		if found {
			out.Handled = true
			f.collect(s, from, to, nil, maxRefusal, out)
		}
	}
	_ = end
}

// promiseBranches reads .catch and the second argument of .then behind a call,
// and the catch of a try around it.
func (f *flow) promiseBranches(s *flowScript, paren int, out *Refusal) {
	for i := int(s.Tokens[paren].Match); i > 0 && s.Is(i+1, ".") && s.Is(i+3, "("); {
		open := i + 3
		n := 0
		if s.Is(i+2, "then") {
			n = 1
		}
		if s.Is(i+2, "catch") || s.Is(i+2, "then") || s.Is(i+2, "finally") {
			if from, to, ok := s.Arg(open, n); ok && from < to {
				out.Handled = true
				f.collect(s, from, to, nil, maxRefusal, out)
			}
		}
		i = int(s.Tokens[open].Match)
	}
	for at := paren; ; {
		open := s.EnclosingOpen(at)
		if open < 0 {
			return
		}
		if s.Is(open, "{") && s.Is(open-1, "try") {
			if end := int(s.Tokens[open].Match); end > 0 && s.Is(end+1, "catch") {
				body := end + 2
				if s.Is(body, "(") {
					body = int(s.Tokens[body].Match) + 1
				}
				out.Handled = true
				f.collect(s, body, int(s.Tokens[body].Match), nil, maxRefusal, out)
			}
		}
		at = open
	}
}

// collect gathers the uses of the platform's object between two tokens, and in
// the own functions that are called there.
func (f *flow) collect(s *flowScript, from, to int, path []Place, depth int, out *Refusal) {
	for i := from; i < to && i < len(s.Tokens); i++ {
		if s.Tokens[i].Kind != scan.Ident {
			continue
		}
		paren := s.CallParen(i + 1)
		if member := f.memberAt(s, i); member != "" && paren >= 0 {
			at := s.place(i-2, i)
			if !slices.ContainsFunc(out.Calls, func(c Call) bool { return c.At == at }) {
				out.Calls = append(out.Calls, Call{Member: member, Argument: f.firstString(s, paren), At: at, Path: path, Sure: true})
			}
			continue
		}
		isValue := paren < 0 && i == to-1 && (i == from || s.Is(i-1, ".") && i-2 == from)
		if depth > 0 && (paren >= 0 || isValue) {
			f.into(s, i, path, depth, out)
		}
	}
}

// into follows a call of an own function of the same file.
func (f *flow) into(s *flowScript, i int, path []Place, depth int, out *Refusal) {
	name := string(s.Text(i))
	dotted := s.Is(i-1, ".") || s.Is(i-1, "?.")
	if dotted && !isThis(string(s.Text(i-2))) {
		return
	}
	for g := range s.functions {
		fn := &s.functions[g]
		member := fn.Kind == scan.Method || fn.Kind == scan.InClass
		if fn.Name != name || member != dotted {
			continue
		}
		f.collect(s, fn.Body, fn.End, append(path[:len(path):len(path)], s.place(i, i)), depth-1, out)
	}
}

// firstString returns the first string among the arguments of a call.
func (f *flow) firstString(s *flowScript, paren int) string {
	for i := paren + 1; i < int(s.Tokens[paren].Match); i++ {
		if lit, ok := s.Literal(i); ok {
			return strings.TrimSpace(string(s.Data[lit.Start:lit.End]))
		}
	}
	return ""
}

// token returns the token at an offset.
func (s *flowScript) token(offset int) (*flowScript, int) { return s.flowFile.token(offset) }
