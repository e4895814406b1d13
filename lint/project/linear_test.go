package project

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestFollowingIsLinear lengthens scripts that give an object away again and
// again, and holds that following it takes no more than in proportion. What is
// quadratic takes 256 times as long, and far more than a second.
func TestFollowingIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time to measure")
	}
	for _, piece := range []string{
		"f(wx);\n", "f({ a: [(wx)] });\n", "f(wx, ", "f([{ a: wx, b: ", "promisifyAll(wx, ", "promisifyAll(wx, p);\n", "promisifyAll(wx, wx.p);\n", "p = promisifyAll(wx);\n",
		"const a% = wx;\n", "const a = wx;\n", "{ const a = wx; a.login() }\n", "{ const a = wx; ", "a = wx;\n", "let a = wx, ", "const { login: a% } = wx; a%();\n", "const { login } = wx; login();\n", "const { login: ",
		"const a% = wx; const b% = a%; b%.login();\n", "a = b = wx.p = ", "this.a% = wx; this.a%.login();\n", "this.a = wx; this.a.login();\n", "o%.a = wx; o%.a.login();\n", ".a.a = wx", "x.a",
		"x = wx.createMapContext(); x.moveToLocation();\n", "this.x = wx.createMapContext(); this.x.moveToLocation();\n", "const x% = wx.createMapContext(); x%.moveToLocation();\n", "{ const x = wx.createMapContext(); x.moveToLocation() }\n", "wx.createMapContext(",
		"const s% = 'scope.record'; wx.authorize({ scope: s% });\n", "wx.authorize({ scope: S });\n", "const s = a, ", "const s = wx.authorize({ scope: s });", "const a: b ", "((a, wx) => {", "function f(a = wx) {", "promisify(wx.login)({ scope: ",
		"App({ a: { ", "export const a% = wx;\n", "module.exports = { wx, ", "promisifyAll<a<", "wx.login<a, ",
	} {
		small, big := followTime(t, piece, 1000), followTime(t, piece, 16000)
		if big > 80*small && big > time.Second {
			t.Errorf("%q: %v become %v when there is sixteen times as much", piece, small, big)
		}
	}
}

// followTime is how long a script of so many pieces takes, of which "%" is the
// number.
func followTime(t *testing.T, piece string, times int) time.Duration {
	var text strings.Builder
	for i := range times {
		text.WriteString(strings.ReplaceAll(piece, "%", fmt.Sprint(i)))
		if i%8 == 7 {
			text.WriteString("\n") // else it counts as minified
		}
	}
	text.WriteString("\nwx.login()\nwx.authorize({ scope: s })\n")
	dir := plant(t, wxShell)
	put(t, dir, "a.js", []byte(text.String()))
	best := time.Hour
	for range 2 {
		start := time.Now()
		load(t, dir, LoadOptions{})
		best = min(best, time.Since(start))
	}
	return best
}
