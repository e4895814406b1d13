package lint

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/rule"
)

// LockOf returns what the projects of a result collect, for a lock file in a
// folder. A project that does not lie in the folder is an OutsideError.
func LockOf(r *Result, folder string) (*lock.File, error) {
	out := &lock.File{}
	for _, p := range r.Projects {
		root, err := relative(folder, p.Root)
		if err != nil {
			return nil, err
		}
		if !filepath.IsLocal(root) {
			return nil, &OutsideError{p.Root, folder}
		}
		out.Projects = append(out.Projects, lock.Of(p.Project, p.Config, filepath.ToSlash(root)))
	}
	return out, nil
}

// OutsideError is a project that does not lie in the folder of a lock file.
type OutsideError struct{ Root, Folder string }

func (e *OutsideError) Error() string {
	return fmt.Sprintf("the project %s does not lie in %s", e.Root, e.Folder)
}

func relative(folder, path string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	if path, err = filepath.Abs(filepath.FromSlash(path)); err != nil {
		return "", err
	}
	return filepath.Rel(folder, path)
}

// readLock reads the lock file of the options.
func (r *runner) readLock() (err error) {
	if r.options.Lock == "" {
		return nil
	}
	path := r.absolute(r.options.Lock)
	r.lock, err = lock.Load(path, r.finder.Display(path))
	return err
}

// against is what a project is compared with, nil without a lock file.
func (r *runner) against(dir string) *rule.Lock {
	if r.lock == nil {
		return nil
	}
	return &rule.Lock{File: r.lock, Root: r.lockRoot(dir)}
}

// lockRoot is a project's root as the lock file names it.
func (r *runner) lockRoot(dir string) string {
	root, err := filepath.Rel(filepath.Dir(r.absolute(r.options.Lock)), dir)
	if err != nil {
		root = dir
	}
	return filepath.ToSlash(root)
}

// outdated returns findings about what only the lock file lists. Where only a
// part was read of what the lock file is for, nothing is said.
func (r *runner) outdated(jobs []*job) []*rule.Finding {
	on := func(j *job) bool { return j.project.Config.Rules[rule.LockDrift] != string(rule.Off) }
	if r.lock == nil || r.finder.Platform != nil || !slices.ContainsFunc(jobs, on) {
		return nil
	}
	folder := filepath.Dir(r.absolute(r.options.Lock))
	if !slices.ContainsFunc(r.options.Paths, func(p string) bool { return within(folder, r.absolute(p)) }) {
		return nil
	}
	var now []*lock.Project
	for _, j := range jobs {
		now = append(now, lock.Of(j.project.Project, j.project.Config, r.lockRoot(j.root.Dir)))
	}
	return rule.Outdated(r.lock, now)
}
