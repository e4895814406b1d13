package project

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// mayAsk reports whether a script may use an interface or hold a comment for
// the linter. It looks at bytes, by the names of the platform's data: most
// scripts ask for nothing and are not lexed.
func (c *collector) mayAsk() bool {
	return c.options.NoPrefilter || c.mentionsInterface() || mentionsOpenType(c.code()) || holds(c.code(), "mplint-")
}

// mentionsInterface reports whether the script may use an interface of the
// platform: whether a name of the object stands there as a word of its own with
// a known member behind it, or with something that needs the lexer to be
// understood.
func (c *collector) mentionsInterface() bool {
	if c.mentionsMemberOf(c.platform.Object) || c.links.mentionedIn(c.code()) {
		return true
	}
	f := c.root.Framework
	if f == nil {
		return false
	}
	if f.Object != "" && c.mentionsMemberOf(f.Object) {
		return true
	}
	for _, m := range f.Modules {
		if holds(c.code(), m.Name) {
			return true
		}
	}
	return false
}

func (c *collector) mentionsMemberOf(object string) bool {
	code := c.code()
	first := 0
	if c.part.Start == 0 {
		first = source.SkipBOM(code)
	}
	for i := first; ; {
		j := indexOf(code[i:], object)
		if j < 0 {
			return false
		}
		start := i + j
		i = start + len(object)
		if start > first && code[start-1] < utf8.RuneSelf && wordByte(code[start-1]) {
			continue // the end of a longer word; behind other letters or spaces the lexer decides
		}
		if c.memberOfInterest(code[i:]) || givenAway(code[first:start], code[i:]) {
			return true
		}
	}
}

// givenAway reports whether the object's name, with what stands before and
// behind it, may be a value that goes elsewhere: api = wx, c ? wx : my,
// { api: wx }, return globalThis.wx. Behind a comment the lexer decides.
func givenAway(before, rest []byte) bool {
	if len(rest) > 0 && wordByte(rest[0]) || member(bytes.TrimLeft(rest, " \t\r\n")) {
		return false
	}
	before = bytes.TrimRight(before, " \t\r\n")
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	if comment := bytes.Index(line, []byte("//")); comment >= 0 {
		before = bytes.TrimRight(before[:len(before)-len(line)+comment], " \t\r\n")
	}
	if len(before) == 0 {
		return false
	}
	return bytes.IndexByte([]byte("=.?:|&{[,>/"), before[len(before)-1]) >= 0 || bytes.HasSuffix(before, []byte("return"))
}

// member reports whether what follows a name asks for a member of it.
func member(rest []byte) bool {
	switch byteAt(rest, 0) {
	case '.', '[':
		return true
	case '?', '!':
		return byteAt(rest, 1) == '.'
	}
	return false
}

// memberOfInterest reports whether what follows the object's name is a known
// member, or no plain member at all.
func (c *collector) memberOfInterest(rest []byte) bool {
	member := bytes.TrimLeft(rest, ".?! \t\r\n")
	n := 0
	for n < len(member) && wordByte(member[n]) {
		n++
	}
	switch {
	case len(rest) > 0 && wordByte(rest[0]):
		return false // a longer word
	case n > 0:
		return c.known(member[:n]) || string(member[:n]) == "as"
	}
	return len(member) > 0 && bytes.IndexByte([]byte("[)/,"), member[0]) >= 0
}

// known reports whether a name is a member of the platform's object or of the
// framework's, or a property that holds such an object.
func (c *collector) known(name []byte) bool {
	if c.platform.HasMember(name) || c.links.onObject(name) {
		return true
	}
	f := c.root.Framework
	return f != nil && f.Renames[c.platform.ID][string(name)] != ""
}

// mayHoldElement reports whether a script with JSX may hold an element that
// asks for something.
func (c *collector) mayHoldElement() bool {
	if ext := extension(c.task.name); ext != ".tsx" && ext != ".jsx" && c.root.Framework == nil {
		return false
	}
	if c.options.NoPrefilter {
		return true
	}
	code := c.code()
	if !bytes.Contains(code, []byte("/>")) && !bytes.Contains(code, []byte("</")) {
		return false
	}
	if c.task.origin == Own && c.mayHoldField(code) {
		return true
	}
	return slices.ContainsFunc(c.asking.words, func(word string) bool { return holds(code, word) }) || c.asking.opens(code)
}

// asking is what stands in every script whose JSX asks for something: a word,
// or a tag with one of the names or of a box.
type asking struct {
	words []string
	tags  map[string]bool
}

func askingIn(p *platform.Platform) asking {
	a := asking{[]string{"openType", "OpenType", "open-type", "showLocation", "show-location"}, map[string]bool{}}
	for _, c := range p.Capabilities() {
		if c.Kind == platform.Component {
			a.tags[c.Match.Element], a.tags[pascal(c.Match.Element)] = true, true
		}
		if c.Kind == platform.Attr && c.Match.Attr == "type" {
			a.words = append(a.words, c.Match.Values...)
		}
	}
	return a
}

// opens reports whether one of the tags opens somewhere.
func (a *asking) opens(code []byte) bool {
	for i := bytes.IndexByte(code, '<'); i >= 0; {
		code = code[i+1:]
		n := 0
		for n < len(code) && (wordByte(code[n]) || code[n] == '-' || code[n] == '.' || code[n] == ':') {
			n++
		}
		if name := string(code[:n]); a.tags[name] || isBox(name) {
			return true
		}
		i = bytes.IndexByte(code, '<')
	}
	return false
}

// mayHoldField reports whether an element in whose name a part of the name of
// a form field stands may be in a template or in JSX: <van-field>, <AtInput>.
func (c *collector) mayHoldField(data []byte) bool {
	return c.options.NoPrefilter || slices.ContainsFunc(platform.Forms().ElementParts, func(part string) bool {
		return inTagName(data, part[1:]) || strings.Contains(part, "-") && inTagName(data, pascal(part)[1:])
	})
}

// maxTagName bounds how far back from a part the start of a tag is looked for.
const maxTagName = 64

// inTagName reports whether a part stands in the name of an opening tag.
func inTagName(data []byte, part string) bool {
	for i := 0; ; i++ {
		n := indexOf(data[i:], part)
		if n < 0 {
			return false
		}
		i += n
		name := data[max(0, i-maxTagName):i]
		start := len(name)
		for start > 0 && (wordByte(name[start-1]) || bytes.IndexByte([]byte("-.:"), name[start-1]) >= 0) {
			start--
		}
		if start > 0 && name[start-1] == '<' {
			return true
		}
	}
}
