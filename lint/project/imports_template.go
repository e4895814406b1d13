package project

import (
	"bytes"
	"slices"
)

// linkTags begin the names of the elements whose attributes name another file
// of the program.
var linkTags = []string{"import", "include", "wxs", "sjs", "script", "template"}

// template finds the files that the elements of a template name in src or from.
func (m *imports) template(data []byte) {
	for i := bytes.IndexByte(data, '<'); i >= 0; {
		tag := data[i+1:]
		next := bytes.IndexByte(tag, '<')
		if next >= 0 {
			tag, i = tag[:next], i+1+next
		} else {
			i = -1
		}
		switch byteAt(tag, 0) {
		case 'i', 'w', 's', 't':
			if slices.ContainsFunc(linkTags, func(name string) bool { return bytes.HasPrefix(tag, []byte(name)) }) {
				m.attributes(tag)
			}
		}
	}
}

// attributes reads src and from in the text of an element.
func (m *imports) attributes(tag []byte) {
	for _, name := range []string{"src", "from"} {
		for i := nextWord(tag, 0, name); i >= 0; i = nextWord(tag, i, name) {
			if i = skipBlank(tag, i); byteAt(tag, i) == '=' {
				m.attribute(tag[skipBlank(tag, i+1):])
			}
		}
	}
}

// attribute reads a value with or without quotes.
func (m *imports) attribute(rest []byte) {
	text, end := literal(rest, 0)
	if end < 0 {
		if end = bytes.IndexAny(rest, " \t\r\n>"); end < 0 {
			end = len(rest)
		}
		text = rest[:end]
	}
	if bytes.Contains(text, []byte("{{")) {
		m.dynamic = true
		return
	}
	m.specs = append(m.specs, string(text))
}

// paths finds every quoted string with a slash in it: where a configuration is
// written inside a script, any of them may name a component.
func (m *imports) paths(data []byte) {
	for i := 0; i < len(data); i++ {
		if c := data[i]; c != '"' && c != '\'' {
			continue
		}
		text, end := literal(data, i)
		if end > 0 && len(text) < 200 && bytes.IndexByte(text, '/') >= 0 {
			m.specs = append(m.specs, string(text))
		}
	}
}
