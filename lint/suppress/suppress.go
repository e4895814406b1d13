// Package suppress hides findings that a comment or the config asks to hide,
// and reports the suppressions that hide nothing, give no reason or are out of
// date. A finding is hidden only by a suppression that names its rule and says
// why.
package suppress

import (
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// suppression is one rule named by one comment or config entry.
type suppression struct {
	rule     string
	reason   string
	file     *source.File
	at       source.Range
	pointer  string
	covers   func(*rule.Finding) bool
	expired  bool
	until    string
	misspelt string            // a comment's first word that is no kind of suppression
	rules    map[string]string // severities that the config gives to rules
	used     bool
}

// Set is every suppression of a run.
type Set struct {
	NotRun []string // rules that did not run, so that there was nothing to suppress

	all  []*suppression
	seen map[place]bool
}

type place struct {
	path  string
	start int
}

// Add takes in the comments of a project and the severities that its config
// gives to rules. A comment of a file that several projects share counts once.
func (s *Set) Add(comments []project.Comment, rules map[string]string) {
	if s.seen == nil {
		s.seen = map[place]bool{}
	}
	for _, c := range comments {
		at := place{c.File.Path, c.Range.Start}
		if s.seen[at] {
			continue
		}
		s.seen[at] = true
		for _, x := range parse(c) {
			x.rules = rules
			s.all = append(s.all, x)
		}
	}
}

// AddConfig takes in the ignore entries of a config. An entry expires at the
// end of its date. relative turns a path as it is shown into one relative to
// the config's folder.
func (s *Set) AddConfig(cfg *config.Config, relative func(string) string, now time.Time) {
	for i := range cfg.Ignore {
		e := &cfg.Ignore[i]
		s.all = append(s.all, &suppression{
			rule: e.Rule, reason: e.Reason, file: cfg.File, at: e.Range, pointer: e.Pointer, until: e.Until, rules: cfg.Rules,
			expired: e.Until != "" && e.Until < now.Format(time.DateOnly),
			covers:  func(f *rule.Finding) bool { return entryCovers(e, f, relative) },
		})
	}
}

func entryCovers(e *config.Ignore, f *rule.Finding, relative func(string) string) bool {
	if e.JSONPointer != "" && e.JSONPointer != f.Pointer {
		return false
	}
	if e.Path == "" {
		return true
	}
	ok, _ := doublestar.Match(strings.TrimPrefix(e.Path, "./"), relative(f.File.Path))
	return ok
}

// Hidden is one suppressed finding.
type Hidden struct {
	Finding  *rule.Finding
	Reason   string
	InSource bool // by a comment beside it, not by the config
}

// Apply returns the findings that are not suppressed and those that are.
func (s *Set) Apply(findings []*rule.Finding) (kept []*rule.Finding, hidden []Hidden) {
	for _, f := range findings {
		if x := s.hides(f); x != nil {
			hidden = append(hidden, Hidden{f, x.reason, x.pointer == ""})
		} else {
			kept = append(kept, f)
		}
	}
	return kept, hidden
}

// hides returns the first suppression that hides a finding, or nil. All that
// cover it count as used.
func (s *Set) hides(f *rule.Finding) *suppression {
	var by *suppression
	for _, x := range s.all {
		if x.rule != "" && x.rule == f.Rule && x.covers(f) {
			x.used = true
			if by == nil && x.reason != "" && !x.expired {
				by = x
			}
		}
	}
	return by
}

// Findings returns what is wrong with the suppressions themselves, after
// Apply.
func (s *Set) Findings() []*rule.Finding {
	var out []*rule.Finding
	for _, x := range s.all {
		if slices.Contains(s.NotRun, x.rule) && x.reason != "" && !x.expired {
			continue
		}
		if f := x.finding(); f != nil && x.rules[f.Rule] != string(rule.Off) {
			if set := x.rules[f.Rule]; set != "" {
				f.Severity = rule.Severity(set)
			}
			f.File, f.Range, f.Pointer = x.file, x.at, x.pointer
			f.Confidence, f.Origin = rule.High, string(project.Own)
			out = append(out, f)
		}
	}
	return out
}
