package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Root is the folder of one mini-program and every file that belongs to it.
type Root struct {
	Dir       string // absolute
	Manifest  *manifest.Document
	Name      string // app.json, game.json or plugin.json
	Surface   platform.Surface
	Platforms []*platform.Platform
	Only      string // when set, the absolute file or folder that findings are limited to

	files    []entry
	toolFile map[string]*toolFile // by platform: project.config.json and mini.project.json that point here
}

// Found is what a search for projects came to.
type Found struct {
	Roots   []*Root
	Skipped []Skip
	Hints   []Hint
}

// Hint is a sign of a project that cannot be read: a framework's source
// manifest, or a project config whose miniprogramRoot is not there. Kind is
// "uni-app", "taro", "mpx", "wepy" or "missing-root".
type Hint struct{ Kind, Path, Detail string }

// Finder looks for projects. Dir is the absolute working directory that shown
// paths are relative to; Platform, when set, overrides detection.
type Finder struct {
	Dir      string
	Platform *platform.Platform

	tree  tree
	dirs  map[string][]entry // folder -> its files
	hints []Hint
	tools []toolFile
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
			} else if old.Only != r.Only {
				old.Only = ""
			}
		}
		found.Skipped = append(found.Skipped, f.tree.skipped...)
		found.Hints = append(found.Hints, f.hints...)
	}
	sort.SliceStable(found.Roots, func(i, j int) bool {
		a, b := found.Roots[i], found.Roots[j]
		return a.Dir < b.Dir || a.Dir == b.Dir && a.Name < b.Name
	})
	return found, nil
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
	info, err := os.Stat(path)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	if info.IsDir() {
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
	f.index()
	var roots []*Root
	for _, e := range f.tree.files {
		if r := f.candidate(e); r != nil {
			roots = append(roots, r)
		}
	}
	f.share(roots)
	roots = f.dropCopies(roots)
	for _, r := range roots {
		f.detect(r)
	}
	return roots
}

func (f *Finder) index() {
	f.dirs = make(map[string][]entry)
	for _, e := range f.tree.files {
		dir := filepath.Dir(e.path)
		f.dirs[dir] = append(f.dirs[dir], e)
	}
	for _, e := range f.tree.files {
		f.readTool(e)
	}
}

// around returns the project that a path lies in, limited to the path. It
// looks upward as far as the repository's root.
func (f *Finder) around(path string) []*Root {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		for _, name := range []string{"app.json", "game.json", "plugin.json"} {
			if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
				continue
			}
			for _, r := range f.below(dir) {
				if r.Dir == dir {
					r.Only = path
					return []*Root{r}
				}
			}
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// share gives every file to the innermost project around it.
func (f *Finder) share(roots []*Root) {
	byDir := make(map[string][]*Root, len(roots))
	for _, r := range roots {
		byDir[r.Dir] = append(byDir[r.Dir], r)
	}
	for _, e := range f.tree.files {
		for dir := filepath.Dir(e.path); ; dir = filepath.Dir(dir) {
			if owners := byDir[dir]; owners != nil {
				for _, r := range owners {
					r.files = append(r.files, e)
				}
				break
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
}

// dropCopies leaves out build output: a project in a folder named like one,
// whose pages are those of another project.
func (f *Finder) dropCopies(roots []*Root) []*Root {
	sources := map[string]*Root{}
	for _, r := range roots {
		if key := pagesKey(r); key != "" && !inBuildFolder(f.Display(r.Dir)) && sources[key] == nil {
			sources[key] = r
		}
	}
	kept := roots[:0]
	for _, r := range roots {
		if src := sources[pagesKey(r)]; src != nil && src != r && inBuildFolder(f.Display(r.Dir)) {
			f.tree.skipped = append(f.tree.skipped, Skip{f.Display(r.Dir), "build-output", f.Display(src.Dir)})
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

func pagesKey(r *Root) string {
	pages := r.Manifest.Root.Get("pages").Strings()
	if len(pages) == 0 {
		return ""
	}
	return r.Name + "\x00" + strings.Join(pages, "\x00")
}

func inBuildFolder(path string) bool {
	for _, part := range strings.Split(path, "/") {
		switch part {
		case "dist", "unpackage", "build", "output":
			return true
		}
	}
	return false
}

func (f *Finder) readDocument(path string) *manifest.Document {
	data, err := os.ReadFile(path)
	if err != nil {
		f.tree.skipped = append(f.tree.skipped, Skip{f.Display(path), "unreadable", plainError(err)})
		return nil
	}
	return manifest.Parse(&source.File{Path: f.Display(path), Data: data})
}
