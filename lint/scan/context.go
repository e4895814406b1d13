package scan

// CallParen returns the "(" of a call whose callee ends before token i, or -1.
func (s *Script) CallParen(i int) int { return s.callParen(i) }

// EnclosingOpen returns the open bracket around token i, or -1.
func (s *Script) EnclosingOpen(i int) int { return s.enclosing(i) }

// ChainStart returns the first token of the member chain that token i ends:
// this of this.api.get.
func (s *Script) ChainStart(i int) int { return s.chainStart(i) }

// OptionOf returns the key of the object literal whose whole value ends at
// token i, success: this.done, and the "(" of the call that the object is an
// argument of. The key is empty where there is none.
func (s *Script) OptionOf(i int) (key string, open int) {
	first := s.chainStart(i)
	brace := s.enclosing(i)
	if !s.Is(brace, "{") || !s.Is(brace-1, "(") || !s.isAny(i+1, ",", "}", "(") {
		return "", -1
	}
	if s.Is(first-1, ":") {
		return s.keyText(first - 2), brace - 1
	}
	if first == i && s.isAny(i-1, ",", "{") {
		return string(s.Text(i)), brace - 1
	}
	return "", -1
}

// ArgumentOf returns the "(" of the call that the value which ends at token i
// is a whole argument of, and which one, or -1.
func (s *Script) ArgumentOf(i int) (open, n int) {
	first := s.chainStart(i)
	open = s.enclosing(first)
	if !s.Is(open, "(") || !s.isAny(first-1, "(", ",") || !s.isCallee(s.callee(open)) {
		return -1, 0
	}
	return open, s.argumentIndex(open, first)
}
