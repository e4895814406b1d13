package scan

import "github.com/mplint/mplint/lint/source"

// Ref is one member chain that starts at a root name: wx.getLocation,
// wx['getLocation'], wx?.cloud.callFunction, (wx as any).getLocation. It has a
// name or is Dynamic. A Ref and its Names are only valid during the visit.
type Ref struct {
	First   int            // token of the root name
	Names   []source.Range // member names without quotes, outermost last
	Last    []int          // token that ends each name: the name itself or its "]"
	Dynamic int            // token of the "[" that opens a computed name which is no literal, else -1

	begin     int  // first token of the expression, before First in globalThis.wx.x and (wx as any).x
	condition bool // the chain stands in the parentheses of if, while or Boolean
}

// Refs visits the chains whose root name satisfies isRoot. A name after a
// member dot is no root, unless the dot follows one of the global objects or
// ends the line before.
func (s *Script) Refs(isRoot func(name []byte) bool, visit func(*Ref)) {
	s.opens = s.opens[:0]
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; t.Kind {
		case Open:
			if t.Match > 0 {
				s.opens = append(s.opens, int32(i))
			}
		case Close:
			if t.Match >= 0 {
				for n := len(s.opens); n > 0 && s.opens[n-1] >= t.Match; n-- {
					s.opens = s.opens[:n-1]
				}
			}
		case Ident:
			if isRoot(s.Data[t.Start:t.End]) && s.chain(&s.ref, i, isRoot) {
				visit(&s.ref)
			}
		}
	}
}

// chain reads the names after the root at token i. It reports false when the
// name there stands for something else than a global, or for all of it.
func (s *Script) chain(ref *Ref, i int, isRoot func([]byte) bool) bool {
	*ref = Ref{First: i, Names: ref.Names[:0], Last: ref.Last[:0], Dynamic: -1, begin: i}
	if s.isDot(i - 1) {
		if global := s.globalObject(i - 2); global >= 0 {
			ref.begin = global
		} else if !s.Tokens[i].NewLine || s.Tokens[i-1].NewLine {
			return false
		}
	} else if open, end := s.parenthesised(i); end >= 0 {
		ref.begin, i = open, end
	}
	s.members(ref, i, isRoot)
	ref.condition = s.inCondition(ref.begin)
	return len(ref.Names) > 0 || ref.Dynamic >= 0
}

func (s *Script) isDot(i int) bool { return s.Is(i, ".") || s.Is(i, "?.") }

// globalObject returns the first token of the global object that token i ends,
// globalThis or (window as any), or -1.
func (s *Script) globalObject(i int) int {
	first, name := i, i
	if s.Is(i, ")") && s.Tokens[i].Match >= 0 {
		first = int(s.Tokens[i].Match)
		if name = first + 1; !s.groups(first) || !s.isAny(name+1, ")", "as", "satisfies") {
			return -1
		}
	}
	if s.isDot(first-1) || s.kind(name) != Ident {
		return -1
	}
	switch string(s.Text(name)) {
	case "globalThis", "window", "global", "self", "GameGlobal":
		return first
	}
	return -1
}

// parenthesised returns the parentheses around the root at token i in
// (wx).x, (wx as any).x, (<any>wx).x and ((wx as any) as T).x, or -1.
func (s *Script) parenthesised(i int) (open, end int) {
	open, end = -1, -1
	first, last := i, i
	if s.Is(i+1, "!") {
		last++
	}
	for n := len(s.opens) - 1; n >= 0 && s.isAny(last+1, ")", "as", "satisfies"); n-- {
		o := int(s.opens[n])
		if !s.Is(o, "(") || !s.groups(o) || o != first-1 && !s.Is(first-1, ">") {
			break
		}
		open, end = o, int(s.Tokens[o].Match)
		first, last = open, end
	}
	return open, end
}

// groups reports whether the parenthesis at token i only groups an expression,
// rather than holding arguments or parameters.
func (s *Script) groups(i int) bool {
	switch s.kind(i - 1) {
	case Ident:
		return !s.isDot(i-2) && expectsExpression(s.Text(i-1))
	case Punct:
		return !s.Is(i-1, "?.") && !s.Is(i-1, ">")
	case Open:
		return true
	case Close:
		open := int(s.Tokens[i-1].Match)
		return s.Is(i-1, "}") && s.Tokens[i].NewLine || s.Is(i-1, ")") && s.isAny(open-1, "if", "while", "for")
	}
	return i == 0 || s.Tokens[i].NewLine
}

// members reads the member names behind token i.
func (s *Script) members(ref *Ref, i int, isRoot func([]byte) bool) {
	for len(ref.Names) < maxChain {
		if s.Is(i+1, "!") && (s.isDot(i+2) || s.Is(i+2, "[")) {
			i++
		}
		switch {
		case s.isDot(i+1) && s.kind(i+2) == Ident && !s.halfTyped(i+2, isRoot):
			i += 2
			ref.add(s.Range(i, i), i)
		case s.Is(i+1, "["):
			if i = s.computed(ref, i+1); i < 0 {
				return
			}
		case s.Is(i+1, "?.") && s.Is(i+2, "["):
			if i = s.computed(ref, i+2); i < 0 {
				return
			}
		default:
			return
		}
	}
}

func (r *Ref) add(name source.Range, last int) {
	r.Names, r.Last = append(r.Names, name), append(r.Last, last)
}

// halfTyped reports whether the name at token i begins a new statement after
// a line that ends in a dot: "wx." above "wx.getLocation()".
func (s *Script) halfTyped(i int, isRoot func([]byte) bool) bool {
	return s.Tokens[i].NewLine && !s.Tokens[i-1].NewLine && s.isDot(i+1) && isRoot(s.Text(i))
}

// computed reads the "[...]" that opens at token i: a literal is a name,
// anything else ends the chain. It returns the closing token, or -1.
func (s *Script) computed(ref *Ref, i int) int {
	if lit, ok := s.Literal(i + 1); ok && s.Is(i+2, "]") {
		ref.add(lit, i+2)
		return i + 2
	}
	ref.Dynamic = i
	return -1
}

// Literal returns the inside of the string or hole-less template literal at
// token i.
func (s *Script) Literal(i int) (source.Range, bool) {
	k := s.kind(i)
	if k != String && k != TemplatePart {
		return source.Range{}, false
	}
	r := s.Range(i, i)
	if text := s.Text(i); !closedLiteral(text) || k == TemplatePart && text[0] != '`' {
		return source.Range{}, false
	}
	return source.Range{Start: r.Start + 1, End: r.End - 1}, true
}

// closedLiteral reports whether text ends with the quote it begins with, and
// that quote is not escaped.
func closedLiteral(text []byte) bool {
	last := len(text) - 1
	if last < 1 || text[last] != text[0] {
		return false
	}
	escapes := 0
	for i := last - 1; i > 0 && text[i] == '\\'; i-- {
		escapes++
	}
	return escapes%2 == 0
}

// Span returns the bytes from the root name to the end of the first n names,
// with what belongs to the root: the global object or parentheses around it.
func (s *Script) Span(ref *Ref, n int) source.Range { return s.Range(ref.begin, ref.Last[n-1]) }
