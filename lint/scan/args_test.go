package scan

import (
	"fmt"
	"testing"
)

// piece returns the source of the tokens [first, end).
func piece(s *Script, first, end int) string {
	if first >= end {
		return ""
	}
	r := s.Range(first, end-1)
	return string(s.Data[r.Start:r.End])
}

func TestArg(t *testing.T) {
	for _, c := range []struct {
		src  string
		n    int
		want string // "" for no such argument
	}{
		{"f()", 0, ""},
		{"f(a)", 0, "a"},
		{"f(a)", 1, ""},
		{"f(a,)", 0, "a"},
		{"f(a,)", 1, ""},
		{"f(a, b)", 1, "b"},
		{"f(a, b)", 2, ""},
		{"f({ a: [1, 2], b }, g(1, 2), c)", 0, "{ a: [1, 2], b }"},
		{"f({ a: [1, 2], b }, g(1, 2), c)", 1, "g(1, 2)"},
		{"f({ a: [1, 2], b }, g(1, 2), c)", 2, "c"},
		{"f((a, b) => { c, d }, 1)", 0, "(a, b) => { c, d }"},
		{"f(`a${b, c}d`, 1)", 0, "`a${b, c}d`"},
		{"f(<p>a, b</p>, 1)", 0, "<p>a, b</p>"},
		{"f(<p>,</p>, 1)", 1, "1"},
		{"f(',', 1)", 1, "1"},
		{"f(...a)", 0, "...a"},
		{"f({ a: 'b'", 0, "{ a: 'b'"},
		{"f(a, { b", 1, "{ b"},
		{"f(a, b", 1, "b"},
		{"f(", 0, ""},
		{"f({ a: g( })", 0, "{ a: g( }"},
	} {
		s := lexed(c.src, javaScript)
		first, end, ok := s.Arg(1, c.n)
		if got := piece(s, first, end); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%q argument %d: got %q, %v, want %q", c.src, c.n, got, ok, c.want)
		}
	}
}

func TestProperty(t *testing.T) {
	for _, c := range []struct {
		src, key, want string
		found, spread  bool
	}{
		{"({ a: 1, b: 2 })", "a", "1", true, false},
		{"({ a: 1, b: 2 })", "b", "2", true, false},
		{"({ a: 1, b: 2 })", "c", "", false, false},
		{"({ a: { b: 1 }, c: [{ b: 2 }], b: 3 })", "b", "3", true, false},
		{"({ a: f(b, c), b: 1 })", "c", "", false, false},
		{"({ a: b ? c : d })", "a", "b ? c : d", true, false},
		{"({ 'a': 1 })", "a", "1", true, false},
		{"({ \"a\": 1 })", "a", "1", true, false},
		{"({ ['a']: 1 })", "a", "1", true, false},
		{"({ [`a`]: 1 })", "a", "1", true, false},
		{"({ [k]: 1 })", "a", "", false, true},
		{"({ a, b })", "b", "b", true, false},
		{"({ a })", "a", "a", true, false},
		{"({ a, })", "a", "a", true, false},
		{"({ a(b) { c }, d: 1 })", "a", "a(b) { c }", true, false},
		{"({ a(b) { c }, d: 1 })", "d", "1", true, false},
		{"({ async a() {} })", "a", "async a() {}", true, false},
		{"({ async *a() {} })", "a", "async *a() {}", true, false},
		{"({ async: 1 })", "async", "1", true, false},
		{"({ get a() { return 1 } })", "a", "get a() { return 1 }", true, false},
		{"({ get, a: 1 })", "get", "get", true, false},
		{"({ 'get': 1 })", "get", "1", true, false},
		{"({ ...a })", "a", "", false, true},
		{"({ ...a, b: 1 })", "b", "1", true, true},
		{"({ b: 1, ...a })", "b", "1", true, false},
		{"({ ...f({ a: 1 }), b: 2 })", "a", "", false, true},
		{"({})", "a", "", false, false},
		{"({ a: ({ b: 1 }) })", "b", "", false, false},
		{"({ x: a })", "a", "", false, false},
		{"({ a: 1", "a", "1", true, false},
		{"({ a: 1, b: {", "b", "{", true, false},
		{"({ a:", "a", "", true, false},
		{"({ a", "a", "a", true, false},
		{"({", "a", "", false, false},
	} {
		s := lexed(c.src, javaScript)
		first, end, found, spread := s.Property(1, c.key)
		got := fmt.Sprint(piece(s, first, end), found, spread)
		if want := fmt.Sprint(c.want, c.found, c.spread); got != want {
			t.Errorf("%q key %q: got %s, want %s", c.src, c.key, got, want)
		}
	}
}

func TestIsObject(t *testing.T) {
	s := lexed("f({}, [], `${a}`)", javaScript)
	var got []int
	for i := range s.Tokens {
		if s.IsObject(i) {
			got = append(got, int(s.Tokens[i].Start))
		}
	}
	if fmt.Sprint(got) != "[2]" {
		t.Errorf("got objects at %v, want [2]", got)
	}
}
