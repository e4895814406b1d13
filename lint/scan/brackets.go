package scan

// context is one open construct. Its kind decides how a slash, a "<" and a
// closing brace are read.
type context struct {
	kind  contextKind
	token int32 // index of the Open token, for JSX of the tag's JSXStart
}

type contextKind uint8

const (
	inParen        contextKind = iota
	inControlParen             // of if, while, for, with: an expression may follow the ")"
	inBracket
	inBlock
	inObject
	inTemplateHole
	inJSXTag
	inJSXChildren
	inJSXHole
)

func (l *lexer) openBracket(c byte) {
	kind := inParen
	switch c {
	case '(':
		if l.controlParen() {
			kind = inControlParen
		}
	case '[':
		kind = inBracket
	case '{':
		kind = inBlock
		if l.opensObject() {
			kind = inObject
		}
	}
	start := l.pos
	l.pos++
	l.push(kind, l.emit(Open, start))
	l.expr = true
}

func (l *lexer) push(kind contextKind, token int32) {
	l.stack = append(l.stack, context{kind, token})
	l.depth[shape(kind)]++
}

func (l *lexer) pop() context {
	c := l.stack[len(l.stack)-1]
	l.stack = l.stack[:len(l.stack)-1]
	l.depth[shape(c.kind)]--
	return c
}

// shape folds the kinds of context into those closed by ")", "]", "}" and a
// tag.
func shape(k contextKind) int {
	switch k {
	case inParen, inControlParen:
		return 0
	case inBracket:
		return 1
	case inJSXTag, inJSXChildren:
		return 3
	}
	return 2
}

// closeBracket pairs a closing bracket with the nearest open one of its shape
// and drops what was left open in between; one that nothing opened stays
// alone.
func (l *lexer) closeBracket(c byte) {
	want := 2
	switch c {
	case ')':
		want = 0
	case ']':
		want = 1
	}
	start := l.pos
	l.pos++
	i := l.emit(Close, start)
	l.expr = false
	if l.depth[want] == 0 {
		return
	}
	for len(l.stack) > 0 {
		ctx := l.pop()
		if shape(ctx.kind) != want {
			continue
		}
		l.Tokens[i].Match, l.Tokens[ctx.token].Match = ctx.token, i
		l.afterClose(ctx.kind)
		return
	}
}

func (l *lexer) afterClose(kind contextKind) {
	switch kind {
	case inControlParen, inBlock:
		l.expr = true
	case inTemplateHole:
		l.template(l.pos)
	}
}

// controlParen reports whether the parenthesis at hand belongs to a statement
// keyword, so that an expression follows it.
func (l *lexer) controlParen() bool {
	i := len(l.Tokens) - 1
	if l.kind(i) != Ident || l.Is(i-1, ".") || l.Is(i-1, "?.") {
		return false
	}
	switch string(l.Text(i)) {
	case "if", "while", "for", "with":
		return true
	}
	return l.Is(i, "await") && l.Is(i-1, "for")
}

// opensObject tells an object literal from a block by the token before it.
func (l *lexer) opensObject() bool {
	i := len(l.Tokens) - 1
	if i < 0 || !l.expr {
		return false
	}
	switch l.Tokens[i].Kind {
	case Open:
		return l.Data[l.Tokens[i].Start] != '{' || l.top() == inTemplateHole || l.top() == inJSXHole
	case Punct:
		op := string(l.Text(i))
		return op != "=>" && op != ";"
	case Ident:
		word := string(l.Text(i)) // behind any other that takes a block no expression is expected
		return word != "else" && word != "do"
	}
	return false
}
