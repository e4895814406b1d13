package project

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestTypeOfRecord(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a.js"), filepath.Join(dir, "link.js")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind byte
		path string
		want fs.FileMode
	}{
		{syscall.DT_REG, file, 0},
		{syscall.DT_DIR, dir, fs.ModeDir},
		{syscall.DT_LNK, link, fs.ModeSymlink},
		{syscall.DT_FIFO, file, fs.ModeIrregular},
		{syscall.DT_UNKNOWN, file, 0},
		{syscall.DT_UNKNOWN, dir, fs.ModeDir},
		{syscall.DT_UNKNOWN, link, fs.ModeSymlink},
		{syscall.DT_UNKNOWN, filepath.Join(dir, "gone"), fs.ModeIrregular},
	} {
		if got := typeOf(c.kind, c.path); got != c.want {
			t.Errorf("type %d of %s: %v, want %v", c.kind, filepath.Base(c.path), got, c.want)
		}
	}
}
