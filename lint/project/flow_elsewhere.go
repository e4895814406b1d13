package project

import (
	"bytes"
	"iter"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// appMethodUses finds getApp().f() and app.f() in the files of the program, and
// app.globalData.f() of a function that is kept there.
func (f *flow) appMethodUses(home *flowScript, fn *scan.Func, depth int) []Trigger {
	var out []Trigger
	f.mentioning("getApp", "."+fn.Name, func(s *flowScript) {
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

// mappedActions finds the uses of an action that mapActions makes a method of a
// component: mapActions(['f']), mapActions('module', { g: 'f' }).
func (f *flow) mappedActions(name string, depth int) []Trigger {
	var out []Trigger
	f.mentioning("mapActions", name, func(s *flowScript) {
		for i := range s.Tokens {
			paren := s.CallParen(i + 1)
			if !s.Is(i, "mapActions") || paren < 0 {
				continue
			}
			for j := paren + 1; j < int(s.Tokens[paren].Match); j++ {
				lit, ok := s.Literal(j)
				if text := string(s.Data[lit.Start:lit.End]); !ok || text != name && !strings.HasSuffix(text, "/"+name) {
					continue
				}
				method := name
				if s.Is(j-1, ":") {
					method = strings.Trim(string(s.Text(j-2)), `'"`)
				}
				out = append(out, f.methodUses(s, method, depth)...)
			}
		}
	})
	return out
}

// methodUses finds the uses of a method, which may be another's of that name, in
// the component of a script.
func (f *flow) methodUses(s *flowScript, name string, depth int) []Trigger {
	method := scan.Func{Name: name, Kind: scan.Method, Label: -1, Owner: -1}
	var out []Trigger
	for _, o := range s.scripts {
		out = append(out, f.usesIn(o, s, &method, false, depth)...)
	}
	return append(out, f.handlerTriggers(s.rel, name, false)...)
}

// mentioning visits the own scripts of the files that hold a word and a name.
// Which files hold the word is read once.
func (f *flow) mentioning(word, name string, visit func(*flowScript)) {
	holders, ok := f.holders[word]
	if !ok {
		holders = f.filesHolding(word)
		f.holders[word] = holders
	}
	for _, rel := range holders {
		ff := f.get(rel)
		if ff == nil || !bytes.Contains(ff.file.Data, []byte(name)) {
			continue
		}
		for _, s := range ff.scripts {
			visit(s)
		}
	}
}

// filesHolding returns the own files with scripts in which a word stands.
func (f *flow) filesHolding(word string) []string {
	holds := make([]bool, len(f.tasks))
	f.share(len(f.tasks), 64, func(indexes iter.Seq[int]) {
		var buf []byte
		for i := range indexes {
			t := &f.tasks[i]
			if t.origin != Own || t.kind != script && t.kind != singleFile {
				continue
			}
			data, err := f.options.Overlay.readInto(t.path, buf)
			buf, holds[i] = data, err == nil && bytes.Contains(data, []byte(word))
		}
	})
	var rels []string
	for i, holds := range holds {
		if holds {
			rels = append(rels, f.tasks[i].rel)
		}
	}
	return rels
}
