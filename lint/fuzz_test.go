package lint_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// target is a file of testdata/whole.txtar, whose first folder is the project
// that is linted.
type target struct {
	path   string
	pieces []string // that FuzzPieces makes its text of
}

// targets stand at the index that seeds name them by: new ones go to the end.
var targets = []target{
	{"native/pages/index/index.js", scriptPieces}, {"native/pages/index/index.wxml", templatePieces}, {"native/app.json", manifestPieces},
	{"native/app.js", scriptPieces}, {"native/utils/ask.ts", scriptPieces}, {"native/pages/index/index.json", manifestPieces},
	{"native/.mplint.json", manifestPieces}, {"native/ext.json", manifestPieces}, {"native/project.config.json", manifestPieces},
	{"alipay/a.js", scriptPieces}, {"alipay/a.axml", templatePieces}, {"alipay/app.json", manifestPieces}, {"alipay/preload.json", manifestPieces},
	{"uni/pages/a/a.vue", componentPieces}, {"uni/App.vue", componentPieces}, {"uni/manifest.json", manifestPieces}, {"uni/pages.json", manifestPieces},
	{"taro/pages/a/index.tsx", scriptPieces}, {"taro/app.config.ts", scriptPieces}, {"mpx/a.mpx", componentPieces}, {"mpx/app.mpx", componentPieces},
	{"wepy/app.wpy", componentPieces}, {"game/game.js", scriptPieces}, {"taro-class/app.js", scriptPieces},
}

// whole is where the projects of testdata/whole.txtar lie.
func whole(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/whole.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := plant(t, string(data))
	put(t, dir, ".git/HEAD", "") // configs are looked for up to here
	return dir
}

// FuzzLint holds that one file of a project may hold any bytes: the run ends,
// its findings lie in their files and can be printed, the fixes come to an end,
// and a second run on another number of goroutines says the same.
func FuzzLint(f *testing.F) {
	for i := range targets {
		f.Add(byte(i), []byte(nil))
	}
	for _, file := range fixtureFiles(f) {
		f.Add(byte(slices.IndexFunc(targets, func(t target) bool { return filepath.Ext(t.path) == filepath.Ext(file.Name) })), file.Data)
	}
	dir := whole(f)
	f.Fuzz(func(t *testing.T, which byte, text []byte) {
		lintWith(t, dir, targets[int(which)%len(targets)].path, text)
	})
}

// FuzzPieces is FuzzLint with texts made of pieces, which are closer to what
// programs hold than any bytes are.
func FuzzPieces(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 5))
	for i := range 3 * len(targets) {
		f.Add(byte(i), randomBytes(r, 60))
	}
	dir := whole(f)
	f.Fuzz(func(t *testing.T, which byte, choice []byte) {
		at := targets[int(which)%len(targets)]
		lintWith(t, dir, at.path, []byte(compose(at.pieces, choice)))
	})
}

// fixtureFiles returns the files of one fixture of each rule that a target of
// the same kind can hold.
func fixtureFiles(t testing.TB) (out []txtar.File) {
	t.Helper()
	fixtures, err := filepath.Glob("rule/testdata/*/*.txtar")
	if err != nil || len(fixtures) < 100 {
		t.Fatal(len(fixtures), err)
	}
	last := ""
	for _, name := range fixtures {
		if filepath.Dir(name) == last {
			continue
		}
		last = filepath.Dir(name)
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if slices.ContainsFunc(targets, func(t target) bool { return filepath.Ext(t.path) == filepath.Ext(f.Name) }) {
				out = append(out, f)
			}
		}
	}
	return out
}

// lintWith lints a project with another text of one file.
func lintWith(t *testing.T, dir, path string, text []byte) {
	defer within(t, path, text)()
	full := filepath.Join(dir, filepath.FromSlash(path))
	root, _, _ := strings.Cut(path, "/")
	o := lint.Options{Dir: dir, Paths: []string{root}, Jobs: 1, Overlay: project.Overlay{full: text}}
	first, ok := described(t, o)
	if !ok {
		return
	}
	o.Jobs = 3
	if second, _ := described(t, o); second != first {
		t.Fatalf("two results: %s\nand\n%s", first, second)
	}
	fix(t, dir, o)
}

// within ends a run that does not end by itself.
func within(t *testing.T, path string, text []byte) (stop func() bool) {
	return time.AfterFunc(time.Minute, func() { panic(fmt.Sprintf("%s: no end with %s = %q", t.Name(), path, text)) }).Stop
}

// described is everything that a run says; not ok where the input makes it no
// run at all: a config that is wrong, a manifest that no project has.
func described(t *testing.T, o lint.Options) (string, bool) {
	o.Now = today
	result, err := lint.Run(context.Background(), o)
	var wrong *config.Error
	if errors.As(err, &wrong) || errors.Is(err, lint.ErrNoProject) {
		return "", false
	}
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range result.Findings {
		checkFinding(t, f)
		if i > 0 && (f.File.Path < result.Findings[i-1].File.Path || f.File.Path == result.Findings[i-1].File.Path && f.Range.Start < result.Findings[i-1].Range.Start) {
			t.Fatalf("finding %d is out of order: %v", i, places(result.Findings))
		}
	}
	for _, h := range result.Hidden {
		checkFinding(t, h.Finding)
	}
	var out bytes.Buffer
	for _, p := range result.Projects {
		fmt.Fprintln(&out, p.Root, p.Platform.ID, p.Framework, p.Files, p.Skipped)
		for _, e := range inventory.Of(p) {
			for _, at := range e.Places {
				checkRange(t, at.File, at.Range)
				fmt.Fprintln(&out, e.Name, e.DataType, at)
			}
		}
	}
	for i, f := range result.Findings {
		fmt.Fprintln(&out, places(result.Findings[i:i+1]), f.Severity, f.Confidence, f.Message, f.Why, f.Help, len(f.Related), f.Fingerprint)
	}
	formats := slices.Sorted(maps.Keys(report.Formats()))
	name := formats[out.Len()%len(formats)] // any of them: all together take longer than the run
	if err := report.Formats()[name](io.Discard, result, report.Options{Lang: "zh"}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out.String(), true
}

func checkFinding(t *testing.T, f *rule.Finding) {
	checkRange(t, f.File, f.Range)
	for _, r := range f.Related {
		checkRange(t, r.File, r.Range)
	}
	for _, x := range f.Fixes {
		for _, e := range x.Edits {
			checkRange(t, e.File, e.Range)
		}
	}
	if text := f.Message.En + f.Why.Zh + f.Help.En; f.Message.En == "" || f.Message.Zh == "" || strings.Contains(text, "%!") {
		t.Fatalf("%s says %q", f.Rule, text)
	}
}

func checkRange(t *testing.T, f *source.File, r source.Range) {
	if r.Start < 0 || r.End < r.Start || r.End > len(f.Data) {
		t.Fatalf("%v lies outside %s, which has %d bytes", r, f.Path, len(f.Data))
	}
}
