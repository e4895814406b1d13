package lsp

import (
	"os"
	"path/filepath"
	"slices"
)

func (s *Server) addFolder(dir string) {
	if dir == "" || slices.ContainsFunc(s.folders, func(f *folder) bool { return f.dir == dir && !f.implied }) {
		return
	}
	s.folders = slices.DeleteFunc(s.folders, func(f *folder) bool { return f.implied && within(f.dir, dir) })
	f := &folder{dir: dir}
	s.folders = append(s.folders, f)
	s.soil(f)
}

func (s *Server) removeFolder(dir string) {
	s.folders = slices.DeleteFunc(s.folders, func(f *folder) bool { return f.dir == dir && !f.implied })
	s.wake()
}

// folderOf returns the innermost folder that a file lies in, or nil.
func (s *Server) folderOf(path string) *folder {
	var best *folder
	for _, f := range s.folders {
		if within(path, f.dir) && (best == nil || len(f.dir) > len(best.dir)) {
			best = f
		}
	}
	return best
}

// folderAround makes sure that a document has a folder: where the client has
// named none, the program around it.
func (s *Server) folderAround(path string) {
	if s.folderOf(path) != nil {
		return
	}
	if dir := programAround(path); dir != "" {
		f := &folder{dir: dir, implied: true}
		s.folders = append(s.folders, f)
		s.soil(f)
	}
}

// dropUnused forgets implied folders without an open document.
func (s *Server) dropUnused() {
	s.folders = slices.DeleteFunc(s.folders, func(f *folder) bool {
		if !f.implied {
			return false
		}
		for path := range s.documents {
			if s.folderOf(path) == f {
				return false
			}
		}
		return true
	})
}

// signs are files that stand at the top of a program.
var signs = []string{"app.json", "game.json", "project.config.json", "mini.project.json", "manifest.json", "package.json", ".mplint.json"}

// programAround returns the outermost folder upward from a file, as far as the
// repository's root, with a sign of a program: without a gap between, so that a
// package.json in a home folder does not count. It returns "" where there is
// none.
func programAround(path string) string {
	found := ""
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if slices.ContainsFunc(signs, func(name string) bool { return exists(filepath.Join(dir, name)) }) {
			found = dir
		} else if found != "" {
			return found
		}
		if exists(filepath.Join(dir, ".git")) || dir == filepath.Dir(dir) {
			return found
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// touch notes that a file has another text, or may have.
func (s *Server) touch(path string) {
	for _, f := range s.folders {
		if within(path, f.dir) || within(f.dir, filepath.Dir(path)) {
			f.kept.Forget(path)
			s.soil(f)
		}
	}
	s.wake()
}

// soil notes that a folder has to be linted again.
func (s *Server) soil(f *folder) {
	f.dirty = true
	s.wake()
}

// wake sees to it that what has changed is linted soon, however much changes
// until then.
func (s *Server) wake() {
	if s.due == nil {
		s.due = s.options.After(delay)
	}
}

// relint lints the folders that have changed, if any, and tells the client.
func (s *Server) relint() {
	if s.due == nil {
		return
	}
	s.due = nil
	for _, f := range s.folders {
		if f.dirty {
			f.lint(s)
		}
	}
	s.publish()
}
