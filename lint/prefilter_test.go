package lint_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
)

// TestPrefilterLosesNothing lints the projects that the rules are tested with
// once as always and once with every script lexed.
func TestPrefilterLosesNothing(t *testing.T) {
	files, err := filepath.Glob("rule/testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		dir := t.TempDir()
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			put(t, dir, f.Name, string(f.Data))
		}
		with, without := everything(t, lint.Options{Dir: dir}), everything(t, lint.Options{Dir: dir, NoPrefilter: true})
		if with != without {
			t.Errorf("%s: with the pre-filter\n%s\nwithout\n%s", file, with, without)
		}
	}
}

// everything is one line per finding and per request.
func everything(t *testing.T, o lint.Options) string {
	result, err := lint.Run(context.Background(), o)
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for _, f := range result.Findings {
		fmt.Fprintln(&out, f.Rule, f.File.Path, f.Range, f.Message)
	}
	for _, p := range result.Projects {
		for _, r := range p.Requests {
			fmt.Fprintln(&out, r.Capability.ID, r.File.Path, r.Range, r.Form, r.Reachable)
		}
	}
	return out.String()
}
