package scan

import (
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// Alias is another name under which a script has an object or one member of
// it, in one scope.
type Alias struct {
	Name   string
	Member source.Range // the member's name; empty for the object itself
	Scope  int          // see Scopes
	Token  int          // where Name stands
}

// Property is a member of something that is no platform object, which holds an
// object: Owner and Name of this.api = wx, "getApp()" and "wxp" of App({ wxp }).
type Property struct {
	Owner, Name string
	Promisified bool
}

// Aliases is where else than under its own name a script has an object.
type Aliases struct {
	Names       []Alias    // const api = wx, const { getLocation: loc } = wx
	Promisified []Alias    // wxp of promisifyAll(wx, wxp) and const wxp = promisifyAll(wx)
	Properties  []Property // this.api = wx, promisifyAll(wx, wx.p)
	Passed      []int      // tokens where it goes somewhere that cannot be followed
}

// Aliases returns the names that a script gives, in a scope, to an object and
// to members of it. A name that is assigned more than once is no alias. is
// tells where the object's name stands for it.
func (s *Script) Aliases(object string, scope int, is func(token int) bool) *Aliases {
	a := &Aliases{}
	done := -1 // the call of promisifyAll that was read last
	for _, at := range s.within(object, scope) {
		i := int(at)
		first, last := s.wholeObject(i)
		if first < 0 || !is(i) {
			continue
		}
		before := s.choice(first, last)
		if before < 0 && !s.isWhole(last) {
			continue
		}
		switch {
		case s.Is(before, "="):
			s.assigned(a, i, before-1, false)
		case before >= 0:
			a.Passed = append(a.Passed, i)
		case s.Is(first-1, "="):
			s.assigned(a, i, first-2, false)
		case first != i:
		case s.isArgument(i):
			done = s.argument(a, i, done)
		case s.isValue(i):
			s.held(a, i)
		case s.isAny(i-1, "return", "=>"):
			a.Passed = append(a.Passed, i)
		}
	}
	seen := map[place]bool{}
	for _, p := range a.Promisified {
		if key := (place{p.Name, p.Scope}); !seen[key] {
			seen[key] = true
			s.alsoAssigned(a, p)
		}
	}
	return a
}

// assigned notes what the object at token i is assigned to; the left side ends
// at token last. An export is no alias of the script's own.
func (s *Script) assigned(a *Aliases, i, last int, promisified bool) {
	names := s.target(last)
	switch {
	case promisified && len(names) == 1 && names[0].Member == (source.Range{}):
		a.Promisified = append(a.Promisified, names...)
	case names != nil && !promisified:
		a.Names = append(a.Names, names...)
	case s.kind(last) == Ident && s.isDot(last-1):
		if owner := s.owner(last); owner != "module" && owner != "exports" {
			a.Properties = append(a.Properties, Property{owner, string(s.Text(last)), promisified})
		}
	default:
		a.Passed = append(a.Passed, i)
	}
}

// argument follows the object into promisifyAll and its like: into the object
// that stands beside it, or what the call's result is assigned to. It returns
// the call's parenthesis; done is one that was read before.
func (s *Script) argument(a *Aliases, i, done int) int {
	open := s.enclosing(i)
	if open == done {
		return done
	}
	callee := s.callee(open)
	if !promisifies(s.Text(callee)) {
		a.Passed = append(a.Passed, i)
		return done
	}
	before := len(a.Promisified) + len(a.Properties)
	for first, last := open+1, s.closing(open); first < last; first = s.memberEnd(first) + 1 {
		s.filled(a, i, first, s.memberEnd(first)-1)
	}
	start := s.chainStart(callee)
	if s.Is(start-1, "=") {
		s.assigned(a, i, start-2, true)
	}
	if len(a.Promisified)+len(a.Properties) == before && !s.Is(start-1, "default") {
		a.Passed = append(a.Passed, i)
	}
	return open
}

// filled notes the argument of the tokens first to last that stands beside the
// object at token i.
func (s *Script) filled(a *Aliases, i, first, last int) {
	switch {
	case last == i || s.kind(last) != Ident:
	case first == last:
		a.Promisified = append(a.Promisified, Alias{Name: string(s.Text(last)), Scope: s.declaredIn(last), Token: last})
	case s.isDot(last - 1):
		a.Properties = append(a.Properties, Property{s.owner(last), string(s.Text(last)), true})
	}
}

// alsoAssigned finds const wxp = wx.p = {} of a name that came to hold an
// object later.
func (s *Script) alsoAssigned(a *Aliases, p Alias) {
	for _, at := range s.within(p.Name, p.Scope) {
		i := int(at)
		if s.isDot(i - 1) {
			continue
		}
		last := i + 2
		for n := 0; n < maxChain && s.isDot(last+1); n++ {
			last += 2
		}
		switch {
		case s.Is(i+1, "=") && last > i+2 && s.Is(last+1, "="):
			a.Properties = append(a.Properties, Property{s.owner(last), string(s.Text(last)), true})
		case s.Is(i-1, "=") && s.kind(i-2) == Ident && s.isDot(i-3) && s.Is(i+1, "="):
			a.Properties = append(a.Properties, Property{s.owner(i - 2), string(s.Text(i - 2)), true})
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
	for n := 0; s.Is(open-1, ":") && n < maxChain; n++ {
		owner = "." + s.keyText(open-2) + owner
		open = s.enclosing(open)
	}
	if s.Is(open-1, "(") && s.Is(s.callee(open-1), "App") {
		a.Properties = append(a.Properties, Property{"getApp()" + owner, name, false})
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

// maxChain is how many members of a chain are read.
const maxChain = 16

// chainStart returns the first token of the member chain that token i ends.
func (s *Script) chainStart(i int) int {
	for n := 0; n < maxChain && s.isDot(i-1); n++ {
		i -= 2
		for s.kind(i) == Close && s.Tokens[i].Match > 0 && (s.kind(int(s.Tokens[i].Match)-1) == Ident) {
			i = int(s.Tokens[i].Match) - 1
		}
	}
	return i
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

// maxChoice bounds the tokens of a condition that are read.
const maxChoice = 64

// choice returns the token before an expression that the one of the tokens
// first to last is a possible value of, or -1: the "=" of api = my || wx and of
// api = test ? wx : my, the bracket or word before a conditional elsewhere.
func (s *Script) choice(first, last int) int {
	conditional := s.Is(first-1, "?") && s.Is(last+1, ":")
	if !conditional && !(s.isAny(first-1, ":", "||", "&&", "??") && s.isWhole(last)) {
		return -1
	}
	for i, n := first-1, 0; i >= 0 && n < maxChoice; i, n = i-1, n+1 {
		switch {
		case s.kind(i) == Close && s.Tokens[i].Match >= 0:
			i = int(s.Tokens[i].Match)
		case s.Is(i, "?"):
			conditional = true
		case s.Is(i, "=") && (conditional || !s.Is(first-1, ":")):
			return i
		case s.kind(i) == Open && !s.isAny(i-1, "if", "while") || s.isAny(i, ",", "=>", "return"):
			if conditional {
				return i
			}
			return -1
		case s.kind(i) == Open || s.isAny(i, ";", "=", "case"):
			return -1
		}
	}
	return -1
}

// isArgument reports whether token i is a whole argument of a call.
func (s *Script) isArgument(i int) bool {
	if !s.Is(i+1, ",") && !s.Is(i+1, ")") || !s.Is(i-1, "(") && !s.Is(i-1, ",") {
		return false
	}
	open := s.enclosing(i)
	return s.Is(open, "(") && s.isCallee(s.callee(open))
}

func (s *Script) isCallee(i int) bool {
	if s.kind(i) != Ident {
		return s.Is(i, ")") || s.Is(i, "]")
	}
	switch string(s.Text(i)) {
	case "if", "while", "for", "switch", "function", "catch", "Boolean":
		return s.isDot(i - 1) // promise.catch(...)
	case "call", "apply", "bind": // wx.login.call(wx): the object as receiver
		return !s.Is(i-1, ".")
	}
	return !s.Is(i-1, "function")
}

// target returns the aliases that an assignment whose left side ends at token
// i makes, or nil when the left side is no name and no pattern of names.
func (s *Script) target(i int) []Alias {
	i = s.beforeType(i)
	switch {
	case s.kind(i) == Ident && !s.isDot(i-1):
		return s.single(i)
	case s.Is(i, "}") && s.Tokens[i].Match >= 0:
		open := int(s.Tokens[i].Match)
		aliases := []Alias{}
		for _, scope := range s.scopes(open) {
			for _, a := range s.pattern(open, i) {
				if a.Scope = scope; scope == WholeScript {
					a.Scope = s.declaredIn(a.Token) // ({ a } = wx) of a variable of a function
				}
				aliases = append(aliases, a)
			}
		}
		return aliases
	}
	return nil
}

// single returns the aliases that the assigned name at token i is: none when
// it is assigned something else too.
func (s *Script) single(i int) []Alias {
	var aliases []Alias
	for _, scope := range s.scopes(i) {
		if s.Is(i-1, "const") || s.assignments(i, scope) <= 1 {
			aliases = append(aliases, Alias{Name: string(s.Text(i)), Scope: scope, Token: i})
		}
	}
	return aliases
}

// beforeType returns the token before the type that token i ends, in
// const api: Wechat.Wx = wx, or the token itself.
func (s *Script) beforeType(i int) int {
	first := i
	for n := 0; n < maxChain && s.kind(first) == Ident && s.Is(first-1, "."); n++ {
		first -= 2
	}
	if s.kind(i) == Ident && s.Is(first-1, ":") && (s.kind(first-2) == Ident || s.Is(first-2, "}")) {
		return first - 2
	}
	return i
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
		aliases = append(aliases, Alias{Name: string(s.Text(local)), Member: member, Token: local})
	}
	return aliases
}
