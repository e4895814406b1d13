package scan

// Import is one name that a script takes from another module. Name is what the
// module calls it: "default" for a default import and for the whole of a
// required module, "*" for a namespace import.
type Import struct {
	Module string
	Name   string
	Local  string
	Token  int // where Local stands
}

// Imports visits the names that the script imports with a literal module name,
// by import statements and by const x = require("m").
func (s *Script) Imports(visit func(Import)) {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.Kind != Ident || s.Data[t.Start] != 'i' && s.Data[t.Start] != 'r' || s.isDot(i-1):
		case s.Is(i, "import"):
			s.importStatement(i, visit)
		case s.Is(i, "require") && s.Is(i+1, "(") && s.Is(i+3, ")") && s.Is(i-1, "="):
			if module, ok := s.literalText(i + 2); ok {
				s.required(i, module, visit)
			}
		}
	}
}

// importStatement reads import d, * as n, { a, b as c } from "m".
func (s *Script) importStatement(i int, visit func(Import)) {
	end := i + 1
	for ; end < len(s.Tokens) && !s.Is(end, "from"); end++ {
		if s.Is(end, ";") || s.Is(end, "(") || s.kind(end) == String {
			return
		}
	}
	module, ok := s.literalText(end + 1)
	if !ok || s.Is(i+1, "type") && s.kind(i+2) != Punct {
		return
	}
	for i++; i < end; i++ {
		switch {
		case s.Is(i, "*") && s.Is(i+1, "as"):
			i += 2
			visit(Import{module, "*", string(s.Text(i)), i})
		case s.Is(i, "{"):
			s.names(i, func(name, local int) {
				visit(Import{module, string(s.Text(name)), string(s.Text(local)), local})
			})
			i = max(i, int(s.Tokens[i].Match))
		case s.kind(i) == Ident:
			visit(Import{module, "default", string(s.Text(i)), i})
		}
	}
}

// names visits { a, b as c, type D } between the brace at token open and its
// partner: what is named, and under which name it goes on.
func (s *Script) names(open int, visit func(name, local int)) {
	for i, end := open+1, s.closing(open); i < end; i = s.memberEnd(i) + 1 {
		switch {
		case s.kind(i) != Ident || s.Is(i, "type") && s.kind(i+1) == Ident && !s.Is(i+1, "as"):
		case s.Is(i+1, "as"):
			visit(i, i+2)
		default:
			visit(i, i)
		}
	}
}

// required reads const m = require("m") and const { a, b: c } = require("m").
func (s *Script) required(i int, module string, visit func(Import)) {
	switch last := i - 2; {
	case s.kind(last) == Ident && !s.isDot(last-1):
		visit(Import{module, "default", string(s.Text(last)), last})
	case s.Is(last, "}") && s.Tokens[last].Match >= 0:
		for _, a := range s.pattern(int(s.Tokens[last].Match), last) {
			visit(Import{module, string(s.Data[a.Member.Start:a.Member.End]), a.Name, last})
		}
	}
}

// literalText returns the inside of the string at token i.
func (s *Script) literalText(i int) (string, bool) {
	lit, ok := s.Literal(i)
	return string(s.Data[lit.Start:lit.End]), ok
}
