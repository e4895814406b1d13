package lint

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/project"
)

func lines(r *Result) string {
	var out strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&out, "%s:%d-%d %s %s %s\n", f.File.Path, f.Range.Start, f.Range.End, f.Severity, f.Rule, f.Fingerprint)
	}
	fmt.Fprintf(&out, "%d files, %d suppressed, %v", r.Files, r.Suppressed, r.Skipped)
	return out.String()
}

func mustRun(t *testing.T, o Options) *Result {
	t.Helper()
	r, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A run that keeps what has not changed comes to the same as one that reads
// everything, whichever file of many programs changes.
func TestKeptIsComplete(t *testing.T) {
	dir, err := filepath.Abs("../examples")
	if err != nil {
		t.Fatal(err)
	}
	kept, overlay, runs := &Kept{}, project.Overlay{}, 0
	mustRun(t, Options{Dir: dir, Kept: kept})
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		ext := filepath.Ext(path)
		if err != nil || d.IsDir() || ext == "" || !strings.Contains(".json.js.ts.wxml.axml.vue", ext) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		overlay[path] = changed(path, text)
		kept.Forget(path)
		got := mustRun(t, Options{Dir: dir, Overlay: overlay, Kept: kept})
		want := mustRun(t, Options{Dir: dir, Overlay: overlay})
		if runs++; lines(got) != lines(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", path, lines(got), lines(want))
		}
		return nil
	})
	if err != nil || runs < 20 {
		t.Fatal(err, runs)
	}
}

// changed is another text of a file, which leads to other findings.
func changed(path string, text []byte) []byte {
	switch {
	case filepath.Base(path) == ".mplint.json":
		return []byte(`{ "category": "map-navigation" }`)
	case filepath.Ext(path) == ".json":
		return bytes.Replace(text, []byte("{"), []byte(`{ "requiredPrivateInfos": ["chooseAddress"], `), 1)
	}
	return append(text, "\nwx.getLocation(); my.getLocation()\n<camera/>"...)
}

// Only the program that a change is in is read again, or all that a change of
// their config concerns.
func TestKeptIsKept(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		".mplint.json": `{ "category": "food-delivery" }`,
		"a/app.json":   `{ "pages": ["x"] }`, "a/x.wxml": "", "a/x.js": "",
		"b/app.json": `{ "pages": ["x"] }`, "b/x.wxml": "", "b/x.js": "",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, overlay := &Kept{}, project.Overlay{}
	last := mustRun(t, Options{Dir: dir, Kept: kept})
	for _, step := range []struct {
		file, text string
		a, b       bool // is read again
	}{
		{"a/x.js", "wx.getLocation()", true, false},
		{"b/x.js", "wx.getLocation()", false, true},
		{".mplint.json", `{ "category": "map-navigation" }`, true, true},
		{"shared/x.js", "", true, true},
		{"a/x.js", "wx.getLocation() ", true, false},
	} {
		path := filepath.Join(dir, filepath.FromSlash(step.file))
		overlay[path] = []byte(step.text)
		kept.Forget(path)
		next := mustRun(t, Options{Dir: dir, Overlay: overlay, Kept: kept})
		for i, want := range []bool{step.a, step.b} {
			if got := next.Projects[i] != last.Projects[i]; got != want {
				t.Errorf("%s: project %d read again: %v", step.file, i, got)
			}
		}
		last = next
	}
}
