package scan

import "bytes"

func (l *lexer) jsxOpen() {
	start := l.pos
	l.pos++
	l.push(inJSXTag, l.emit(JSXStart, start))
}

// jsxAttribute reads one token inside an opening tag.
func (l *lexer) jsxAttribute() {
	c, start := l.Data[l.pos], l.pos
	switch {
	case class[c] == space || class[c] == newline:
		l.pos++
		l.newLine = l.newLine || class[c] == newline
	case c == '/' && (l.at(l.pos+1) == '/' || l.at(l.pos+1) == '*'):
		l.comment()
	case c == '/' && l.at(l.pos+1) == '>':
		l.pos += 2
		l.emit(JSXEnd, start)
		l.pop()
		l.expr = false
	case c == '>':
		l.pos++
		l.emit(JSXEnd, start)
		l.push(inJSXChildren, l.pop().token)
	case c == '{':
		l.jsxHole()
	case class[c] == quote:
		l.jsxString(c)
	case class[c] == letter:
		l.jsxName()
	case c == '<':
		l.jsxNested()
	case c == '(':
		l.jsxAbandon()
	case c == '}' || c == ')' || c == ';':
		l.pop() // half-typed tag: what follows is code again
		l.expr = false
	default:
		l.pos++
		l.emit(Punct, start)
	}
}

// jsxAbandon leaves a half-typed tag behind which a call stands, and reads the
// callee again as code.
func (l *lexer) jsxAbandon() {
	last := len(l.Tokens) - 1
	l.expr = false
	if name := l.Tokens[last]; name.Kind == JSXName && l.Tokens[last-1].Kind != JSXStart {
		l.pos, l.newLine, l.Tokens = int(name.Start), name.NewLine, l.Tokens[:last]
		l.expr = true
	}
	l.pop()
}

func (l *lexer) jsxName() {
	start := l.pos
	for l.pos < l.end && jsxNameByte(l.Data[l.pos]) {
		l.pos++
	}
	if l.pos > start {
		l.emit(JSXName, start)
	}
}

func jsxNameByte(c byte) bool {
	return class[c] == letter || class[c] == digit || c == '-' || c == ':' || c == '.'
}

// jsxString reads an attribute value: no escapes, line breaks allowed. One
// that is never closed ends with its line.
func (l *lexer) jsxString(q byte) {
	start := l.pos
	l.pos++
	if i := bytes.IndexByte(l.Data[l.pos:l.end], q); i >= 0 {
		l.pos += i + 1
	} else {
		l.work += l.end - l.pos
		l.skipLine()
	}
	l.emit(String, start)
}

// jsxNested reads a "<" inside a tag: the type arguments of <List<Item>, or
// the next tag behind a half-typed one, which is taken for an empty element
// where it has siblings.
func (l *lexer) jsxNested() {
	start := l.pos
	if l.dialect.TypeScript && l.Tokens[len(l.Tokens)-1].Kind == JSXName {
		if n := typeArgumentsLength(l.Data[l.pos:l.end]); n > 0 {
			l.pos += n
			l.emit(Punct, start)
			return
		}
	}
	tag := l.pop()
	if l.top() != inJSXChildren {
		l.push(inJSXChildren, tag.token)
	}
}

func (l *lexer) jsxHole() {
	start := l.pos
	l.pos++
	l.push(inJSXHole, l.emit(Open, start))
	l.expr = true
}

// jsxChild reads text between tags, a hole, or the next tag.
func (l *lexer) jsxChild() {
	start := l.pos
	for l.pos < l.end {
		c := l.Data[l.pos]
		if c == '{' || c == '<' && l.beginsTag(l.at(l.pos+1)) {
			break
		}
		l.pos++
	}
	if l.pos > start {
		l.emit(JSXText, start)
	}
	switch {
	case l.pos == l.end:
	case l.Data[l.pos] == '{':
		l.jsxHole()
	case l.at(l.pos+1) == '/':
		l.jsxClose()
	default:
		l.jsxOpen()
	}
}

// beginsTag reports whether c behind a "<" makes it a tag, not text.
func (l *lexer) beginsTag(c byte) bool {
	return c == '/' || c == '>' || class[c] == letter
}

// jsxClose reads "</name>" and leaves the children it closes.
func (l *lexer) jsxClose() {
	start := l.pos
	l.pos += 2
	l.emit(JSXStart, start)
	l.skipSpace()
	name := l.pos
	l.jsxName()
	l.jsxLeave(l.Data[name:l.pos])
	l.skipSpace()
	if start = l.pos; l.at(start) == '>' {
		l.pos++
		l.emit(JSXEnd, start)
	}
	l.expr = false
}

func (l *lexer) skipSpace() {
	for l.pos < l.end && class[l.Data[l.pos]] == space {
		l.pos++
	}
}

// jsxLeave leaves the nearest element of that name, and with it those that
// were never closed; when there is none near by, the innermost one.
func (l *lexer) jsxLeave(name []byte) {
	n := 1
	for up := 1; up <= 8 && up <= len(l.stack); up++ {
		ctx := l.stack[len(l.stack)-up]
		if ctx.kind != inJSXChildren {
			break
		}
		if bytes.Equal(l.elementName(ctx.token), name) {
			n = up
			break
		}
	}
	for ; n > 0; n-- {
		l.pop()
	}
}

func (l *lexer) elementName(start int32) []byte {
	if i := int(start) + 1; l.kind(i) == JSXName {
		return l.Text(i)
	}
	return nil
}
