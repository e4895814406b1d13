package lint

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// asked returns a test for what was asked for: not findings in other files,
// where the paths lie inside a project, nor "nothing uses this" about a config
// of which only some projects were linted.
func (r *runner) asked(jobs []*job) func(*rule.Finding) bool {
	configs := map[string]bool{}
	only := map[string][]string{}
	inside := false // whether some path lies in a project
	for _, j := range jobs {
		if f := j.project.Config.File; f != nil {
			configs[f.Path] = r.whole(f)
		}
		only[j.root.Dir] = j.root.Only
		inside = inside || len(j.root.Only) > 0
	}
	return func(f *rule.Finding) bool {
		if whole, isConfig := configs[f.File.Path]; isConfig {
			return whole || f.Rule != "optional-unused" && f.Rule != rule.SuppressionUnused.ID
		}
		return !inside || !r.outside(f.File, only)
	}
}

// whole reports whether everything that a config is for was asked for.
func (r *runner) whole(cfg *source.File) bool {
	if r.options.ConfigPath != "" {
		return true
	}
	dir := filepath.Dir(r.absolute(cfg.Path))
	return slices.ContainsFunc(r.options.Paths, func(p string) bool { return within(dir, r.absolute(p)) })
}

// outside reports whether a file lies in a project of which only other files
// were asked for.
func (r *runner) outside(f *source.File, only map[string][]string) bool {
	path, home := r.absolute(f.Path), ""
	for root := range only {
		if len(root) > len(home) && within(path, root) {
			home = root
		}
	}
	asked := only[home]
	return len(asked) > 0 && !slices.ContainsFunc(asked, func(p string) bool { return within(path, p) })
}

// within reports whether an absolute path is a folder or lies in it.
func within(path, dir string) bool {
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}
