package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
)

// TestWriteFixed: files are written through links, all or none, and not over
// what somebody wrote since they were read.
func TestWriteFixed(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	put := func(name, text string) lint.FixedFile {
		if err := os.WriteFile(path(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return lint.FixedFile{Path: name, File: path(name), Before: []byte(text), After: []byte(text + "!")}
	}
	is := func(name, want string) {
		t.Helper()
		if got, err := os.ReadFile(path(name)); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
	a, b := put("a", "1"), put("b", "2")
	b.Before = []byte("old")
	if err := writeFixed([]lint.FixedFile{a, b}); err == nil || !strings.Contains(err.Error(), "write b: it was changed") {
		t.Errorf("changed in the meantime: %v", err)
	}
	is("a", "1")
	b = put("b", "2")
	gone := lint.FixedFile{Path: "gone", File: path("gone")}
	if err := writeFixed([]lint.FixedFile{a, b, gone}); err == nil || !strings.HasPrefix(err.Error(), "write gone: ") {
		t.Errorf("a file that is gone: %v", err)
	}
	is("b", "2")
	if err := os.Symlink("a", path("link")); err != nil {
		t.Skip(err)
	}
	a.File = path("link")
	if err := writeFixed([]lint.FixedFile{a, b}); err != nil {
		t.Fatal(err)
	}
	is("a", "1!")
	is("b", "2!")
	if info, err := os.Lstat(path("link")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
	left, err := filepath.Glob(path(".mplint-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
