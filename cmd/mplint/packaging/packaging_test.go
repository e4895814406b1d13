//go:build packaging

// Package packaging_test installs mplint as its users do, with the real npm,
// husky, lint-staged, lefthook and pre-commit. They come over the network, so
// the tests have a tag of their own:
//
//	go test -tags packaging ./cmd/mplint/packaging
package packaging_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The paths of the sources, and of what is built once for all tests.
var root, packages, repository string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "mplint-packaging")
	code := 1
	if err == nil {
		defer os.RemoveAll(dir)
		if err = build(dir); err == nil {
			code = m.Run()
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// build packs the packages for this machine, and puts the sources as they are
// into a repository for pre-commit to clone.
func build(dir string) error {
	var err error
	if root, err = filepath.Abs("../../.."); err != nil {
		return err
	}
	packages, repository = filepath.Join(dir, "npm"), filepath.Join(dir, "mplint.git")
	git := func(args ...string) []string {
		return append([]string{"git", "--git-dir", repository, "--work-tree", root, "-c", "user.name=t", "-c", "user.email=t@example.com"}, args...)
	}
	for _, args := range [][]string{
		{"node", "npm/build.mjs", "--version", "0.0.0-test", "--targets", "host", "--out", packages},
		{"git", "init", "--quiet", "--bare", repository},
		git("add", "--all"),
		git("commit", "--quiet", "--message", "sources"),
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%v: %w\n%s", args, err, out)
		}
	}
	return nil
}

func TestScripts(t *testing.T) {
	cache := t.TempDir()
	testscript.Run(t, testscript.Params{
		Dir:   "testdata",
		Setup: func(env *testscript.Env) error { return setup(env, cache) },
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"code": code, "replace": replace},
	})
}

// setup gives a script the packages, an example program with a finding in
// "bad", one without in "good", the hooks and editors, and an environment in which git, go
// and npm work.
func setup(env *testscript.Env, cache string) error {
	for name, from := range map[string]string{"bad": "wechat-food-delivery", "good": "wechat-shop-clean", "hooks": "hooks", "editors": "editors"} {
		if err := os.CopyFS(filepath.Join(env.WorkDir, name), os.DirFS(filepath.Join(root, "examples", from))); err != nil {
			return err
		}
	}
	files, err := filepath.Glob(filepath.Join(packages, "*.tgz"))
	if err != nil || len(files) != 2 {
		return fmt.Errorf("packages %v, %w", files, err)
	}
	for _, f := range files {
		name := "BINARY"
		if filepath.Base(f) == "mplint-0.0.0-test.tgz" {
			name = "LAUNCHER"
		}
		env.Setenv(name, f)
	}
	name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(env.Getenv("BINARY")), "mplint-"), "-0.0.0-test.tgz")
	env.Setenv("PACKAGE", "@mplint/"+name)
	env.Setenv("REPOSITORY", repository)
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("npm_config_cache", filepath.Join(cache, "npm"))
	env.Setenv("npm_config_update_notifier", "false")
	env.Setenv("PRE_COMMIT_HOME", filepath.Join(cache, "pre-commit"))
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		env.Setenv("GIT_"+who+"_NAME", "t")
		env.Setenv("GIT_"+who+"_EMAIL", "t@example.com")
	}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Setenv(name, strings.TrimSpace(string(value)))
	}
	return nil
}

// code runs a command and compares its exit code: code 1 npx mplint.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); err != nil && !errors.As(err, &exit) {
		ts.Fatalf("%v", err)
	}
	got := 0
	if exit != nil {
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// replace replaces the one place of a text in a file: replace FILE OLD NEW.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	old := ts.ReadFile(args[0])
	if strings.Count(old, args[1]) != 1 {
		ts.Fatalf("%q is not once in %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(path, []byte(strings.Replace(old, args[1], args[2], 1)), 0o644))
}

// launcher starts the launcher with a shell script as its binary.
func launcher(t *testing.T, script string) *exec.Cmd {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "binary")
	if err := os.WriteFile(binary, []byte("#!/bin/sh\n"+script), fs.ModePerm); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "npm/bin/mplint.js", "one", "two words")
	cmd.Env = append(os.Environ(), "MPLINT_BINARY="+binary)
	return cmd
}

// TestLauncherPassesSignals sends a signal as soon as the binary says that it
// waits for one.
func TestLauncherPassesSignals(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd := launcher(t, "trap 'echo got; exit 7' INT TERM\necho ready\nread line\n")
		in, err := cmd.StdinPipe() // kept open, so that the binary waits
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() || lines.Text() != "ready" {
			t.Fatalf("said %q", lines.Text())
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if !lines.Scan() || lines.Text() != "got" {
			t.Errorf("%v: said %q", sig, lines.Text())
		}
		cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != 7 {
			t.Errorf("%v: exit code %d, want 7", sig, got)
		}
	}
}

func TestLauncherDiesOfTheSignal(t *testing.T) {
	cmd := launcher(t, "kill -TERM $$\n")
	cmd.Run()
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGTERM {
		t.Errorf("ended with %v", cmd.ProcessState)
	}
}

func TestLauncherPassesArgumentsAndStreams(t *testing.T) {
	cmd := launcher(t, `printf '%s|' "$@"; cat; echo error >&2; exit 2`)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader("in"), &out, &errs
	cmd.Run()
	if cmd.ProcessState.ExitCode() != 2 || out.String() != "one|two words|in" || errs.String() != "error\n" {
		t.Errorf("%v, %q, %q", cmd.ProcessState, out.String(), errs.String())
	}
}

// TestEveryHookIsTried: each file of examples/hooks is in a script in which one
// commit fails and another passes.
func TestEveryHookIsTried(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tried := map[string]bool{}
	for _, path := range scripts {
		script, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(script, []byte("\nexec git commit")) || !bytes.Contains(script, []byte("\n! exec git commit")) {
			continue
		}
		for _, word := range strings.Fields(string(script)) {
			if hook, ok := strings.CutPrefix(word, "../hooks/"); ok {
				tried[hook] = true
			}
		}
	}
	hooks := os.DirFS(filepath.Join(root, "examples/hooks"))
	if err := fs.WalkDir(hooks, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path != "README.md" && !tried[path] {
			t.Errorf("examples/hooks/%s is not tried with a bad and a good commit", path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
