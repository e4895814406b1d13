package project

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Root is the folder of one mini-program and every file that belongs to it.
type Root struct {
	Dir       string // absolute
	Manifest  *manifest.Document
	Name      string              // of the manifest: app.json, game.json, plugin.json, or a framework's source manifest
	Framework *platform.Framework // nil for a native program
	Surface   platform.Surface
	Platforms []*platform.Platform
	Only      []string // when set, the absolute files and folders that findings are limited to

	manifests map[string]*manifest.Document // by platform id, what a framework builds for it
	built     []*Root                       // what a build has made of it, found beside it
	pageList  *manifest.Document            // pages.json of uni-app
	files     []entry
	toolFile  map[string]*toolFile // by platform: project.config.json and mini.project.json that point here
	settings  map[string]*toolFile // by platform: the project file that the program is opened with
	once      sync.Once
	pagePaths []string // see pages
}

// Found is what a search for projects came to.
type Found struct {
	Roots   []*Root
	Skipped []Skip
	Hints   []Hint
}

// Hint is a sign of a project that cannot be read: a framework's source
// manifest without pages, or a project config whose miniprogramRoot is not
// there. Kind is the framework's id or "missing-root".
type Hint struct{ Kind, Path, Detail string }

// Finder looks for projects. Dir is the absolute working directory that shown
// paths are relative to; Platform, when set, overrides detection.
type Finder struct {
	Dir      string
	Platform *platform.Platform
	Overlay  Overlay

	tree  tree
	dirs  map[string][]entry // folder -> its files
	hints []Hint
	tools []toolFile

	documents map[string]*manifest.Document // by path, see readAhead
}

// Find lists every project below the paths, or, for a path with none below,
// the project that the path lies in. It fails when a path cannot be read.
func (f *Finder) Find(paths []string) (*Found, error) {
	found := &Found{}
	byDir := map[string]*Root{}
	for _, p := range paths {
		roots, err := f.find(f.abs(p))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", p, err)
		}
		for _, r := range roots {
			key := r.Dir + "\x00" + r.Name
			if old := byDir[key]; old == nil {
				byDir[key] = r
				found.Roots = append(found.Roots, r)
			} else if len(old.Only) == 0 || len(r.Only) == 0 {
				old.Only = nil
			} else {
				old.Only = append(old.Only, r.Only...)
			}
		}
		found.Skipped = appendNew(found.Skipped, f.tree.skipped)
		found.Hints = appendNew(found.Hints, f.hints)
	}
	sort.SliceStable(found.Roots, func(i, j int) bool {
		a, b := found.Roots[i], found.Roots[j]
		return a.Dir < b.Dir || a.Dir == b.Dir && a.Name < b.Name
	})
	return found, nil
}

// appendNew leaves out what an earlier path that overlaps has brought.
func appendNew[T comparable](list, more []T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

func (f *Finder) abs(p string) string {
	if filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(f.Dir, p)
}

// Display returns an absolute path as it is shown: relative to the working
// directory where it lies below it, with slashes.
func (f *Finder) Display(path string) string { return display(f.Dir, path) }

func display(dir, path string) string {
	rel, err := filepath.Rel(dir, path)
	if err != nil || strings.HasPrefix(rel, ".."+string(filepath.Separator)+".."+string(filepath.Separator)+"..") {
		rel = path
	}
	return filepath.ToSlash(rel)
}

func (f *Finder) find(path string) ([]*Root, error) {
	f.tree, f.hints, f.tools = tree{}, nil, nil
	info, err := os.Stat(path)
	if err != nil && !f.Overlay.exists(path) {
		return nil, errors.Unwrap(err)
	}
	if err == nil && info.IsDir() {
		if _, err := os.ReadDir(path); err != nil {
			return nil, errors.Unwrap(err)
		}
		if roots := f.below(path); len(roots) > 0 {
			return roots, nil
		}
	}
	return f.around(path), nil
}

// below walks a folder and returns the projects in it, each with its files.
func (f *Finder) below(dir string) []*Root {
	f.tree, f.hints, f.tools = tree{}, nil, nil
	f.tree.walk(dir, f.Display)
	f.tree.unsaved(dir, f.Overlay)
	f.index()
	var roots []*Root
	for _, e := range f.tree.files {
		if r := f.candidate(e); r != nil {
			roots = append(roots, r)
		}
	}
	f.share(roots)
	roots = f.dropCopies(roots, dir)
	parallel(0, len(roots), 1, func(indexes iter.Seq[int]) {
		for i := range indexes {
			f.detect(roots[i])
		}
	})
	return roots
}

func (f *Finder) index() {
	f.readAhead()
	f.dirs = make(map[string][]entry)
	eachFolder(f.tree.files, func(dir string, files []entry) {
		if seen, again := f.dirs[dir]; again {
			files = slices.Concat(seen, files)
		}
		f.dirs[dir] = files
	})
	for _, e := range f.tree.files {
		f.readTool(e)
	}
}

// around returns the projects that a path lies in, limited to the path. It
// looks upward as far as the repository's root.
func (f *Finder) around(path string) []*Root {
	for dir := path; !isTop(dir); {
		dir = filepath.Dir(dir)
		if !f.holdsManifest(dir) {
			continue
		}
		var here []*Root
		for _, r := range f.below(dir) {
			if r.Dir == dir {
				r.Only = []string{path}
				here = append(here, r)
			}
		}
		if len(here) > 0 {
			return here
		}
	}
	return nil
}

func (f *Finder) holdsManifest(dir string) bool {
	for _, name := range []string{"app.json", "game.json", "plugin.json", "manifest.json", "app.config.ts", "app.config.js", "app.config.tsx", "app.config.mjs", "app.mpx", "app.wpy", unpackedName} {
		if f.Overlay.exists(filepath.Join(dir, name)) {
			return true
		}
	}
	return false
}

// isTop reports whether a folder is the root of a repository or of the disk.
func isTop(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, ".git"))
	return err == nil || dir == filepath.Dir(dir)
}

