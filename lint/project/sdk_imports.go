package project

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// sdkImports hands every package that the script at hand imports to imported.
func (c *collector) sdkImports() {
	for _, word := range importWords {
		for at := 0; ; {
			i := bytes.Index(c.data[at:], []byte(word))
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(word)
			if r, ok := moduleAt(c.data, start, word); ok {
				c.imported(string(c.data[r.Start:r.End]), r)
			}
		}
	}
}

// importWords stand before the literal that names a module.
var importWords = []string{"require", "import", "from"}

// longest is how many bytes around a word are looked at, to stay linear in
// scripts of one line.
const longest = 200

// moduleAt returns the place of the literal behind a word, without its quotes,
// if it names a package: require("x"), import("x"), import "x", from "x". The
// word must not be part of another, nor its line a comment. It looks at bytes:
// most scripts are never lexed.
func moduleAt(data []byte, start int, word string) (source.Range, bool) {
	i, end := start+len(word), min(start+longest, len(data))
	i = skipSpace(data, i, end)
	if called := i < end && data[i] == '('; called && word != "from" {
		i = skipSpace(data, i+1, end)
	} else if word == "require" {
		return source.Range{}, false
	}
	if i+1 >= end || data[i] != '\'' && data[i] != '"' || data[i+1] == '.' || data[i+1] == '/' {
		return source.Range{}, false
	}
	n := bytes.IndexByte(data[i+1:end], data[i])
	before := data[max(0, start-longest):start]
	return source.Range{Start: i + 1, End: i + 1 + n}, n > 0 && !partOfName(before) && !commented(before)
}

func skipSpace(data []byte, i, end int) int {
	for i < end && (data[i] == ' ' || data[i] == '\t') {
		i++
	}
	return i
}

// partOfName reports whether a name goes on behind the text.
func partOfName(before []byte) bool {
	if len(before) == 0 {
		return false
	}
	c := before[len(before)-1]
	return c == '_' || c == '$' || c == '.' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// commented reports whether the last line of the text is a comment.
func commented(before []byte) bool {
	line := bytes.TrimSpace(before[bytes.LastIndexByte(before, '\n')+1:])
	return bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("*"))
}
