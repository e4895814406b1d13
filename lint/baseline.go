package lint

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/mplint/mplint/lint/baseline"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/rule"
)

// known is one baseline of a run.
type known struct {
	path     string // absolute
	relative func(string) string
	entries  []baseline.Entry
	matcher  *baseline.Matcher
}

// loadBaselines reads the baseline of the options, or those that the configs
// name.
func (r *runner) loadBaselines(jobs []*job) ([]*known, error) {
	var out []*known
	for _, path := range r.baselinePaths(jobs) {
		display := r.finder.Display(path)
		entries, err := baseline.Load(path, display)
		if errors.Is(err, fs.ErrNotExist) {
			err = config.Failure(display, "the baseline does not exist; `mplint baseline` writes it", "基线文件不存在；可用 `mplint baseline` 生成")
		}
		if err != nil {
			return nil, err
		}
		out = append(out, &known{path, r.relativeToDir(filepath.Dir(path)), entries, baseline.NewMatcher(entries)})
	}
	return out, nil
}

// baselinePaths returns the absolute paths of the baselines, each once.
func (r *runner) baselinePaths(jobs []*job) []string {
	if r.options.NoBaseline {
		return nil
	}
	if r.options.Baseline != "" {
		return []string{r.absolute(r.options.Baseline)}
	}
	return r.configured(jobs)
}

func (r *runner) configured(jobs []*job) []string {
	var out []string
	for _, j := range jobs {
		cfg := j.project.Config
		if cfg.Baseline == "" {
			continue
		}
		path := filepath.FromSlash(cfg.Baseline)
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(r.absolute(cfg.File.Path)), path)
		}
		if !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// baselined takes away the findings that a baseline knows and counts what a
// baseline knows but the run did not find.
func (r *runner) baselined(out *Result, all []*known) {
	out.Findings = slices.DeleteFunc(out.Findings, func(f *rule.Finding) bool {
		for _, b := range all {
			if b.matcher.Take(keyOf(f, b.relative)) {
				out.Baselined++
				return true
			}
		}
		return false
	})
	for _, b := range all {
		n := 0
		for _, e := range baseline.Count(b.entries) {
			if r.looked(b.path, e.Path) {
				n += b.matcher.Left(e.Key)
			}
		}
		if n > 0 {
			out.Stale = append(out.Stale, Stale{r.finder.Display(b.path), n})
		}
	}
}

// looked reports whether the run would have found what an entry of a baseline
// says: its file lies below the paths, and no option narrows them.
func (r *runner) looked(baselinePath, entry string) bool {
	if r.finder.Platform != nil || r.changes != nil {
		return false
	}
	path := filepath.Join(filepath.Dir(baselinePath), filepath.FromSlash(entry))
	return slices.ContainsFunc(r.options.Paths, func(p string) bool { return within(path, r.absolute(p)) })
}

func keyOf(f *rule.Finding, relative func(string) string) baseline.Key {
	return baseline.Key{Path: relative(f.File.Path), Rule: f.Rule, Fingerprint: identity(f)}
}
