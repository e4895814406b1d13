package lsp

import (
	"errors"
	"maps"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// folder is one workspace folder, or the program around a document that lies in
// none.
type folder struct {
	dir     string
	implied bool // the client has not named it
	dirty   bool

	kept   lint.Kept
	result *lint.Result              // of the last run that came to an end; nil where there is no program
	faults map[string][]config.Fault // by the path of a config that cannot be used
	good   map[string][]byte         // by path, the text of each config when it last could be
}

// lint lints the folder with the texts of the overlay. While a config is
// faulty its last good text counts, so that the findings of the program stay in
// place as it is typed; one that never was good counts as absent.
func (f *folder) lint(s *Server) {
	f.dirty, f.faults = false, map[string][]config.Fault{}
	overlay, blank := maps.Clone(s.overlay), false
	for {
		result, err := lint.Run(s.ctx, lint.Options{Dir: f.dir, Overlay: overlay, Kept: &f.kept})
		var faulty *config.Error
		var crash *lint.CrashError
		if errors.As(err, &crash) {
			return // what was found before stays, and the next change may do
		}
		if !errors.As(err, &faulty) {
			f.result = result // none where there is no program, or the folder is gone
			break
		}
		path := f.absolute(faulty.Faults[0].Path)
		if f.faults[path] != nil {
			f.result = nil
			break
		}
		f.faults[path] = faulty.Faults
		overlay[path] = f.good[path]
		if overlay[path] == nil {
			overlay[path], blank = []byte("{}"), true
		}
	}
	if f.result == nil {
		return
	}
	f.remember()
	if blank {
		f.result.Findings = without(f.result.Findings, "category-unset")
	}
}

// remember keeps the texts of the configs that could be used.
func (f *folder) remember() {
	if f.good == nil {
		f.good = map[string][]byte{}
	}
	for _, p := range f.result.Projects {
		if file := p.Config.File; file != nil && f.faults[f.absolute(file.Path)] == nil {
			f.good[f.absolute(file.Path)] = file.Data
		}
	}
}

func without(findings []*rule.Finding, id string) []*rule.Finding {
	var out []*rule.Finding
	for _, x := range findings {
		if x.Rule != id {
			out = append(out, x)
		}
	}
	return out
}

// absolute is the path of a file as results name it.
func (f *folder) absolute(path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(f.dir, path)
}

// lang is the language that the config of the folder's first program with one
// names, or "".
func (f *folder) lang() string {
	if f.result != nil {
		for _, p := range f.result.Projects {
			if p.Config.Lang != "" {
				return p.Config.Lang
			}
		}
	}
	return ""
}

// projects returns the programs of the innermost folder that has some and that
// a file lies in: one for each platform. A config belongs to all that use it.
func (f *folder) projects(path string) []*lint.Project {
	if f == nil || f.result == nil {
		return nil
	}
	var out []*lint.Project
	depth := -1
	for _, p := range f.result.Projects {
		root := f.absolute(p.Root)
		switch {
		case p.Config.File != nil && f.absolute(p.Config.File.Path) == path && depth <= 0:
			out, depth = append(out, p), 0
		case !within(path, root) || len(root) < depth:
		case len(root) > depth:
			out, depth = []*lint.Project{p}, len(root)
		default:
			out = append(out, p)
		}
	}
	return out
}

// within reports whether an absolute path is a folder or lies in it.
func within(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// requestAt returns the request for data that stands at an offset of a file,
// the narrowest of several, and its program.
func (f *folder) requestAt(path string, offset int) (*lint.Project, *project.Request) {
	var home *lint.Project
	var best *project.Request
	for _, p := range f.projects(path) {
		for _, r := range p.Requests {
			if offset < r.Range.Start || offset > r.Range.End || f.absolute(r.File.Path) != path {
				continue
			}
			if best == nil || r.Range.End-r.Range.Start < best.Range.End-best.Range.Start {
				home, best = p, r
			}
		}
	}
	return home, best
}
