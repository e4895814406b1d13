// Package scan reads the source languages of mini-programs without building a
// syntax tree: JavaScript, TypeScript and JSX as tokens whose brackets know
// their partners, and templates as elements with attributes. Offsets are bytes
// from the start of the file, also where only a part of it is scanned.
package scan

import (
	"slices"

	"github.com/mplint/mplint/lint/source"
)

// Kind is the sort of a Token.
type Kind uint8

// The kinds of token. Open and Close are the brackets ( ) [ ] { } and the
// holes of templates and JSX; TemplatePart is one piece of a template literal
// between back-ticks and holes, with the back-ticks it touches.
const (
	Ident Kind = iota // names and keywords
	Number
	String
	TemplatePart
	Regex
	Punct
	Open
	Close
	JSXStart // the "<" or "</" that opens a tag
	JSXEnd   // the ">" or "/>" that closes a tag
	JSXName  // a tag's or attribute's name
	JSXText
)

// Token is one word of a script.
type Token struct {
	Start, End int32
	Match      int32 // for Open and Close the index of the partner, -1 when there is none
	Kind       Kind
	NewLine    bool // a line break stands before it
}

// Script is the token stream of one script. Its slices are reused by the next
// call of Lex on the same Script.
type Script struct {
	Data       []byte
	Tokens     []Token
	Comments   []source.Range // comments that hold the word "mplint-"
	Incomplete bool           // an unclosed back-tick or comment was skipped

	stack []context
	work  int     // bytes that the last Lex looked at, which tests hold linear
	opens []int32 // open brackets during Refs
	index index
	ref   Ref // the chain that Refs visits
}

// Keep returns a copy of the token stream that the next Lex leaves alone. data
// is a text of the same bytes that lasts as long.
func (s *Script) Keep(data []byte) Script {
	return Script{Data: data, Tokens: slices.Clone(s.Tokens), Incomplete: s.Incomplete}
}

// Text returns the source of token i, and nothing outside the stream.
func (s *Script) Text(i int) []byte {
	if i < 0 || i >= len(s.Tokens) {
		return nil
	}
	return s.Data[s.Tokens[i].Start:s.Tokens[i].End]
}

// Is reports whether token i has exactly this text and is neither quoted text
// nor the text between JSX tags.
func (s *Script) Is(i int, text string) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	t := &s.Tokens[i]
	if int(t.End-t.Start) != len(text) {
		return false
	}
	switch t.Kind {
	case String, TemplatePart, Regex, JSXText:
		return false
	}
	return string(s.Data[t.Start:t.End]) == text
}

// Kind returns the kind of token i, and JSXText outside the stream.
func (s *Script) Kind(i int) Kind { return s.kind(i) }

func (s *Script) kind(i int) Kind {
	if i < 0 || i >= len(s.Tokens) {
		return JSXText
	}
	return s.Tokens[i].Kind
}

// Range returns the span of the tokens from first to last, both included.
func (s *Script) Range(first, last int) source.Range {
	return source.Range{Start: int(s.Tokens[first].Start), End: int(s.Tokens[last].End)}
}
