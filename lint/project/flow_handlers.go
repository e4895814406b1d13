package project

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// handlersOf returns the functions that the template of a script binds to
// events of the user, by name.
func (f *flow) handlersOf(rel string) map[string][]Place {
	if known, ok := f.handlers[rel]; ok {
		return known
	}
	bound := map[string][]Place{}
	f.handlers[rel] = bound
	if isSingleFile(extension(rel)) {
		if ff := f.get(rel); ff != nil {
			f.bindings(ff.file, bound)
		}
		return bound
	}
	for _, t := range f.graph.beside(rel, template) {
		if data, err := f.options.Overlay.read(t.path); err == nil {
			f.bindings(&source.File{Path: display(f.options.Dir, t.path), Data: data}, bound)
		}
	}
	return bound
}

// bindings reads the event attributes of a template.
func (f *flow) bindings(file *source.File, bound map[string][]Place) {
	data := file.Data
	for _, e := range f.elements(file) {
		for i := range e.Attributes {
			a := &e.Attributes[i]
			if !a.HasValue || !isEvent(string(data[a.Name.Start:a.Name.End])) {
				continue
			}
			for _, name := range namesIn(data[a.Value.Start:a.Value.End]) {
				bound[name] = append(bound[name], Place{file, a.Full, name})
			}
		}
	}
}

// elements returns the elements of a template, which is read once.
func (f *flow) elements(file *source.File) []scan.Element {
	if known, ok := f.tags[file.Path]; ok {
		return known
	}
	list := []scan.Element{}
	data := f.textOf(file)
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{Element: func(e *scan.Element) {
		kept := *e
		kept.Attributes = slices.Clone(e.Attributes)
		list = append(list, kept)
	}})
	f.tags[file.Path] = list
	return list
}

// textOf returns the text of a file without what other platforms get.
func (l *loader) textOf(file *source.File) []byte {
	if l.root.Framework == nil {
		return file.Data
	}
	return withoutOthers(file.Data, l.root.Framework, l.platform.ID)
}

// passive are events that come without anything the user does.
var passive = []string{"load", "error", "ready", "init", "inited", "updated", "regionchange", "timeupdate", "ended", "animationend", "animationstart", "transitionend", "stop", "initdone", "hook"}

// isEvent reports whether an attribute binds a function to something that the
// user does: bindtap, catch:submit, @click, v-on:click, onTap.
func isEvent(attribute string) bool {
	name := attribute
	for _, prefix := range []string{"capture-bind", "capture-catch", "mut-bind", "bind", "catch", "v-on:", "@", "on"} {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		event, _, _ := strings.Cut(strings.TrimPrefix(rest, ":"), ".")
		return event != "" && !contains(passive, strings.ToLower(event)) && !strings.HasPrefix(event, "hook:")
	}
	return false
}

// namesIn returns the identifiers of an attribute's value: of a plain name, of
// "go(1)", of "() => go()".
func namesIn(value []byte) []string {
	var names []string
	for len(value) > 0 {
		i := bytes.IndexFunc(value, func(r rune) bool { return r == '_' || r == '$' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
		if i < 0 {
			break
		}
		value = value[i:]
		n := 0
		for n < len(value) && wordByte(value[n]) {
			n++
		}
		names = append(names, string(value[:n]))
		value = value[n:]
	}
	return names
}
