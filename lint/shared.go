package lint

import (
	"slices"

	"github.com/mplint/mplint/lint/rule"
)

// place is what two projects that share a file find in common.
type place struct {
	rule, path string
	start      int
}

// shared drops findings about a config that several projects use, unless every
// one of them came to it, and keeps one of each.
func shared(findings []*rule.Finding, jobs []*job) []*rule.Finding {
	users := map[string]int{}
	for _, j := range jobs {
		if f := j.project.Config.File; f != nil {
			users[f.Path]++
		}
	}
	count := map[place]int{}
	for _, f := range findings {
		count[placeOf(f)]++
	}
	return slices.DeleteFunc(findings, func(f *rule.Finding) bool {
		n := users[f.File.Path]
		if n < 2 {
			return false
		}
		everyone := count[placeOf(f)] >= n
		count[placeOf(f)] = 0
		return !everyone
	})
}

func placeOf(f *rule.Finding) place { return place{f.Rule, f.File.Path, f.Range.Start} }
