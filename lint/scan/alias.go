package scan

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// Alias is another name under which a script has an object or one member of
// it.
type Alias struct {
	Name   string
	Member source.Range // the member's name; empty for the object itself
}

// Property is a member of something that is no platform object, which holds an
// object: Owner and Name of this.api = wx, "getApp()" and "wxp" of App({ wxp }).
type Property struct{ Owner, Name string }

// Aliases is where else than under its own name a script has an object.
type Aliases struct {
	Names       []Alias    // const api = wx, const { getLocation: loc } = wx
	Promisified []string   // wxp of promisifyAll(wx, wxp) and const wxp = promisifyAll(wx)
	Properties  []Property // this.api = wx, promisifyAll(wx, wx.p)
	Passed      []int      // tokens where it goes somewhere that cannot be followed
}

// Aliases returns the names that a script gives to an object and to members of
// it. A name that is assigned more than once is no alias.
func (s *Script) Aliases(object string) *Aliases {
	a := &Aliases{}
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident || !s.Is(i, object) {
			continue
		}
		first, last := s.wholeObject(i)
		if first < 0 || !s.isWhole(last) {
			continue
		}
		switch {
		case s.Is(first-1, "="):
			s.assigned(a, i, first-2, false)
		case first != i:
		case s.isArgument(i):
			s.argument(a, i)
		case s.isValue(i):
			s.held(a, i)
		case s.isAny(i-1, "return", "=>"):
			a.Passed = append(a.Passed, i)
		}
	}
	for _, name := range a.Promisified {
		s.alsoAssigned(a, name)
	}
	return a
}

// assigned notes what the object at token i is assigned to; the left side ends
// at token last. An export is no alias of the script's own.
func (s *Script) assigned(a *Aliases, i, last int, promisified bool) {
	names := s.target(last)
	switch {
	case promisified && len(names) == 1 && names[0].Member == (source.Range{}):
		a.Promisified = append(a.Promisified, names[0].Name)
	case names != nil && !promisified:
		a.Names = s.appendNew(a.Names, names)
	case s.kind(last) == Ident && s.isDot(last-1):
		if owner := s.owner(last); owner != "module" && owner != "exports" {
			a.Properties = append(a.Properties, Property{owner, string(s.Text(last))})
		}
	default:
		a.Passed = append(a.Passed, i)
	}
}

// argument follows the object into promisifyAll and its like: into the object
// that stands beside it, or what the call's result is assigned to.
func (s *Script) argument(a *Aliases, i int) {
	open := s.enclosing(i)
	if !promisifies(s.Text(open - 1)) {
		a.Passed = append(a.Passed, i)
		return
	}
	before := len(a.Promisified) + len(a.Properties)
	for n := 0; ; n++ {
		first, end, ok := s.Arg(open, n)
		if n > 0 && first >= s.closing(open) || n == 0 && !ok {
			break
		}
		if last := end - 1; first <= last && s.kind(last) == Ident && last != i {
			if first == last {
				a.Promisified = append(a.Promisified, string(s.Text(last)))
			} else if s.isDot(last - 1) {
				a.Properties = append(a.Properties, Property{s.owner(last), string(s.Text(last))})
			}
		}
		if !s.Is(end, ",") {
			break
		}
	}
	if callee := s.chainStart(open - 1); s.Is(callee-1, "=") {
		s.assigned(a, i, callee-2, true)
	}
	if len(a.Promisified)+len(a.Properties) == before && !s.Is(s.chainStart(open-1)-1, "default") {
		a.Passed = append(a.Passed, i)
	}
}

// alsoAssigned finds const wxp = wx.p = {} of a name that came to hold an
// object later.
func (s *Script) alsoAssigned(a *Aliases, name string) {
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident || !s.Is(i, name) || s.isDot(i-1) {
			continue
		}
		last := i + 2
		for s.isDot(last + 1) {
			last += 2
		}
		switch {
		case s.Is(i+1, "=") && last > i+2 && s.Is(last+1, "="):
			a.Properties = append(a.Properties, Property{s.owner(last), string(s.Text(last))})
		case s.Is(i-1, "=") && s.kind(i-2) == Ident && s.isDot(i-3) && s.Is(i+1, "="):
			a.Properties = append(a.Properties, Property{s.owner(i - 2), string(s.Text(i - 2))})
		}
	}
}

