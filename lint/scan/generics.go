package scan

import "bytes"

// closeBy is how many bytes a look ahead may take, so that time stays linear.
const closeBy = 256

// opensElement reports whether the "<" at hand, where an expression is
// expected, opens a JSX element rather than type parameters.
func (l *lexer) opensElement() bool {
	c := l.at(l.pos + 1)
	if !l.dialect.JSX || c != '>' && class[c] != letter {
		return false
	}
	return !l.dialect.TypeScript || c == '>' || !l.typeParameters()
}

// typeParameters reports whether the "<" at hand opens type parameters:
// <T,>, <T extends X>, <T = X>, <const T>, and <T>(...) unless an element T is
// closed near by.
func (l *lexer) typeParameters() bool {
	i := l.pos + 1
	for i < l.end && jsxNameByte(l.Data[i]) {
		i++
	}
	name := l.Data[l.pos+1 : i]
	rest := bytes.TrimLeft(l.Data[i:min(i+64, l.end)], " \t\r\n")
	switch {
	case len(rest) == 0:
		return false
	case rest[0] == ',' || rest[0] == '=':
		return true
	case string(name) == "const" || startsWord(rest, "extends"):
		return true
	}
	return bytes.HasPrefix(rest, []byte(">(")) && !l.closedNearBy(name)
}

func startsWord(text []byte, word string) bool {
	if len(text) <= len(word) || !bytes.HasPrefix(text, []byte(word)) {
		return false
	}
	after := class[text[len(word)]]
	return after == space || after == newline
}

// closedNearBy reports whether "</name" follows near by.
func (l *lexer) closedNearBy(name []byte) bool {
	text := l.Data[l.pos:min(l.pos+closeBy, l.end)]
	l.work += len(text)
	for {
		i := bytes.Index(text, []byte("</"))
		if i < 0 {
			return false
		}
		text = text[i+2:]
		if bytes.HasPrefix(text, name) {
			return true
		}
	}
}

// typeArgumentsLength returns the length of the balanced "<...>" that text
// begins with, or 0 when it does not end near by.
func typeArgumentsLength(text []byte) int {
	depth := 0
	for i := range text[:min(closeBy, len(text))] {
		switch text[i] {
		case '<':
			depth++
		case '>':
			if text[i-1] == '=' {
				continue
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case '/':
			return 0
		}
	}
	return 0
}

// afterTypeArguments returns the token behind the type arguments that open
// with the "<" at token i, or -1 when they are none.
func (s *Script) afterTypeArguments(i int) int {
	depth := 0
	for limit := i + 200; i < min(limit, len(s.Tokens)); i++ {
		switch s.Tokens[i].Kind {
		case Open:
			if s.Tokens[i].Match < 0 {
				return -1
			}
			i = int(s.Tokens[i].Match)
		case Punct:
			switch string(s.Text(i)) {
			case "<":
				depth++
			case ">":
				if depth--; depth == 0 {
					return i + 1
				}
			case ",", ".", "|", "&", "?", ":", "=>", "...", "-":
			default:
				return -1
			}
		case Ident, Number, String:
		default:
			return -1
		}
	}
	return -1
}
