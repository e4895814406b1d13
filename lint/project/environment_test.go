package project

import (
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// TestDeadBranches: what Taro builds for other platforms than WeChat only.
func TestDeadBranches(t *testing.T) {
	taro, ok := platform.FrameworkByID("taro")
	if !ok {
		t.Fatal("no Taro")
	}
	for _, tt := range []struct{ src, want string }{
		{"if (ENV === 'h5') { a() } else { b() }", "{ a() }"},
		{"if (ENV === 'weapp') { a() } else { b() }", "{ b() }"},
		{"if (ENV !== 'weapp') { a() }\nb()", "{ a() }"},
		{"if ('h5' == ENV) a()\nb()", "a()"},
		{"if (((ENV === 'h5'))) a(1, 2)\n  .then(b)\nc()", "a(1, 2)\n  .then(b)"},
		{"if (ENV === 'weapp') a(); else if (x) b(); else c()\nd()", "if (x) b(); else c()"},
		{"if (ENV === 'weapp') a(); else if (x) { b() } d()", "if (x) { b() }"},
		{"if (ENV === 'weapp') a(); else b(); c()", "b();"},
		{"{ if (ENV === 'h5') a() } b()", "a()"},
		{"if (ENV === 'h5') a()", "a()"},
		{"if (ENV === 'h5' === x) a()", ""},
		{"if (ENV === 'h5' && x) a()", ""},
		{"if (ENV === h5) a()", ""},
		{"if (process.env.STAGE === 'h5') a()", ""},
		{"if (ENV) a()", ""},
		{"while (ENV === 'h5') a()", ""},
		{"if (ENV === 'h5'", ""},
		{"if (ENV === 'h5')", ""},
	} {
		src := strings.ReplaceAll(tt.src, "ENV", "process.env.TARO_ENV")
		var s scan.Script
		s.Lex([]byte(src), 0, len(src), scan.Dialect{})
		var got []string
		for _, r := range deadBranches(&s, taro, "wechat") {
			got = append(got, string(s.Data[r.Start:r.End]))
		}
		if joined := strings.Join(got, " | "); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.src, joined, tt.want)
		}
	}
}
