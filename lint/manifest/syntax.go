package manifest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/source"
	"github.com/tidwall/gjson"
)

// The code words of syntax errors. They never change meaning; the words after
// them may. A range covers the token or the character that a code speaks of.
const (
	CodeMissingComma         = "missing-comma"         // a value or key where a comma or closing bracket belongs
	CodeMissingColon         = "missing-colon"         // no colon after a key
	CodeMissingValue         = "missing-value"         // a comma, colon or closing bracket where a value belongs
	CodeUnclosedObject       = "unclosed-object"       // the text ends inside an object: its last character
	CodeUnclosedArray        = "unclosed-array"        // the text ends inside an array: its last character
	CodeMismatchedBracket    = "mismatched-bracket"    // "]" for an object or "}" for an array
	CodeUnclosedString       = "unclosed-string"       // a string that its line ends: up to there
	CodeUnclosedComment      = "unclosed-comment"      // "/*" without "*/"
	CodeUnquotedKey          = "unquoted-key"          // a key without quotes
	CodeSingleQuote          = "single-quote"          // a string in single quotes
	CodeInvalidEscape        = "invalid-escape"        // a backslash and what JSON does not know after it
	CodeControlCharacter     = "control-character"     // a raw character below U+0020 in a string
	CodeInvalidNumber        = "invalid-number"        // 01, 1., .5, +1, 0x10
	CodeUnknownLiteral       = "unknown-literal"       // a word other than true, false and null
	CodeFullWidthPunctuation = "fullwidth-punctuation" // Chinese punctuation for its ASCII form
	CodeNonASCIISpace        = "non-ascii-space"       // white space that JSON does not know
	CodeTrailingText         = "trailing-text"         // text after the value of the document
	CodeUnexpectedToken      = "unexpected-token"      // anything else
)

// Code returns the code word of a syntax error and "" for other problems.
func (p Problem) Code() string {
	if p.Kind != Invalid {
		return ""
	}
	code, _, _ := strings.Cut(p.Text, ": ")
	return code
}

// strict reads JSON as RFC 8259 has it and stops at the first fault. It
// recurses, so the caller bounds the nesting.
type strict struct {
	text  []byte
	pos   int
	fault *Problem
}

// document reads white space, one value and white space.
func (p *strict) document() {
	if p.space(); p.pos == len(p.text) {
		return
	}
	p.value()
	if p.space(); p.fault == nil && p.pos < len(p.text) {
		p.unexpected(CodeTrailingText, "expected the end of the file")
	}
}

// value reads one value at a place that is not white space.
func (p *strict) value() {
	switch c := p.peek(); {
	case c == '{':
		p.container('}', CodeUnclosedObject, p.member)
	case c == '[':
		p.container(']', CodeUnclosedArray, p.value)
	case c == '"':
		p.str()
	case c == '-' || c >= '0' && c <= '9':
		p.number()
	case isWord(c):
		p.literal()
	case c == ',' || c == ':' || c == '}' || c == ']':
		p.unexpected(CodeMissingValue, "expected a value")
	default:
		p.unexpected(CodeUnexpectedToken, "expected a value")
	}
}

// container reads an object or array whose items are read by item.
func (p *strict) container(closer byte, unclosed string, item func()) {
	opener := source.Range{Start: p.pos, End: p.pos + 1}
	ended := func() bool {
		p.space()
		if p.fault == nil && p.pos == len(p.text) {
			p.fail(unclosed, "expected '"+string(closer)+"' before the end of the file", p.lastRune())
			p.fault.Related = opener
		}
		return p.fault != nil || p.peek() == closer
	}
	p.pos++
	for first := true; !ended(); first = false {
		if !first {
			p.comma(closer, opener)
			if p.fault != nil || ended() && p.fault != nil {
				return
			}
		}
		if item(); p.fault != nil && p.fault.Range.Start == len(p.text) {
			p.fault = nil // the text ended inside the item: the next turn says so
		}
	}
	p.pos++
}

// comma reads the comma between two items.
func (p *strict) comma(closer byte, opener source.Range) {
	words := "expected ',' or '" + string(closer) + "'"
	switch c := p.peek(); {
	case c == ',':
		p.pos++
	case c == '}' || c == ']':
		p.unexpected(CodeMismatchedBracket, words)
		p.fault.Related = opener
	case c == '"' || c == '\'' || c == '{' || c == '[' || c == '-' || isWord(c):
		p.unexpected(CodeMissingComma, words)
	default:
		p.unexpected(CodeUnexpectedToken, words)
	}
}

// member reads a key, a colon and a value.
func (p *strict) member() {
	switch c := p.peek(); {
	case c == '"':
		p.str()
	case c == '\'':
		p.unexpected(CodeSingleQuote, "keys take double quotes")
	case isWord(c):
		p.unexpected(CodeUnquotedKey, "keys take double quotes")
	default:
		p.unexpected(CodeUnexpectedToken, "expected a key in double quotes")
	}
	if p.space(); p.fault != nil {
		return
	}
	if p.peek() != ':' {
		p.unexpected(CodeMissingColon, "expected ':' after the key")
		return
	}
	p.pos++
	if p.space(); p.fault == nil {
		p.value()
	}
}

