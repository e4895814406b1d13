package lint

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/mplint/mplint/lint/baseline"
	"github.com/mplint/mplint/lint/config"
)

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
		return "", false, config.Failure(result.Projects[0].Config.File.Path, "the configs name %d baselines; choose one with --output, or give the path of one program",
			"各配置共指定了 %d 个基线文件；请用 --output 选定一个，或只给出一个小程序的路径", len(named))
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
			i := slices.IndexFunc(out.Entries, func(x baseline.Entry) bool { return x.Key == e.Key })
			if i < 0 {
				out.Entries = append(out.Entries, e)
			} else {
				out.Entries[i].Count = max(out.Entries[i].Count, e.Count)
			}
		}
	}
	for _, e := range out.Entries {
		out.Findings += e.Count
	}
}
