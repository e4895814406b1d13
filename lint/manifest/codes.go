package manifest

import "strings"

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
	CodeSingleQuote          = "single-quote"          // a single quote, which delimits no strings: the quote
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
