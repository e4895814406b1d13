package lsp

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// place is where a name may be written in JSON, which need not be whole yet.
type place struct {
	path   []string     // keys from the root to the object that wants a key, or to the value that is wanted; "*" for an element
	key    bool         // a key is wanted, not a value
	quoted bool         // quotes stand around the place
	word   source.Range // what is replaced, without quotes
}

// frame is an open object or array.
type frame struct {
	array bool
	key   string // of the member at hand
	value bool   // the colon of the member at hand has been read
}

// placeAt reads JSON with comments up to an offset. ok is false where no name
// can stand: in a comment, or outside the root.
func placeAt(data []byte, offset int) (at place, ok bool) {
	var stack []frame
	for i := source.SkipBOM(data); i < offset; {
		switch c := data[i]; {
		case c == '"' || c == '\'':
			inner, next := stringAt(data, i)
			if offset <= inner.End {
				return placeIn(stack, inner, true)
			}
			if top := len(stack) - 1; top >= 0 && !stack[top].array && !stack[top].value {
				stack[top].key = string(data[inner.Start:inner.End])
			}
			i = next
		case c == '/' && i+1 < len(data) && (data[i+1] == '/' || data[i+1] == '*'):
			if i = commentEnd(data, i); i >= offset {
				return place{}, false
			}
		default:
			stack = step(stack, c)
			i++
		}
	}
	return placeIn(stack, grow(data, offset, isMember), false)
}

func placeIn(stack []frame, word source.Range, quoted bool) (place, bool) {
	if len(stack) == 0 {
		return place{}, false
	}
	at := place{quoted: quoted, word: word}
	for i, f := range stack {
		switch last := i == len(stack)-1; {
		case f.array:
			at.path = append(at.path, "*")
		case last && !f.value:
			at.key = true
		default:
			at.path = append(at.path, f.key)
		}
	}
	return at, true
}

// step takes in one byte that is neither string nor comment.
func step(stack []frame, c byte) []frame {
	top := len(stack) - 1
	switch c {
	case '{', '[':
		return append(stack, frame{array: c == '['})
	case '}', ']':
		return stack[:max(0, top)]
	case ':':
		if top >= 0 {
			stack[top].value = true
		}
	case ',':
		if top >= 0 {
			stack[top].key, stack[top].value = "", false
		}
	}
	return stack
}

// stringAt returns the inside of the string that starts at an offset, and the
// offset behind it. One that is not closed ends with its line.
func stringAt(data []byte, start int) (inner source.Range, next int) {
	for i := start + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case data[start]:
			return source.Range{Start: start + 1, End: i}, i + 1
		case '\n', '\r':
			return source.Range{Start: start + 1, End: i}, i
		}
	}
	return source.Range{Start: start + 1, End: len(data)}, len(data)
}

// commentEnd returns the offset behind the comment at an offset: of a line
// comment that of the line end.
func commentEnd(data []byte, start int) int {
	mark, extra := []byte("\n"), 0
	if data[start+1] == '*' {
		mark, extra = []byte("*/"), 2
	}
	if i := bytes.Index(data[start+2:], mark); i >= 0 {
		return start + 2 + i + extra
	}
	return len(data)
}
