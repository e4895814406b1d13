package scan

import (
	"slices"
	"sort"
)

// place is a name in the bracket around it.
type place struct {
	name  string
	scope int
}

// index is what is read off a script's tokens when it is first asked for, so
// that following many names stays linear: first the brackets, and only for who
// asks about names, those.
type index struct {
	bracketed bool
	around    []int32 // the open bracket around each token, or -1
	depth     []int32 // how many brackets are open around each token

	looked   []look // what was looked for without named
	named    bool
	names    map[string]*mention
	declares []bool         // of each token, whether const, let or var declares it
	declared map[place]bool // what they, and the parameters of functions, declare

	values map[place][2]int // what Constant found
}

// look is a name and the tokens that are it, in order.
type look struct {
	name string
	at   []int32
}

// mention is where one name stands.
type mention struct {
	at  []int32 // its tokens, in order
	set int     // how often it is assigned something
}

// maxLooks is how many names are looked for by reading all tokens before they
// are indexed: most scripts are asked about one or two.
const maxLooks = 3

// brackets returns the index with the brackets around each token.
func (s *Script) brackets() *index {
	x := &s.index
	if x.bracketed {
		return x
	}
	*x = index{bracketed: true, looked: x.looked, around: x.around[:0], depth: x.depth[:0], declares: x.declares[:0]}
	open := []int32{-1}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		x.around, x.depth = append(x.around, open[len(open)-1]), append(x.depth, int32(len(open)-1))
		switch t.Kind {
		case Open:
			open = append(open, int32(i))
		case Close:
			for t.Match >= 0 && open[len(open)-1] >= t.Match {
				open = open[:len(open)-1]
			}
		}
	}
	return x
}

// indexed returns the index with the names too.
func (s *Script) indexed() *index {
	x := s.brackets()
	if x.named {
		return x
	}
	x.named, x.names, x.declared = true, map[string]*mention{}, map[place]bool{}
	x.values = map[place][2]int{}
	s.declarations(x)
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Ident {
			continue
		}
		m := x.names[string(s.Text(i))]
		if m == nil {
			m = &mention{}
			x.names[string(s.Text(i))] = m
		}
		m.at = append(m.at, int32(i))
		if s.sets(i) {
			m.set++
		}
		for _, scope := range s.declaring(i) {
			x.declared[place{string(s.Text(i)), scope}] = true
		}
	}
	return x
}

// declarations notes which tokens const, let or var declares.
func (s *Script) declarations(x *index) {
	lists := []bool{false} // by depth: a declaration goes on in that bracket
	for i := range s.Tokens {
		t := &s.Tokens[i]
		top := int(x.depth[i])
		if top >= len(lists) {
			lists = append(lists, false)
		}
		lists = lists[:top+1]
		after := s.isAny(i-1, "const", "let", "var")
		switch {
		case t.Kind == Ident && s.isAny(i, "const", "let", "var"):
			lists[top] = true
		case s.Is(i, ";") || t.NewLine && t.Kind != Punct && !after && s.kind(i-1) != Punct:
			lists[top] = false
		}
		x.declares = append(x.declares, lists[top] && t.Kind == Ident && (after || s.Is(i-1, ",")))
	}
}

// declares reports whether const, let or var declares the name at token i.
func (s *Script) declares(i int) bool { return s.indexed().declares[i] }

// enclosing returns the open bracket around token i, or -1.
func (s *Script) enclosing(i int) int {
	if around := s.brackets().around; i >= 0 && i < len(around) {
		return int(around[i])
	}
	return -1
}

// Places returns the tokens that are a name, in order.
func (s *Script) Places(name string) (at []int32) {
	x := &s.index
	for i := range x.looked {
		if x.looked[i].name == name {
			return x.looked[i].at
		}
	}
	if n := len(x.looked); !x.named && n < maxLooks {
		x.looked = slices.Grow(x.looked, 1)[:n+1]
		x.looked[n] = look{name, s.find(name, x.looked[n].at[:0])}
		return x.looked[n].at
	}
	if m := s.indexed().names[name]; m != nil {
		return m.at
	}
	return nil
}

// find adds the tokens that are a name.
func (s *Script) find(name string, at []int32) []int32 {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind == Ident && int(t.End-t.Start) == len(name) && string(s.Data[t.Start:t.End]) == name {
			at = append(at, int32(i))
		}
	}
	return at
}

// sets reports whether the name at token i is assigned something other than
// nothing.
func (s *Script) sets(i int) bool {
	return s.Is(i+1, "=") && !s.Is(i-1, ".") && !s.isAny(i+2, "null", "undefined")
}

// assignments counts how often the name at token i is assigned something other
// than nothing in a scope.
func (s *Script) assignments(i, scope int) (n int) {
	name := string(s.Text(i))
	if scope < 0 {
		if m := s.indexed().names[name]; m != nil {
			return m.set
		}
		return 0
	}
	for _, j := range s.within(name, scope) {
		if s.sets(int(j)) {
			n++
		}
	}
	return n
}

// within returns the tokens of a name that lie in a scope.
func (s *Script) within(name string, scope int) []int32 {
	at := s.Places(name)
	if scope < 0 {
		return at
	}
	end := int32(s.closing(scope))
	first := sort.Search(len(at), func(n int) bool { return at[n] > int32(scope) })
	last := sort.Search(len(at), func(n int) bool { return at[n] >= end })
	return at[first:last]
}
