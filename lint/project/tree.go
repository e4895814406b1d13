package project

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// entry is one file below a path that was asked for. Its path is absolute.
type entry struct {
	path string
	name string // the last element of path
}

// dir returns the folder of the file.
func (e entry) dir() string { return e.path[:len(e.path)-len(e.name)-1] }

// tree is every file of interest below the paths that were asked for, in
// lexical order, and what could not be read on the way.
type tree struct {
	files   []entry
	skipped []Skip
}

// skippedDirs are folders that hold nothing of a mini-program's package:
// version control, packages before they are built into miniprogram_npm, and
// the caches of tools, which start with a dot.
func skippedDir(name string) bool {
	return name == "node_modules" || len(name) > 1 && name[0] == '.' && name != ".."
}

// walk lists the files below an absolute directory. Symbolic links are not
// followed, so a loop of them cannot trap it.
func (t *tree) walk(root string, display func(string) string) {
	// The separator makes the walk enter a root that is a symbolic link itself.
	err := filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			t.skipped = append(t.skipped, Skip{Path: display(path), Reason: "unreadable", Detail: plainError(err)})
			return nil
		}
		name := d.Name()
		switch {
		case d.IsDir():
			if len(path) > len(root)+1 && skippedDir(name) {
				return filepath.SkipDir
			}
		case d.Type()&fs.ModeSymlink != 0:
			if interesting(name) {
				t.skipped = append(t.skipped, Skip{Path: display(path), Reason: "symlink"})
			}
		case d.Type().IsRegular() && interesting(name):
			t.files = append(t.files, entry{path, name})
		}
		return nil
	})
	if err != nil {
		t.skipped = append(t.skipped, Skip{Path: display(root), Reason: "unreadable", Detail: plainError(err)})
	}
}

// plainError drops the path from an error that carries one.
func plainError(err error) string {
	if e, ok := err.(*os.PathError); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// interesting reports whether a file's name says that the linter reads it or
// has to mention it.
func interesting(name string) bool {
	switch extension(name) {
	case ".json", ".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx", ".wxml", ".axml", ".wxss", ".acss",
		".vue", ".nvue", ".uvue", ".mpx", ".wpy":
		return true
	}
	return false
}

// extension returns a name's ending with its dot, ".d.ts" for declarations.
func extension(name string) string {
	if strings.HasSuffix(name, ".d.ts") {
		return ".d.ts"
	}
	return filepath.Ext(name)
}
