package project

import (
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
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
func (l *loader) consentHooks(tasks []task) []*ConsentHook {
	var hooks []*ConsentHook
	files := map[string]*flowFile{}
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
		ff := files[r.File.Path]
		if ff == nil {
			ff = l.parse(r.File.Path, r.File)
			files[r.File.Path] = ff
		}
		l.listener(h, ff, tasks)
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
			if fn.First == first {
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

// fateOf judges what a listener does with its first parameter, and returns the
// names under which it keeps it.
func (s *flowScript) fateOf(fn *scan.Func, h *ConsentHook) (kept []string) {
	param, ok := s.parameter(fn)
	if !ok {
		return nil
	}
	h.Fate = Dropped
	if param == "" {
		if s.mentions("arguments", fn) {
			h.Fate = Settled
		}
		return nil
	}
	for i := fn.Body; i < fn.End && i < len(s.Tokens); i++ {
		if s.Tokens[i].Kind != scan.Ident || !s.Is(i, param) || s.Is(i-1, ".") || s.Is(i-1, "?.") {
			continue
		}
		switch {
		case s.isTest(i), s.isLogged(i):
		case s.isShown(i):
			if h.Fate == Dropped {
				h.Fate = OnlyShown
			}
		default:
			name := s.keeper(i)
			if name == "" || name == param {
				h.Fate = Settled
				return nil
			}
			kept = append(kept, name)
		}
	}
	if len(kept) > 0 {
		h.Fate = Unused
	}
	return kept
}

// parameter returns the name of a function's first parameter, "" where it has
// none, and whether that could be read.
func (s *flowScript) parameter(fn *scan.Func) (string, bool) {
	i := fn.First
	for i < fn.Body && (s.Is(i, "async") || s.Is(i, "function") || s.Is(i, "*")) {
		i++
	}
	if i < fn.Body && s.Tokens[i].Kind == scan.Ident {
		if s.Is(i+1, "=>") {
			return string(s.Text(i)), true
		}
		i++ // the function's name
	}
	if !s.Is(i, "(") || i >= fn.Body {
		return "", false
	}
	switch {
	case s.Is(i+1, ")"):
		return "", true
	case s.Tokens[i+1].Kind == scan.Ident:
		return string(s.Text(i + 1)), true
	}
	return "", false
}

func (s *flowScript) mentions(name string, fn *scan.Func) bool {
	return slices.ContainsFunc(s.Tokens[fn.Body:min(fn.End, len(s.Tokens))], func(t scan.Token) bool {
		return t.Kind == scan.Ident && string(s.Data[t.Start:t.End]) == name
	})
}

// isTest reports whether a name is only asked about: if (resolve), typeof resolve.
func (s *flowScript) isTest(i int) bool {
	return s.Is(i-1, "typeof") || s.Is(i-1, "!") && !s.Is(i+1, "(") ||
		s.Is(i-1, "(") && s.Is(i-2, "if") && s.Is(i+1, ")") || s.Is(i+1, "&&") && !s.Is(i-1, "=")
}

// isLogged reports whether a name is an argument of console.log and its like.
func (s *flowScript) isLogged(i int) bool {
	open, _ := s.ArgumentOf(i)
	return open > 2 && s.Is(open-3, "console") && s.Is(open-2, ".")
}

// isShown reports whether resolve is called to say that the dialog is on the
// screen, which settles nothing.
func (s *flowScript) isShown(i int) bool {
	paren := s.CallParen(i + 1)
	if paren < 0 || !s.IsObject(paren+1) {
		return false
	}
	first, end, found, spread := s.Property(paren+1, "event")
	if !found || spread || end != first+1 {
		return false
	}
	lit, ok := s.Literal(first)
	return ok && string(s.Data[lit.Start:lit.End]) == "exposureAuthorization"
}

// keeper returns the name under which the value at token i is kept: a variable
// or member that it is assigned to, or a list that it is put into. It is ""
// where something else becomes of the value.
func (s *flowScript) keeper(i int) string {
	if s.CallParen(i+1) >= 0 || s.Is(i+1, ".") || s.Is(i+1, "?.") || s.Is(i+1, "[") {
		return ""
	}
	target := -1
	switch {
	case s.Is(i-1, "="):
		target = i - 2
	case s.Is(i-1, "(") && s.Is(i+1, ")") && (s.Is(i-2, "push") || s.Is(i-2, "add")) && s.Is(i-3, "."):
		target = i - 4
	}
	if target < 0 || s.Tokens[target].Kind != scan.Ident {
		return ""
	}
	if (s.Is(target, "current") || s.Is(target, "value")) && s.Is(target-1, ".") {
		target -= 2 // the box of a reference
	}
	if s.Tokens[target].Kind != scan.Ident || isThis(string(s.Text(target))) {
		return ""
	}
	return string(s.Text(target))
}

// mentionsElsewhere reports whether another file of the program holds one of
// the names.
func (l *loader) mentionsElsewhere(h *ConsentHook, tasks []task, names ...string) bool {
	var buf []byte
	for i := range tasks {
		t := &tasks[i]
		if t.kind == document || display(l.options.Dir, t.path) == h.File.Path {
			continue
		}
		data, err := l.options.Overlay.readInto(t.path, buf)
		if buf = data; err != nil || slices.ContainsFunc(names, func(name string) bool { return countWord(data, name) > 0 }) {
			return true
		}
	}
	return false
}

// isUnnamed reports whether a hook stands in a component that is registered by
// the folder it lies in and that no other file names: ws-popup or WsPopup.
func (l *loader) isUnnamed(h *ConsentHook, tasks []task) bool {
	if l.root.pageList == nil || !isSingleFile(extension(h.File.Path)) || !strings.Contains(h.File.Path, "components/") {
		return false
	}
	name := strings.TrimSuffix(path.Base(h.File.Path), extension(h.File.Path))
	if name == "index" {
		name = path.Base(path.Dir(h.File.Path))
	}
	return !l.mentionsElsewhere(h, tasks, name, platform.Kebab(name), pascal(name))
}

// reads reports whether a file does more with a name than to write to it: in
// its scripts, in their strings, or in the template of a single-file component.
func (ff *flowFile) reads(name string) bool {
	code := 0
	for _, s := range ff.scripts {
		for i, t := range s.Tokens {
			text := s.Data[t.Start:t.End]
			switch t.Kind {
			case scan.Ident:
				if string(text) == name && !s.isWritten(i) {
					return true
				}
			case scan.String, scan.TemplatePart:
				if countWord(text, name) > 0 {
					return true
				}
			}
		}
		if n := len(s.Tokens); n > 0 {
			code += countWord(s.Data[s.Tokens[0].Start:s.Tokens[n-1].End], name)
		}
	}
	return isSingleFile(extension(ff.file.Path)) && countWord(ff.file.Data, name) > code
}

// isWritten reports whether the name at token i is only declared or written
// to: let x, x = null, this.x = resolve, { x: null }, x.push(resolve).
func (s *flowScript) isWritten(i int) bool {
	after := i + 1
	if s.Is(after, ".") && (s.Is(after+1, "current") || s.Is(after+1, "value")) {
		after += 2
	}
	switch {
	case s.Is(i-1, "let"), s.Is(i-1, "var"), s.Is(i-1, "const"):
		return true
	case s.Is(after, "="):
		return true
	case s.Is(after, ":"):
		_, text := s.Literal(after + 1)
		return text || s.Is(after+1, "{") && s.Is(after+2, "}") || s.Is(after+1, "[") && s.Is(after+2, "]") || s.Is(after+1, "null") || s.Is(after+1, "undefined")
	case s.Is(after, "."):
		return (s.Is(after+1, "push") || s.Is(after+1, "add")) && s.Is(after+2, "(") && s.Is(after+4, ")")
	}
	return false
}

// countWord returns how often a name stands in a text as a word of its own.
func countWord(text []byte, name string) int {
	n, rest := 0, string(text)
	for {
		i := strings.Index(rest, name)
		if i < 0 {
			return n
		}
		end := i + len(name)
		if (i == 0 || !wordByte(rest[i-1])) && (end == len(rest) || !wordByte(rest[end])) {
			n++
		}
		rest = rest[end:]
	}
}