// isValue reports whether token i is the whole value of an object's member.
func (s *Script) isValue(i int) bool {
	if !s.Is(i+1, ",") && !s.Is(i+1, "}") {
		return false
	}
	open := s.enclosing(i)
	if !s.Is(open, "{") || s.isJSXHole(open) || s.isAny(open-1, "import", "export", ",", "let", "const", "var") {
		return false
	}
	return s.Is(i-1, ":") || s.isAny(i-1, ",", "{")
}

// held notes a member of App({ ... }) that holds the object.
func (s *Script) held(a *Aliases, i int) {
	name, owner := string(s.Text(i)), ""
	if s.Is(i-1, ":") {
		name = s.keyText(i - 2)
	}
	open := s.enclosing(i)
	for s.Is(open-1, ":") {
		owner = "." + s.keyText(open-2) + owner
		open = s.enclosing(open)
	}
	if s.Is(open-1, "(") && s.Is(open-2, "App") {
		a.Properties = append(a.Properties, Property{"getApp()" + owner, name})
		return
	}
	a.Passed = append(a.Passed, i)
}

// owner returns the text of what stands before the dot of the member at token
// i, without blanks.
func (s *Script) owner(i int) string {
	var b strings.Builder
	for j := s.chainStart(i); j < i-1; j++ {
		b.Write(s.Text(j))
	}
	return b.String()
}

// chainStart returns the first token of the member chain that token i ends.
func (s *Script) chainStart(i int) int {
	for s.isDot(i - 1) {
		i -= 2
		for s.kind(i) == Close && s.Tokens[i].Match > 0 && (s.kind(int(s.Tokens[i].Match)-1) == Ident) {
			i = int(s.Tokens[i].Match) - 1
		}
	}
	return i
}

// PropertyRefs visits the chains that go on behind a property of that name:
// this.api.getLocation for "api". The chain's names are those behind it; owner
// is the text before it, without blanks.
func (s *Script) PropertyRefs(name string, visit func(ref *Ref, owner string)) {
	never := func([]byte) bool { return false }
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident || !s.isDot(i-1) || !s.Is(i, name) {
			continue
		}
		ref := Ref{First: i, Dynamic: -1, begin: s.chainStart(i)}
		s.members(&ref, i, never)
		if len(ref.Names) > 0 || ref.Dynamic >= 0 {
			visit(&ref, s.owner(i))
		}
	}
}

// appendNew leaves out what another function of the script has under the same
// name.
func (s *Script) appendNew(aliases, more []Alias) []Alias {
	for _, a := range more {
		if !slices.ContainsFunc(aliases, func(b Alias) bool {
			return a.Name == b.Name && string(s.Data[a.Member.Start:a.Member.End]) == string(s.Data[b.Member.Start:b.Member.End])
		}) {
			aliases = append(aliases, a)
		}
	}
	return aliases
}

// wholeObject returns the tokens of the expression that is the object at token
// i: wx, globalThis.wx, (wx as any); first is -1 for another object's member.
func (s *Script) wholeObject(i int) (first, last int) {
	first, last = i, i
	if s.isDot(i - 1) {
		if first = s.globalObject(i - 2); first < 0 {
			return -1, -1
		}
	}
	for s.Is(first-1, "(") && s.groups(first-1) && s.Tokens[first-1].Match > 0 && s.isAny(last+1, ")", "as", "satisfies") {
		first, last = first-1, int(s.Tokens[first-1].Match)
	}
	return first, last
}

// isWhole reports whether the object that ends at token i stands for itself and
// not for the start of a chain, a key or a test.
func (s *Script) isWhole(i int) bool {
	for _, op := range [...]string{".", "?.", "[", "!", "(", "=", ":", "=>", "&&", "==", "===", "!=", "!=="} {
		if s.Is(i+1, op) {
			return false
		}
	}
	return true
}

