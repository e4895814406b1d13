// Package examples_test runs the built command over the example programs, so
// that what the README, the editor set-up and the golden files say stays true.
package examples_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files and the pictures")

// mplint is the path of the built command.
var mplint string

func TestMain(m *testing.M) {
	flag.Parse()
	code, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func buildAndRun(m *testing.M) (int, error) {
	dir, err := os.MkdirTemp("", "mplint-examples")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	mplint = filepath.Join(dir, "mplint")
	if runtime.GOOS == "windows" {
		mplint += ".exe"
	}
	build := exec.Command("go", "build", "-buildvcs=false", "-tags", "urfave_cli_no_docs", "-o", mplint, "../cmd/mplint")
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("build the command: %w\n%s", err, out)
	}
	return m.Run(), nil
}

// TestInputs opens what the built command is made of and reads, which the go
// command cannot see otherwise: a change in it must end a cached test result.
func TestInputs(t *testing.T) {
	for _, root := range []string{"../cmd", "../lint", "../categories", ".", "../go.mod", "../go.sum"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			return f.Close()
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// run runs the command in a folder, without the caller's language and colour,
// and returns its standard output and exit code.
func run(t *testing.T, dir string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(mplint, args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return strings.HasPrefix(name, "LC_") || slices.Contains([]string{"LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"}, name)
	})
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code > 1 {
		t.Fatalf("mplint %s: exit code %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// report is what these tests read of --format json.
type report struct {
	Projects []struct {
		Platform   string
		Categories []string
	}
	Diagnostics []struct {
		Rule, Severity, Path, Message string
		Range                         struct{ Start struct{ Line, Column int } }
	}
	Summary struct{ Errors, Suppressed int }
}

func lint(t *testing.T, lang string, args ...string) *report {
	t.Helper()
	out, code := run(t, ".", append([]string{"--format", "json", "--lang", lang}, args...)...)
	r := &report{}
	if err := json.Unmarshal([]byte(out), r); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if fails := r.Summary.Errors > 0; fails != (code == 1) {
		t.Errorf("%v: %d errors, exit code %d", args, r.Summary.Errors, code)
	}
	return r
}

// names returns the folders of the example programs.
func names(t *testing.T) []string {
	t.Helper()
	configs, err := filepath.Glob("*/.mplint.json")
	if err != nil || len(configs) < 8 {
		t.Fatalf("%d examples, %v", len(configs), err)
	}
	var out []string
	for _, c := range configs {
		out = append(out, filepath.Dir(c))
	}
	return out
}

// finding is one line of a golden file.
type finding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
}

// golden renders the findings of a report, one per line.
func golden(t *testing.T, r *report) string {
	t.Helper()
	lines := make([]string, 0, len(r.Diagnostics))
	for _, d := range r.Diagnostics {
		line, err := json.Marshal(finding{d.Rule, d.Severity, d.Path, d.Range.Start.Line, d.Range.Start.Column})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, "\n  "+string(line))
	}
	if len(lines) == 0 {
		return "[]\n"
	}
	return "[" + strings.Join(lines, ",") + "\n]\n"
}

func TestGolden(t *testing.T) {
	for _, name := range names(t) {
		t.Run(name, func(t *testing.T) {
			compare(t, filepath.Join("testdata", name+".json"), golden(t, lint(t, "en", name)))
		})
	}
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".json"); !slices.Contains(names(t), name) {
			t.Errorf("%s belongs to no example", f)
		}
	}
}

// compare compares a text with a file, which -update rewrites.
func compare(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, path); got != want {
		t.Errorf("%s differs (-update rewrites it), got:\n%swant:\n%s", path, got, want)
	}
}

