package scan

import (
	"fmt"
	"strings"
	"testing"
)

var useNames = [...]string{Ignored: "Ignored", Call: "Call", Value: "Value", Test: "Test", Assign: "Assign"}

// uses lists what happens to the first name of each chain, for a call with the
// offset of its parenthesis.
func uses(s *Script) string {
	var out []string
	s.Refs(isWx, func(r *Ref) {
		use, paren := s.Use(r, 1)
		text := useNames[use]
		if paren >= 0 {
			text += fmt.Sprint(" ", s.Tokens[paren].Start)
		}
		out = append(out, text)
	})
	return strings.Join(out, ", ")
}

func TestUse(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"wx.x()", "Call 4"},
		{"wx.x?.()", "Call 6"},
		{"wx.x!()", "Call 5"},
		{"wx.x<A>()", "Call 7"},
		{"wx.x<() => void>()", "Call 16"},
		{"wx.x<A, B['c'] | { d: 1 }>({})", "Call 26"},
		{"wx['x']()", "Call 7"},
		{"new wx.x()", "Call 8"},
		{"globalThis.wx.x()", "Call 15"},
		{"(wx as any).x()", "Call 13"},
		{"if (wx.x()) a", "Call 8"},
		{"!wx.x()", "Call 5"},
		{"wx.x < a", "Ignored"},

		{"call(wx.x)", "Value"},
		{"f(a, wx.x)", "Value"},
		{"f(...wx.x)", "Value"},
		{"promisify(wx.x)()", "Value"},
		{"const f = wx.x", "Value"},
		{"const f = globalThis.wx.x", "Value"},
		{"const f = (wx as any).x", "Value"},
		{"f ??= wx.x", "Value"},
		{"({ a: wx.x })", "Value"},
		{"[wx.x, wx.y]", "Value, Value"},
		{"return wx.x", "Value"},
		{"() => wx.x", "Value"},
		{"a ? wx.x : wx.y", "Value, Value"},
		{"const f = a || wx.x", "Value"},
		{"export default wx.x", "Value"},
		{"v = <p a={wx.x}>{wx.y}</p>", "Value, Value"},
		{"`${wx.x}`", "Value"},
		{"wx.x.call(wx)", "Value"},
		{"wx.x.apply(wx, a)", "Value"},
		{"f(wx.x.bind(wx))", "Value"},
		{"if (f(wx.x)) a", "Value"},
		{"if ((f = wx.x)) a", "Value"},
		{"if ((() => wx.x)()) a", "Value"},
		{"if ((0, wx.x)()) a", "Value"},
		{"(0, wx.x)()", "Value"},

		{"if (wx.x) a", "Test"},
		{"else if (wx.x) a", "Test"},
		{"while (wx.x) a", "Test"},
		{"if (a && wx.x) b", "Test"},
		{"if (a && (wx.x || wx.y)) b", "Test, Test"},
		{"if (!(wx.x)) b", "Test"},
		{"!wx.x", "Test"},
		{"!globalThis.wx.x", "Test"},
		{"a = !!wx.x", "Test"},
		{"a = !(wx.x)", "Test"},
		{"typeof wx.x", "Test"},
		{"wx.x && wx.x()", "Test, Call 12"},
		{"wx.x ? 1 : 2", "Test"},
		{"wx.x === undefined", "Test"},
		{"undefined !== wx.x", "Test"},
		{"Boolean(wx.x)", "Test"},
		{"wx.x instanceof F", "Test"},
		{"delete wx.x", "Test"},
		{"let a: typeof wx.x = b", "Test"},
		{"type A = Parameters<typeof wx.x>[0]", "Test"},

		{"wx.x = f", "Assign"},
		{"wx['x'] = f", "Assign"},
		{"wx.x ||= f", "Assign"},
		{"wx.x == f", "Test"},
		{"wx.x = wx.y", "Assign, Value"},

		{"wx.x", "Ignored"},
		{"f(); wx.x;", "Ignored"},
		{"function f() { wx.x }", "Ignored"},
		{"a = wx.x.length", "Ignored"},
		{"a = wx.x[b]", "Ignored"},
		{"wx.canIUse('x')", "Call 10"},
	} {
		if got := uses(lexed(c.src, tsx)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

// TestUseOfLongerChain asks about more than the first name.
func TestUseOfLongerChain(t *testing.T) {
	s := lexed("wx.cloud.callFunction({})", javaScript)
	s.Refs(isWx, func(r *Ref) {
		if use, _ := s.Use(r, 1); use != Ignored {
			t.Errorf("wx.cloud: got %s", useNames[use])
		}
		if use, paren := s.Use(r, 2); use != Call || s.Tokens[paren].Start != 21 {
			t.Errorf("wx.cloud.callFunction: got %s", useNames[use])
		}
	})
}
