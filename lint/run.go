package lint

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// lintAll runs the jobs with several goroutines and stops between jobs when
// the context ends.
func (r *runner) lintAll(ctx context.Context, jobs []*job) error {
	workers := r.options.Jobs
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	next := make(chan *job)
	errs := make([]error, min(workers, len(jobs)))
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() {
			for j := range next {
				errs[i] = errors.Join(errs[i], guarded(func() error { r.lint(j); return nil }))
			}
		})
	}
	for _, j := range jobs {
		if ctx.Err() != nil {
			break
		}
		next <- j
	}
	close(next)
	wg.Wait()
	return cmp.Or(ctx.Err(), errors.Join(errs...))
}

// config returns the config of a root, with the categories of the options in
// place of its own, and where the categories come from.
func (r *runner) config(root *project.Root) (*config.Config, string, error) {
	cfg, err := r.readConfig(root.Dir)
	if err != nil {
		return nil, "", err
	}
	if r.options.Rulebook != "" {
		changed := *cfg
		changed.Rulebook = r.options.Rulebook
		cfg = &changed
	}
	switch {
	case len(r.categories) > 0:
		return r.recategorised(cfg), "flag", nil
	case len(cfg.Categories) > 0:
		return cfg, cfg.File.Path, nil
	}
	return cfg, "", nil
}

// recategorised is a config with the categories of the options in place of its
// own, and of the service category that its own were given as.
func (r *runner) recategorised(cfg *config.Config) *config.Config {
	changed := *cfg
	changed.Categories, changed.ServicePaths = r.categories, r.servicePaths
	changed.PlatformCategory = map[string]string{}
	maps.Copy(changed.PlatformCategory, cfg.PlatformCategory)
	if len(cfg.ServicePaths) > 0 && cfg.PlatformCategory["wechat"] == cfg.ServicePaths[0] {
		delete(changed.PlatformCategory, "wechat")
	}
	if len(r.servicePaths) > 0 {
		changed.PlatformCategory["wechat"] = r.servicePaths[0]
	}
	return &changed
}

func (r *runner) readConfig(dir string) (*config.Config, error) {
	path := r.options.ConfigPath
	switch {
	case r.options.NoConfig:
		path = ""
	case path == "":
		path = config.Find(dir, r.nearest)
	default:
		path = r.absolute(path)
	}
	if cfg := r.configs[path]; cfg != nil {
		return cfg, nil
	}
	cfg := &config.Config{}
	if path != "" {
		var err error
		if cfg, err = r.loadConfig(path); err != nil {
			return nil, err
		}
	}
	cfg = r.options.Kept.config(path, cfg)
	r.configs[path] = cfg
	return cfg, nil
}

// loadConfig reads a config file, or the text that stands for it.
func (r *runner) loadConfig(path string) (*config.Config, error) {
	shown, known := r.finder.Display(path), config.Known{Rules: rule.IDs()}
	if text, ok := r.options.Overlay[path]; ok {
		return config.Parse(&source.File{Path: shown, Data: text}, known)
	}
	return config.Load(path, shown, known)
}

// excluder returns a test for files that the config leaves out. Its globs are
// relative to the config's folder.
func (r *runner) excluder(root *project.Root, cfg *config.Config) func(string) bool {
	if len(cfg.Exclude) == 0 {
		return nil
	}
	relative := r.relativeTo(cfg)
	return func(rel string) bool {
		full := relative(filepath.Join(root.Dir, filepath.FromSlash(rel)))
		return slices.ContainsFunc(cfg.Exclude, func(glob string) bool {
			ok, _ := doublestar.Match(strings.TrimPrefix(glob, "./"), full)
			return ok
		})
	}
}

// relativeTo returns a function that makes a path, absolute or as shown,
// relative to the folder of a config, with slashes.
func (r *runner) relativeTo(cfg *config.Config) func(string) string {
	return r.relativeToDir(filepath.Dir(r.absolute(cfg.File.Path)))
}

func (r *runner) relativeToDir(dir string) func(string) string {
	return func(path string) string {
		rel, err := filepath.Rel(dir, r.absolute(path))
		if err != nil {
			return path
		}
		return filepath.ToSlash(rel)
	}
}

func (r *runner) absolute(path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(r.options.Dir, path)
}

// order sorts findings by path, offset and rule.
func order(findings []*rule.Finding) []*rule.Finding {
	slices.SortStableFunc(findings, compare)
	return slices.CompactFunc(findings, sameOnBoth)
}

func compare(a, b *rule.Finding) int {
	return cmp.Or(
		cmp.Compare(a.File.Path, b.File.Path),
		cmp.Compare(a.Range.Start, b.Range.Start),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Platform, b.Platform),
		cmp.Compare(a.Message.En, b.Message.En),
	)
}

// sameOnBoth reports whether two findings say the same of a file that two
// platforms share, such as a duplicate key; one of them is enough.
func sameOnBoth(a, b *rule.Finding) bool {
	return a.Rule == b.Rule && a.File.Path == b.File.Path && a.Range == b.Range && a.Message == b.Message && a.Platform != b.Platform && a.Capability == ""
}
