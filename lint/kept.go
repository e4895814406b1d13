package lint

import (
	"bytes"
	"maps"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// Kept holds what one run has read for the next one, in a program that lints
// the same paths again and again while files change. Its zero value holds
// nothing. It serves one run at a time.
type Kept struct {
	jobs    map[keptKey]*job
	configs map[string]*config.Config
}

type keptKey struct{ dir, manifest, platform string }

func keptKeyOf(root *project.Root, p *platform.Platform) keptKey {
	return keptKey{root.Dir, root.Name, p.ID}
}

// Forget makes the next run read again the projects that a file, given by its
// absolute path, may have a part in: for one outside all of them that is every
// one, as scripts may import it. A config need not be forgotten: every run reads
// it.
func (k *Kept) Forget(path string) {
	before := len(k.jobs)
	maps.DeleteFunc(k.jobs, func(_ keptKey, j *job) bool { return j.root.Reads(path) })
	if len(k.jobs) == before {
		clear(k.jobs)
	}
}

// ForgetAll makes the next run read everything again.
func (k *Kept) ForgetAll() { clear(k.jobs) }

// job returns what is known of a project whose config has not changed, or nil.
func (k *Kept) job(root *project.Root, p *platform.Platform, cfg *config.Config) *job {
	if k == nil {
		return nil
	}
	if j := k.jobs[keptKeyOf(root, p)]; j != nil && j.project.Config == cfg {
		return j
	}
	return nil
}

// config returns the config that was read before, where the text is the same.
func (k *Kept) config(path string, cfg *config.Config) *config.Config {
	if k == nil {
		return cfg
	}
	old := k.configs[path]
	switch {
	case old == nil:
	case old.File == nil && cfg.File == nil:
		return old
	case old.File != nil && cfg.File != nil && old.File.Path == cfg.File.Path && bytes.Equal(old.File.Data, cfg.File.Data):
		return old
	}
	return cfg
}

// keep takes over what a run has come to.
func (k *Kept) keep(jobs []*job, configs map[string]*config.Config) {
	if k == nil {
		return
	}
	k.jobs, k.configs = make(map[keptKey]*job, len(jobs)), configs
	for _, j := range jobs {
		k.jobs[keptKeyOf(j.root, j.platform)] = j
	}
}
