package scan

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// Dialect says which extensions of JavaScript a script may use.
type Dialect struct {
	JSX        bool // "<" can open an element
	TypeScript bool // "<T,>" and "<T extends" open type parameters, not elements
}

type lexer struct {
	*Script
	dialect Dialect
	pos     int
	end     int
	expr    bool // an expression is expected: a slash opens a regex
	newLine bool
	depth   [4]int // open constructs of each shape

	noRegex   int  // before this offset no slash opens a regex
	noComment int  // before this offset no comment is closed
	rescued   bool // from here on a template ends with its line
	drop      int  // the piece of a template that ends with its line, -1 for none
	suspect   int  // the first piece that looks as if nothing closed it, -1 for none
	work      int  // bytes looked at, ahead or for good
}

// Lex reads data[start:end] into the script, replacing what it held. It never
// fails: text that is no JavaScript comes out as punctuation. Time is linear
// in the length.
func (s *Script) Lex(data []byte, start, end int, d Dialect) {
	s.index.bracketed, s.index.named, s.index.looked = false, false, s.index.looked[:0]
	l := lexer{Script: s, dialect: d, end: end}
	l.run(data, start, -1)
	if l.suspect >= 0 {
		l.run(data, start, l.suspect)
		s.Incomplete = true
	}
	s.work = l.work
}

// run lexes everything, the piece of a template that starts at drop as if it
// were closed at the end of its line.
func (l *lexer) run(data []byte, start, drop int) {
	s := l.Script
	s.Data, s.Tokens, s.Comments, s.stack, s.Incomplete = data, s.Tokens[:0], s.Comments[:0], s.stack[:0], false
	*l = lexer{Script: s, dialect: l.dialect, pos: start, end: l.end, expr: true, drop: drop, suspect: -1, work: l.work}
	if start == 0 {
		l.pos += source.SkipBOM(data[:l.end])
	}
	if bytes.HasPrefix(data[l.pos:l.end], []byte("#!")) {
		l.skipLine()
	}
	for l.pos < l.end {
		l.next()
	}
	l.work += l.end - start
}

func (l *lexer) top() contextKind {
	if len(l.stack) == 0 {
		return inBlock
	}
	return l.stack[len(l.stack)-1].kind
}

func (l *lexer) at(i int) byte {
	if i >= 0 && i < l.end {
		return l.Data[i]
	}
	return 0
}

func (l *lexer) emit(k Kind, start int) int32 {
	l.Tokens = append(l.Tokens, Token{Start: int32(start), End: int32(l.pos), Match: -1, Kind: k, NewLine: l.newLine})
	l.newLine = false
	return int32(len(l.Tokens) - 1)
}

func (l *lexer) next() {
	switch l.top() {
	case inJSXChildren:
		l.jsxChild()
		return
	case inJSXTag:
		l.jsxAttribute()
		return
	}
	c := l.Data[l.pos]
	switch class[c] {
	case space:
		l.blanks()
	case newline:
		l.pos++
		l.newLine = true
	case letter:
		l.word()
	case digit:
		l.number()
	case quote:
		l.str(c)
		l.expr = false
	case open:
		l.openBracket(c)
	case closing:
		l.closeBracket(c)
	default:
		l.symbol(c)
	}
}

// blanks skips spaces and tabs, of which lines are full.
func (l *lexer) blanks() {
	text := l.Data[l.pos:l.end]
	n := 1
	for n < len(text) && class[text[n]] == space {
		n++
	}
	l.pos += n
}

// word reads a name or keyword, or the white space outside ASCII that stands
// where a name could.
func (l *lexer) word() {
	start := l.pos
	for text := l.Data[:l.end]; l.pos < len(text); {
		n := l.pos
		for n < len(text) && text[n] < 0x80 && (class[text[n]] == letter || class[text[n]] == digit) {
			n++
		}
		l.pos = n
		if n == len(text) || text[n] < 0x80 || l.wideSpace() > 0 {
			break
		}
		l.pos++
	}
	if l.pos == start {
		l.newLine = l.newLine || l.at(l.pos) == 0xE2 && l.at(l.pos+2)|1 == 0xA9
		l.pos += l.wideSpace()
		return
	}
	afterDot := l.afterDot()
	l.emit(Ident, start)
	l.expr = !afterDot && expectsExpression(l.Data[start:l.pos])
}

// wideSpace returns the length of the white space of more than one byte at
// hand: no-break, ideographic and typographic spaces, U+2028, U+2029 and a
// BOM inside the text.
func (l *lexer) wideSpace() int {
	second, third := l.at(l.pos+1), l.at(l.pos+2)
	switch l.Data[l.pos] {
	case 0xC2:
		if second == 0xA0 {
			return 2
		}
	case 0xE2:
		if second == 0x80 && (third >= 0x80 && third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF) {
			return 3
		}
	case 0xE3:
		if second == 0x80 && third == 0x80 {
			return 3
		}
	case 0xEF:
		if second == 0xBB && third == 0xBF {
			return 3
		}
	}
	return 0
}

// afterDot reports whether the last token is a member dot, after which every
// word is a plain name.
func (l *lexer) afterDot() bool {
	i := len(l.Tokens) - 1
	return l.Is(i, ".") || l.Is(i, "?.")
}

func (l *lexer) number() {
	start := l.pos
	for l.pos < l.end {
		c := l.Data[l.pos]
		exponent := (c == '+' || c == '-') && l.pos > start && l.Data[l.pos-1]|0x20 == 'e' && l.at(start+1)|0x20 != 'x'
		if class[c] != letter && class[c] != digit && c != '.' && !exponent {
			break
		}
		l.pos++
	}
	l.emit(Number, start)
	l.expr = false
}

func (l *lexer) symbol(c byte) {
	switch {
	case c == '/' && (l.at(l.pos+1) == '/' || l.at(l.pos+1) == '*'):
		l.comment()
		return
	case c == '/' && l.expr && l.regex():
		return
	case c == '`':
		l.pos++
		l.template(l.pos - 1)
		return
	case c == '<' && bytes.HasPrefix(l.Data[l.pos:l.end], []byte("<!--")):
		l.skipLine()
		return
	case c == '<' && l.expr && l.opensElement():
		l.jsxOpen()
		return
	case c == '.' && class[l.at(l.pos+1)] == digit:
		l.number()
		return
	}
	l.punct(c)
}

func (l *lexer) punct(c byte) {
	start := l.pos
	l.pos += operatorLength(l.Data[l.pos:l.end])
	op := l.Data[start:l.pos]
	postfixBang := c == '!' && len(op) == 1 && !l.expr && !l.newLine
	keeps := postfixBang || string(op) == "++" || string(op) == "--"
	l.emit(Punct, start)
	if !keeps {
		l.expr = true
	}
}
