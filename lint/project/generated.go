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
	var buf []byte
	for i := range tasks {
		if tasks[i].kind != script {
			continue
		}
		data, err := l.options.Overlay.readInto(tasks[i].path, buf)
		if buf = data; err != nil {
			continue
		}
		index := isIndex(data, all)
		for _, element := range elements {
			if !names[element] && (!index && quotes(data, element) || reads(data, pascal(element))) {
				names[element] = true
			}
		}
	}
	return names
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

// reads reports whether a script reads a member of that name: what it assigns
// to is an export.
func reads(data []byte, member string) bool {
	name := []byte("." + member)
	for {
		i := bytes.Index(data, name)
		if i < 0 {
			return false
		}
		data = data[i+len(name):]
		rest := bytes.TrimLeft(data, " ")
		longer := len(data) > 0 && wordByte(data[0])
		assigned := len(rest) > 0 && rest[0] == '=' && !bytes.HasPrefix(rest, []byte("=="))
		if !longer && !assigned {
			return true
		}
	}
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
