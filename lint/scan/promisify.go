package scan

import "strings"

// promisifies reports whether the function of that name makes another one that
// returns promises of what it is given: promisify, wxPromisify, promisifyAll.
func promisifies(name []byte) bool {
	return strings.Contains(strings.ToLower(string(name)), "promisif")
}

// PromisifiedCall returns the parenthesis with the options of
// promisify(wx.authorize)({ ... }), for the chain whose first n names are what
// is promisified, or -1.
func (s *Script) PromisifiedCall(ref *Ref, n int) int {
	open := ref.begin - 1
	if !s.Is(open, "(") || !promisifies(s.Text(open-1)) {
		return -1
	}
	if end := int(s.Tokens[open].Match); end == ref.Last[n-1]+1 {
		return s.callParen(end + 1)
	}
	return -1
}

// Promisified returns the name of the object of promisifyAll(wx), when the
// expression at token i is such a call.
func (s *Script) Promisified(i int) (object string, ok bool) {
	for s.isDot(i + 1) {
		i += 2
	}
	if !promisifies(s.Text(i)) || !s.Is(i+1, "(") {
		return "", false
	}
	first, end, ok := s.Arg(i+1, 0)
	return string(s.Text(first)), ok && end == first+1 && s.kind(first) == Ident
}
