package scan

import (
	"fmt"
	"strings"
	"testing"
)

func isWx(name []byte) bool { return string(name) == "wx" }

// refs lists the chains of a script as their names' ranges, with "?" for a
// computed one.
func refs(s *Script) string {
	var out []string
	s.Refs(isWx, func(r *Ref) {
		var names []string
		for _, n := range r.Names {
			names = append(names, fmt.Sprintf("%d-%d", n.Start, n.End))
		}
		if r.Dynamic >= 0 {
			names = append(names, fmt.Sprintf("?%d", s.Tokens[r.Dynamic].Start))
		}
		out = append(out, strings.Join(names, "."))
	})
	return strings.Join(out, ", ")
}

func TestRefs(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"wx.getLocation({})", "3-14"},
		{"wx\n.getLocation()", "4-15"},
		{"wx.\n  getLocation()", "6-17"},
		{"wx /* a */ . /* b */ x()", "21-22"},
		{"wx?.getLocation?.()", "4-15"},
		{"wx['getLocation']()", "4-15"},
		{"wx[`getLocation`]()", "4-15"},
		{"wx?.['x']", "6-7"},
		{"wx?.['x'].y", "6-7.10-11"},
		{"wx!.x()", "4-5"},
		{"wx!['x']()", "5-6"},
		{"wx.cloud.callFunction()", "3-8.9-21"},
		{"wx.a['b'].c", "3-4.6-7.10-11"},
		{"wx[name]()", "?2"},
		{"wx[`a${b}`]()", "?2"},
		{"wx['a' + b]()", "?2"},
		{"wx.a[b]", "3-4.?4"},
		{"new b.c(wx[k])", "?10"},
		{"wx.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q", "3-4.5-6.7-8.9-10.11-12.13-14.15-16.17-18.19-20.21-22.23-24.25-26.27-28.29-30.31-32.33-34"},
		{"globalThis.wx.x()", "14-15"},
		{"window?.wx.x()", "11-12"},
		{"(window as any).wx.x()", "19-20"},
		{"a.window.wx.x()", ""},
		{"(wx).x()", "5-6"},
		{"(wx as any).x()", "12-13"},
		{"((wx)).x()", "7-8"},
		{"((wx as any) as A).x()", "19-20"},
		{"f((wx), (wx)).x()", ""},
		{"if (a) (wx as any).x()", "19-20"},
		{"return (wx).x()", "12-13"},
		{"a.return(wx).x()", ""},
		{"f?.(wx).x()", ""},
		{"{}\n(wx).x()", "8-9"},
		{"f(wx).x()", ""},
		{"f(wx as any).x()", ""},
		{"a.wx.x()", ""},
		{"a?.wx.x()", ""},
		{"a\n  .wx.x()", ""},
		{"a\n.\nwx.x()", ""},
		{"a. /* b */ wx.x()", ""},
		{"a. /* b\n*/ wx.x()", "14-15"},
		{"a.\u2028wx.x()", "8-9"},
		{"a.\u3000wx.x()", ""},
		{"wx\n.\nwx.x()", "5-7.8-9"},
		{"wx.\nwx()", "4-6"},
		{"this.#wx.x()", ""},
		{"#wx.x()", ""},
		{"({ wx: 1 })", ""},
		{"wx", ""},
		{"wx.", ""},
		{"wxx.x(); _wx.x(); $wx.x()", ""},
		{"'wx.x()'; \"wx.x()\"; `wx.x()`; /wx.x()/; // wx.x()\n/* wx.x() */", ""},
		{"`${wx.x()}`", "6-7"},
		{"`a${`b${wx.x()}`}`", "11-12"},
		{"v = <p>wx.x() {wx.y()}</p>", "18-19"},
		{"v = <p a={wx.x} b='wx.y'/>", "13-14"},
		{"v = <p>don't</p>; wx.x()", "21-22"},
		{"'https://a'; wx.x()", "16-17"},
		{"中文；wx.x()", ""},
		{"f('中文'); wx.x()", "16-17"},
		{"\ufeffwx.x()", "6-7"},
		{"@A() class B { c = wx.x }", "22-23"},
		{"a = b / wx.x() / 2", "11-12"},
		{"wx.canIUse('x')", "3-10"},
		{"const { x } = wx", ""},
		{"wx.x(wx.y(wx.z()))", "3-4, 8-9, 13-14"},
		{"let a: typeof wx.x", "17-18"},
	} {
		if got := refs(lexed(c.src, javaScript)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

func TestRefsInTypeScript(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"(<any>wx).x()", "10-11"},
		{"(wx satisfies A).x()", "17-18"},
		{"(wx!).x()", "6-7"},
		{"f<A>(wx).x()", ""},
		{"a = <A>wx.x()", "10-11"},
		{"let a: wx.X, b = wx.y<A>()", "10-11, 20-21"},
		{"f<typeof wx.x>()", "12-13"},
		{"class A { private wx: B; c() { this.wx.x() } }", ""},
		{"wx.x! / 2; wx.y() / 3", "3-4, 14-15"},
	} {
		if got := refs(lexed(c.src, typeScript)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
	}
}

// TestRefsInDamagedText holds what is kept of a script that is being typed.
func TestRefsInDamagedText(t *testing.T) {
	for _, c := range []struct {
		name, src, want string
		incomplete      bool
	}{
		{"bare dot", "wx.\nwx.x()", "7-8", false},
		{"bare dot after another object", "a.\nwx.x()", "6-7", false},
		{"bare optional dot", "wx?.\nwx.x()", "8-9", false},
		{"bare dot before a leading dot", "a\n.wx.x()", "", false},
		{"quote", "a = 'b\nwx.x()", "10-11", false},
		{"parenthesis", "f(a\nwx.x()\n}\nwx.y()", "7-8, 16-17", false},
		{"half call", "wx.a({ b:\nwx.x()", "3-4, 13-14", false},
		{"cut off in a name", "wx.x(); wx.y", "3-4, 11-12", false},
		{"cut off in a string", "wx.x('a", "3-4", false},
		{"cut off in an escape", "wx.x('a\\", "3-4", false},
		{"cut off in a template", "wx.x(`a", "3-4", true},
		{"cut off in a hole", "wx.x(`a${wx.y", "3-4, 12-13", false},
		{"comment", "wx.x() /* a\nwx.y()", "3-4, 15-16", true},
		{"comment before another", "/* a\nwx.x()\n/* b */\nwx.y()", "8-9, 23-24", true},
		{"comments of a banner", "/* ---\n/* a\n/* --- */\nwx.y()", "25-26", false},
		{"last back-tick", "wx.x(`a\nwx.y()", "3-4, 11-12", true},
		{"back-tick before a template", "a = `b\nwx.x()\nc = `d${e}`\nwx.y(`f`)", "10-11, 29-30", true},
		{"back-tick before templates", "a = `b\nwx.x(`c`)\nwx.y(`d`, `e`)\nwx.z()", "10-11, 20-21, 35-36", true},
		{"back-tick before code and templates", "a = `b wx.q()\nwx.x(`c`)\nwx.y(`d`, `e`)\nwx.z()", "17-18, 27-28, 42-43", true},
		{"hole", "a = `/b?c=${d`\nwx.x()\ne = `f`\nwx.y()", "18-19, 33-34", true},
		{"last hole", "f() { a = `${b`\nwx.x() }\nwx.y()", "19-20, 28-29", true},
		{"template before a comment", "a = `b\nc`// d\nwx.x()", "17-18", false},
		{"template over lines", "a = `b\nwx.x()\n`\nwx.y()", "19-20", false},
		{"tag", "v = <View\nwx.x()", "13-14", false},
		{"tag in a function", "f(() => { return <View a= })\nwx.x()", "32-33", false},
		{"tag before its parent ends", "v = <p><b c=\n</p>\nwx.x()", "21-22", false},
		{"element", "v = <p><b></p>\nwx.x()", "18-19", false},
		{"closing tag", "v = <p></p\nwx.x()", "14-15", false},
		{"closing tag without a name", "v = <p></\nwx.x()", "13-14", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := lexed(c.src, javaScript)
			if got := refs(s); got != c.want {
				t.Errorf("%q: got %q, want %q", c.src, got, c.want)
			}
			if s.Incomplete != c.incomplete {
				t.Errorf("%q: incomplete is %v", c.src, s.Incomplete)
			}
		})
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		src        string
		n          int
		start, end int
	}{
		{"f(wx.cloud.a())", 1, 2, 10},
		{"f(wx.cloud.a())", 2, 2, 12},
		{"wx['a']()", 1, 0, 7},
		{"!globalThis.wx.a", 1, 1, 16},
		{"x = (wx as any).a()", 1, 4, 17},
	} {
		s := lexed(c.src, typeScript)
		s.Refs(isWx, func(r *Ref) {
			if got := s.Span(r, c.n); got.Start != c.start || got.End != c.end {
				t.Errorf("%q: got %d-%d, want %d-%d", c.src, got.Start, got.End, c.start, c.end)
			}
		})
	}
}

func TestLiteral(t *testing.T) {
	for _, c := range []struct {
		src  string
		want string
	}{
		{"'ab'", "{1 3} true"},
		{"``", "{1 1} true"},
		{"'a\\'", "{0 0} false"},
		{"'a\\\\'", "{1 4} true"},
		{"'a", "{0 0} false"},
		{"`a${b}`", "{0 0} false"},
		{"a", "{0 0} false"},
	} {
		r, ok := lexed(c.src, javaScript).Literal(0)
		if got := fmt.Sprint(r, ok); got != c.want {
			t.Errorf("%q: got %s, want %s", c.src, got, c.want)
		}
	}
}