// eachFolder visits runs of files of the same folder. A folder comes once more
// for the files behind each folder in it.
func eachFolder(files []entry, visit func(dir string, files []entry)) {
	for start := 0; start < len(files); {
		dir, end := files[start].dir(), start+1
		for end < len(files) && files[end].dir() == dir {
			end++
		}
		visit(dir, files[start:end])
		start = end
	}
}

// share gives every file to the innermost project around it.
func (f *Finder) share(roots []*Root) {
	byDir := make(map[string][]*Root, len(roots))
	for _, r := range roots {
		byDir[r.Dir] = append(byDir[r.Dir], r)
	}
	runs := map[*Root][][]entry{}
	counts := map[*Root]int{}
	eachFolder(f.tree.files, func(dir string, files []entry) {
		for _, r := range ownersOf(dir, byDir) {
			runs[r] = append(runs[r], files)
			counts[r] += len(files)
		}
	})
	for r, files := range runs {
		r.files = make([]entry, 0, counts[r])
		for _, run := range files {
			r.files = append(r.files, run...)
		}
	}
}

// ownersOf returns the projects of the nearest folder upward that has any.
func ownersOf(dir string, byDir map[string][]*Root) []*Root {
	for end := len(dir); end >= 0; end = strings.LastIndexByte(dir[:end], filepath.Separator) {
		if owners := byDir[dir[:end]]; owners != nil {
			return owners
		}
	}
	return nil
}

// documentNames are the manifests and project files that a search reads.
var documentNames = []string{"app.json", "game.json", "plugin.json", "project.config.json", "project.private.config.json", "mini.project.json"}

// readAhead reads the documents of a search, several at once.
func (f *Finder) readAhead() {
	var paths []string
	for _, e := range f.tree.files {
		if strings.HasSuffix(e.name, ".json") && slices.Contains(documentNames, e.name) {
			paths = append(paths, e.path)
		}
	}
	docs := make([]*manifest.Document, len(paths))
	parallel(0, len(paths), 4, func(indexes iter.Seq[int]) {
		for i := range indexes {
			if data, err := f.Overlay.read(paths[i]); err == nil {
				docs[i] = manifest.Parse(&source.File{Path: f.Display(paths[i]), Data: data})
			}
		}
	})
	f.documents = map[string]*manifest.Document{}
	for i, path := range paths {
		if docs[i] != nil {
			f.documents[path] = docs[i]
		}
	}
}

func (f *Finder) readDocument(path string) *manifest.Document {
	if doc := f.documents[path]; doc != nil {
		return doc
	}
	data, err := f.Overlay.read(path)
	if err != nil {
		f.tree.skipped = append(f.tree.skipped, Skip{f.Display(path), "unreadable", plainError(err)})
		return nil
	}
	return manifest.Parse(&source.File{Path: f.Display(path), Data: data})
}
