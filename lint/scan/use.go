package scan

// Use is what a script does with a member it names.
type Use uint8

// The uses. Only Call and Value use the member; Test asks whether it exists,
// Assign replaces it, Ignored is anything else, such as a bare statement.
const (
	Ignored Use = iota
	Call
	Value
	Test
	Assign
)

// Use returns what happens to the member that the first n names of a chain
// lead to, and for a Call the token of its opening parenthesis.
func (s *Script) Use(ref *Ref, n int) (use Use, paren int) {
	after := ref.Last[n-1] + 1
	if p := s.callParen(after); p >= 0 {
		return Call, p
	}
	switch {
	case n < len(ref.Names):
		return s.useOfRest(ref, n), -1
	case ref.Dynamic >= 0:
		return Ignored, -1
	case s.testedBefore(ref.begin - 1):
		return Test, -1
	case s.isAny(after, "=", "||=", "??=", "&&="):
		return Assign, -1
	case s.isAny(after, "&&", "?", "==", "===", "!=", "!==", "instanceof", "in"):
		return Test, -1
	case ref.condition && !s.isAny(ref.begin-1, "=", "=>", ","):
		return Test, -1
	case s.passedOn(ref.begin - 1):
		return Value, -1
	}
	return Ignored, -1
}

func (s *Script) isAny(i int, texts ...string) bool {
	for _, text := range texts {
		if s.Is(i, text) {
			return true
		}
	}
	return false
}

// callParen returns the "(" of a call whose callee ends before token i, also
// behind "?.", the "!" of TypeScript and type arguments, or -1.
func (s *Script) callParen(i int) int {
	if s.Is(i, "!") {
		i++
	}
	if s.Is(i, "?.") {
		i++
	}
	if s.Is(i, "<") {
		i = s.afterTypeArguments(i)
	}
	if s.Is(i, "(") {
		return i
	}
	return -1
}

// useOfRest judges wx.getLocation.call(wx, ...) and its like by the member
// behind the name: call, apply and bind use it, any other member is a read of
// something else.
func (s *Script) useOfRest(ref *Ref, n int) Use {
	rest := ref.Names[n]
	switch string(s.Data[rest.Start:rest.End]) {
	case "call", "apply", "bind":
		return Value
	}
	return Ignored
}

// testedBefore reports whether the operator at token i only asks whether what
// follows it exists.
func (s *Script) testedBefore(i int) bool {
	if s.Is(i, "!") && s.isOperand(i-1) && !s.Tokens[i].NewLine {
		return false // the "!" of TypeScript behind an expression
	}
	return s.isAny(i, "!", "typeof", "==", "===", "!=", "!==", "delete", "void")
}

func (s *Script) isOperand(i int) bool {
	switch s.kind(i) {
	case Ident:
		return !expectsExpression(s.Text(i))
	case Close:
		return !s.Is(i, "}")
	}
	return false
}

// inCondition reports whether the chain that begins at token i stands in the
// parentheses of if, while or Boolean, or under a "!", with nothing but a few
// parentheses in between.
func (s *Script) inCondition(i int) bool {
	for n := len(s.opens) - 1; n >= max(0, len(s.opens)-8); n-- {
		open := int(s.opens[n])
		if open >= i {
			continue // the parentheses that belong to the root itself
		}
		if !s.Is(open, "(") {
			return false
		}
		if !s.isDot(open-2) && s.isAny(open-1, "if", "while", "Boolean") || s.Is(open-1, "!") {
			return true
		}
		if !s.groups(open) {
			return false
		}
	}
	return false
}

// passedOn reports whether what follows token i is a value that goes
// somewhere: an argument, an initialiser, an element, a result.
func (s *Script) passedOn(i int) bool {
	if s.kind(i) == Open {
		return !s.Is(i, "{") || s.isJSXHole(i)
	}
	return s.isAny(i, ",", "=", ":", "=>", "return", "...", "||", "??", "&&", "?", "await", "yield", "default", "||=", "??=", "&&=")
}

// isJSXHole reports whether the brace at token i stands in a tag or between
// tags.
func (s *Script) isJSXHole(i int) bool {
	switch s.kind(i - 1) {
	case JSXName, JSXEnd, JSXText:
		return true
	}
	return s.Is(i-1, "=") && s.kind(i-2) == JSXName
}
