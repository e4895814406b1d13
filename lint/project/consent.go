package project

import (
	"github.com/mplint/mplint/lint/scan"
)

// ConsentHook is one place that registers the listener by which a program
// draws the platform's consent dialog itself. The platform hands the listener
// a function, resolve, and holds the interface back until that is called.
type ConsentHook struct {
	*Request
	Fate Fate
	Name string // under which resolve is kept, where Fate is Unused

	// Unnamed is true of a component that uni-app registers without being told,
	// but that no other file names, so that it never is on a page.
	Unnamed bool
}

// Fate is what becomes of the resolve that a consent listener is handed.
type Fate string

// The fates. A listener that cannot be read has the fate Settled.
const (
	Settled    Fate = "settled"    // called, or handed on to something that may call it
	Dropped    Fate = "dropped"    // neither called nor kept
	OnlyShown  Fate = "only-shown" // only told that the dialog is on the screen
	Unused     Fate = "unused"     // kept under a name that nothing reads
	NoListener Fate = "no-listener"
)

// consentMember registers the listener, on every platform's object.
const consentMember = "onNeedPrivacyAuthorization"

// consentHooks reads the listeners of the requests that register one.
func (l *loader) consentHooks(files *flowFiles, tasks []task) []*ConsentHook {
	var hooks []*ConsentHook
	for _, r := range l.project.Requests {
		if r.Capability.Match.Member != consentMember {
			continue
		}
		h := &ConsentHook{Request: r, Fate: Settled}
		hooks = append(hooks, h)
		h.Unnamed = l.isUnnamed(h, tasks)
		if r.Origin != Own {
			continue
		}
		if ff := files.of(r.File); ff != nil {
			l.listener(h, ff, tasks)
		}
	}
	return hooks
}

// listener finds the fate of the resolve of one registration.
func (l *loader) listener(h *ConsentHook, ff *flowFile, tasks []task) {
	s, last := ff.token(h.Range.End - 1)
	if s == nil {
		return
	}
	paren := s.CallParen(last + 1)
	if paren < 0 {
		return // handed on as a value
	}
	first, end, ok := s.Arg(paren, 0)
	if !ok {
		h.Fate = NoListener
		return
	}
	fn := s.callback(first, end)
	if fn == nil {
		return
	}
	kept := s.fateOf(fn, h)
	if h.Fate != Unused {
		return
	}
	for _, name := range kept {
		if ff.reads(name) || l.mentionsElsewhere(h, tasks, name) {
			h.Fate = Settled
			return
		}
	}
	h.Name = kept[0]
}

// callback returns the function that the argument of tokens [first, end) is: a
// literal one, or the only one of a name.
func (s *flowScript) callback(first, end int) *scan.Func {
	name := ""
	switch {
	case end == first+1:
		name = string(s.Text(first))
	case end == first+3 && s.Is(first+1, ".") && isThis(string(s.Text(first))):
		name = string(s.Text(first + 2))
	}
	var named *scan.Func
	for i := range s.functions {
		fn := &s.functions[i]
		if name == "" && fn.First >= first && fn.First < end {
			if fn.First == first || fn.First == first+1 && s.Is(first, "async") {
				return fn
			}
			return nil
		}
		if name != "" && fn.Name == name {
			if named != nil {
				return nil
			}
			named = fn
		}
	}
	return named
}
