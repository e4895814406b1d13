package lint

import (
	"context"
	"os"
	"path/filepath"

	"github.com/mplint/mplint/lint/changes"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// loadChanges asks what changed since the revision of the options, if they
// name one.
func (r *runner) loadChanges(ctx context.Context) error {
	if r.options.ChangedSince == "" {
		return nil
	}
	var dirs []string
	for _, p := range r.options.Paths {
		dir := r.absolute(p)
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			dir = filepath.Dir(dir)
		}
		dirs = append(dirs, dir)
	}
	var err error
	r.changes, err = changes.Since(ctx, dirs, r.options.ChangedSince)
	return err
}

// unchanged reports whether nothing about a project changed, neither its files
// nor its config.
func (r *runner) unchanged(root *project.Root, p *Project) bool {
	if r.changes == nil || r.changes.Below(root.Dir) {
		return false
	}
	cfg := p.Config.File
	return cfg == nil || !r.changes.Changed(r.absolute(cfg.Path))
}

// isNew reports whether a finding stands in changed lines. One about a whole
// project counts when its manifest changed anywhere.
func (r *runner) isNew(f *rule.Finding) bool {
	path := r.absolute(f.File.Path)
	if f.Whole {
		return r.changes.Changed(path)
	}
	return r.changes.Touches(path, f.File, f.Range)
}