// isArgument reports whether token i is a whole argument of a call.
func (s *Script) isArgument(i int) bool {
	if !s.Is(i+1, ",") && !s.Is(i+1, ")") || !s.Is(i-1, "(") && !s.Is(i-1, ",") {
		return false
	}
	open := s.enclosing(i)
	return s.Is(open, "(") && s.isCallee(open-1)
}

func (s *Script) isCallee(i int) bool {
	if s.kind(i) != Ident {
		return s.Is(i, ")") || s.Is(i, "]")
	}
	switch string(s.Text(i)) {
	case "if", "while", "for", "switch", "function", "catch", "Boolean":
		return false
	case "call", "apply", "bind": // wx.login.call(wx): the object as receiver
		return !s.Is(i-1, ".")
	}
	return !s.Is(i-1, "function")
}

// enclosing returns the open bracket around token i, or -1.
func (s *Script) enclosing(i int) int {
	for i--; i >= 0; i-- {
		switch t := s.Tokens[i]; {
		case t.Kind == Open:
			return i
		case t.Kind == Close && t.Match >= 0:
			i = int(t.Match)
		}
	}
	return -1
}

// target returns the aliases that an assignment whose left side ends at token
// i makes, or nil when the left side is no name and no pattern of names.
func (s *Script) target(i int) []Alias {
	if s.kind(i) == Ident && s.Is(i-1, ":") {
		i -= 2 // a type: const api: any = wx
	}
	switch {
	case s.kind(i) == Ident && !s.Is(i-1, ".") && s.assignments(i) <= 1:
		return []Alias{{Name: string(s.Text(i))}}
	case s.Is(i, "}") && s.Tokens[i].Match >= 0:
		return s.pattern(int(s.Tokens[i].Match), i)
	}
	return nil
}

// assignments counts how often the name at token i is assigned something other
// than nothing.
func (s *Script) assignments(i int) (n int) {
	for j := range s.Tokens {
		if s.Tokens[j].Kind == Ident && s.Is(j+1, "=") && !s.Is(j-1, ".") && !s.isAny(j+2, "null", "undefined") && string(s.Text(i)) == string(s.Text(j)) {
			n++
		}
	}
	return n
}

// pattern reads the members of { a, b: c, 'd': e, f = g } between two braces.
func (s *Script) pattern(open, end int) []Alias {
	aliases := []Alias{}
	for i := open + 1; i < end; i = s.memberEnd(i) + 1 {
		member, quoted := s.Literal(i)
		local := i
		if s.Is(i+1, ":") {
			local = i + 2
		}
		if s.kind(local) != Ident || !quoted && s.kind(i) != Ident {
			continue
		}
		if !quoted {
			member = s.Range(i, i)
		}
		aliases = append(aliases, Alias{Name: string(s.Text(local)), Member: member})
	}
	return aliases
}

// ResultRefs visits the chains that start at what a call gives back, whose
// parenthesis is at token paren: behind the call itself, wx.createMapContext('map').x,
// and behind the name or property that alone is assigned it.
func (s *Script) ResultRefs(ref *Ref, paren int, visit func(*Ref)) {
	never := func([]byte) bool { return false }
	if end := int(s.Tokens[paren].Match); end > 0 {
		r := Ref{First: end, Dynamic: -1, begin: ref.begin}
		if s.members(&r, end, never); len(r.Names) > 0 {
			visit(&r)
		}
	}
	last := ref.begin - 2
	if !s.Is(ref.begin-1, "=") || s.kind(last) != Ident {
		return
	}
	name := string(s.Text(last))
	if s.isDot(last - 1) {
		s.PropertyRefs(name, func(r *Ref, _ string) { visit(r) })
		return
	}
	if s.assignments(last) > 1 {
		return
	}
	is := func(word []byte) bool { return string(word) == name }
	for i := range s.Tokens {
		if s.Tokens[i].Kind == Ident && i != last && is(s.Data[s.Tokens[i].Start:s.Tokens[i].End]) && !s.isDot(i-1) {
			r := Ref{First: i, Dynamic: -1, begin: i}
			if s.members(&r, i, never); len(r.Names) > 0 {
				visit(&r)
			}
		}
	}
}
