package project

import (
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// maxRefusal bounds how many calls of own functions are followed from a branch.
const maxRefusal = 4

// refusal returns what a program does when the user refuses a request that is
// called in a script: its fail and complete options, .catch, catch of try, and
// what goes on behind a refusal that is swallowed.
func (f *flow) refusal(s *flowScript, r *Request) Refusal {
	_, last := s.token(r.Range.End - 1)
	paren := s.CallParen(last + 1)
	if paren < 0 {
		return Refusal{}
	}
	c := consequences{flow: f, out: Refusal{Known: true}, seen: map[visit]bool{}}
	callbacks := c.options(s, paren)
	end := c.promise(s, paren)
	c.try(s, last, end)
	if !callbacks && !c.out.Handled && s.isUsed(s.ChainStart(last)) {
		c.out.Known = false // whoever gets the promise may catch
	}
	return c.out
}

// isUsed reports whether the value of the expression that begins at a token
// goes somewhere.
func (s *flowScript) isUsed(first int) bool {
	switch string(s.Text(first - 1)) {
	case "await", "return", "=", "=>", "(", ",", ":", "?", "yield", "[", "...":
		return true
	}
	return false
}

// options reads fail and complete of the options object, and reports whether
// any callback is given, so that the call makes no promise.
func (c *consequences) options(s *flowScript, paren int) (callbacks bool) {
	first, _, ok := s.Arg(paren, 0)
	if !ok {
		return false
	}
	if !s.IsObject(first) {
		c.out.Handled, c.out.Known = true, false // options made elsewhere
		return true
	}
	for _, key := range []string{"success", "fail", "complete"} {
		from, to, found, spread := s.Property(first, key)
		if spread {
			c.out.Handled, c.out.Known = true, false
		}
		if !found {
			continue
		}
		callbacks = true
		if key != "success" {
			c.branch(s, from, to, Branch{Outcome: key, At: s.keyPlace(from, key)})
		}
	}
	return callbacks
}

// keyPlace is the place of the key before a value, or of the value itself for
// a shorthand or a method.
func (s *flowScript) keyPlace(from int, key string) Place {
	if s.Is(from-1, ":") {
		from -= 2
	}
	at := s.place(from, from)
	at.Name = key
	return at
}

// branch takes in a function that handles the refusal.
func (c *consequences) branch(s *flowScript, from, to int, b Branch) {
	c.out.Handled = true
	c.collect(s, from, to, circumstances{branch: b, sure: true}, nil, maxRefusal)
	if to == from+1 && to <= len(s.Tokens) && s.Kind(from) == scan.Ident && !s.hasFunction(string(s.Text(from))) {
		c.out.Known = false // a function passed in from elsewhere
	}
}

func (s *flowScript) hasFunction(name string) bool {
	for i := range s.functions {
		if s.functions[i].Name == name {
			return true
		}
	}
	return false
}

// promise reads .catch, .finally and the second argument of .then behind a
// call, and returns the last token of the chain. Behind a .catch that an await
// waits for, the function goes on whatever the answer was.
func (c *consequences) promise(s *flowScript, paren int) (end int) {
	end = int(s.Tokens[paren].Match)
	caught := -1
	for end > 0 && s.Is(end+1, ".") && s.Is(end+3, "(") {
		name, open := end+2, end+3
		n, outcome := 0, "fail"
		switch string(s.Text(name)) {
		case "then":
			n = 1
		case "finally":
			outcome = "complete"
		case "catch":
		default:
			n = -1
		}
		if from, to, ok := s.Arg(open, max(n, 0)); n >= 0 && ok && from < to {
			c.branch(s, from, to, Branch{Outcome: outcome, At: s.place(name, name)})
			if outcome == "fail" {
				caught = name
			}
		}
		end = int(s.Tokens[open].Match)
	}
	if first := s.ChainStart(s.Callee(paren)); caught >= 0 && s.Is(first-1, "await") {
		c.goesOn(s, end+1, first, Branch{Outcome: "after", At: s.place(caught, caught)})
	}
	return end
}

// try reads the catch of a try around an awaited call.
func (c *consequences) try(s *flowScript, last, end int) {
	first := s.ChainStart(last)
	g := scan.Enclosing(s.functions, last)
	for at := first; ; {
		open := s.EnclosingOpen(at)
		if open < 0 || g >= 0 && open < s.functions[g].Body {
			return
		}
		if closing := int(s.Tokens[open].Match); s.Is(open, "{") && s.Is(open-1, "try") && closing > 0 && s.Is(closing+1, "catch") {
			body := closing + 2
			if s.Is(body, "(") {
				body = int(s.Tokens[body].Match) + 1
			}
			if !s.Is(body, "{") || s.Tokens[body].Match < 0 {
				return
			}
			to, at := int(s.Tokens[body].Match), s.place(closing+1, closing+1)
			if s.Is(first-1, "await") {
				c.branch(s, body, to, Branch{Outcome: "fail", At: at})
				if !s.leaves(body) && !s.throws(body) {
					c.goesOn(s, to+1, first, Branch{Outcome: "after", At: at})
				}
			}
			return
		}
		at = open
	}
}

// throws reports whether the block that opens at a token throws.
func (s *flowScript) throws(open int) bool {
	for i := open; i < int(s.Tokens[open].Match); i++ {
		if s.Is(i, "throw") {
			return true
		}
	}
	return false
}

// goesOn takes in the rest of the function around a request, from a token on,
// which runs although the request was refused.
func (c *consequences) goesOn(s *flowScript, from, request int, b Branch) {
	g := scan.Enclosing(s.functions, request)
	if g < 0 {
		return
	}
	c.collect(s, from, s.functions[g].End, circumstances{branch: b, sure: true}, nil, 1)
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
