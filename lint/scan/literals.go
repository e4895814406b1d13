package scan

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// str reads a quoted string; a line break ends one that is not closed.
func (l *lexer) str(q byte) {
	start, text := l.pos, l.Data[:l.end]
	i := start + 1
loop:
	for ; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
			if l.at(i) == '\r' && l.at(i+1) == '\n' {
				i++
			}
		case q:
			i++
			break loop
		case '\n', '\r':
			break loop
		}
	}
	l.pos = min(i, l.end)
	l.emit(String, start)
}

// regex reads a regular expression and reports false, reading nothing, when
// its line ends before it does; the rest of that line is then not tried again,
// which keeps the time linear.
func (l *lexer) regex() bool {
	if l.pos < l.noRegex {
		return false
	}
	class := false
	for i := l.pos + 1; i < l.end; i++ {
		switch c := l.Data[i]; {
		case c == '\n' || c == '\r':
			return l.notRegex(i)
		case c == '\\' && l.at(i+1) != '\n' && l.at(i+1) != '\r':
			i++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			start := l.pos
			for i++; i < l.end && l.Data[i]|0x20 >= 'a' && l.Data[i]|0x20 <= 'z'; i++ {
			}
			l.pos = i
			l.emit(Regex, start)
			l.expr = false
			return true
		}
	}
	return l.notRegex(l.end)
}

func (l *lexer) notRegex(lineEnd int) bool {
	l.work += lineEnd - l.pos
	l.noRegex = lineEnd
	return false
}

func (l *lexer) comment() {
	start := l.pos
	switch {
	case l.Data[l.pos+1] == '/':
		l.skipLine()
	case l.closeComment():
		l.newLine = l.newLine || bytes.IndexByte(l.Data[start:l.pos], '\n') >= 0
	default:
		l.skipLine()
	}
	if bytes.Contains(l.Data[start:l.pos], []byte("mplint-")) {
		l.Comments = append(l.Comments, source.Range{Start: start, End: l.pos})
	}
}

// closeComment goes behind the end of the block comment at hand. It reports
// false, going nowhere, for one that nothing closes before the file ends or
// the next comment opens a line.
func (l *lexer) closeComment() bool {
	if l.pos < l.noComment {
		return false
	}
	for i := l.pos + 2; ; i++ {
		star := bytes.IndexByte(l.Data[min(i, l.end):l.end], '*')
		if star < 0 {
			return l.notClosed(l.end)
		}
		i += star
		if l.at(i+1) == '/' {
			l.pos = i + 2
			return true
		}
		if l.Data[i-1] == '/' && i > l.pos+2 && l.beginsLine(i-1) {
			return l.notClosed(i - 1)
		}
	}
}

// notClosed notes that no comment is closed before an offset. Nothing is lost
// where the comment ends with its line anyway, as in a banner of such lines.
func (l *lexer) notClosed(before int) bool {
	l.work += before - l.pos
	l.noComment = before
	text := l.Data[l.pos:before]
	i := bytes.IndexByte(text, '\n')
	l.Incomplete = l.Incomplete || before == l.end || bytes.IndexByte(text[i+1:], '\n') >= 0
	return false
}

// beginsLine reports whether only white space stands before offset i on its
// line.
func (l *lexer) beginsLine(i int) bool {
	for i--; i > l.pos; i-- {
		switch class[l.Data[i]] {
		case newline:
			return true
		case space:
		default:
			return false
		}
	}
	return false
}

func (l *lexer) skipLine() {
	if n := bytes.IndexAny(l.Data[l.pos:l.end], "\r\n"); n >= 0 {
		l.pos += n
	} else {
		l.pos = l.end
	}
}
