package project

import (
	"path/filepath"
	"strings"
)

// Reads reports whether what Load makes of the root may depend on a file, given
// by its absolute path: one of the program, one beside a folder around it, one
// below the project file that points here, or, where a framework builds the
// program, one of the folder that holds sources and build.
func (r *Root) Reads(path string) bool {
	dirs := []string{r.Dir}
	for _, tools := range []map[string]*toolFile{r.toolFile, r.settings} {
		for _, t := range tools {
			if t != nil {
				dirs = append(dirs, t.dir)
			}
		}
	}
	if r.Framework != nil || len(r.built) > 0 {
		dirs = append(dirs, filepath.Dir(r.Dir))
	}
	for _, dir := range dirs {
		if inside(path, dir) {
			return true
		}
	}
	return inside(r.Dir, filepath.Dir(path))
}

// inside reports whether an absolute path is a folder or lies in it.
func inside(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}
