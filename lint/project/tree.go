package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// entry is one file below a path that was asked for. Its path is absolute.
type entry struct {
	path string
	name string // the last element of path
}

// listed is what stands in a folder, with its type.
type listed struct {
	entry
	mode fs.FileMode
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
	top := &listing{dir: root, prefix: root + string(filepath.Separator)}
	w := &walker{display: display, todo: []*listing{top}}
	w.more.L = &w.mu
	var running sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		running.Go(func() { w.work(new(lister)) })
	}
	running.Wait()
	t.files = slices.Grow(t.files, top.count())
	t.add(top)
}

// add takes a listing over, each folder's files where the folder stands among
// its neighbours.
func (t *tree) add(l *listing) {
	t.skipped = append(t.skipped, l.skipped...)
	done := 0
	for _, f := range l.folders {
		t.files = append(t.files, l.files[done:f.after]...)
		done = f.after
		t.add(f.listing)
	}
	t.files = append(t.files, l.files[done:]...)
}

// listing is what stands in one folder, in lexical order.
type listing struct {
	dir     string // absolute
	prefix  string // of the paths in it
	files   []entry
	folders []folder
	skipped []Skip
}

// count returns how many files a folder and those in it hold.
func (l *listing) count() int {
	n := len(l.files)
	for _, f := range l.folders {
		n += f.count()
	}
	return n
}

// folder is a folder within a listing, behind so many of its files.
type folder struct {
	after int
	*listing
}

// walker lists folders, several at once.
type walker struct {
	display func(string) string

	mu   sync.Mutex
	more sync.Cond // there is more to do, or nothing any more
	todo []*listing
	busy int // folders that are being listed
}

// work lists folders until none is left.
func (w *walker) work(names *lister) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for {
		for len(w.todo) == 0 && w.busy > 0 {
			w.more.Wait()
		}
		last := len(w.todo) - 1
		if last < 0 {
			return
		}
		l := w.todo[last]
		w.todo, w.busy = w.todo[:last], w.busy+1
		w.mu.Unlock()
		w.list(l, names)
		w.mu.Lock()
		w.busy--
		for _, f := range l.folders {
			w.todo = append(w.todo, f.listing)
		}
		if len(l.folders) > 0 || w.busy == 0 {
			w.more.Broadcast()
		}
	}
}

// list reads one folder.
func (w *walker) list(l *listing, names *lister) {
	entries, err := names.list(l.prefix)
	if err != nil {
		l.skipped = append(l.skipped, Skip{Path: w.display(l.dir), Reason: "unreadable", Detail: plainError(err)})
	}
	for _, d := range entries {
		switch {
		case d.mode.IsDir():
			if !skippedDir(d.name) {
				l.folders = append(l.folders, folder{len(l.files), &listing{dir: d.path, prefix: d.path + string(filepath.Separator)}})
			}
		case d.mode&fs.ModeSymlink != 0:
			if interesting(d.name) {
				l.skipped = append(l.skipped, Skip{Path: w.display(d.path), Reason: "symlink"})
			}
		case d.mode.IsRegular() && interesting(d.name):
			l.files = append(l.files, d.entry)
		}
	}
}

// unsaved adds the files below an absolute directory that are not on disk yet.
func (t *tree) unsaved(root string, texts Overlay) {
	known := len(t.files)
	for path := range texts {
		name := filepath.Base(path)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) && interesting(name) && reachable(root, path) {
			t.files = append(t.files, entry{path, name})
		}
	}
	if len(t.files) > known {
		slices.SortFunc(t.files, func(a, b entry) int {
			return slices.Compare(strings.Split(a.path, string(filepath.Separator)), strings.Split(b.path, string(filepath.Separator)))
		})
	}
}

// reachable reports whether a path lies below a directory and in no folder
// that is skipped.
func reachable(root, path string) bool {
	rel, err := filepath.Rel(root, filepath.Dir(path))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return false
	}
	return !slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), skippedDir)
}

// Wanted reports whether the linter looks at a file, by its path with slashes
// below the folder that is linted: the rest of an archive need not be unpacked.
func Wanted(path string) bool {
	folders := strings.Split(path, "/")
	name := folders[len(folders)-1]
	return interesting(name) && !slices.ContainsFunc(folders[:len(folders)-1], skippedDir)
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
