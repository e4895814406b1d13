package project

import (
	"fmt"
	"strings"
	"testing"
)

// awayAndAway are pieces of scripts that give an object away again and again; "%"
// is the number of the piece.
var awayAndAway = []string{
	"f(wx);\n", "f({ a: [(wx)] });\n", "f(wx, ", "f([{ a: wx, b: ", "promisifyAll(wx, ", "promisifyAll(wx, p);\n", "promisifyAll(wx, wx.p);\n", "p = promisifyAll(wx);\n",
	"const a% = wx;\n", "const a = wx;\n", "{ const a = wx; a.login() }\n", "{ const a = wx; ", "a = wx;\n", "let a = wx, ", "const { login: a% } = wx; a%();\n", "const { login } = wx; login();\n", "const { login: ",
	"const a% = wx; const b% = a%; b%.login();\n", "a = b = wx.p = ", "this.a% = wx; this.a%.login();\n", "this.a = wx; this.a.login();\n", "o%.a = wx; o%.a.login();\n", ".a.a = wx", "x.a",
	"x = wx.createMapContext(); x.moveToLocation();\n", "this.x = wx.createMapContext(); this.x.moveToLocation();\n", "const x% = wx.createMapContext(); x%.moveToLocation();\n", "{ const x = wx.createMapContext(); x.moveToLocation() }\n", "wx.createMapContext(",
	"const s% = 'scope.record'; wx.authorize({ scope: s% });\n", "wx.authorize({ scope: S });\n", "const s = a, ", "const s = wx.authorize({ scope: s });", "const a: b ", "((a, wx) => {", "function f(a = wx) {", "promisify(wx.login)({ scope: ",
	"App({ a: { ", "export const a% = wx;\n", "module.exports = { wx, ", "promisifyAll<a<", "wx.login<a, ",
}

// BenchmarkFollow reads scripts of 1,000 and of 16,000 such pieces: the time per
// piece is the same where following an object is linear.
func BenchmarkFollow(b *testing.B) {
	for _, piece := range awayAndAway {
		for _, times := range []int{1000, 16000} {
			b.Run(fmt.Sprintf("%q/%d", strings.TrimSpace(piece), times), func(b *testing.B) {
				dir := plant(b, wxShell)
				put(b, dir, "a.js", repeated(piece, times))
				for b.Loop() {
					load(b, dir, LoadOptions{})
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(times), "ns/piece")
			})
		}
	}
}

// TestFollowManyPieces reads every such script once, so that a fault in one is
// found by more than the benchmark.
func TestFollowManyPieces(t *testing.T) {
	for _, piece := range awayAndAway {
		dir := plant(t, wxShell)
		put(t, dir, "a.js", repeated(piece, 300))
		if got := len(load(t, dir, LoadOptions{})[0].Requests); got == 0 {
			t.Errorf("%q: the calls behind the pieces were lost", piece)
		}
	}
}

func repeated(piece string, times int) []byte {
	var text strings.Builder
	for i := range times {
		text.WriteString(strings.ReplaceAll(piece, "%", fmt.Sprint(i)))
		if i%8 == 7 {
			text.WriteString("\n") // else it counts as minified
		}
	}
	text.WriteString("\nwx.login()\nwx.authorize({ scope: s })\n")
	return []byte(text.String())
}
