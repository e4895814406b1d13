package project

import (
	"bytes"
	"iter"
	"maps"
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
	for _, file := range f.markupsOf(rel) {
		bindings(file, f.elements(file), bound)
	}
	return bound
}

// handlerTriggers are the events that the template of a script binds a function
// to.
func (f *flow) handlerTriggers(rel, name string, sure bool) []Trigger {
	var out []Trigger
	for _, at := range f.handlersOf(rel)[name] {
		out = append(out, Trigger{Kind: UserAction, Hook: at, Page: strings.TrimSuffix(rel, extension(rel)), Sure: sure})
	}
	return out
}

// markupsOf returns the files that hold the markup of a script.
func (f *flow) markupsOf(rel string) []*source.File {
	if isSingleFile(extension(rel)) {
		if ff := f.get(rel); ff != nil {
			return []*source.File{ff.file}
		}
		return nil
	}
	return f.templatesOf(rel)
}

// templatesOf reads the templates beside a script.
func (f *flow) templatesOf(rel string) []*source.File {
	var files []*source.File
	for _, t := range f.graph.beside(rel, template) {
		if data, err := f.options.Overlay.read(t.path); err == nil {
			files = append(files, &source.File{Path: display(f.options.Dir, t.path), Data: data})
		}
	}
	return files
}

// bindAhead reads the templates beside the scripts that requests stand in,
// several at once.
func (f *flow) bindAhead(scripts []*flowFile) {
	type markup struct {
		bound map[string][]Place
		tags  map[string][]scan.Element
	}
	read := make([]markup, len(scripts))
	f.share(len(scripts), 8, func(indexes iter.Seq[int]) {
		for i := range indexes {
			if isSingleFile(extension(scripts[i].rel)) {
				continue
			}
			m := markup{map[string][]Place{}, map[string][]scan.Element{}}
			for _, file := range f.templatesOf(scripts[i].rel) {
				m.tags[file.Path] = f.elementsIn(file)
				bindings(file, m.tags[file.Path], m.bound)
			}
			read[i] = m
		}
	})
	for i, m := range read {
		if m.bound != nil {
			f.handlers[scripts[i].rel] = m.bound
			maps.Copy(f.tags, m.tags)
		}
	}
}

// bindings reads the event attributes of a template.
func bindings(file *source.File, elements []scan.Element, bound map[string][]Place) {
	data := file.Data
	for _, e := range elements {
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
	list := f.elementsIn(file)
	f.tags[file.Path] = list
	return list
}

func (l *loader) elementsIn(file *source.File) []scan.Element {
	list := []scan.Element{}
	data := l.textOf(file)
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{Element: func(e *scan.Element) {
		kept := *e
		kept.Attributes = slices.Clone(e.Attributes)
		list = append(list, kept)
	}})
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
