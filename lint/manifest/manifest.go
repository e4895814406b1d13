// Package manifest reads JSON with comments into a tree whose keys and values
// carry byte ranges and which keeps duplicate keys.
package manifest

import "github.com/mplint/mplint/lint/source"

// Kind is the JSON type of a Node.
type Kind uint8

// The JSON types.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Node is one JSON value and, when it is the member of an object, its key.
type Node struct {
	Kind     Kind
	Key      string       // decoded key; empty for elements and the root
	KeyRange source.Range // the key with its quotes; empty for elements and the root
	Range    source.Range // the value, strings with their quotes
	Text     string       // decoded string, or the literal's source ("true", "12")
	Pointer  string       // JSON pointer from the root, "/permission/scope.userLocation"; see pointerBudget
	Children []*Node      // members or elements in source order, duplicates kept
}

// Document is one file read as JSON.
type Document struct {
	File     *source.File
	Root     *Node // nil when there is nothing to read
	Problems []Problem
	Partial  bool // it may have more members, which code makes that was not run
}

// ProblemKind says what is wrong with a document.
type ProblemKind uint8

// The kinds of problem. Invalid means that nothing after it can be relied on;
// the others leave a tree that can.
const (
	Invalid       ProblemKind = iota // a syntax error
	Comment                          // a comment, where strict JSON has none
	TrailingComma                    // a comma before a closing bracket
	BOM                              // a byte order mark
	DuplicateKey                     // a key that an earlier member of the same object has too
	TooDeep                          // nested deeper than MaxDepth
	TooLarge                         // larger than MaxSize
	NotUTF8                          // bytes that are not UTF-8
	Empty                            // no value at all
)

// Problem is one fault of a document's text. Related is the first occurrence
// of a duplicate key, the opening bracket of an object or array that is not
// closed or is closed by the wrong bracket, and empty otherwise.
type Problem struct {
	Kind    ProblemKind
	Range   source.Range
	Related source.Range
	Text    string // the key of a duplicate; "code: words" for a syntax error; "utf-16" for a file in that encoding
}
