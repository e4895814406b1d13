package lint

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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
			err = &config.Error{Faults: []config.Fault{{Path: display, Message: "the baseline does not exist; `mplint baseline` writes it"}}}
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

// Recorded is what Record came to. Nothing is written yet.
type Recorded struct {
	Result     *Result
	Path       string // as it is shown
	File       string // absolute
	Entries    []baseline.Entry
	Findings   int  // that the entries stand for
	Gone       int  // findings that the file knew and the run did not find
	Configured bool // the config names the file
}

// Record makes a baseline of the findings of a run. It goes to a path, else to
// where the config says, else into dir. Entries about files outside the paths
// of the options stay. With prune, entries go or shrink, but none is added.
func Record(ctx context.Context, o Options, path, dir string, prune bool) (*Recorded, error) {
	o.NoBaseline = true
	result, err := Run(ctx, o)
	if err != nil {
		return nil, err
	}
	r, err := newRunner(o)
	if err != nil {
		return nil, err
	}
	out := &Recorded{Result: result}
	if out.File, out.Configured, err = r.target(result, path, dir); err != nil {
		return nil, err
	}
	out.Path = r.finder.Display(out.File)
	old, err := baseline.Load(out.File, out.Path)
	if errors.Is(err, fs.ErrNotExist) && !prune {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	r.record(out, old, prune)
	return out, nil
}

// target decides which file to write.
func (r *runner) target(result *Result, path, dir string) (file string, configured bool, err error) {
	var jobs []*job
	for _, p := range result.Projects {
		jobs = append(jobs, &job{project: p})
	}
	named := r.configured(jobs)
	switch {
	case path != "":
		return r.absolute(path), slices.Contains(named, r.absolute(path)), nil
	case len(named) == 1:
		return named[0], true, nil
	case len(named) > 1:
		return "", false, &config.Error{Faults: []config.Fault{{Path: result.Projects[0].Config.File.Path,
			Message: fmt.Sprintf("the configs name %d baselines; choose one with --output, or give the path of one program", len(named))}}}
	}
	return r.absolute(filepath.Join(dir, baseline.FileName)), false, nil
}

func (r *runner) record(out *Recorded, old []baseline.Entry, prune bool) {
	relative := r.relativeToDir(filepath.Dir(out.File))
	var found []baseline.Entry
	for _, f := range out.Result.Findings {
		found = append(found, baseline.Entry{Key: keyOf(f, relative), About: cmp.Or(f.Capability, f.Scope, withoutIndexes(f.Pointer)), Count: 1})
	}
	found = baseline.Count(found)
	before, now := baseline.NewMatcher(old), baseline.NewMatcher(found)
	for _, e := range baseline.Count(old) {
		e.Count = before.Left(e.Key)
		if r.looked(out.File, e.Path) {
			stay := min(e.Count, now.Left(e.Key))
			out.Gone += e.Count - stay
			e.Count = stay
			if !prune {
				continue // what is there now follows
			}
		}
		if e.Count > 0 {
			out.Entries = append(out.Entries, e)
		}
	}
	if !prune {
		for _, e := range found {
			if !slices.ContainsFunc(out.Entries, func(x baseline.Entry) bool { return x.Key == e.Key }) {
				out.Entries = append(out.Entries, e)
			}
		}
	}
	for _, e := range out.Entries {
		out.Findings += e.Count
	}
}