// space skips white space; what looks like it but is not is a fault.
func (p *strict) space() {
	for p.fault == nil && p.pos < len(p.text) {
		switch c := p.text[p.pos]; c {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			if r, size := utf8.DecodeRune(p.text[p.pos:]); c >= utf8.RuneSelf && unicode.IsSpace(r) || r == '\uFEFF' {
				p.fail(CodeNonASCIISpace, "white space that JSON does not know", source.Range{Start: p.pos, End: p.pos + size})
			}
			return
		}
	}
}

// peek returns the byte at hand, 0 at the end.
func (p *strict) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

func (p *strict) fail(code, words string, r source.Range) {
	if p.fault == nil {
		p.fault = &Problem{Kind: Invalid, Range: r, Text: code + ": " + words}
	}
}

// unexpected fails at the token at hand: a word, a string, or one character.
// At the end of the text it fails just before the end.
func (p *strict) unexpected(code, words string) {
	if p.fault != nil {
		return
	}
	if p.pos >= len(p.text) {
		p.fault = &Problem{Kind: Invalid, Range: source.Range{Start: len(p.text), End: len(p.text)}, Text: code + ": " + words}
		return
	}
	end := p.pos
	for end < len(p.text) && (isWord(p.text[end]) || p.text[end] >= '0' && p.text[end] <= '9') {
		end++
	}
	if end == p.pos {
		r, size := utf8.DecodeRune(p.text[p.pos:])
		end += size
		if strings.ContainsRune("，：；｛｝［］“”‘’", r) {
			code, words = CodeFullWidthPunctuation, "Chinese punctuation; write the ASCII form"
		}
	}
	if p.text[p.pos] == '\'' {
		code, words = CodeSingleQuote, "strings take double quotes"
	}
	if p.text[p.pos] == '"' {
		end = stringEnd(p.text, p.pos)
	}
	p.fail(code, words, source.Range{Start: p.pos, End: end})
}

// stringEnd returns the end of the string that starts at i, at the latest that
// of its line.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		case '\n', '\r':
			return i
		}
	}
	return len(text)
}

// lastRune is the range of the last character that is not white space.
func (p *strict) lastRune() source.Range {
	end := len(bytes.TrimRight(p.text, " \t\r\n"))
	_, size := utf8.DecodeLastRune(p.text[:end])
	return source.Range{Start: end - size, End: end}
}

// str reads a string.
func (p *strict) str() {
	start := p.pos
	for p.pos++; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; {
		case c == '"':
			p.pos++
			return
		case c == '\n' || c == '\r':
			p.fail(CodeUnclosedString, "expected '\"' before the end of the line", source.Range{Start: start, End: p.pos})
			return
		case c < ' ':
			p.fail(CodeControlCharacter, "a raw control character in a string", source.Range{Start: p.pos, End: p.pos + 1})
			return
		case c == '\\':
			if !p.escape() {
				return
			}
		}
	}
	p.fail(CodeUnclosedString, "expected '\"' before the end of the file", source.Range{Start: start, End: len(p.text)})
}

// escape reads a backslash and what it stands before, up to its last byte.
func (p *strict) escape() bool {
	n := 2
	if p.pos+1 < len(p.text) && p.text[p.pos+1] == 'u' {
		n = 6
	}
	end := min(p.pos+n, len(p.text))
	good := end == p.pos+n && (n == 6 || bytes.IndexByte([]byte(`"\/bfnrt`), p.text[p.pos+1]) >= 0)
	for _, c := range p.text[min(p.pos+2, end):end] {
		good = good && (c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f')
	}
	if !good {
		p.fail(CodeInvalidEscape, "an escape that JSON does not know", source.Range{Start: p.pos, End: min(p.pos+2, end)})
		return false
	}
	p.pos = end - 1
	return true
}

// number reads a number.
func (p *strict) number() {
	start := p.pos
	for p.pos < len(p.text) && bytes.IndexByte([]byte("+-.0123456789abcdefABCDEFxX"), p.text[p.pos]) >= 0 {
		p.pos++
	}
	if !gjson.ValidBytes(p.text[start:p.pos]) {
		p.fail(CodeInvalidNumber, "not a JSON number", source.Range{Start: start, End: p.pos})
	}
}

// literal reads true, false or null.
func (p *strict) literal() {
	start := p.pos
	for p.pos < len(p.text) && (isWord(p.text[p.pos]) || p.text[p.pos] >= '0' && p.text[p.pos] <= '9') {
		p.pos++
	}
	switch string(p.text[start:p.pos]) {
	case "true", "false", "null":
		return
	}
	p.fail(CodeUnknownLiteral, "only true, false and null stand without quotes", source.Range{Start: start, End: p.pos})
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
