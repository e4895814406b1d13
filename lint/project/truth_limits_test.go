//go:build truth

package project

import (
	"fmt"
	"path/filepath"
	"testing"
)

// knownLimits are constructs that the module reads otherwise than the
// compiler, on purpose or because telling them apart takes a syntax tree. Each
// is a file of its own; missed and extra are the requests that the module
// leaves out and those that it has alone. A limit that is gone fails the test.
var knownLimits = []struct {
	name, file, text string
	missed, extra    int
	reason           string
}{
	{"alias with a cast in front", "a.ts", "const a = <any>wx; a.login()", 1, 0, "a cast is read behind the name, not in front of it"},
	{"alias with an exclamation mark", "a.ts", "const a = wx!; a.login()", 1, 0, "the mark looks like the start of a member chain"},
	{"member kept under the same name", "a.js", "const { login } = wx; module.exports = { login }; const a = ok && login", 1, 0, "of a destructured member that goes through an operator nothing is known"},
	{"parameter of the object's name", "a.js", "(function (wx) { wx.login() })(sdk)", 0, 1, "such wrappers are nearly always given the object itself"},
	{"global beside another object", "a.js", "const wx = sdk; globalThis.wx.login()", 1, 0, "the name is left aside, and reported as other-object, in all of its scope"},
	{"value that nobody takes", "a.js", "ok && wx.login;\n(wx.login, ok)", 0, 2, "an operator in front looks like a value that goes on"},
	{"value as a type", "a.ts", "declare function f(a: wx.login): void", 0, 1, "no typings have a type under a member's name"},
	{"escapes in names", "a.js", "wx.log\\u0069n(); wx['log\\x69n']()", 2, 0, "names are compared as they are written"},
	{"call above a block", "a.js", "const { login } = wx\nlogin()\n{ noop() }", 1, 0, "without a semicolon it looks like a method's head above its body"},
	{"division behind a function", "a.js", "const a = function () {} / 2; wx.login(); noop(3 / 1)", 1, 0, "a slash behind a closing brace opens a regular expression"},
	{"comparison before parentheses", "a.js", "call(a < b, b > (wx).login())", 1, 0, "looks like type arguments, which the compiler tells by the language"},
	{"namespace destructured", "a.js", "const { wx: a } = globalThis; a.login()", 1, 0, "only members of the object are destructured"},
}

func TestTruthOfKnownLimits(t *testing.T) {
	dir := plant(t, wxShell)
	for i, limit := range knownLimits {
		put(t, dir, fmt.Sprintf("%d/%s", i, limit.file), []byte(limit.text))
	}
	r := find(t, dir, ".").Roots[0]
	want, got := both(t, r, r.Platforms[0], dir)
	missed, extra := difference(want, got), difference(got, want)
	for i, limit := range knownLimits {
		file := filepath.Join(dir, fmt.Sprint(i), limit.file)
		if m, e := hitsIn(missed, file), hitsIn(extra, file); m != limit.missed || e != limit.extra {
			t.Errorf("%s: %d missed and %d false, want %d and %d", limit.name, m, e, limit.missed, limit.extra)
		}
	}
}

func hitsIn(hits []hit, file string) (n int) {
	for _, h := range hits {
		if h.File == file {
			n++
		}
	}
	return n
}
