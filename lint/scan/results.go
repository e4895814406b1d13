package scan

// PropertyRefs visits the chains that go on behind a property of that name:
// this.api.getLocation for "api". The chain's names are those behind it; owner
// is the text before it, without blanks.
func (s *Script) PropertyRefs(name string, visit func(ref *Ref, owner string)) {
	for _, at := range s.Places(name) {
		i := int(at)
		if !s.isDot(i - 1) {
			continue
		}
		ref := Ref{First: i, Dynamic: -1, begin: s.chainStart(i)}
		s.members(&ref, i, never)
		if len(ref.Names) > 0 || ref.Dynamic >= 0 {
			visit(&ref, s.owner(i))
		}
	}
}

func never([]byte) bool { return false }

// ResultRefs visits the chains that start at what a call gives back, whose
// parenthesis is at token paren: behind the call itself, wx.createMapContext('map').x,
// and behind the name or property that alone is assigned it. seen is asked
// whether such a name or property was visited for another call.
func (s *Script) ResultRefs(ref *Ref, paren int, seen func(name string, scope int) bool, visit func(*Ref)) {
	if end := int(s.Tokens[paren].Match); end > 0 {
		r := Ref{First: end, Dynamic: -1, begin: ref.begin}
		if s.members(&r, end, never); len(r.Names) > 0 {
			visit(&r)
		}
	}
	last := s.beforeType(ref.begin - 2)
	if !s.Is(ref.begin-1, "=") || s.kind(last) != Ident {
		return
	}
	name := string(s.Text(last))
	if s.isDot(last - 1) {
		if !seen("."+name, WholeScript) {
			s.PropertyRefs(name, func(r *Ref, _ string) { visit(r) })
		}
		return
	}
	for _, a := range s.single(last) {
		if !seen(name, a.Scope) {
			s.nameRefs(a, last, visit)
		}
	}
}

// nameRefs visits the chains that start at a name in its scope, except at the
// token where it is declared.
func (s *Script) nameRefs(a Alias, declared int, visit func(*Ref)) {
	for _, at := range s.within(a.Name, a.Scope) {
		if i := int(at); i != declared && !s.isDot(i-1) {
			r := Ref{First: i, Dynamic: -1, begin: i}
			if s.members(&r, i, never); len(r.Names) > 0 {
				visit(&r)
			}
		}
	}
}
