package scan

import "strings"

// promisifies reports whether the function of that name makes another one that
// returns promises of what it is given: promisify, wxPromisify, promisifyAll.
func promisifies(name []byte) bool {
	return strings.Contains(strings.ToLower(string(name)), "promisif")
}

// PromisifiedUse reports whether the chain whose first n names are a member
// stands in promisify(wx.authorize), and returns the parenthesis of the options
// in promisify(wx.authorize)({ ... }), or -1.
func (s *Script) PromisifiedUse(ref *Ref, n int) (paren int, ok bool) {
	open := ref.begin - 1
	if !s.Is(open, "(") || !promisifies(s.Text(s.callee(open))) {
		return -1, false
	}
	if end := int(s.Tokens[open].Match); end == ref.Last[n-1]+1 {
		return s.callParen(end + 1), true
	}
	return -1, true
}

// Callee returns the last token of the function that the call whose parenthesis
// is at token open calls, in front of type arguments: Page of Page<Data>(.
func (s *Script) Callee(open int) int { return s.callee(open) }

// callee returns the last token of the function that the call whose
// parenthesis is at token open calls, in front of type arguments.
func (s *Script) callee(open int) int {
	if !s.Is(open-1, ">") {
		return open - 1
	}
	for i := open - 2; i > max(0, open-40); i-- {
		if s.Is(i, "<") && s.kind(i-1) == Ident && s.afterTypeArguments(i) == open {
			return i - 1
		}
	}
	return open - 1
}

// Promisified returns the token of the object of promisifyAll(wx), when the
// expression at token i is such a call.
func (s *Script) Promisified(i int) (object int, ok bool) {
	for s.isDot(i + 1) {
		i += 2
	}
	if !promisifies(s.Text(i)) || !s.Is(i+1, "(") {
		return -1, false
	}
	first, end, ok := s.Arg(i+1, 0)
	return first, ok && end == first+1 && s.kind(first) == Ident
}
