package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Handler is a function that a button's event is bound to.
type Handler struct {
	Event string // folded, without what binds it: "getauthorize"
	At    source.Range
	Name  string     // the function; "" where it is no plain name
	Calls []*Request // of the platform's interfaces in the function itself
}

// eventName returns the folded event that an attribute binds: "getauthorize" of
// onGetAuthorize, bindgetauthorize, @getAuthorize and v-on:getAuthorize.
func eventName(attribute string) (string, bool) {
	for _, prefix := range []string{"v-on:", "@", "bind:", "bind", "catch:", "catch", "on"} {
		if rest, ok := strings.CutPrefix(attribute, prefix); ok {
			event, _, _ := strings.Cut(rest, ".")
			event, _, _ = strings.Cut(event, "@")
			return strings.ToLower(strings.ReplaceAll(event, "-", "")), event != ""
		}
	}
	return "", false
}

// plainName returns the function that an event attribute names and nothing
// more, also as this.name, or "".
func plainName(value []byte) string {
	name := strings.TrimPrefix(string(bytes.TrimSpace(value)), "this.")
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r >= 0x80 || !wordByte(byte(r)) }) {
		return ""
	}
	return name
}

// handlerCalls finds what the handlers of the buttons ask for themselves: the
// requests inside the only function of their name beside the template.
func (l *loader) handlerCalls(files *flowFiles) {
	for _, b := range l.project.AuthButtons {
		for i := range b.Handlers {
			h := &b.Handlers[i]
			for _, r := range l.project.Requests {
				if h.Name == "" || r.Origin != Own || r.Capability.Kind != platform.API || stemOf(r.File.Path) != stemOf(b.File.Path) {
					continue
				}
				if ff := files.of(r.File); ff != nil && ff.inside(h.Name, r.Range.Start) {
					h.Calls = append(h.Calls, r)
				}
			}
		}
	}
}

// inside reports whether an offset lies in the only function of that name.
func (ff *flowFile) inside(name string, offset int) bool {
	s, token := ff.token(offset)
	if s == nil {
		return false
	}
	n, in := 0, false
	for i := range s.functions {
		if s.functions[i].Name == name {
			n++
			in = in || s.functions[i].Contains(token)
		}
	}
	return n == 1 && in
}
