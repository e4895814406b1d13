package project

import (
	"path/filepath"
	"strings"
)

// dropCopies leaves out build output: a project in a folder named like one,
// whose pages are those of a project beside or above that folder. The names of
// the folders above the walk's root say nothing.
func (f *Finder) dropCopies(roots []*Root, walked string) []*Root {
	sources := map[string][]*Root{}
	for _, r := range roots {
		if key := pagesKey(r); key != "" && buildFolder(walked, r.Dir) == "" {
			sources[key] = append(sources[key], r)
		}
	}
	kept := roots[:0]
	for _, r := range roots {
		if src := sourceOf(r, sources[pagesKey(r)], buildFolder(walked, r.Dir)); src != nil {
			f.tree.skipped = append(f.tree.skipped, Skip{f.Display(r.Dir), "build-output", f.Display(src.Dir)})
			src.built = append(src.built, r)
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

func sourceOf(r *Root, sources []*Root, build string) *Root {
	if build == "" {
		return nil
	}
	home := filepath.Dir(build)
	for _, src := range sources {
		if src.Dir == home || strings.HasPrefix(src.Dir, home+string(filepath.Separator)) {
			return src
		}
	}
	return nil
}

func pagesKey(r *Root) string {
	return strings.Join(r.pages(), "\x00")
}

// buildFolder returns the outermost folder of build output that a folder below
// the walk's root is or lies in, or "".
func buildFolder(walked, dir string) string {
	rel := strings.TrimPrefix(strings.TrimPrefix(dir, walked), string(filepath.Separator))
	at := walked
	for _, part := range strings.Split(rel, string(filepath.Separator)) {
		at = filepath.Join(at, part)
		switch part {
		case "dist", "unpackage", "build", "output":
			return at
		}
	}
	return ""
}
