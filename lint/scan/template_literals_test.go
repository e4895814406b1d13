package scan

import (
	"fmt"
	"strings"
	"testing"
)

func literals(expr string) string {
	var list []string
	StringLiterals([]byte(expr), func(start, end int) {
		list = append(list, fmt.Sprintf("%s@%d-%d", expr[start:end], start, end))
	})
	return strings.Join(list, " ")
}

func TestStringLiterals(t *testing.T) {
	tests := []struct{ expr, want string }{
		{`'a'`, "a@1-2"},
		{` "a" `, "a@2-3"},
		{`cond ? 'getPhoneNumber' : ''`, "getPhoneNumber@8-22 @27-27"},
		{`a ? 'x' : b ? "y" : c ? 'z' : d`, "x@5-6 y@15-16 z@25-26"},
		{`a ? (b ? 'x' : 'y') : ('z')`, "x@10-11 y@16-17 z@24-25"},
		{`a?b?'x':'y':'z'`, "x@5-6 y@9-10 z@13-14"},
		{`a && 'x'`, "x@6-7"},
		{`a && 'x' || 'y'`, "x@6-7 y@13-14"},
		{`a ?? 'x'`, "x@6-7"},
		{`a?.b?.[0]?.('c') ?? 'x'`, "x@21-22"},
		{`a?.5:'x'`, "x@6-7"},
		{`a?.0:'x'`, "x@6-7"},
		{`a?.9:'x'`, "x@6-7"},
		{`['x', 'y'][i]`, "x@2-3 y@7-8"},
		{`{a: 'x', 'b': 'y', c, ...d}[k]`, "x@5-6 y@15-16"},
		{`...item, type: 'x'`, "x@16-17"},
		{`{a: b ? 'x' : 'y', new: 'z'}`, "x@9-10 y@15-16 z@25-26"},
		{"a ? `x` : `y${'z'}` + 1", "x@5-6"},
		{"a ? `x` : `y${'z'}w`", "x@5-6"},
		{"a ? `x` : b", "x@5-6"},
		{"`a${b}c` ? 'x' : 'y'", "x@12-13 y@18-19"},
		{`a ? 'it\'s' : '说'`, `it\'s@5-10 说@15-18`},
		{`{{a ? 'x' : 'y'}}`, "x@7-8 y@13-14"},
		{`p {{ 'x' }}{{ {a: 'y'} }}`, "x@6-7 y@19-20"},
		{`await 'x'; 'y'`, "x@7-8 y@12-13"},

		{`a /* 'b' */ ? /* c */ 'x' /**/ : 'y'`, "x@23-24 y@34-35"},
		{"a // 'b'\n ? 'x' : c", "x@13-14"},
		{`'x' /* 'b'`, ""},

		{`type === 'a' ? 'x' : 'y'`, "x@16-17 y@22-23"},
		{`'a' == type ? 'x' : 'y'`, "x@15-16 y@21-22"},
		{`a != "b" && c === 'd' ? 'x' : e`, "x@25-26"},
		{`'a'`[1:], ""},
		{`'a' + b`, ""},
		{`a + ('b')`, ""},
		{`f('a')`, ""},
		{`f('a')['b'].c`, ""},
		{`item.props['open-type']`, ""},
		{`'a'.length`, ""},
		{`('a' || b).trim()`, ""},
		{`['a'].length`, ""},
		{`['a'].join('b')`, ""},
		{`typeof 'a'`, ""},
		{`!'a'`, ""},
		{`'a' in b`, ""},
		{`'a' instanceof b`, ""},
		{`'a' && b`, ""},
		{`'a' ? b : c`, ""},
		{`() => 'a'`, ""},
		{`a = 'b'`, ""},
		{`{{a}}'x'`, ""},
		{`{{'a`, ""},
		{`a`, ""},
		{``, ""},
		{`'a\`, ""},
		{"`a${", ""},
		{`)]}:?'x'`, "x@6-7"},
	}
	for _, tt := range tests {
		if got := literals(tt.expr); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.expr, got, tt.want)
		}
	}
}

// TestDeepLiterals holds that nesting does not exhaust the stack.
func TestDeepLiterals(t *testing.T) {
	for _, piece := range []string{"(", "[", "{", "a?", "!", "'x'?", "`${", "a[", "f(", "typeof "} {
		if got := literals(strings.Repeat(piece, 1<<20) + "'y'"); len(got) > 10 {
			t.Errorf("%s: %d bytes", piece, len(got))
		}
	}
	if got := literals(strings.Repeat("a?b:", 1<<18) + "'y'"); got != "y@1048577-1048578" {
		t.Errorf("a long chain of conditions: %s", got)
	}
}

func TestMustaches(t *testing.T) {
	var got string
	Mustaches([]byte(`a{{b}}c{{ '}}' }}{{d`), func(start, end int) { got += fmt.Sprintf("%d-%d ", start, end) })
	if got != "3-4 9-15 " {
		t.Error(got)
	}
}
