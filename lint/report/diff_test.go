package report

import (
	"bytes"
	"testing"

	"github.com/mplint/mplint/lint"
)

func TestDiff(t *testing.T) {
	files := []lint.FixedFile{
		{Path: "店/app.json", Before: []byte("{\r\n  \"a\": 1\r\n}"), After: []byte("{\r\n  \"a\": 2\r\n}")},
		{Path: "/abs/p.js", Before: []byte("a\x1b[31m\nb\n"), After: []byte("b\n")},
	}
	exact := "--- a/店/app.json\n+++ b/店/app.json\n@@ -1,3 +1,3 @@\n {\r\n-  \"a\": 1\r\n+  \"a\": 2\r\n }\n\\ No newline at end of file\n" +
		"--- /abs/p.js\n+++ /abs/p.js\n@@ -1,2 +1 @@\n-a\x1b[31m\n b\n"
	diff := func(o Options, terminal bool) string {
		var b bytes.Buffer
		if err := Diff(&b, files, o, terminal); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if got := diff(Options{}, false); got != exact {
		t.Errorf("got\n%q\nwant\n%q", got, exact)
	}
	if got := diff(Options{}, true); bytes.ContainsAny([]byte(got), "\x1b\r") {
		t.Errorf("control characters get through: %q", got)
	}
	if got := diff(Options{Color: true}, false); !bytes.Contains([]byte(got), []byte("\x1b[32m+  ")) {
		t.Errorf("no colour: %q", got)
	}
}
