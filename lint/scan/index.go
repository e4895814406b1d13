package scan

import "sort"

// place is a name in the bracket around it.
type place struct {
	name  string
	scope int
}

// index is what is read off a script's tokens once, when it is first asked
// for, so that following many names stays linear.
type index struct {
	ready  bool
	around []int32            // the open bracket around each token, or -1
	at     map[string][]int32 // the tokens of each name, in order
	set    map[string]int     // how often each name is assigned something
	values map[place][2]int   // what Constant found

	depth    []int32        // how many brackets are open around each token
	declares []bool         // of each token, whether const, let or var declares it
	declared map[place]bool // what they, and the parameters of functions, declare
}

func (s *Script) indexed() *index {
	x := &s.index
	if x.ready {
		return x
	}
	*x = index{ready: true, around: x.around[:0], depth: x.depth[:0], declares: x.declares[:0], at: map[string][]int32{}, set: map[string]int{}, values: map[place][2]int{}, declared: map[place]bool{}}
	open, lists := []int32{-1}, []bool{false} // lists: a declaration goes on in that bracket
	for i, t := range s.Tokens {
		top := len(open) - 1
		x.around, x.depth = append(x.around, open[top]), append(x.depth, int32(top))
		switch {
		case s.isAny(i, "const", "let", "var"):
			lists[top] = true
		case s.Is(i, ";") || t.NewLine && t.Kind != Punct && s.kind(i-1) != Punct && !s.isAny(i-1, "const", "let", "var"):
			lists[top] = false
		}
		x.declares = append(x.declares, lists[top] && t.Kind == Ident && s.isAny(i-1, "const", "let", "var", ","))
		switch t.Kind {
		case Open:
			open, lists = append(open, int32(i)), append(lists, false)
		case Close:
			for t.Match >= 0 && open[len(open)-1] >= t.Match {
				open, lists = open[:len(open)-1], lists[:len(open)-1]
			}
		case Ident:
			name := string(s.Text(i))
			x.at[name] = append(x.at[name], int32(i))
			if s.sets(i) {
				x.set[name]++
			}
			for _, scope := range s.declaring(i) {
				x.declared[place{name, scope}] = true
			}
		}
	}
	return x
}

// declares reports whether const, let or var declares the name at token i.
func (s *Script) declares(i int) bool { return s.indexed().declares[i] }

// enclosing returns the open bracket around token i, or -1.
func (s *Script) enclosing(i int) int {
	if around := s.indexed().around; i >= 0 && i < len(around) {
		return int(around[i])
	}
	return -1
}

// places returns the tokens of a name, in order.
func (s *Script) places(name string) []int32 { return s.indexed().at[name] }

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
		return s.indexed().set[name]
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
	at := s.places(name)
	if scope < 0 {
		return at
	}
	end := int32(s.closing(scope))
	first := sort.Search(len(at), func(n int) bool { return at[n] > int32(scope) })
	last := sort.Search(len(at), func(n int) bool { return at[n] >= end })
	return at[first:last]
}
