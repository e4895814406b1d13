package scan

import "bytes"

// maxLiteralDepth bounds the nesting of an expression. What is nested deeper
// is not read.
const maxLiteralDepth = 100

// literalReader reads an expression as far as it takes to know which of its
// string literals can be its value.
type literalReader struct {
	expr  []byte
	pos   int
	depth int
	found [][2]int // insides of the literals that count so far

	unclosed string // the ends of comments that do not follow
}

// StringLiterals visits the insides of the string literals that an expression
// can come to, as offsets into expr: both branches of a condition, the right
// side of "&&", both sides of "||" and "??", the values of object and array
// literals. Literals that are compared, joined, called with or used as a key
// do not count. The expression is the inside of a mustache, or the value of an
// attribute with its mustaches.
func StringLiterals(expr []byte, visit func(start, end int)) {
	if bytes.IndexByte(expr, '\'') < 0 && bytes.IndexByte(expr, '"') < 0 && bytes.IndexByte(expr, '`') < 0 {
		return
	}
	if !bytes.Contains(expr, []byte("{{")) {
		literalsOf(expr, 0, visit)
		return
	}
	Mustaches(expr, func(start, end int) { literalsOf(expr[start:end], start, visit) })
}

func literalsOf(expr []byte, base int, visit func(start, end int)) {
	l := literalReader{expr: expr}
	l.list(0)
	for _, f := range l.found {
		visit(base+f[0], base+f[1])
	}
}

// list reads expressions up to a closing bracket, or to the end for 0. What
// stands before a colon is a key.
func (l *literalReader) list(closer byte) {
	for l.blank(); l.pos < len(l.expr); l.blank() {
		if closer != 0 && l.at(0) == closer {
			l.pos++
			return
		}
		start, mark := l.pos, len(l.found)
		l.choice()
		l.blank()
		switch c := l.at(0); {
		case c == ':':
			l.found = l.found[:mark]
			l.pos++
		case c == ',' || c == ';' || l.pos == start:
			l.pos++
		}
	}
}

// choice reads "a ? b : c" and what binds more closely.
func (l *literalReader) choice() {
	if l.depth == maxLiteralDepth {
		l.pos = len(l.expr)
		return
	}
	l.depth++
	defer func() { l.depth-- }()
	for {
		mark := len(l.found)
		l.either()
		if !l.take("?") {
			return
		}
		l.found = l.found[:mark]
		l.choice()
		if !l.take(":") {
			return
		}
	}
}

// either reads "a || b" and "a ?? b".
func (l *literalReader) either() {
	for l.both(); l.take("||") || l.take("??"); {
		l.both()
	}
}

// both reads "a && b", whose left side is its value only when it is empty.
func (l *literalReader) both() {
	mark := len(l.found)
	for l.operation(); l.take("&&"); {
		l.found = l.found[:mark]
		l.operation()
	}
}

// operation reads operands joined by any other operator. Literals count only
// when there is no operator at all.
func (l *literalReader) operation() {
	mark := len(l.found)
	plain := l.operand()
	for l.operator() {
		plain = false
		l.operand()
	}
	if !plain {
		l.found = l.found[:mark]
	}
}
