package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// TestTotals: on Beam's local runner the pipeline says of every input what
// mplint batch says, and its totals are the sums over the lines of batch.
func TestTotals(t *testing.T) {
	dir := t.TempDir()
	list := inputs(t, dir)
	lines, totals := filepath.Join(dir, "result.ndjson"), filepath.Join(dir, "totals.txt")
	if _, err := prism.Execute(t.Context(), pipeline(list, lines, totals, "")); err != nil {
		t.Fatal(err)
	}
	want := batchLines(t, list)
	if got := read(t, lines); !slices.Equal(outcomes(t, got), outcomes(t, want)) {
		t.Errorf("the lines are\n%s\nwant\n%s", strings.Join(outcomes(t, got), "\n"), strings.Join(outcomes(t, want), "\n"))
	}
	sums := sum(t, want)
	if got := slices.Sorted(strings.Lines(strings.TrimSpace(string(read(t, totals))) + "\n")); !slices.Equal(got, sums) {
		t.Errorf("the totals are\n%s\nwant\n%s", strings.Join(got, ""), strings.Join(sums, ""))
	}
	for _, must := range []string{"1 inputs archive-refused\n", "1 inputs not-found\n", "1 inputs not-an-archive\n"} {
		if !slices.Contains(sums, must) {
			t.Errorf("batch has no %q", must)
		}
	}
}

// inputs makes an archive of every example program, adds inputs that cannot be
// linted, and writes the list of them.
func inputs(t *testing.T, dir string) (list string) {
	t.Helper()
	programs, err := filepath.Glob("../*/app.json")
	check(t, err)
	if len(programs) < 3 {
		t.Fatalf("only %d examples", len(programs))
	}
	var paths []string
	for _, manifest := range programs {
		path := filepath.Join(dir, filepath.Base(filepath.Dir(manifest))+".zip")
		zipped(t, path, func(z *zip.Writer) error { return z.AddFS(os.DirFS(filepath.Dir(manifest))) })
		paths = append(paths, path)
	}
	bad := filepath.Join(dir, "bad.zip")
	zipped(t, bad, func(z *zip.Writer) error {
		_, err := z.Create("../app.json")
		return err
	})
	list = filepath.Join(dir, "list.txt")
	paths = append(paths, bad, filepath.Join(dir, "gone.tar.gz"), list, filepath.Dir(programs[0]))
	check(t, os.WriteFile(list, []byte(strings.Join(paths, "\n")+"\n"), 0o644))
	return list
}

func zipped(t *testing.T, path string, fill func(*zip.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	check(t, errors.Join(fill(z), z.Close(), os.WriteFile(path, b.Bytes(), 0o644)))
}

// batchLines is what the command at the top of this repository prints.
func batchLines(t *testing.T, list string) []byte {
	t.Helper()
	mplint := filepath.Join(t.TempDir(), "mplint.exe")
	build := exec.Command("go", "build", "-C", "../..", "-buildvcs=false", "-tags", "urfave_cli_no_docs", "-o", mplint, "./cmd/mplint")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the command: %v\n%s", err, out)
	}
	var errs bytes.Buffer
	cmd := exec.Command(mplint, "batch", "--lang", "en", list)
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if cmd.ProcessState.ExitCode() != 3 { // some inputs cannot be linted
		t.Fatalf("mplint batch: %v: %s", err, errs.String())
	}
	return out
}

// line is what this test compares of a line: all but the message of an error,
// of which the command has its own.
type line struct {
	Input, Error string
	Projects     []json.RawMessage
	Diagnostics  []json.RawMessage
	Summary      json.RawMessage
}

func decode(t *testing.T, lines []byte) (out []line) {
	t.Helper()
	for text := range bytes.Lines(lines) {
		var l line
		check(t, json.Unmarshal(text, &l))
		out = append(out, l)
	}
	return out
}

// outcomes are the lines in an order of their own: a pipeline has none.
func outcomes(t *testing.T, lines []byte) (out []string) {
	t.Helper()
	for _, l := range decode(t, lines) {
		out = append(out, fmt.Sprintf("%s %s %s %s %s", l.Input, l.Error, l.Projects, l.Diagnostics, l.Summary))
	}
	slices.Sort(out)
	return out
}

// sum adds up the lines as the pipeline has to.
func sum(t *testing.T, lines []byte) (out []string) {
	t.Helper()
	sums := map[string]int{}
	for _, l := range decode(t, lines) {
		what := "inputs linted"
		if l.Error != "" {
			what = "inputs " + l.Error
		}
		sums[what]++
		sums["projects"] += len(l.Projects)
		for _, raw := range l.Diagnostics {
			var d struct{ Rule, Severity string }
			check(t, json.Unmarshal(raw, &d))
			sums[d.Severity+"s "+d.Rule]++
		}
	}
	for what := range maps.Keys(sums) {
		out = append(out, total(what, sums[what])+"\n")
	}
	slices.Sort(out)
	return out
}

// TestFetch: an archive that another file system has is linted like one of
// this machine.
func TestFetch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.zip")
	zipped(t, path, func(z *zip.Writer) error { return z.AddFS(os.DirFS("../wechat-fitness")) })
	memfs.Write("memfs://archives/shop.zip", read(t, path))
	var counts [2]map[string]int
	for i, input := range []string{path, "memfs://archives/shop.zip"} {
		counts[i] = map[string]int{}
		err := (&lintFn{}).ProcessElement(t.Context(), input, func(string) {}, func(what string, n int) { counts[i][what] += n })
		check(t, err)
	}
	if !maps.Equal(counts[0], counts[1]) || counts[0]["projects"] != 1 || len(counts[0]) < 3 {
		t.Errorf("%v, fetched %v", counts[0], counts[1])
	}
	none := map[string]int{}
	check(t, (&lintFn{}).ProcessElement(t.Context(), "memfs://archives/none.zip", func(string) {}, func(what string, n int) { none[what] += n }))
	if none["inputs not-found"] != 1 {
		t.Errorf("an archive that is not there: %v", none)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	check(t, err)
	return data
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
