package config

import (
	"os"
	"path/filepath"
	"testing"
)

// tree makes files, and folders where a name ends in a slash.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if name[len(name)-1] == '/' {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFind(t *testing.T) {
	root := tree(t, ".mplint.json",
		"repo/.git/", "repo/.mplint.json", "repo/app/src/", "repo/near/.mplint.json", "repo/near/src/",
		"bare/.git/", "bare/app/",
		"worktree/.git", "worktree/app/",
		"folder/.mplint.json/", "folder/app/")
	known := map[string]string{}
	for dir, want := range map[string]string{
		"repo":         "repo/.mplint.json",
		"repo/app/src": "repo/.mplint.json",
		"repo/near":    "repo/near/.mplint.json",
		"bare":         "",
		"bare/app":     "",
		"worktree/app": "",
		"folder/app":   ".mplint.json", // a folder of that name is no config
	} {
		if want != "" {
			want = filepath.Join(root, want)
		}
		if got := Find(filepath.Join(root, dir), known); got != want {
			t.Errorf("%s: got %q, want %q", dir, got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	root := tree(t, ".mplint.json", "folder/")
	if cfg, err := Load(filepath.Join(root, ".mplint.json"), "shown.json", known); err != nil || cfg.File.Path != "shown.json" {
		t.Errorf("got %v, %v", cfg, err)
	}
	for name, want := range map[string]string{
		"nope.json": "nope.json: the config cannot be read: no such file or directory",
		"folder":    "folder: the config cannot be read: is a directory",
	} {
		if _, err := Load(filepath.Join(root, name), name, known); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
