package project

import (
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// isPart reports whether a component always stands in the entry page, so that
// its life-times are those of the page.
func (f *flow) isPart(stem string) bool {
	if f.parts == nil {
		f.parts = map[string]bool{}
		f.findParts()
	}
	return f.parts[stem]
}

// findParts notes the components of the entry page's template that no
// condition leaves out.
func (f *flow) findParts() {
	used := map[string][]string{} // by element: where its component may lie
	f.registered(f.project.Manifest.Root, "app.json", used)
	var markups []*source.File
	for i := range f.tasks {
		t := &f.tasks[i]
		if t.origin != Own || stemOf(t.rel) != f.entryPage {
			continue
		}
		switch t.kind {
		case singleFile:
			if ff := f.get(t.rel); ff != nil {
				markups = append(markups, ff.file)
				for _, s := range ff.scripts {
					for _, i := range s.imports {
						f.imported(t.rel, i, used)
					}
				}
			}
		case template, document:
			data, err := f.options.Overlay.read(t.path)
			if err != nil {
				continue
			}
			file := &source.File{Path: t.path, Data: data}
			if t.kind == template {
				markups = append(markups, file)
			} else {
				f.registered(manifest.Parse(file).Root, t.rel, used)
			}
		}
	}
	for _, m := range markups {
		f.standing(f.textOf(m), used)
	}
}

// registered adds what usingComponents of a configuration names.
func (f *flow) registered(root *manifest.Node, rel string, used map[string][]string) {
	n := root.Get("usingComponents")
	if n == nil {
		return
	}
	for _, c := range n.Children {
		p := stemOf(joined(rel, c.Text))
		used[c.Key] = []string{p, p + "/index"}
	}
}

// imported adds a component that a script imports, under the names that a
// template may use.
func (f *flow) imported(rel string, i scan.Import, used map[string][]string) {
	p := specStem(rel, i.Module)
	used[i.Local], used[platform.Kebab(i.Local)] = []string{p, p + "/index"}, []string{p, p + "/index"}
}

// standing notes the components of a template that stand there with no
// condition on them or around them.
func (f *flow) standing(data []byte, used map[string][]string) {
	var open []string // elements around, from the first with a condition on
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
		Element: func(e *scan.Element) {
			name := string(data[e.Name.Start:e.Name.End])
			if len(open) > 0 || isConditional(data, e) {
				if !e.SelfClosing {
					open = append(open, name)
				}
				return
			}
			for _, stem := range used[name] {
				f.parts[stem] = true
			}
		},
		Close: func(name source.Range) {
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == string(data[name.Start:name.End]) {
					open = open[:i]
					return
				}
			}
		},
	})
}

// isConditional reports whether an element may not be there from the start.
func isConditional(data []byte, e *scan.Element) bool {
	for i := range e.Attributes {
		name := string(data[e.Attributes[i].Name.Start:e.Attributes[i].Name.End])
		_, directive, _ := strings.Cut(name, ":")
		switch {
		case contains([]string{"if", "elif", "else", "for"}, directive), strings.HasPrefix(name, "v-") && !strings.HasPrefix(name, "v-model"), name == "hidden", name == "slot":
			return true
		}
	}
	return string(data[e.Name.Start:e.Name.End]) == "template" && len(e.Attributes) > 0
}
