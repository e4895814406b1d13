package manifest

import "github.com/mplint/mplint/lint/source"

// strict reads JSON as RFC 8259 has it and stops at the first fault. It
// recurses, so the caller bounds the nesting.
type strict struct {
	text  []byte
	pos   int
	open  []int // offsets of the brackets that are not closed yet
	fault *Problem
}

// document reads white space, one value and white space.
func (p *strict) document() {
	if _, ok := p.next(); !ok {
		return
	}
	p.value()
	if c, ok := p.next(); ok {
		p.unexpected(c, CodeTrailingText, "expected the end of the file")
	}
}

// next skips white space and returns the byte there. It returns false after a
// fault and at the end of the text, which is a fault inside brackets.
func (p *strict) next() (byte, bool) {
	if p.fault != nil {
		return 0, false
	}
	for ; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c, true
		}
	}
	if len(p.open) > 0 {
		p.unclosed(p.open[len(p.open)-1])
	}
	return 0, false
}

// value reads the value that starts at p.pos.
func (p *strict) value() {
	switch c := p.text[p.pos]; {
	case c == '{':
		p.container('}', p.member)
	case c == '[':
		p.container(']', p.value)
	case c == '"':
		p.str()
	case c == '-' || c == '+' || c == '.' || isDigit(c):
		p.number()
	case isWord(c):
		p.literal()
	case c == ',' || c == ':' || c == '}' || c == ']':
		p.failAt(CodeMissingValue, "expected a value")
	default:
		p.unexpected(c, CodeUnexpectedToken, "expected a value")
	}
}

// container reads an object or array whose items are read by item.
func (p *strict) container(closer byte, item func()) {
	opener := p.pos
	p.open = append(p.open, opener)
	p.pos++
	c, ok := p.next()
	for first := true; ok && (c != closer || !first); first = false {
		item()
		if c, ok = p.next(); !ok {
			return
		}
		if c == closer {
			break
		}
		p.comma(c, closer, opener)
		c, ok = p.next()
	}
	if ok {
		p.pos++
		p.open = p.open[:len(p.open)-1]
	}
}

// comma reads the comma between two items.
func (p *strict) comma(c, closer byte, opener int) {
	words := "expected ',' or '" + string(closer) + "'"
	switch {
	case c == ',':
		p.pos++
	case c == '}' || c == ']':
		p.failAt(CodeMismatchedBracket, words)
		p.fault.Related = source.Range{Start: opener, End: opener + 1}
	case c == '"' || c == '{' || c == '[' || c == '-' || isWord(c) || isDigit(c):
		p.failAt(CodeMissingComma, words)
	default:
		p.unexpected(c, CodeUnexpectedToken, words)
	}
}

// member reads a key, a colon and a value.
func (p *strict) member() {
	switch c := p.text[p.pos]; {
	case c == '"':
		p.str()
	case isWord(c) || isDigit(c):
		p.failAt(CodeUnquotedKey, "keys take double quotes")
	default:
		p.unexpected(c, CodeUnexpectedToken, "expected a key in double quotes")
	}
	c, ok := p.next()
	if !ok {
		return
	}
	if c != ':' {
		p.unexpected(c, CodeMissingColon, "expected ':' after the key")
		return
	}
	p.pos++
	if _, ok = p.next(); ok {
		p.value()
	}
}
