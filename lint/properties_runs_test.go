package lint_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
)

// propertyOrder: neither the order of the paths, nor that some are given
// twice, nor the number of goroutines changes anything.
func propertyOrder(t *testing.T, all []program) {
	r := rand.New(rand.NewPCG(1, 1))
	dir := filepath.Dir(all[0].dir)
	var paths []string
	for _, p := range all {
		if p.lint(t, lint.Options{}, nil) != nil { // no config that is wrong
			paths = append(paths, filepath.Base(p.dir))
		}
	}
	want := summary(run(t, dir, lint.Options{Paths: paths, Jobs: 1}))
	enough(t, strings.Count(want, "\n"))
	for _, jobs := range []int{1, 2, 7, 64} {
		r.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		got := summary(run(t, dir, lint.Options{Paths: append(paths, paths[:9]...), Jobs: jobs}))
		if got != want {
			t.Errorf("with %d goroutines:\n%s\nwant\n%s", jobs, got, want)
		}
	}
}

// summary is what a run comes to, in its order.
func summary(r *lint.Result) string {
	var out strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintln(&out, inPlace(f), f.Fingerprint)
	}
	for _, p := range r.Projects {
		fmt.Fprintln(&out, p.Root, p.Platform.ID, p.Files)
	}
	fmt.Fprintln(&out, r.Files, r.Suppressed)
	return out.String()
}

// propertyBaseline: with a baseline of a run the next one finds nothing, and
// nothing is stale.
func propertyBaseline(t *testing.T, all []program) {
	found := 0
	for _, p := range all {
		if p.lint(t, lint.Options{}, nil) == nil {
			continue
		}
		recorded := record(t, p.dir, lint.Options{}, false)
		found += recorded.Findings
		o := lint.Options{Baseline: recorded.File}
		if after := run(t, p.dir, o); len(after.Findings) > 0 || after.Baselined != recorded.Findings || after.Stale != nil {
			t.Errorf("%s: %d recorded, %d baselined, stale %v, new:\n%s", p.name, recorded.Findings, after.Baselined, after.Stale, strings.Join(places(after.Findings), "\n"))
		}
	}
	enough(t, found)
}

// propertyFix: fixing twice comes to the same as fixing once, and no safe
// fix is left.
func propertyFix(t *testing.T, all []program) {
	files := 0
	for _, p := range all {
		if p.lint(t, lint.Options{}, nil) == nil {
			continue
		}
		t.Run(p.name, func(t *testing.T) { files += len(fix(t, p.dir, lint.Options{}).Files) })
	}
	if files < 50 {
		t.Errorf("only %d files were fixed", files)
	}
}

// propertyOverlay: texts that stand for files come to what the files
// themselves do.
func propertyOverlay(t *testing.T, all []program) {
	found := 0
	for _, p := range all {
		want := count(p.lint(t, lint.Options{}, nil), inPlace)
		found += len(want)
		bare := program{name: p.name, dir: t.TempDir(), files: p.files}
		put(t, bare.dir, ".git/HEAD", "")
		for name, text := range p.files {
			if filepath.Base(name) == "package.json" || strings.HasSuffix(name, ".mplint.json") {
				put(t, bare.dir, name, text) // what is there is asked of the disk
				continue
			}
			put(t, bare.dir, name, "")
		}
		differ(t, p, want, count(bare.lint(t, lint.Options{}, func(_, text string) string { return text }), inPlace))
		if err := os.RemoveAll(bare.dir); err != nil {
			t.Fatal(err)
		}
	}
	enough(t, found)
}
