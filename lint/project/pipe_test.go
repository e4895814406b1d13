//go:build unix

package project

import (
	"path/filepath"
	"syscall"
	"testing"
)

// Opening a pipe that nobody writes to would wait for ever.
func TestLoadSkipsPipes(t *testing.T) {
	dir := plant(t, minimal)
	for _, name := range []string{"pipe.js", "a.json", "sub.json"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skipf("no pipes here: %v", err)
		}
	}
	if got := load(t, dir, LoadOptions{}); len(got) != 1 || got[0].Files != 2 {
		t.Errorf("got %+v", got)
	}
}
