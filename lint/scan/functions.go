package scan

// FuncKind is how a function is written, and so how it comes to run.
type FuncKind uint8

// The kinds of function.
const (
	Declared FuncKind = iota // function f() {}
	Assigned                 // const f = () => {}, this.f = function () {}
	Method                   // a member of an object literal: f() {}, f: () => {}
	InClass                  // a member of a class
	Argument                 // handed to a call
	Loose                    // anything else, such as one that is returned
)

// Func is one function of a script. All fields but Name and Kind are tokens.
type Func struct {
	Name  string // of Declared, Assigned, Method and InClass
	Kind  FuncKind
	First int // the function's first token: its name, parameters or the word function
	Label int // its name, or First where it has none
	Body  int // the "{" of its body, or the first token of what an arrow gives back
	End   int // behind the body
	Owner int // "{" of the object literal or class body of a Method or InClass, "(" of the call of an Argument, else -1
	Param int // of an Argument: which argument it is, counted from 0
}

// Contains reports whether a token lies in the function's body.
func (f *Func) Contains(token int) bool { return token >= f.Body && token < f.End }

// Functions returns the functions of the script in the order of their bodies.
func (s *Script) Functions() []Func {
	var list []Func
	for i := range s.Tokens {
		switch {
		case s.Is(i, "=>"):
			list = append(list, s.arrow(i))
		case s.Is(i, "{"):
			if f, ok := s.block(i); ok {
				list = append(list, f)
			}
		}
	}
	return list
}

// arrow reads the function whose "=>" is token i.
func (s *Script) arrow(i int) Func {
	f := Func{First: s.parameters(i - 1), Body: i + 1, Owner: -1}
	if s.Is(f.First-1, "async") {
		f.First--
	}
	if s.Is(f.Body, "{") {
		f.End = min(s.closing(f.Body)+1, len(s.Tokens))
	} else {
		f.End = s.expressionEnd(f.Body)
	}
	f.Label = f.First
	s.bind(&f, f.First)
	return f
}

// parameters returns the first token of the parameters that end before an
// arrow at token i+1, behind which a type may stand: (a, b): T.
func (s *Script) parameters(i int) int {
	if s.Is(i, ")") && s.Tokens[i].Match >= 0 {
		return int(s.Tokens[i].Match)
	}
	for j := i; j > max(0, i-60); j-- {
		if s.Is(j, ":") && s.Is(j-1, ")") && s.Tokens[j-1].Match >= 0 {
			return int(s.Tokens[j-1].Match)
		}
	}
	return max(i, 0) // of a script that starts with the arrow
}

// expressionEnd returns the token behind the expression at token i, as the body
// of an arrow function: at a comma, a semicolon, a closing bracket or the line
// break that stands for a semicolon.
func (s *Script) expressionEnd(i int) int {
	for first := i; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if t.Kind == Close || s.Is(i, ",") || s.Is(i, ";") || i > first && s.beginsStatement(i) {
			return i
		}
		if t.Kind == Open && t.Match > 0 {
			i = int(t.Match)
		}
	}
	return i
}

// beginsStatement reports whether a line break before the name at token i ends
// the statement before it, because no expression goes on like that.
func (s *Script) beginsStatement(i int) bool {
	t := s.Tokens[i]
	return t.NewLine && t.Kind == Ident && s.kind(i-1) != Punct && !s.isAny(i, "in", "instanceof", "as", "satisfies") && !expectsExpression(s.Text(i-1))
}

// block reads the function whose body opens at token i, unless the brace is
// another block or an object.
func (s *Script) block(i int) (Func, bool) {
	paren := s.headBefore(i)
	if paren < 0 {
		return Func{}, false
	}
	f := Func{Body: i, End: min(s.closing(i)+1, len(s.Tokens)), Owner: -1}
	name := paren - 1
	if s.Is(name, "*") {
		name--
	}
	switch {
	case s.Is(name, "function"):
		f.First, f.Label = name, name
		s.bind(&f, s.before(name))
	case s.Is(name-1, "function") || s.Is(name-1, "*") && s.Is(name-2, "function"):
		f.First, f.Label, f.Name, f.Kind = name-1, name, string(s.Text(name)), Declared
		if s.Is(f.First, "*") {
			f.First--
		}
		if !s.isStatement(s.before(f.First)) {
			s.bind(&f, s.before(f.First))
		}
	case s.isKeyword(name):
		return Func{}, false
	case s.kind(name) == Ident || s.kind(name) == String:
		owner := s.enclosing(name)
		if !s.Is(owner, "{") {
			return Func{}, false
		}
		f.First, f.Label, f.Name, f.Owner, f.Kind = name, name, s.keyText(name), owner, Method
		if s.isClassBody(owner) {
			f.Kind = InClass
		}
	default:
		return Func{}, false
	}
	return f, true
}

