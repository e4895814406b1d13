package report

import (
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// TestGitHubEscapes: a workflow command keeps its own characters apart from
// those of a path and a message.
func TestGitHubEscapes(t *testing.T) {
	f := &source.File{Path: "a,b:100%.js", Data: []byte("wx\nwx")}
	r := &lint.Result{Findings: []*rule.Finding{{
		Rule: "r", Severity: rule.Info, File: f, Range: source.Range{Start: 0, End: 4}, Message: rule.Both("50%, a: b", ""), Help: rule.Both("::error::", ""),
	}}}
	want := "::notice file=a%2Cb%3A100%25.js,line=1,endLine=2,title=mplint%3A r::50%25, a: b%0A::error::\n"
	if got := string(text(t, GitHub, r, Options{})); got != want {
		t.Errorf("got %q", got)
	}
}
