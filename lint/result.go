package lint

import (
	"slices"
	"time"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/suppress"
)

// Options says what to lint and how. The zero value lints the working
// directory with the nearest config.
type Options struct {
	Dir          string    // working directory that paths are relative to; "" is the process's
	Paths        []string  // files or directories; none means "."
	Categories   []string  // names that override the config's category
	ConfigPath   string    // a config file for every project, instead of the nearest
	NoConfig     bool      // read no config
	Platform     string    // "wechat" or "alipay" overrides detection; "" or "auto" detects
	Baseline     string    // a file of known findings, instead of those that configs name
	NoBaseline   bool      // use no baseline
	ChangedSince string    // a git revision: only findings in lines that changed since then
	Rulebook     string    // "draft-2026" adds the draft's rules; "" leaves it to the config
	NoSuppress   bool      // report what comments and the config suppress
	Jobs         int       // goroutines that read files; 0 means GOMAXPROCS
	Now          time.Time // the day on which suppressions expire; zero means today
	Overlay      project.Overlay
	Kept         *Kept  // what an earlier run of the same options has read; nil reads everything
	NoPrefilter  bool   // lex every script, also one in which nothing of interest stands; finds the same
	Lock         string // a lock file to compare the projects with; "" compares with none
}

// Result is the outcome of one run. Findings are ordered by path, offset and
// rule.
type Result struct {
	Projects   []*Project
	Findings   []*rule.Finding
	Suppressed int // findings hidden by a comment or by the config
	Hidden     []suppress.Hidden
	Baselined  int // findings that a baseline knows
	Stale      []Stale
	Skipped    []project.Skip
	Files      int // files read and analysed
}

// Stale is a baseline with the number of findings in it that are no more.
type Stale struct {
	Path     string
	Findings int
}

// Project is one linted project with the config that applied to it.
type Project struct {
	*project.Project
	Config         *config.Config
	CategorySource string // "flag", the path of the config file, or "" when there is no category
}

// Keep leaves out the findings, shown and hidden, that a test does not hold for.
func (r *Result) Keep(test func(*rule.Finding) bool) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f *rule.Finding) bool { return !test(f) })
	r.Hidden = slices.DeleteFunc(r.Hidden, func(h suppress.Hidden) bool { return !test(h.Finding) })
}
