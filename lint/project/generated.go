package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// IsBaseTemplate reports whether a framework generated the template that a
// request stands in, so that it is no evidence that a page uses the element.
func (r *Request) IsBaseTemplate() bool {
	switch r.Form {
	case ComponentForm, AttributeForm, OpenTypeForm:
		return r.Origin == Generated && isBaseTemplate(r.File.Data)
	}
	return false
}

// named returns the elements of base templates, such as "live-pusher", that
// some script names: in a string or as a member, the two ways in which the
// built pages of a framework say which element they draw. A script that lists
// the components of the framework names none.
func (l *loader) named(tasks []task) map[string]bool {
	elements, all := l.baseElements()
	names := map[string]bool{}
	if len(elements) == 0 {
		return names
	}
	members := map[string]string{}
	for _, element := range elements {
		members[pascal(element)] = element
	}
	var buf []byte
	for i := range tasks {
		if tasks[i].kind != script {
			continue
		}
		data, err := l.options.Overlay.readInto(tasks[i].path, buf)
		if buf = data; err == nil && mayName(data, members) {
			nameElements(data, members, isIndex(data, all), names)
		}
	}
	return names
}

// mayName reports whether the name of an element stands somewhere in a script.
func mayName(data []byte, members map[string]string) bool {
	for member, element := range members {
		if bytes.Contains(data, []byte(member)) || bytes.Contains(data, []byte(element)) {
			return true
		}
	}
	return false
}

// nameElements notes the elements that a script names: as a member that it
// reads, for what it assigns to is an export, and unless it is an index in a
// string.
func nameElements(data []byte, members map[string]string, index bool, names map[string]bool) {
	var s scan.Script
	s.Lex(data, 0, len(data), scan.Dialect{JSX: true})
	for i := range s.Tokens {
		if lit, ok := s.Literal(i); ok && !index {
			if text := string(data[lit.Start:lit.End]); text != "" && members[pascal(text)] == text {
				names[text] = true
			}
		}
		if element := members[string(s.Text(i))]; element != "" && (s.Is(i-1, ".") || s.Is(i-1, "?.")) && !s.Is(i+1, "=") {
			names[element] = true
		}
	}
}

// baseElements returns the elements that requests of base templates stand at,
// and all that those templates hold.
func (l *loader) baseElements() (asking []string, all map[string]bool) {
	all = map[string]bool{}
	seen := map[*source.File]bool{}
	for _, r := range l.project.Requests {
		if !r.IsBaseTemplate() {
			continue
		}
		if e := r.Capability.Match.Element; !contains(asking, e) {
			asking = append(asking, e)
		}
		if data := r.File.Data; !seen[r.File] {
			seen[r.File] = true
			scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
				Element: func(e *scan.Element) { all[string(data[e.Name.Start:e.Name.End])] = true },
			})
		}
	}
	return asking, all
}

// isIndex reports whether a script lists most elements of the base templates.
func isIndex(data []byte, all map[string]bool) bool {
	n := 0
	for element := range all {
		if quotes(data, element) {
			n++
		}
	}
	return n*2 > len(all)
}

func quotes(data []byte, s string) bool {
	for _, quote := range []string{`"`, `'`, "`"} {
		if bytes.Contains(data, []byte(quote+s+quote)) {
			return true
		}
	}
	return false
}

// pascal turns "live-pusher" into "LivePusher".
func pascal(element string) string {
	var b strings.Builder
	for _, part := range strings.Split(element, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}
