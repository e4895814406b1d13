package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"syscall"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/archive"
	"github.com/mplint/mplint/lint/config"
)

// shop is a program with one finding.
var shop = map[string]string{
	"app.json":     `{"pages": ["p"]}`,
	".mplint.json": `{"category": 7, "rules": {"refusal-unhandled": "off"}}`,
	"p.js":         "Page({ a() { wx.startRecord() } })",
	"p.wxml":       `<view bindtap="a">x</view>`,
	"big.png":      "no picture",
}

// zipped writes an archive of files.
func zipped(t *testing.T, path string, files map[string]string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		check(t, err)
		_, err = w.Write([]byte(text))
		check(t, err)
	}
	check(t, errors.Join(z.Close(), os.WriteFile(path, b.Bytes(), 0o644)))
}

func folder(t *testing.T, path string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(path, name)
		check(t, errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)))
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// temporary gives archives a folder of their own to be unpacked in, and returns
// a test that nothing is left in it.
func temporary(t *testing.T) (left func() []string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	return func() (names []string) {
		entries, err := os.ReadDir(dir)
		check(t, err)
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
}

// told is what a result says, without its pointers.
func told(r *lint.Result) string {
	text := fmt.Sprint(r.Files, r.Suppressed, r.Skipped)
	for _, f := range r.Findings {
		text += fmt.Sprint("\n", f.File.Path, f.Range, f.Rule, f.Fingerprint, f.Project)
	}
	return text
}

// TestLint: a folder and its archive give the same, wherever they lie.
func TestLint(t *testing.T) {
	left := temporary(t)
	dir := t.TempDir()
	folder(t, filepath.Join(dir, "in", "shop"), shop)
	zipped(t, filepath.Join(dir, "shop.zip"), shop)
	zipped(t, filepath.Join(dir, "mac.zip"), map[string]string{"app.json": shop["app.json"], ".mplint.json": shop[".mplint.json"], "p.js": shop["p.js"], "p.wxml": shop["p.wxml"],
		"__MACOSX/._p.js": "\x00\x05\x16\x07", "__MACOSX/app.json": "{}"})
	var want string
	for _, input := range []string{"in/shop", "shop.zip", "mac.zip", filepath.Join(dir, "shop.zip")} {
		result, err := Lint(t.Context(), lint.Options{Dir: dir}, input)
		check(t, err)
		if want == "" {
			want = told(result)
		}
		if got := told(result); got != want || len(result.Findings) != 1 || result.Projects[0].CategorySource != ".mplint.json" {
			t.Errorf("%s: %s\nwant %s", input, got, want)
		}
	}
	if names := left(); names != nil {
		t.Errorf("left behind: %v", names)
	}
}

// TestLintAround: what lies above the temporary folder is neither its config
// nor its program.
func TestLintAround(t *testing.T) {
	left := temporary(t)
	above := os.TempDir()
	folder(t, above, map[string]string{"app.json": "{}", "app.js": "", "app.wxss": "", ".mplint.json": "broken"})
	dir := t.TempDir()
	zipped(t, filepath.Join(dir, "none.zip"), map[string]string{"p.js": "wx.startRecord()"})
	zipped(t, filepath.Join(dir, "bare.zip"), map[string]string{"app.json": shop["app.json"]})
	if _, err := Lint(t.Context(), lint.Options{Dir: dir}, "none.zip"); Code(err) != NoProject {
		t.Errorf("got %v", err)
	}
	if _, err := Lint(t.Context(), lint.Options{Dir: dir}, "bare.zip"); err != nil {
		t.Error(err)
	}
	if names := left(); len(names) != 4 {
		t.Errorf("left behind: %v", names)
	}
}

// TestLintConfig: a config of the options is relative to their folder.
func TestLintConfig(t *testing.T) {
	dir := t.TempDir()
	folder(t, dir, map[string]string{"mine.json": `{"category": 38}`})
	zipped(t, filepath.Join(dir, "shop.zip"), shop)
	result, err := Lint(t.Context(), lint.Options{Dir: dir, ConfigPath: "mine.json"}, "shop.zip")
	check(t, err)
	if got := result.Projects[0].Config.Categories[0].Number; got != 38 {
		t.Errorf("category %d", got)
	}
}

// countdown is a context that ends after it was asked so many times: at any
// step of the work.
type countdown struct {
	context.Context
	left *int
}

func (c countdown) Err() error {
	if *c.left--; *c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestLintInterrupted: wherever the work is cut short, nothing stays behind.
func TestLintInterrupted(t *testing.T) {
	left := temporary(t)
	path := filepath.Join(t.TempDir(), "shop.zip")
	zipped(t, path, shop)
	for steps := 0; ; steps++ {
		n := steps
		_, err := Lint(countdown{t.Context(), &n}, lint.Options{Jobs: 1}, path)
		if names := left(); names != nil {
			t.Fatalf("after %d steps: left behind: %v", steps, names)
		}
		if err == nil {
			if steps < 10 {
				t.Errorf("only %d steps", steps)
			}
			return
		}
		if !errors.Is(err, context.Canceled) || Code(err) != "" {
			t.Fatalf("after %d steps: %v", steps, err)
		}
	}
}

func TestCode(t *testing.T) {
	for want, errs := range map[string][]error{
		"":             {context.Canceled, fmt.Errorf("lint: %w", context.DeadlineExceeded), &archive.HostError{Err: syscall.ENOSPC}},
		NotFound:       {plain(&fs.PathError{Err: syscall.ENOENT})},
		NotReadable:    {plain(&fs.PathError{Err: syscall.EACCES}), syscall.ENAMETOOLONG},
		NotAnArchive:   {ErrNoArchive},
		NoProject:      {&lint.NoProjectError{}},
		WrongConfig:    {&config.Error{}},
		ArchiveRefused: {&archive.RefusedError{Why: archive.Upward, Entry: ".."}},
		ArchiveTooBig:  {&archive.RefusedError{Why: archive.TotalTooLarge, Limit: 1}},
		ArchiveDamaged: {&archive.DamagedError{Err: syscall.EIO}},
	} {
		for _, err := range errs {
			if got := Code(err); got != want {
				t.Errorf("%v: %q, want %q", err, got, want)
			}
		}
	}
}

// TestEach: outcomes come in the order of the inputs, no more at a time than
// there are jobs, and no more inputs are taken than can be held.
func TestEach(t *testing.T) {
	for _, jobs := range []int{1, 3} {
		inputs := make(chan string)
		go func() {
			defer close(inputs)
			for i := range 100 {
				inputs <- fmt.Sprint(i)
			}
		}()
		running, held := make(chan bool, jobs), make(chan bool, 2*jobs)
		var got, want []string
		err := Each(t.Context(), jobs, inputs, func(_ context.Context, input string) string {
			select {
			case running <- true:
				defer func() { <-running }()
			default:
				t.Errorf("more than %d at a time", jobs)
			}
			select {
			case held <- true:
			default:
				t.Errorf("more than %d held", 2*jobs)
			}
			return input
		}, func(outcome string) error {
			<-held
			got = append(got, outcome)
			return nil
		})
		check(t, err)
		for i := range 100 {
			want = append(want, fmt.Sprint(i))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("jobs %d: %v", jobs, got)
		}
	}
}

// TestEachEnds: the first error of emit ends it, and the end of the context,
// while inputs may come for ever; no work goes on then.
func TestEachEnds(t *testing.T) {
	broken := errors.New("broken")
	ctx, cancel := context.WithCancel(t.Context())
	for _, c := range []struct {
		emit func(string) error
		want error
	}{
		{func(string) error { return broken }, broken},
		{func(string) error { cancel(); return nil }, context.Canceled},
	} {
		inputs := make(chan string, 1)
		inputs <- "one"
		working := make(chan bool, 2)
		err := Each(ctx, 2, inputs, func(ctx context.Context, input string) string {
			working <- true
			defer func() { <-working }()
			return input
		}, c.emit)
		if !errors.Is(err, c.want) || len(working) > 0 {
			t.Errorf("got %v, %d at work", err, len(working))
		}
	}
}