// headBefore returns the "(" of the parameters behind which a body opens at
// token i, with or without a type between, or -1.
func (s *Script) headBefore(i int) int {
	if s.Is(i-1, ")") {
		return int(s.Tokens[i-1].Match)
	}
	for j := i - 1; j > max(0, i-30); j-- {
		switch {
		case s.Is(j, ":") && s.Is(j-1, ")"):
			return int(s.Tokens[j-1].Match)
		case s.isAny(j, ";", "=>", "=") || s.Tokens[j].Kind == Open && !s.Is(j, "["):
			return -1
		}
	}
	return -1
}

// before returns the first token of a function expression, with "async".
func (s *Script) before(i int) int {
	if s.Is(i-1, "async") {
		return i - 1
	}
	return i
}

// isStatement reports whether a declaration can begin at token i.
func (s *Script) isStatement(i int) bool {
	return i == 0 || s.isAny(i-1, ";", "}", "{", "export", "default", ")") || s.Tokens[i].NewLine && !s.isAny(i-1, "=", "(", ",", ":", "=>", "?", "return", "&&", "||")
}

// isKeyword reports whether a word before parentheses makes them no parameters.
func (s *Script) isKeyword(i int) bool {
	return s.isAny(i, "if", "for", "while", "switch", "catch", "with", "return", "await", "super") || s.isDot(i-1)
}

func (s *Script) isClassBody(brace int) bool {
	for j := brace - 1; j > max(-1, brace-40); j-- {
		switch {
		case s.Is(j, "class"):
			return true
		case s.isAny(j, ";", "{", "}", "(", "=", "=>", ",", ":"):
			return false
		}
	}
	return false
}

// bind finds what a function expression that begins at token i becomes: the
// value of a name, a member, or an argument.
func (s *Script) bind(f *Func, i int) {
	for s.Is(i-1, "(") && s.groups(i-1) {
		i--
	}
	name := i - 2
	switch {
	case s.Is(i-1, ":") && s.Is(s.enclosing(i-2), "{") && !s.isClassBody(s.enclosing(i-2)):
		f.Kind, f.Name, f.Label, f.Owner = Method, s.keyText(name), name, s.enclosing(name)
	case s.Is(i-1, "="):
		f.Kind = Assigned
		if first := s.annotated(i - 1); first >= 0 {
			name = first
		}
		f.Name, f.Label = string(s.Text(name)), name
		if owner := s.enclosing(name); s.isClassBody(owner) && !s.isDot(name-1) {
			f.Kind, f.Owner = InClass, owner
		}
	case s.isAny(i-1, "(", ","):
		if open := s.enclosing(i); s.Is(open, "(") && s.isCallee(s.callee(open)) {
			f.Kind, f.Owner, f.Param = Argument, open, s.argumentIndex(open, i)
		} else {
			f.Kind = Loose
		}
	default:
		if f.Kind != Declared || f.Name == "" {
			f.Kind = Loose
		}
	}
}

// annotated returns the name in const f: T = before the "=" at token i, or -1.
func (s *Script) annotated(i int) int {
	for j := i - 1; j >= max(0, i-40); j-- {
		switch {
		case s.isAny(j, "const", "let", "var"):
			return j + 1
		case s.isAny(j, ";", "{", "}"):
			return -1
		}
	}
	return -1
}

func (s *Script) argumentIndex(open, i int) int {
	for n := 0; ; n++ {
		first, end, _ := s.Arg(open, n)
		if i < end || !s.Is(end, ",") || first > i {
			return n
		}
	}
}

// Enclosing returns the innermost function around a token, as an index into
// the functions of the script, or -1.
func Enclosing(functions []Func, token int) int {
	found := -1
	for i := range functions {
		if functions[i].Contains(token) && (found < 0 || functions[i].Body > functions[found].Body) {
			found = i
		}
	}
	return found
}
