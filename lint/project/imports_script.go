package project

import "bytes"

// require reads what stands behind the word require: a call, a call of one of
// its members, or the sign that it gets another name.
func (m *imports) require(data []byte, i int) {
	word := i - len("require")
	i = skipBlank(data, i)
	switch rest := data[i:]; {
	case bytes.HasPrefix(rest, []byte("?.(")):
		m.argument(data, word, i+3)
	case byteAt(data, i) == '(':
		m.argument(data, word, i+1)
	case byteAt(data, i) == '.' || bytes.HasPrefix(rest, []byte("?.")):
		m.member(data, word, i)
	case handedOn(data, word, i):
		m.unresolved(data, word)
	}
}

// handedOn reports whether require gets another name, or goes where its calls
// cannot be followed. A parameter of that name is no such thing, nor the key of
// an object, nor the test that begins a bundle: typeof require && require.
func handedOn(data []byte, word, i int) bool {
	before := bytes.TrimRight(data[max(0, word-maxLook):word], " \t\r\n")
	after := byteAt(data, i)
	switch c := lastByte(before); c {
	case '=', '?', '[':
		return after != '='
	case ':', '{':
		return after != '=' && after != ':'
	case '(', ',':
		return (after == ',' || after == ')' || after == '}') && !parameter(data, i)
	}
	return bytes.HasSuffix(before, []byte("return"))
}

// parameter reports whether a name before i stands in the parameters of a
// function: whether a body or an arrow follows what closes them.
func parameter(data []byte, i int) bool {
	n := bytes.IndexByte(data[i:min(len(data), i+maxLook)], ')')
	if n < 0 {
		return false
	}
	rest := data[skipBlank(data, i+n+1):]
	return byteAt(rest, 0) == '{' || bytes.HasPrefix(rest, []byte("=>"))
}

// member reads require.async and its like; require.context names a folder.
func (m *imports) member(data []byte, word, i int) {
	i = skipBlank(data, i+bytes.IndexByte(data[i:], '.')+1)
	start := i
	for i < len(data) && asciiWord(data[i]) {
		i++
	}
	name := string(data[start:i])
	if name != "async" && name != "context" && name != "resolve" && name != "ensure" {
		return
	}
	i = skipBlank(data, i)
	switch {
	case byteAt(data, i) != '(':
		m.unresolved(data, word)
	case name == "context":
		m.folder(data, word, i+1)
	default:
		m.argument(data, word, i+1)
	}
}

// folder reads the first argument of a call that takes in a folder as a whole:
// "./modules", or the pattern "./modules/*.js". What a pattern leaves out of
// the folder counts as taken in.
func (m *imports) folder(data []byte, word, i int) {
	text, end := literal(data, skipBlank(data, i))
	if end < 0 || byteAt(text, 0) != '.' {
		m.unresolved(data, word)
		return
	}
	if n := bytes.IndexAny(text, "*?{[("); n >= 0 {
		text = text[:bytes.LastIndexByte(text[:n], '/')+1]
	}
	m.folders = append(m.folders, string(text))
}

// importing reads what stands behind the word import; what stands behind its
// from is read elsewhere.
func (m *imports) importing(data []byte, i int) {
	word := i - len("import")
	i = skipBlank(data, i)
	switch byteAt(data, i) {
	case '(':
		m.argument(data, word, i+1)
	case '.':
		if rest := data[i:]; bytes.HasPrefix(rest, []byte(".meta.glob")) {
			call := len(".meta.glob")
			if bytes.HasPrefix(rest[call:], []byte("Eager")) {
				call += len("Eager")
			}
			m.pattern(data, word, i+call)
		}
	default:
		m.quoted(data, i)
	}
}

// pattern reads the call that follows import.meta.glob.
func (m *imports) pattern(data []byte, word, i int) {
	if i = skipBlank(data, i); byteAt(data, i) != '(' {
		m.unresolved(data, word)
		return
	}
	m.folder(data, word, i+1)
}

// argument reads the first argument of a call. A number names a module of a
// bundle, and no argument no module.
func (m *imports) argument(data []byte, word, i int) {
	i = skipBlank(data, i)
	if c := byteAt(data, i); c == ')' || c == 0 || c >= '0' && c <= '9' {
		return
	}
	_, end := literal(data, i)
	if end < 0 {
		m.unresolved(data, word)
		return
	}
	m.add(data, i+1, end-1)
	if c := byteAt(data, skipBlank(data, end)); c != ')' && c != ',' {
		m.unresolved(data, word)
	}
}

// quoted reads the string at i, if there is one.
func (m *imports) quoted(data []byte, i int) {
	if text, end := literal(data, i); end > 0 {
		m.add(data, i+1, end-1)
	} else if line, _, _ := bytes.Cut(text, []byte("\n")); bytes.IndexByte(line, '\\') >= 0 {
		m.dynamic = true
	}
}

// npmPrelude stands before the one computed name of every package that the
// developer tool builds; the names that come there stand in the file.
var npmPrelude = []byte("if(!__MODS__[modId]) return")

// unresolved notes a computed name behind the word that starts at an offset,
// unless that is the member of an object, a function's own name, or part of a
// line of comment.
func (m *imports) unresolved(data []byte, word int) {
	near := data[max(0, word-maxLook):word]
	line := near[bytes.LastIndexByte(near, '\n')+1:]
	before := bytes.TrimRight(line, " \t")
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("//")):
	case bytes.HasSuffix(before, []byte(".")) && !bytes.HasSuffix(before, []byte("...")):
	case bytes.HasSuffix(before, []byte("function")) || bytes.HasSuffix(before, npmPrelude):
	default:
		m.dynamic = true
	}
}
