package suppress

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// FuzzComment holds that a comment of any bytes hides what it says or is
// complained of, at a place inside it, and hides nothing without a rule and a
// reason.
func FuzzComment(f *testing.F) {
	for _, seed := range []string{
		"// mplint-ignore-next-line scope-beyond-category -- why", "/* mplint-ignore-file scope-beyond-category, not-analysed\n-- why */",
		"<!-- mplint-ignore-file scope-beyond-category -->", "// mplint-ignore-line x -- y", "//mplint-ignore-file--x", "/* mplint-ignore-next-line 、，* -- */", "/*mplint-*/", "\xff// mplint-ignore-file \xff -- \xff",
	} {
		f.Add([]byte(seed), 2, "scope-beyond-category")
	}
	f.Fuzz(func(t *testing.T, comment []byte, at int, id string) {
		const before, after = "a\n", "\nb\nc"
		file := &source.File{Path: "a.js", Data: []byte(before + string(comment) + after)}
		c := project.Comment{File: file, Range: source.Range{Start: len(before), End: len(before) + len(comment)}}
		apply := func() (bool, string) {
			var s Set
			s.Add([]project.Comment{c}, nil)
			finding := &rule.Finding{Rule: id, File: file, Range: source.Range{Start: at, End: at}}
			_, hidden := s.Apply([]*rule.Finding{finding})
			var out strings.Builder
			for _, x := range s.Findings() {
				if x.Range.Start < c.Range.Start || x.Range.End < x.Range.Start || x.Range.End > c.Range.End {
					t.Fatalf("%q: %s at %v of %v", comment, x.Rule, x.Range, c.Range)
				}
				fmt.Fprintln(&out, x.Rule, x.Range, x.Message, x.Help)
			}
			return len(hidden) > 0, out.String()
		}
		hides, says := apply()
		if again, same := apply(); again != hides || same != says {
			t.Fatalf("%q: %v %s, then %v %s", comment, hides, says, again, same)
		}
		if hides && (!strings.Contains(string(comment), id) || id == "" || !strings.Contains(string(comment), "--")) {
			t.Fatalf("%q hides %q", comment, id)
		}
	})
}
