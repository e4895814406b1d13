package scan

import (
	"bytes"
	"strings"
)

// operator moves behind an operator between two operands.
func (l *literalReader) operator() bool {
	l.blank()
	c, next := l.at(0), l.at(1)
	switch {
	case bytes.IndexByte([]byte("=!<>+-*/%&|^"), c) < 0:
		return l.word("in") || l.word("instanceof")
	case (c == '&' || c == '|') && next == c:
		return false
	}
	for l.pos++; l.pos < len(l.expr) && bytes.IndexByte([]byte("=<>*"), l.at(0)) >= 0; {
		l.pos++
	}
	return true
}

// operand reads one operand. It returns false when an operator before it
// makes another value of it.
func (l *literalReader) operand() bool {
	plain := true
	for l.blank(); ; l.blank() {
		switch c := l.at(0); {
		case l.prefix("..."), l.word("await"):
		case l.word("typeof"), l.word("void"), l.word("delete"), l.word("new"):
			plain = false
		case c == '!' || c == '-' || c == '+' || c == '~':
			l.pos++
			plain = false
		default:
			l.primary()
			return plain
		}
	}
}

func (l *literalReader) primary() {
	mark, start := len(l.found), l.pos
	c := l.at(0)
	switch c {
	case '\'', '"':
		l.quoted(c)
	case '`':
		l.backtick()
	case '(':
		l.brackets(')')
	case '[':
		l.brackets(']')
	case '{':
		l.brackets('}')
	default:
		l.name()
	}
	if l.pos > start {
		l.trailers(mark, c == '[' || c == '{')
	}
}

// trailers reads members, calls and indices behind a value. Only an index
// into an object or array literal leaves the literals in it.
func (l *literalReader) trailers(mark int, indexable bool) {
	for {
		l.blank()
		inner := len(l.found)
		switch c := l.at(0); {
		case c == '[':
			l.brackets(']')
			l.found = l.found[:inner]
		case c == '(':
			l.brackets(')')
			indexable = false
		case c == '.' || c == '?' && l.at(1) == '.' && !isLiteralDigit(l.at(2)):
			l.pos++
			l.prefix(".") // of "?."
			indexable = indexable && l.at(0) == '['
			l.blank()
			l.name()
		default:
			return
		}
		if !indexable {
			l.found = l.found[:mark]
		}
	}
}

func (l *literalReader) brackets(closer byte) {
	l.pos++
	l.list(closer)
}

func (l *literalReader) quoted(quote byte) {
	start := l.pos + 1
	for l.pos++; l.pos < len(l.expr); l.pos++ {
		switch l.at(0) {
		case '\\':
			l.pos++
		case quote:
			l.found = append(l.found, [2]int{start, l.pos})
			l.pos++
			return
		}
	}
	l.pos = len(l.expr)
}

// backtick reads a template literal, which counts when it has no holes.
func (l *literalReader) backtick() {
	start, mark, whole := l.pos+1, len(l.found), true
	for l.pos++; l.pos < len(l.expr); l.pos++ {
		switch c := l.at(0); {
		case c == '\\':
			l.pos++
		case c == '$' && l.at(1) == '{':
			l.pos++
			l.brackets('}')
			l.pos--
			l.found, whole = l.found[:mark], false
		case c == '`':
			if whole {
				l.found = append(l.found, [2]int{start, l.pos})
			}
			l.pos++
			return
		}
	}
	l.pos = len(l.expr)
}

// name reads a name or a number.
func (l *literalReader) name() {
	number := isLiteralDigit(l.at(0))
	for l.pos < len(l.expr) && (isLiteralWord(l.at(0)) || number && l.at(0) == '.') {
		l.pos++
	}
}

// word moves behind a word that stands at l.pos as a whole.
func (l *literalReader) word(w string) bool {
	return !(l.pos+len(w) < len(l.expr) && isLiteralWord(l.expr[l.pos+len(w)])) && l.prefix(w)
}

// take moves behind a blank and an operator that is not part of a longer one.
func (l *literalReader) take(operator string) bool {
	l.blank()
	return (operator != "?" || l.at(1) != '?') && l.prefix(operator)
}

func (l *literalReader) prefix(s string) bool {
	if l.pos > len(l.expr) || !bytes.HasPrefix(l.expr[l.pos:], []byte(s)) {
		return false
	}
	l.pos += len(s)
	return true
}

// blank moves behind blanks and comments, which JSX and Vue take in expressions.
func (l *literalReader) blank() {
	for l.pos < len(l.expr) {
		switch c := l.at(0); {
		case c <= ' ':
			l.pos++
		case c == '/' && l.at(1) == '*' && l.comment("*/"), c == '/' && l.at(1) == '/' && l.comment("\n"):
		default:
			return
		}
	}
}

// comment moves behind a comment, where something closes it.
func (l *literalReader) comment(closer string) bool {
	if strings.Contains(l.unclosed, closer) {
		return false
	}
	end := bytes.Index(l.expr[l.pos+2:], []byte(closer))
	if end < 0 {
		l.unclosed += closer
		return false
	}
	l.pos += 2 + end + len(closer)
	return true
}

// at returns the byte n bytes on, or 0 outside the expression.
func (l *literalReader) at(n int) byte {
	if l.pos+n < len(l.expr) {
		return l.expr[l.pos+n]
	}
	return 0
}

func isLiteralDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLiteralWord(c byte) bool { return startsName(c) || isLiteralDigit(c) || c == '$' }
