package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// appMethodUses finds getApp().f() and app.f() in the files of the program, and
// app.globalData.f() of a function that is kept there.
func (f *flow) appMethodUses(home *flowScript, fn *scan.Func, depth int) []Trigger {
	var out []Trigger
	f.mentioning("."+fn.Name, "getApp", func(s *flowScript) {
		objects := append(appsOf(&s.Script), ")")
		if isGroup(home, fn, "globalData") {
			objects = []string{"globalData"}
		}
		for _, object := range objects {
			if s.rel != home.rel {
				out = append(out, f.nameUses(s, fn.Name, object, true, depth)...)
			}
		}
	})
	return out
}

// dispatches finds store.dispatch('f') and dispatch('module/f') of an action.
// Another store may have one of that name.
func (f *flow) dispatches(name string, depth int) []Trigger {
	var out []Trigger
	f.mentioning("dispatch", name, func(s *flowScript) {
		for i := range s.Tokens {
			if !s.Is(i, "dispatch") || !s.Is(i+1, "(") {
				continue
			}
			lit, ok := s.Literal(i + 2)
			if text := string(s.Data[lit.Start:lit.End]); ok && (text == name || strings.HasSuffix(text, "/"+name)) {
				out = append(out, step(f.climb(s, i, depth-1), s.place(i, i), false)...)
			}
		}
	})
	return out
}

// mentioning visits the own scripts of the files that hold two words.
func (f *flow) mentioning(one, other string, visit func(*flowScript)) {
	var buf []byte
	for i := range f.tasks {
		t := &f.tasks[i]
		if t.origin != Own || t.kind != script && t.kind != singleFile {
			continue
		}
		data, err := f.options.Overlay.readInto(t.path, buf)
		if buf = data; err != nil || !bytes.Contains(data, []byte(one)) || !bytes.Contains(data, []byte(other)) {
			continue
		}
		if ff := f.get(t.rel); ff != nil {
			for _, s := range ff.scripts {
				visit(s)
			}
		}
	}
}
