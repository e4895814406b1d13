package report

import (
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab prints a Code Quality report: a JSON array, paths relative to the
// working directory, which has to be the root of the repository. The format
// has lines but no columns.
func GitLab(w io.Writer, r *lint.Result, o Options) error {
	text := newDescriber(r, o.Lang)
	issues := []gitlabIssue{}
	for _, f := range r.Findings {
		start, end := f.File.Position(f.Range.Start), f.File.Position(f.Range.End)
		issues = append(issues, gitlabIssue{
			Description: text.all(f), CheckName: f.Rule, Fingerprint: f.Fingerprint, Severity: gitlabSeverity(f.Severity),
			Location: gitlabLocation{f.File.Path, gitlabLines{start.Line, end.Line}},
		})
	}
	return encode(w, issues, "  ")
}

func gitlabSeverity(s rule.Severity) string {
	switch s {
	case rule.Error:
		return "major"
	case rule.Warning:
		return "minor"
	}
	return "info"
}
