package project

import (
	"slices"
	"strings"
)

// tickedBoxes returns the boxes that are ticked from the start: of those that
// are bound to page data, the ones whose data starts as true.
func (l *loader) tickedBoxes(files *flowFiles, boxes []*Box, tasks []task, found []*found) []*Box {
	return slices.DeleteFunc(boxes, func(b *Box) bool {
		if len(b.Path) == 0 {
			return false
		}
		ff := l.graphOf(tasks, found).scriptOf(files, b)
		return ff == nil || !ff.starts(b)
	})
}

// scriptOf returns the script of the template that a box stands in: the rest of
// a single-file component, or the file beside it.
func (g *graph) scriptOf(files *flowFiles, b *Box) *flowFile {
	if ext := extension(b.template); ext != g.platform.TemplateExt {
		return files.of(b.File)
	}
	for _, t := range g.beside(b.template, script) {
		if t.origin != Generated {
			return files.get(t.rel)
		}
	}
	return nil
}

// starts reports whether the data that a box is bound to starts so that the box
// is ticked, and notes where. Data that a life-cycle function sets is not
// certain.
func (ff *flowFile) starts(b *Box) bool {
	want := [2]string{"true", "!0"} // as compilers write it
	if b.negated {
		want = [2]string{"false", "!1"}
	}
	var values []Place
	for _, s := range ff.scripts {
		for _, v := range s.initial(b.Path) {
			values = append(values, s.place(v.first, v.end-1))
		}
		if s.setsOnLoad(b.Path[len(b.Path)-1]) {
			return false
		}
	}
	if len(values) != 1 {
		return false
	}
	if value := strings.ReplaceAll(values[0].Name, " ", ""); value != want[0] && value != want[1] {
		return false
	}
	b.Data = values[0]
	return true
}

// setsOnLoad reports whether a life-cycle function writes to a name, so that
// the user may never see what it starts with.
func (s *flowScript) setsOnLoad(name string) bool {
	for f := range s.functions {
		fn := &s.functions[f]
		if _, isHook := hooks[fn.Name]; !isHook {
			continue
		}
		for i := fn.Body; i < fn.End && i < len(s.Tokens); i++ {
			if s.Is(i, name) && (s.Is(i+1, ":") || s.Is(i+1, "=")) {
				return true
			}
		}
	}
	return false
}
