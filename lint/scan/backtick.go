package scan

import "bytes"

// template reads one piece of a template literal up to the closing back-tick
// or the next hole.
func (l *lexer) template(start int) {
	if start == l.drop && l.closesHole() {
		return
	}
	for l.pos < l.end {
		switch c := l.Data[l.pos]; {
		case c == '\\':
			l.pos++
		case c == '`':
			l.pos++
			l.emit(TemplatePart, start)
			l.expr = false
			l.suspectPiece(start)
			return
		case c == '$' && l.at(l.pos+1) == '{':
			l.emit(TemplatePart, start)
			hole := l.pos
			l.pos += 2
			l.push(inTemplateHole, l.emit(Open, hole))
			l.expr = true
			return
		case class[c] == newline && (l.rescued || start == l.drop):
			l.emit(TemplatePart, start)
			l.expr = false
			return
		}
		l.pos++
	}
	l.unclosedTemplate(start)
}

// unclosedTemplate ends a piece that runs to the end of the file at the end of
// its line, as every piece after it, so that the rest is read only once more.
func (l *lexer) unclosedTemplate(start int) {
	l.Incomplete = true
	l.expr = false
	if !l.rescued && l.at(start) == '`' {
		if l.pos = start + 1; l.closesHole() {
			return
		}
	}
	l.pos = l.end
	if !l.rescued {
		l.rescued = true
		l.work += l.end - start
		if i := bytes.IndexAny(l.Data[start:l.end], "\r\n"); i >= 0 {
			l.pos = start + i
		}
	}
	l.emit(TemplatePart, start)
}

// closesHole takes the back-tick that was just read, inside a hole, for the end
// of the template around it: `${id`.
func (l *lexer) closesHole() bool {
	if l.top() != inTemplateHole || l.Data[l.pos-1] != '`' {
		return false
	}
	l.pop()
	l.emit(TemplatePart, l.pos-1)
	l.expr = false
	return true
}

// suspectPiece notes the first piece that was probably closed by the back-tick
// that opens the next template: it spans lines, and behind it stands the
// beginning of a text rather than an operator. Lex then starts again without
// it, because every back-tick after it was taken for its opposite.
func (l *lexer) suspectPiece(start int) {
	if l.suspect >= 0 || l.drop >= 0 || !l.beginsText() {
		return
	}
	if bytes.IndexByte(l.Data[start:l.pos], '\n') >= 0 {
		l.suspect = start
	}
}

// beginsText reports whether what follows a closing back-tick looks like the
// beginning of a text, because no code goes on like that.
func (l *lexer) beginsText() bool {
	c, after := l.at(l.pos), l.at(l.pos+1)
	switch class[c] {
	case letter, digit, quote:
		return l.wideSpace() == 0
	}
	switch c {
	case '<', '@', '{', '%':
		return true
	case '/':
		return after != '/' && after != '*'
	case '.':
		return after == '.' || after == '/' || after == '$'
	case '&', '-':
		return class[after] == letter
	case ' ', '?', '(', '[', '=', ':', ',':
		rest := bytes.TrimLeft(l.Data[l.pos+1:min(l.pos+32, l.end)], " ")
		return bytes.HasPrefix(rest, []byte("${"))
	}
	return false
}
