package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// sameAsReadDir compares a folder with what the library lists.
func sameAsReadDir(t *testing.T, l *lister, dir string) {
	t.Helper()
	want, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	dir += string(filepath.Separator)
	got, err := l.list(dir)
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d entries and %v, want %d", len(got), err, len(want))
	}
	for i, w := range want {
		if g := got[i]; g.name != w.Name() || g.path != dir+w.Name() || g.mode != w.Type() {
			t.Errorf("entry %d: %q %q %v, want %q %v", i, g.name, g.path, g.mode, w.Name(), w.Type())
		}
	}
}

func TestList(t *testing.T) {
	dir := t.TempDir()
	many, none := filepath.Join(dir, "many"), filepath.Join(dir, "none")
	for _, d := range []string{many, none, filepath.Join(dir, "..almost"), filepath.Join(dir, "页面")} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 2000 { // more than a buffer holds
		if err := os.WriteFile(filepath.Join(many, fmt.Sprintf("a rather long name, %d.js", i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"b.js", "B.js", "b", ".b", "b\n.js", "a\xff.js"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil && runtime.GOOS == "linux" {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("b.js", filepath.Join(dir, "link.js")); err != nil {
		t.Skip(err)
	}
	var l lister
	for _, d := range []string{many, dir, none} {
		sameAsReadDir(t, &l, d)
	}
	if got, err := l.list(filepath.Join(dir, "gone") + string(filepath.Separator)); !errors.Is(err, fs.ErrNotExist) || len(got) != 0 {
		t.Errorf("of a folder that is not there: %v, %v", got, err)
	}
	if _, err := l.list(filepath.Join(dir, "b.js") + string(filepath.Separator)); err == nil {
		t.Error("a file is listed")
	}
}

func BenchmarkList(b *testing.B) {
	dir := b.TempDir()
	for _, name := range []string{"index.js", "index.json", "index.wxml", "index.wxss"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("list", func(b *testing.B) {
		var l lister
		for b.Loop() {
			if _, err := l.list(dir + string(filepath.Separator)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ReadDir", func(b *testing.B) {
		for b.Loop() {
			if _, err := os.ReadDir(dir); err != nil {
				b.Fatal(err)
			}
		}
	})
}
