package scan

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// FuzzReading holds that what is read out of the tokens of any bytes lies among
// them, in order, and is the same a second time.
func FuzzReading(f *testing.F) {
	for _, seed := range []string{
		"export const a = { b() { return () => 1 }, c: function () {}, get d() {} }\nexport { a as e, f }\nexport default class A extends B { g = () => {}; static h() {} }",
		"module.exports = { a, b: wx.login }; exports.c = wx; import d, { e as f } from 'm'; const { g, h: i } = require('n')",
		"const api = wx, { login: l } = wx; this.api = wx; const p = promisifyAll(wx); promisify(wx.login)({}); p.login(l(), api.x)",
		"x = wx.createMapContext('m'); x.moveToLocation(); f(wx); { let x; x() }", "<A b={() => <C d='e'>f{g}</C>} h/>; <T,>(a: T) => a;",
		"// #ifdef MP\na\n// #else\nb\n/* #endif */", "f(a => {", "({ a", "=>", "export", "import {", "function (", "class {",
	} {
		f.Add([]byte(seed), byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, d byte) {
		first := readings(t, data, d)
		if second := readings(t, data, d); first != second {
			t.Fatalf("%q: a second reading gives %s, not %s", data, second, first)
		}
	})
}

func readings(t *testing.T, data []byte, d byte) string {
	s, out := &Script{}, &bytes.Buffer{}
	s.Lex(data, 0, len(data), Dialect{JSX: d&1 != 0, TypeScript: d&2 != 0})
	tokens := func(what string, first, end int) {
		if first < 0 || end < first || end > len(s.Tokens) {
			t.Fatalf("%q: %s at tokens %d-%d of %d", data, what, first, end, len(s.Tokens))
		}
		fmt.Fprintln(out, what, first, end)
	}
	inside := func(what string, r source.Range) {
		if r.Start < 0 || r.End < r.Start || r.End > len(data) {
			t.Fatalf("%q: %s at %v", data, what, r)
		}
		fmt.Fprintln(out, what, r)
	}
	body := 0
	for _, fn := range s.Functions() {
		tokens("function "+fn.Name, fn.Body, fn.End)
		tokens("head", fn.First, fn.Body)
		if fn.Body < body || fn.Owner >= fn.Body {
			t.Fatalf("%q: %+v follows a body at %d", data, fn, body)
		}
		body = fn.Body
	}
	s.Exports(func(e Export) { tokens("export "+e.Name, e.First, e.End) })
	s.Imports(func(i Import) { tokens("import "+i.Module+" "+i.Local, i.Token, i.Token+1) })
	aliases := s.Aliases("wx", WholeScript, func(int) bool { return true })
	for _, a := range append(aliases.Names, aliases.Promisified...) {
		inside("alias "+a.Name, a.Member)
		s.Uses(a.Name, a.Scope, func(at, paren int) { tokens("use", at, at+1) })
	}
	for _, p := range aliases.Properties {
		s.PropertyRefs(p.Name, func(r *Ref, owner string) { tokens(owner, r.First, r.First+1) })
	}
	for i := range s.Tokens {
		switch {
		case s.IsObject(i):
			s.Members(i, func(m Member) { tokens("member "+m.Key, m.First, m.End) })
		case s.Is(i, "["):
			s.Items(i, func(first, end int) { tokens("item", first, end) })
		case s.Kind(i) == Ident:
			s.OptionOf(i)
			s.ArgumentOf(i)
			s.Promisified(i)
			s.Scopes(i, func(scope int) bool { return s.Declares(i, scope) })
		}
	}
	s.JSXElements(TemplateVisitor{Element: func(e *Element) {
		inside("element", e.Open)
		inside("name", e.Name)
	}, Text: func(r source.Range) { inside("text", r) }})
	left := 0
	Conditional(data, func(name string) (bool, bool) { return len(name)%2 == 0, len(name) < 9 }, func(r source.Range) {
		inside("left out", r)
		left++
	})
	if left > bytes.Count(data, []byte("#")) {
		t.Fatalf("%q: %d parts are left out", data, left)
	}
	return out.String()
}
