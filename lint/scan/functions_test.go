package scan

import (
	"fmt"
	"strings"
	"testing"
)

func TestFunctions(t *testing.T) {
	kinds := map[FuncKind]string{Declared: "declared", Assigned: "assigned", Method: "method", InClass: "class", Argument: "argument", Loose: "loose"}
	for _, tt := range []struct{ src, want string }{
		{"function f(a) { return 1 }", "declared f { return 1 }"},
		{"export default async function f() {}", "declared f {}"},
		{"function* f() { yield 1 }", "declared f { yield 1 }"},
		{"const g = async function* f() { a }", "assigned g { a }"},
		{"const f = (a) => g(a, b); h()", "assigned f g(a, b)"},
		{"const f = () => a.b()\nPage({})", "assigned f a.b()"},
		{"const f = () => a ||\n  b\ng()", "assigned f a ||\n  b"},
		{"const f = () => a\n  .b() ||\n  c\n? await\nd : e\ng()", "assigned f a\n  .b() ||\n  c\n? await\nd : e"},
		{"const f = (function () { a })", "assigned f { a }"},
		{"const f = (function g() { a })", "assigned f { a }"},
		{"function f() { a }\n{ b }", "declared f { a }"},
		{"function f() { o.g(x)\n{ a } }", "declared f { o.g(x)\n{ a } }"},
		{"const f = (a, b) => a + b; g()", "assigned f a + b"},
		{"const f = async a => { await a }", "assigned f { await a }"},
		{"const f: Handler<T> = async (a): Promise<void> => {}", "assigned f {}"},
		{"this.f = function () { x }", "assigned f { x }"},
		{"Page({ onLoad() { a }, tap: function (e) { b }, 'c d'(x) {}, e: (f) => g })", "method onLoad { a }; method tap { b }; method c d {}; method e g"},
		{"class A { onLoad() { a } private f(x: T): Promise<void> { b } g = () => { c } static h() {} }", "class onLoad { a }; class f { b }; class g { c }; class h {}"},
		{"wx.a({ success(res) { b }, fail: (e) => c })", "method success { b }; method fail c"},
		{"p.then(res => { a }, function (e) { b })", "argument 0 { a }; argument 1 { b }"},
		{"setTimeout(() => a, 10)", "argument 0 a"},
		{"f(1, async function g() { a })", "argument g { a }"},
		{"if (a) { b } for (;;) { c } while (d) {} switch (e) {} try {} catch (f) { g }", ""},
		{"return () => { a }", "loose { a }"},
		{"(function () { a })()", "loose { a }"},
		{"const { a } = f(b); { c }", ""},
		{"x = { a: { b: 1 } }", ""},
		{"onLoad(() => { a })", "argument 0 { a }"},
		{"export const useX = defineStore('x', { actions: { f() { a } } })", "method f { a }"},
	} {
		s := lexed(tt.src, Dialect{TypeScript: true})
		var got []string
		for _, f := range s.Functions() {
			r := s.Range(f.Body, f.End-1)
			text := kinds[f.Kind]
			if owned := f.Kind == Method || f.Kind == InClass || f.Kind == Argument; owned != (f.Owner >= 0) {
				t.Errorf("%s: the owner of %s is token %d", tt.src, text, f.Owner)
			}
			if f.Kind == Declared && !s.Is(f.First, "function") {
				t.Errorf("%s: begins at %q", tt.src, s.Text(f.First))
			}
			switch {
			case f.Name != "":
				text += " " + f.Name
			case f.Kind == Argument:
				text += fmt.Sprint(" ", f.Param)
			}
			got = append(got, text+" "+tt.src[r.Start:r.End])
		}
		if have := strings.Join(got, "; "); have != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, have, tt.want)
		}
	}
}
