package manifest

import (
	"strings"

	"github.com/mplint/mplint/lint/message"
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

// Expected says of a syntax error what the parser expected.
func (p Problem) Expected() message.Text {
	_, en, _ := strings.Cut(p.Text, ": ")
	zh := expectedZh[p.Code()]
	if zh == "" {
		zh = en
	}
	return message.Text{En: en, Zh: zh}
}

// expectedZh is Expected in Chinese, by code word.
var expectedZh = map[string]string{
	CodeMissingComma:         "缺少逗号或右括号",
	CodeMissingColon:         "键后面缺少冒号",
	CodeMissingValue:         "此处应有一个值",
	CodeUnclosedObject:       "文件结束前缺少 }",
	CodeUnclosedArray:        "文件结束前缺少 ]",
	CodeMismatchedBracket:    "括号不匹配",
	CodeUnclosedString:       "字符串缺少右引号",
	CodeUnclosedComment:      "注释缺少 */",
	CodeUnquotedKey:          "键必须加双引号",
	CodeSingleQuote:          "应使用双引号，不能用单引号",
	CodeInvalidEscape:        "JSON 不支持的转义",
	CodeControlCharacter:     "字符串中有未转义的控制字符",
	CodeInvalidNumber:        "不是合法的 JSON 数字",
	CodeUnknownLiteral:       "除 true、false、null 外，其他内容都要加引号",
	CodeFullWidthPunctuation: "误用了中文标点，应改为英文标点",
	CodeNonASCIISpace:        "含有 JSON 不认识的空白字符",
	CodeTrailingText:         "JSON 结束后还有多余内容",
	CodeUnexpectedToken:      "此处出现了意外的内容",
}
