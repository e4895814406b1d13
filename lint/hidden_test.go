package lint_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/mplint/mplint/lint"
)

const suppressed = `
-- app.json --
{"pages": ["p", "q"]}
-- .mplint.json --
{"category": 7, "ignore": [{"rule": "scope-beyond-category", "path": "q.js", "reason": "reviewed"}]}
-- p.js --
// mplint-ignore-next-line scope-beyond-category -- 客服录音
wx.startRecord()
wx.startRecord()
-- q.js --
wx.startRecord()
-- p.wxml --
`

// TestHidden: a result keeps what was suppressed, with the reason, for the
// files that were asked for.
func TestHidden(t *testing.T) {
	dir := plant(t, suppressed)
	of := func(o lint.Options) []string {
		var out []string
		for _, h := range run(t, dir, o).Hidden {
			out = append(out, fmt.Sprint(h.Finding.File.Path, " ", h.Reason, " ", h.InSource))
		}
		return out
	}
	if got, want := of(lint.Options{}), []string{"p.js 客服录音 true", "q.js reviewed false"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := of(lint.Options{Paths: []string{"q.js"}}); len(got) != 1 {
		t.Errorf("got %q", got)
	}
	if got := of(lint.Options{NoSuppress: true}); got != nil {
		t.Errorf("got %q", got)
	}
}

// TestSuppressionKeepsFingerprints: what is suppressed lends its fingerprint to
// no other finding.
func TestSuppressionKeepsFingerprints(t *testing.T) {
	dir := plant(t, suppressed)
	r := run(t, dir, lint.Options{})
	all := fingerprints(run(t, dir, lint.Options{NoSuppress: true}).Findings)
	for _, f := range r.Findings {
		if !slices.Contains(all, f.Fingerprint) {
			t.Errorf("%s: another fingerprint", places(r.Findings))
		}
		for _, h := range r.Hidden {
			if h.Finding.Fingerprint == f.Fingerprint || h.Finding.Fingerprint == "" {
				t.Errorf("fingerprint %q of a hidden finding", f.Fingerprint)
			}
		}
	}
}
