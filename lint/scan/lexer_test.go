package scan

import (
	"fmt"
	"strings"
	"testing"
)

var kindNames = [...]string{
	Ident: "Ident", Number: "Number", String: "String", TemplatePart: "Template", Regex: "Regex", Punct: "Punct",
	Open: "Open", Close: "Close", JSXStart: "JSXStart", JSXEnd: "JSXEnd", JSXName: "JSXName", JSXText: "JSXText",
}

var (
	javaScript = Dialect{JSX: true}
	typeScript = Dialect{TypeScript: true}
	tsx        = Dialect{JSX: true, TypeScript: true}
)

// dump lists the tokens of the given kinds, or of all, as "Kind start-end".
func dump(s *Script, kinds ...Kind) string {
	var out []string
	for _, t := range s.Tokens {
		wanted := len(kinds) == 0
		for _, k := range kinds {
			wanted = wanted || t.Kind == k
		}
		if wanted {
			out = append(out, fmt.Sprintf("%s %d-%d", kindNames[t.Kind], t.Start, t.End))
		}
	}
	return strings.Join(out, ", ")
}

func lexed(src string, d Dialect) *Script {
	var s Script
	s.Lex([]byte(src), 0, len(src), d)
	return &s
}

func TestLexRegexOrDivision(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a / b / c", ""},
		{"x = /a/g", "Regex 4-8"},
		{"f(/[/'\"]/)", "Regex 2-9"},
		{"return /a\\//", "Regex 7-12"},
		{"a.return /b/ c", ""},
		{"if (x) /a/.test(y)", "Regex 7-10"},
		{"o.if(x) / 2 / 3", ""},
		{"for await (x of y) /a/", "Regex 19-22"},
		{"(x) / 2 / 3", ""},
		{"x[0] / 2 / 3", ""},
		{"i++ / 2 / 3", ""},
		{"x! / 2 / 3", ""},
		{"!/a/.test(x)", "Regex 1-4"},
		{"{ } /a/.test(x)", "Regex 4-7"},
		{"x = { } / 2 / 3", ""},
		{"x => /a/", "Regex 5-8"},
		{"`a` / 2 / 3", ""},
		{"`${/}/}`", "Regex 3-6"},
		{"a = /open\nb = /c/", "Regex 14-17"},
		{"a = /open\\\nb = /c/", "Regex 15-18"},
		{"a = /open\\\r\nb = /c/", "Regex 16-19"},
		{"a = /open\\\rb = /c/", "Regex 15-18"},
		{"o?.if(x) / 2 / 3", ""},
		{"f({} / 2 / 3)", ""},
		{"{ {} /a/.test(x) }", "Regex 5-8"},
		{"if (a) b; else {} /a/.test(x)", "Regex 18-21"},
		{"try {} finally {} /a/.test(x)", "Regex 18-21"},
		{"typeof /a/", "Regex 7-10"},
		{"a ? /b/ : /c/", "Regex 4-7, Regex 10-13"},
		{"1.5e+3 / 2 / 0x1e / 3", ""},
		{"x /= 2 / 3", ""},
	} {
		if got := dump(lexed(c.src, javaScript), Regex); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

func TestLexLiterals(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"'a\\'b'", "String 0-6"},
		{"'a\\\r\nb' c", "String 0-7, Ident 8-9"},
		{"'open\nx", "String 0-5, Ident 6-7"},
		{"'open\r\nx", "String 0-5, Ident 7-8"},
		{"'a\u2028b'", "String 0-7"},
		{"'https://a'//b\nc", "String 0-11, Ident 15-16"},
		{"`a${b}c`", "Template 0-2, Open 2-4, Ident 4-5, Close 5-6, Template 6-8"},
		{"`a${`b${{c:1}}`}`", "Template 0-2, Open 2-4, Template 4-6, Open 6-8, Open 8-9, Ident 9-10, Punct 10-11, Number 11-12, " +
			"Close 12-13, Close 13-14, Template 14-15, Close 15-16, Template 16-17"},
		{"`\\`\\${`", "Template 0-7"},
		{"`${b`\nc", "Template 0-1, Open 1-3, Ident 3-4, Template 4-5, Ident 6-7"},
		{"`$a$`", "Template 0-5"},
		{"\ufeffa", "Ident 3-4"},
		{"#!/usr/bin/env 'node\na", "Ident 21-22"},
		{"\ufeff#! 'x\na", "Ident 9-10"},
		{"<!-- it's\na", "Ident 10-11"},
		{"/* it's */a", "Ident 10-11"},
		{"// it's\ra", "Ident 8-9"},
		{"a\u3000b\u00a0c", "Ident 0-1, Ident 4-5, Ident 7-8"},
		{"中，文", "Ident 0-9"},
		{"this.#wx", "Ident 0-4, Punct 4-5, Ident 5-8"},
		{"@A() b", "Punct 0-1, Ident 1-2, Open 2-3, Close 3-4, Ident 5-6"},
		{"a?.5:b", "Ident 0-1, Punct 1-2, Number 2-4, Punct 4-5, Ident 5-6"},
		{"a?.b", "Ident 0-1, Punct 1-3, Ident 3-4"},
		{"a?.", "Ident 0-1, Punct 1-3"},
		{"1_0n .5e-3", "Number 0-4, Number 5-10"},
		{"1e+3 0x1e+3", "Number 0-4, Number 5-9, Punct 9-10, Number 10-11"},
		{"Z9 9", "Ident 0-2, Number 3-4"},
		{"a\ufeffb", "Ident 0-1, Ident 4-5"},
	} {
		if got := dump(lexed(c.src, javaScript)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func TestLexJSX(t *testing.T) {
	jsx := []Kind{JSXStart, JSXEnd, JSXName, JSXText}
	for _, c := range []struct {
		src  string
		d    Dialect
		want string
	}{
		{"x = <p>it's `a` // b，c</p>", javaScript, "JSXStart 4-5, JSXName 5-6, JSXEnd 6-7, JSXText 7-24, JSXStart 24-26, JSXName 26-27, JSXEnd 27-28"},
		{"x = <><a.b c-d='e>'/></>", javaScript, "JSXStart 4-5, JSXEnd 5-6, JSXStart 6-7, JSXName 7-10, JSXName 11-14, JSXEnd 19-21, JSXStart 21-23, JSXEnd 23-24"},
		{"a < b > c", javaScript, ""},
		{"return <a/>", typeScript, ""},
		{"x = <any>y", typeScript, ""},
		{"x = <T,>(y: T) => y", tsx, ""},
		{"x = <T extends A>(y: T) => y", tsx, ""},
		{"x = <T\n  extends A>(y: T) => y", tsx, ""},
		{"x = <T = any>(y: T) => y", tsx, ""},
		{"x = <const T>(y: T) => y", tsx, ""},
		{"type F = <T>(y: T) => void", tsx, ""},
		{"x = <b>(y)</b>", tsx, "JSXStart 4-5, JSXName 5-6, JSXEnd 6-7, JSXText 7-10, JSXStart 10-12, JSXName 12-13, JSXEnd 13-14"},
		{"x = <A<B<C>> d/>", tsx, "JSXStart 4-5, JSXName 5-6, JSXName 13-14, JSXEnd 14-16"},
		{"x = <a>1 < 2</a>", javaScript, "JSXStart 4-5, JSXName 5-6, JSXEnd 6-7, JSXText 7-12, JSXStart 12-14, JSXName 14-15, JSXEnd 15-16"},
		{"x = <a></ a >", javaScript, "JSXStart 4-5, JSXName 5-6, JSXEnd 6-7, JSXStart 7-9, JSXName 10-11, JSXEnd 12-13"},
		{"x = <a // > it's\n b/>", javaScript, "JSXStart 4-5, JSXName 5-6, JSXName 18-19, JSXEnd 19-21"},
		{"x = <a /* > */ b/>", javaScript, "JSXStart 4-5, JSXName 5-6, JSXName 15-16, JSXEnd 16-18"},
	} {
		s := lexed(c.src, c.d)
		if got := dump(s, jsx...); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
		if len(s.stack) != 0 {
			t.Errorf("%q: %d constructs are left open", c.src, len(s.stack))
		}
	}
}

func TestLexBracketsMatch(t *testing.T) {
	for _, c := range []struct {
		src  string
		want []int32 // Match of every bracket in order
	}{
		{"([{}])", []int32{5, 4, 3, 2, 1, 0}},
		{"f(a", []int32{-1}},
		{"f(a]", []int32{-1, -1}},
		{"{f(a}", []int32{4, -1, 0}},
		{"(a))", []int32{2, 0, -1}},
		{"`${a}`", []int32{3, 1}},
		{"x=<a b={c}>{d}</a>", []int32{8, 6, 12, 10}},
	} {
		var got []int32
		for _, tok := range lexed(c.src, javaScript).Tokens {
			if tok.Kind == Open || tok.Kind == Close {
				got = append(got, tok.Match)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q: got %v, want %v", c.src, got, c.want)
		}
	}
}

func TestLexComments(t *testing.T) {
	src := "// mplint-disable a\n/* other */ x /* mplint-b */\n'mplint-c'"
	s := lexed(src, javaScript)
	want := "[{0 19} {34 48}]"
	if got := fmt.Sprint(s.Comments); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if s.Incomplete {
		t.Error("a whole file is called incomplete")
	}
}

// TestLexRange lexes a part of a file: offsets stay those of the file, and
// nothing outside the part is read.
func TestLexRange(t *testing.T) {
	src := "<script>wx.a('b')</script>`"
	var s Script
	s.Lex([]byte(src), 8, 17, javaScript)
	want := "Ident 8-10, Punct 10-11, Ident 11-12, Open 12-13, String 13-16, Close 16-17"
	if got := dump(&s); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if s.Incomplete {
		t.Error("the back-tick behind the part was read")
	}
	s.Lex([]byte("a //b"), 0, 3, javaScript)
	if got := dump(&s); got != "Ident 0-1, Punct 2-3" {
		t.Errorf("a slash before a part's end: %s", got)
	}
}

// TestOutsideTheStream asks for tokens before the first and behind the last.
func TestOutsideTheStream(t *testing.T) {
	s := lexed("a", javaScript)
	for _, i := range []int{-1, 1} {
		if s.Text(i) != nil || s.Is(i, "a") || s.Kind(i) != JSXText {
			t.Errorf("token %d is %q", i, s.Text(i))
		}
	}
}
