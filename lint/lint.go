// Package lint finds where a mini-program asks for more personal data than its
// category may require. Run is the whole of it: discover projects, read them,
// apply the rules, take away what is suppressed.
package lint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/changes"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
	"github.com/mplint/mplint/lint/suppress"
)

// ErrNoProject is returned when no path holds or lies in a mini-program.
var ErrNoProject = errors.New("no mini-program project found")

// NoProjectError is an ErrNoProject with what was found instead: source
// manifests of frameworks, project files whose root is missing.
type NoProjectError struct{ Hints []project.Hint }

func (e *NoProjectError) Error() string { return ErrNoProject.Error() }

// Unwrap makes errors.Is find ErrNoProject.
func (e *NoProjectError) Unwrap() error { return ErrNoProject }

// Run lints every project below the paths of the options. A fault in a file of
// a project is a finding; an error is a path that cannot be read, a wrong
// config or category, a NoProjectError, or a CrashError.
func Run(ctx context.Context, o Options) (result *Result, err error) {
	err = guarded(func() error {
		result, err = run(ctx, o)
		return err
	})
	return result, err
}

func run(ctx context.Context, o Options) (*Result, error) {
	r, err := newRunner(o)
	if err != nil {
		return nil, err
	}
	found, err := r.finder.Find(r.options.Paths)
	if err != nil {
		return nil, err
	}
	if len(found.Roots) == 0 {
		return nil, &NoProjectError{found.Hints}
	}
	if err := r.loadChanges(ctx); err != nil {
		return nil, err
	}
	if err := r.readLock(); err != nil {
		return nil, err
	}
	jobs, err := r.plan(found.Roots)
	if err != nil {
		return nil, err
	}
	known, err := r.loadBaselines(jobs)
	if err != nil {
		return nil, err
	}
	if err := r.lintAll(ctx, jobs); err != nil {
		return nil, err
	}
	r.options.Kept.keep(jobs, r.configs)
	out := r.collect(jobs, found.Skipped)
	r.baselined(out, known)
	if r.changes != nil {
		out.Keep(r.isNew)
	}
	return out, nil
}

type runner struct {
	options    Options
	finder     *project.Finder
	configs    map[string]*config.Config // by path; "" is the absence of one
	nearest    map[string]string         // the path of a config by directory, see config.Find
	lock       *lock.File                // that of the options, or nil
	categories []*categories.Category    // those of the options
	changes    *changes.Set              // nil when all lines count

	servicePaths []string // WeChat service categories that some of them were given as
}

func newRunner(o Options) (*runner, error) {
	var err error
	if o.Dir == "" {
		if o.Dir, err = os.Getwd(); err != nil {
			return nil, fmt.Errorf("find the working directory: %w", err)
		}
	}
	if len(o.Paths) == 0 {
		o.Paths = []string{"."}
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	r := &runner{options: o, finder: &project.Finder{Dir: o.Dir, Overlay: o.Overlay}, configs: map[string]*config.Config{}, nearest: map[string]string{}}
	if o.Platform != "" && o.Platform != "auto" {
		p, ok := platform.ByID(o.Platform)
		if !ok {
			return nil, fmt.Errorf("unknown platform %q", o.Platform)
		}
		r.finder.Platform = p
	}
	for _, name := range o.Categories {
		found, err := categories.Resolve(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(r.categories, found.Category) {
			r.categories = append(r.categories, found.Category)
		}
		if found.PlatformPath != "" {
			r.servicePaths = append(r.servicePaths, found.PlatformPath)
		}
	}
	return r, nil
}

// job is one project on its way through the run.
type job struct {
	root     *project.Root
	platform *platform.Platform
	project  *Project
	findings []*rule.Finding
	done     bool
}

// plan pairs every root with its platforms and its config.
func (r *runner) plan(roots []*project.Root) ([]*job, error) {
	var jobs []*job
	for _, root := range roots {
		cfg, source, err := r.config(root)
		if err != nil {
			return nil, err
		}
		for _, p := range root.Platforms {
			if old := r.options.Kept.job(root, p, cfg); old != nil {
				jobs = append(jobs, old)
				continue
			}
			j := &job{root: root, platform: p, project: &Project{Config: cfg, CategorySource: source}}
			if !r.unchanged(root, j.project) {
				jobs = append(jobs, j)
			}
		}
	}
	return jobs, nil
}

// lint reads one project and applies the rules.
func (r *runner) lint(j *job) {
	if j.done {
		return
	}
	cfg := j.project.Config
	j.project.Project = project.Load(j.root, j.platform, project.LoadOptions{
		Dir: r.options.Dir, Exclude: r.excluder(j.root, cfg), MemberFields: cfg.MemberFields, Jobs: r.options.Jobs, Overlay: r.options.Overlay,
		NoPrefilter: r.options.NoPrefilter,
	})
	j.findings, j.done = rule.RunAgainst(j.project.Project, cfg, r.against(j.root.Dir)), true
	r.fixInside(j.root.Dir, j.findings)
}

// collect puts the outcome of all jobs together and takes away what is
// suppressed.
func (r *runner) collect(jobs []*job, skipped []project.Skip) *Result {
	out := &Result{Skipped: skipped}
	var set suppress.Set
	var findings []*rule.Finding
	seen := map[*source.File]bool{}
	for _, j := range jobs {
		out.Projects = append(out.Projects, j.project)
		out.Files += j.project.Files
		out.Skipped = append(out.Skipped, j.project.Skipped...)
		findings = append(findings, j.findings...)
		cfg := j.project.Config
		set.Add(j.project.Comments, cfg.Rules)
		if cfg.File != nil && !seen[cfg.File] {
			seen[cfg.File] = true
			set.AddConfig(cfg, r.relativeTo(cfg), r.options.Now)
		}
	}
	findings = append(shared(findings, jobs), r.outdated(jobs)...)
	if r.lock == nil {
		set.NotRun = []string{rule.LockDrift}
	}
	if !r.options.NoSuppress {
		findings, out.Hidden = set.Apply(findings)
		out.Suppressed = len(out.Hidden)
		findings = append(findings, set.Findings()...)
	}
	out.Findings = order(findings)
	fingerprint(out.Findings, out.Hidden)
	out.Keep(r.asked(jobs))
	return out
}