// TestCoverage checks what the examples are to show between them.
func TestCoverage(t *testing.T) {
	platforms, categories, rules := map[string]bool{}, map[string]bool{}, map[string]bool{}
	clean, suppressed := 0, 0
	for _, name := range names(t) {
		r := lint(t, "en", name)
		for _, p := range r.Projects {
			platforms[p.Platform] = true
			for _, c := range p.Categories {
				categories[c] = true
			}
		}
		for _, d := range r.Diagnostics {
			rules[d.Rule] = true
		}
		if len(r.Diagnostics) == 0 {
			clean++
		}
		suppressed += r.Summary.Suppressed
	}
	if !platforms["wechat"] || !platforms["alipay"] || len(categories) < 5 || clean == 0 || suppressed == 0 || len(rules) < 10 {
		t.Errorf("platforms %v, categories %v, rules %v, %d clean, %d suppressed", platforms, categories, rules, clean, suppressed)
	}
}

func TestListedInReadme(t *testing.T) {
	page := read(t, "README.md")
	for _, name := range names(t) {
		if !strings.Contains(page, "\n| `"+name+"` |") {
			t.Errorf("README.md does not list %s", name)
		}
	}
}

// vscodeTask is what the test reads of editors/vscode/tasks.json.
type vscodeTask struct {
	Command        string
	Args           []string
	ProblemMatcher struct {
		FileLocation []string
		Pattern      struct {
			Regexp                                      string
			File, Line, Column, Severity, Message, Code int
		}
	}
}

func readTask(t *testing.T) vscodeTask {
	t.Helper()
	var file struct{ Tasks []vscodeTask }
	if err := json.Unmarshal([]byte(read(t, "editors/vscode/tasks.json")), &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Tasks) != 1 || file.Tasks[0].Command != "mplint" || !slices.Equal(file.Tasks[0].ProblemMatcher.FileLocation, []string{"relative", "${workspaceFolder}"}) {
		t.Fatalf("tasks: %+v", file.Tasks)
	}
	return file.Tasks[0]
}

// platformNote is what a compact line of a program for both platforms ends with.
var platformNote = regexp.MustCompile(` \((WeChat|Alipay)\)$|（(微信|支付宝)）$`)

// TestProblemMatcher runs the task of VS Code and checks that its matcher
// reads every line that the command prints as the finding that it is.
func TestProblemMatcher(t *testing.T) {
	task := readTask(t)
	p := task.ProblemMatcher.Pattern
	matcher := regexp.MustCompile(p.Regexp)
	for _, lang := range []string{"en", "zh"} {
		out, code := run(t, ".", append(slices.Clone(task.Args), "--lang", lang)...)
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		want := lint(t, lang, ".").Diagnostics
		if code != 1 || len(lines) != len(want) || len(want) < 20 {
			t.Fatalf("%s: exit code %d, %d lines, %d findings", lang, code, len(lines), len(want))
		}
		for i, line := range lines {
			m := matcher.FindStringSubmatch(line)
			if m == nil {
				t.Errorf("not matched: %s", line)
				continue
			}
			w := want[i]
			got := []string{m[p.File], m[p.Line], m[p.Column], m[p.Severity], platformNote.ReplaceAllString(m[p.Message], ""), m[p.Code]}
			if named := got[4] != m[p.Message]; named != strings.HasPrefix(w.Path, "both-platforms/") {
				t.Errorf("the platform is named: %v, in %s", named, line)
			}
			if expect := []string{w.Path, strconv.Itoa(w.Range.Start.Line), strconv.Itoa(w.Range.Start.Column), w.Severity, w.Message, w.Rule}; !slices.Equal(got, expect) {
				t.Errorf("got  %q\nwant %q", got, expect)
			}
			if _, err := os.Stat(filepath.FromSlash(m[p.File])); err != nil {
				t.Error(err) // fileLocation is relative to the folder of the task
			}
		}
	}
	for _, other := range []string{"mplint: no mini-program project found", "3 errors, 0 warnings, 1 info in 9 files of 1 project", ""} {
		if matcher.MatchString(other) {
			t.Errorf("matched: %q", other)
		}
	}
}
