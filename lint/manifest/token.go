package manifest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/source"
)

// str reads the string whose opening quote is at p.pos.
func (p *strict) str() {
	start := p.pos
	for p.pos++; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; {
		case c == '"':
			p.pos++
			return
		case c == '\n' || c == '\r':
			p.fail(CodeUnclosedString, "expected '\"' before the end of the line", start, p.pos)
			return
		case c < ' ':
			p.fail(CodeControlCharacter, "write it as an escape", p.pos, p.pos+1)
			return
		case c == '\\' && !p.escape():
			return
		}
	}
	p.fail(CodeUnclosedString, "expected '\"' before the end of the file", start, len(p.text))
}

// escape moves to the last byte of the escape at p.pos, or fails. A backslash
// before a line end or the end of the text is left to str.
func (p *strict) escape() bool {
	start := p.pos
	rest := p.text[start+1:]
	if len(rest) == 0 || rest[0] == '\n' || rest[0] == '\r' {
		return true
	}
	size := 1
	switch {
	case strings.IndexByte(`"\/bfnrt`, rest[0]) >= 0:
	case rest[0] == 'u':
		for size < min(5, len(rest)) && isHex(rest[size]) {
			size++
		}
		if size < 5 {
			p.fail(CodeInvalidEscape, "expected four hexadecimal digits after \\u", start, start+1+size)
			return false
		}
	default:
		_, size = utf8.DecodeRune(rest)
		p.fail(CodeInvalidEscape, "no such escape in JSON", start, start+1+size)
		return false
	}
	p.pos += size
	return true
}

// number reads a number and fails on what only other languages take for one.
func (p *strict) number() {
	end := wordEnd(p.text, p.pos)
	if !isNumber(p.text[p.pos:end]) {
		p.fail(CodeInvalidNumber, "not a number in JSON", p.pos, end)
		return
	}
	p.pos = end
}

// isNumber reports whether the whole of s is a JSON number.
func isNumber(s []byte) bool {
	s = bytes.TrimPrefix(s, []byte("-"))
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if len(s) > 0 && s[0] == '.' {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if len(s) > 0 && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if len(s) > 0 && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		n := digits(s)
		return n > 0 && n == len(s)
	}
	return len(s) == 0
}

func digits(s []byte) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// literal reads true, false or null.
func (p *strict) literal() {
	end := wordEnd(p.text, p.pos)
	switch string(p.text[p.pos:end]) {
	case "true", "false", "null":
		p.pos = end
	default:
		p.fail(CodeUnknownLiteral, "expected true, false, null or a string in double quotes", p.pos, end)
	}
}

// unclosed reports that the text ended before the bracket at opener was closed.
func (p *strict) unclosed(opener int) {
	code, closer := CodeUnclosedObject, "}"
	if p.text[opener] == '[' {
		code, closer = CodeUnclosedArray, "]"
	}
	end := len(bytes.TrimRight(p.text, " \t\r\n"))
	_, size := utf8.DecodeLastRune(p.text[:end])
	p.fail(code, "expected '"+closer+"' before the end of the file", end-size, end)
	p.fault.Related = source.Range{Start: opener, End: opener + 1}
}

// failAt reports a fault at the token that starts at p.pos.
func (p *strict) failAt(code, words string) {
	p.fail(code, words, p.pos, tokenEnd(p.text, p.pos))
}

// fail keeps the first fault.
func (p *strict) fail(code, words string, start, end int) {
	if p.fault == nil {
		p.fault = &Problem{Kind: Invalid, Range: source.Range{Start: start, End: end}, Text: code + ": " + words}
	}
}

// unexpected reports the token at p.pos, whose first byte is c: by the code
// and words of a well-known slip, or else by those given.
func (p *strict) unexpected(c byte, code, words string) {
	r, _ := utf8.DecodeRune(p.text[p.pos:])
	switch {
	case c == '\'':
		code, words = CodeSingleQuote, "strings take double quotes"
	case bytes.HasPrefix(p.text[p.pos:], []byte("/*")):
		code, words = CodeUnclosedComment, "expected '*/' before the end of the file"
	case strings.ContainsRune("，：；、“”‘’＂＇｛｝［］【】", r):
		code, words = CodeFullWidthPunctuation, "Chinese punctuation; write the ASCII form"
	case r > unicode.MaxASCII && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)):
		code, words = CodeNonASCIISpace, "white space that JSON does not know"
	}
	p.failAt(code, words)
}

// tokenEnd returns the offset after the token at i: a string as far as its
// line goes, a word, the mark of a comment or one character.
func tokenEnd(text []byte, i int) int {
	switch c := text[i]; {
	case c == '"':
		return stringEnd(text, i)
	case isWord(c) || isDigit(c):
		return wordEnd(text, i)
	case bytes.HasPrefix(text[i:], []byte("/*")):
		return i + 2
	}
	_, size := utf8.DecodeRune(text[i:])
	return i + size
}

func stringEnd(text []byte, i int) int {
	for i++; i < len(text) && text[i] != '\n' && text[i] != '\r'; i++ {
		if text[i] == '"' {
			return i + 1
		}
		if text[i] == '\\' && i+1 < len(text) && text[i+1] >= ' ' {
			i++
		}
	}
	return i
}

// wordEnd returns the offset after the letters, digits and signs of a word or
// number at i, at least i+1.
func wordEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		if c := text[i]; !isWord(c) && !isDigit(c) && c != '.' && c != '+' && c != '-' {
			break
		}
	}
	return i
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }
