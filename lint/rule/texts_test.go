package rule_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/rule"
)

// texts collects what the findings of a rule say beside their messages.
type texts struct{ said []string }

// add keeps the reason and the advice of a finding, and the places it names.
func (x *texts) add(f *rule.Finding) {
	var out strings.Builder
	for _, line := range []string{f.Why.En, f.Help.En, f.Why.Zh, f.Help.Zh} {
		if line != "" {
			fmt.Fprintln(&out, line)
		}
	}
	x.keep(out.String())
	out.Reset()
	for _, r := range f.Related {
		fmt.Fprintf(&out, "- %s:%d %s\n", r.File.Path, r.File.Position(r.Range.Start).Line, strings.Trim(r.Message.En+" / "+r.Message.Zh, " /"))
	}
	x.keep(out.String())
}

func (x *texts) keep(text string) {
	if text != "" && !slices.Contains(x.said, text) {
		x.said = append(x.said, text)
	}
}

func (x *texts) compare(file string) func(*testing.T) {
	return func(t *testing.T) {
		got := strings.Join(x.said, "\n")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	}
}
