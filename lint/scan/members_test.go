package scan

import (
	"fmt"
	"strings"
	"testing"
)

func TestMembers(t *testing.T) {
	src := `({ a: 1, 'b c': { d: 2 }, e, ...f(g), [h]: 3, i() { j: 4 }, k: l ? m : n })`
	s := lexed(src, Dialect{})
	var got []string
	s.Members(1, func(m Member) {
		value := ""
		if m.End > m.First {
			r := s.Range(m.First, m.End-1)
			value = src[r.Start:r.End]
		}
		got = append(got, fmt.Sprintf("%s(%t)=%s", m.Key, m.Name >= 0, value))
	})
	want := "a(true)=1|b c(true)={ d: 2 }|e(true)=e|(false)=f(g)|(false)=|k(true)=l ? m : n"
	if have := strings.Join(got, "|"); have != want {
		t.Errorf("%s, want %s", have, want)
	}
	count := 0
	s.Members(8, func(m Member) { count++ }) // { d: 2 } only, not what follows it
	if count != 1 {
		t.Errorf("%d members in the inner object", count)
	}
}

func TestReturned(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`function f() { return { a: 1 } }`, "{ a: 1 }"},
		{`function f(x: T): U { const g = () => { return 1 }; if (x) { return y } return z }`, "z"},
		{`const f = () => ({ a: 1 })`, "({ a: 1 })"},
		{`export const f = async (x) => { return x }`, "x"},
		{`const f = function () { g(function () { return 1 }); return 2 }`, "2"},
		{`function f() { return { g() { return 1 } } }`, "{ g() { return 1 } }"},
		{`function f() { return 1; a.return }`, "1"},
		{`function f() { return 1; g(() => { return 2 }) }`, "1"},
		{`function f() { return 1; const g = () => { return 2 } }`, "1"},
		{`function f() { return 1; const g = function () { return 2 } }`, "1"},
		{`function f() { return 1; function g() { return 2 } }`, "1"},
		{`function f() { if (a) { return 2 } }`, "2"},
		{`f(); g.f = 1`, "none"},
		{`f(); x = () => 1`, "none"},
		{`function f() {}`, "none"},
	} {
		s := lexed(tt.src, Dialect{TypeScript: true})
		got := "none"
		if first, end, ok := s.Returned("f"); ok {
			r := s.Range(first, end-1)
			got = tt.src[r.Start:r.End]
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, got, tt.want)
		}
	}
}
