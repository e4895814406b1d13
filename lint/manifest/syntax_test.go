package manifest

import (
	"strings"
	"testing"
)

func TestSyntaxErrors(t *testing.T) {
	tests := []struct{ name, text, problems string }{
		{"wrong bracket", `{"a":[1,2}`, "invalid 9-10 mismatched-bracket <- 5-6"},
		{"wrong bracket for an object", `[{"a":1]`, "invalid 7-8 mismatched-bracket <- 1-2"},
		{"missing comma before a key", "{\"a\": 1\n \"键\": 2}", "invalid 9-14 missing-comma"},
		{"missing comma between elements", `[1 tru2]`, "invalid 3-7 missing-comma"},
		{"missing comma before a negative number", `[1 -2]`, "invalid 3-4 missing-comma"},
		{"missing colon", `{"a" "b"}`, "invalid 5-8 missing-colon"},
		{"key without value", `{"a"}`, "invalid 4-5 missing-colon"},
		{"nothing after the colon", `{"a":}`, "invalid 5-6 missing-value"},
		{"two commas", `[1,,2]`, "invalid 3-4 missing-value"},
		{"a comma alone", `[,]`, "invalid 1-2 missing-value"},
		{"a comma alone in an object", `{,}`, "invalid 1-2 unexpected-token"},
		{"two commas at the end", `[1,,]`, "invalid 3-4 missing-value"},
		{"unclosed object", "{\"a\": 1\n", "invalid 6-7 unclosed-object <- 0-1"},
		{"unclosed array after Chinese", `["中", "文`, `invalid 8-12 unclosed-string`},
		{"unclosed array", `{"a":["中"`, "invalid 10-11 unclosed-array <- 5-6"},
		{"unclosed after comma and comment", "[1, // x", "invalid 2-3 unclosed-array <- 0-1"},
		{"unclosed string", "{\"a\": \"b,\r\n\"c\": 1}", "invalid 6-9 unclosed-string"},
		{"unclosed string at the end", `"a\`, "invalid 0-3 unclosed-string"},
		{"escape at the end of a line", "[\"a\\\n\"]", "invalid 1-4 unclosed-string"},
		{"unclosed comment", "{} /* {", "invalid 3-5 unclosed-comment"},
		{"unquoted key", `{appid: 1}`, "invalid 1-6 unquoted-key"},
		{"number for a key", `{1: 1}`, "invalid 1-2 unquoted-key"},
		{"single quotes around a key", `{'a': 1}`, "invalid 1-2 single-quote"},
		{"single quotes around a value", `{"说": 'x'}`, "invalid 8-9 single-quote"},
		{"escape", `["\x41"]`, "invalid 2-4 invalid-escape"},
		{"Chinese escape", `["\中"]`, "invalid 2-6 invalid-escape"},
		{"hexadecimal digits", `["\u12g4"]`, "invalid 2-6 invalid-escape"},
		{"tab in a string", "[\"a\tb\"]", "invalid 3-4 control-character"},
		{"NUL in a string", "[\"a\x00\"]", "invalid 3-4 control-character"},
		{"NUL", "{\x00}", "invalid 1-2 unexpected-token"},
		{"leading zero", `[01]`, "invalid 1-3 invalid-number"},
		{"no digits after the point", `[1.]`, "invalid 1-3 invalid-number"},
		{"no digits before the point", `[.5]`, "invalid 1-3 invalid-number"},
		{"plus", `[+1]`, "invalid 1-3 invalid-number"},
		{"minus alone", `-`, "invalid 0-1 invalid-number"},
		{"hexadecimal number", `[0x1F]`, "invalid 1-5 invalid-number"},
		{"exponent without digits", `[1e+]`, "invalid 1-4 invalid-number"},
		{"numbers before the error", `[0, 10, 1.5, 1e5, 1E+5, 2.5e-30, -9 x]`, "invalid 36-37 missing-comma"},
		{"hexadecimal digits before the error", `["\u09af\uAF0f" x]`, "invalid 16-17 missing-comma"},
		{"letters at the ends of the alphabet", `[azAZ09]`, "invalid 1-7 unknown-literal"},
		{"word", `{"a": True}`, "invalid 6-10 unknown-literal"},
		{"word cut off", `[tru`, "invalid 1-4 unknown-literal"},
		{"Chinese comma", `{"a":1，"b":2}`, "invalid 6-9 fullwidth-punctuation"},
		{"Chinese colon", `{"a"：1}`, "invalid 4-7 fullwidth-punctuation"},
		{"Chinese quotes", `{“a”: 1}`, "invalid 1-4 fullwidth-punctuation"},
		{"wide space", "{\u3000}", "invalid 1-4 non-ascii-space"},
		{"second byte order mark", bom + bom + "{}", "bom 0-3, invalid 3-6 non-ascii-space"},
		{"text behind", `{} "b": 2`, "invalid 3-6 trailing-text"},
		{"semicolon", `{};`, "invalid 2-3 trailing-text"},
		{"two files joined by a conflict", "{}\n=======\n{}", "invalid 3-4 trailing-text"},
		{"a script", "module.exports = {}", "invalid 0-14 unknown-literal"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "invalid 0-1 unexpected-token, utf8 0-1 utf-16"},
		{"loose before the error only", "[1, // a\n[2,], 'x' // b\n]", "comment 4-8, comma 11-12, invalid 15-16 single-quote"},
		{"loose behind the error", "[\"a, // b\n[1,]]", "invalid 1-9 unclosed-string"},
		{"duplicate before the error", `{"a":1,"a":2 "a":3}`, "duplicate 7-10 a <- 1-4, invalid 13-16 missing-comma"},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		d := parse(tt.text)
		if got := problems(d); got != tt.problems || d.Valid() {
			t.Errorf("%s: %q, want %q; valid %v", tt.name, got, tt.problems, d.Valid())
		}
		for _, p := range d.Problems {
			seen[p.Code()] = true
		}
	}
	for _, code := range codes {
		if !seen[code] {
			t.Errorf("no case for %q", code)
		}
	}
}

var codes = []string{
	CodeMissingComma, CodeMissingColon, CodeMissingValue, CodeUnclosedObject, CodeUnclosedArray, CodeMismatchedBracket,
	CodeUnclosedString, CodeUnclosedComment, CodeUnquotedKey, CodeSingleQuote, CodeInvalidEscape, CodeControlCharacter,
	CodeInvalidNumber, CodeUnknownLiteral, CodeFullWidthPunctuation, CodeNonASCIISpace, CodeTrailingText, CodeUnexpectedToken,
}

func TestTextOfAProblem(t *testing.T) {
	p := parse(`{"a":[1,2}`).Problems[0]
	if want := "mismatched-bracket: expected ',' or ']'"; p.Text != want {
		t.Errorf("got %q, want %q", p.Text, want)
	}
}

// TestWalkStopsAtTheError holds that an editor still sees what stands before a
// syntax error, and nothing of what gjson guesses behind it.
func TestWalkStopsAtTheError(t *testing.T) {
	tests := []struct{ text, tree string }{
		{`{"a":1,"b":x,"c":3}`, " object 0-0 0-19 \n/a number 1-4 5-6 1\n"},
		{`{"a":1} "b":2`, " object 0-0 0-13 \n/a number 1-4 5-6 1\n"},
		{`{"a":{"b":1,"c"},"d":2}`, " object 0-0 0-23 \n/a object 1-4 5-16 \n/a/b number 6-9 10-11 1\n"},
		{`{"a":[1,2}`, " object 0-0 0-10 \n/a array 1-4 5-10 \n/a/0 number 0-0 6-7 1\n/a/1 number 0-0 8-9 2\n"},
	}
	for _, tt := range tests {
		if got := tree(parse(tt.text).Root); got != tt.tree {
			t.Errorf("%s:\n%swant\n%s", tt.text, got, tt.tree)
		}
	}
}

// TestTruncated cuts a file at every byte.
func TestTruncated(t *testing.T) {
	sample := bom + "{ // 首页\r\n \"pages\": [\"a\\u4e2d\", -1.5e+3, true, null,],\r\n /* 中 */ \"permission\": {\"scope.userLocation\": {\"desc\": \"取餐\"}}\r\n}"
	for n := range len(sample) {
		check(t, parse(sample[:n]))
	}
	if d := parse(sample); !d.Valid() {
		t.Error(problems(d))
	}
	if d := parse(strings.TrimSuffix(sample, "}")); d.Valid() {
		t.Error("the last bracket is missing and nobody says so")
	}
}
