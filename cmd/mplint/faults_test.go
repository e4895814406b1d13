//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/mplint/mplint/lint/report"
)

// shop plants a program with findings, one of which --fix puts right.
func shop(t *testing.T, dir string) string {
	t.Helper()
	put(t, dir, ".git/HEAD", "")
	put(t, dir, "app.json", `{"pages": ["p"], "permission": {"scope.userlocation": {"desc": "附近的门店"}}}`)
	put(t, dir, ".mplint.json", `{"category": 7}`)
	put(t, dir, "p.wxml", "<view/>")
	put(t, dir, "p.js", "Page({ a() { wx.startRecord() } })")
	return dir
}

// mplint runs a command line in this process.
func mplint(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(t.Context(), append([]string{"mplint", "--lang", "en"}, args...), nil, &o, &e)
	return code, o.String(), e.String()
}

// binary builds the command where any user can run it.
func binary(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	open(t, dir)
	path := filepath.Join(dir, "mplint")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// open lets every user into a temporary folder.
func open(t *testing.T, dir string) {
	t.Helper()
	for ; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			return // of somebody else, who let us in
		}
	}
}

// left lists what is in a folder, hidden files too.
func left(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// TestNoRoomForFiles: where the disk takes no more, as behind a limit of the
// size of files, the old text stays, whole, and nothing lies beside it.
func TestNoRoomForFiles(t *testing.T) {
	command, dir := binary(t), shop(t, t.TempDir())
	before := string(must(os.ReadFile(filepath.Join(dir, "app.json"))))
	long := strings.Repeat("\n", 3000)
	put(t, dir, "app.json", before+long)
	put(t, dir, "report.txt", "the last report")
	all := left(t, dir)
	for _, args := range []string{"-f json -o report.txt", "--fix", "baseline", "lock"} {
		cmd := exec.Command("sh", "-c", "ulimit -f 1; exec '"+command+"' "+args)
		if args == "baseline" || args == "lock" { // which write little
			cmd = exec.Command("sh", "-c", "ulimit -f 0; exec '"+command+"' "+args)
		}
		cmd.Dir = dir
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitFailure || !strings.Contains(string(out), "file too large") {
			t.Errorf("%s: exit code %d: %s", args, code, out)
		}
		if got := left(t, dir); got != all {
			t.Errorf("%s leaves %s, not %s", args, got, all)
		}
		if string(must(os.ReadFile(filepath.Join(dir, "app.json")))) != before+long || string(must(os.ReadFile(filepath.Join(dir, "report.txt")))) != "the last report" {
			t.Errorf("%s leaves another text", args)
		}
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full")
	}
	if code, _, errs := mplint(t, "-o", "/dev/full", dir); code != exitFailure || errs != "mplint: write /dev/full: no space left on device\n" {
		t.Errorf("/dev/full: exit code %d: %s", code, errs)
	}
}

// TestClosedReader: a reader that has seen enough, as head, changes neither the
// exit code nor stderr.
func TestClosedReader(t *testing.T) {
	command, dir := binary(t), shop(t, t.TempDir())
	put(t, dir, "q.js", strings.Repeat("wx.startRecord()\n", 2000))
	for _, format := range []string{"json", "text", "ndjson"} {
		cmd := exec.Command(command, "-f", format, dir)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, err = io.ReadFull(out, make([]byte, 100))
		out.Close()
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); err != nil || code != exitFindings || errs.Len() > 0 {
			t.Errorf("%s: exit code %d, %v: %s", format, code, err, errs.String())
		}
	}
}

// TestInterrupted: Ctrl-C ends a run with exit code 3, a word, the document that
// a machine format promises, and no file.
func TestInterrupted(t *testing.T) {
	dir := shop(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	all := left(t, dir)
	before := string(must(os.ReadFile(filepath.Join(dir, "app.json"))))
	for _, args := range [][]string{{"--fix"}, {"-f", "json", "-q"}, {"baseline"}, {"lock"}, {"inventory", "-f", "json"}} {
		var out, errs bytes.Buffer
		code := Run(ctx, append(append([]string{"mplint"}, args...), dir), nil, &out, &errs)
		if code != exitFailure || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
		}
		if strings.Contains(strings.Join(args, " "), "json") && !json.Valid(out.Bytes()) {
			t.Errorf("%v: %s", args, out.String())
		}
	}
	if left(t, dir) != all || string(must(os.ReadFile(filepath.Join(dir, "app.json")))) != before {
		t.Errorf("left: %s", left(t, dir))
	}
}

// TestSignal: the signal itself ends a command that waits.
func TestSignal(t *testing.T) {
	cmd := exec.Command(binary(t), "lsp")
	in, out := must(cmd.StdinPipe()), must(cmd.StdoutPipe())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	const hello = `{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}`
	fmt.Fprintf(in, "Content-Length: %d\r\n\r\n%s", len(hello), hello)
	if _, err := io.ReadFull(out, make([]byte, 20)); err != nil { // it runs, and has set its handler
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitFailure {
		t.Errorf("exit code %d", code)
	}
}

// TestPermissionDenied: what must not be read is mentioned, and the rest is
// read; a path or a config that must not be is an error. Root, whom nothing is
// denied, runs the command as somebody else.
func TestPermissionDenied(t *testing.T) {
	command, dir := binary(t), shop(t, t.TempDir())
	open(t, dir)
	put(t, dir, "secret.js", "wx.chooseImage()")
	put(t, dir, "closed/a.js", "wx.chooseImage()")
	put(t, dir, "other/app.json", `{"pages": []}`)
	put(t, dir, "other/.mplint.json", `{}`)
	for name, mode := range map[string]os.FileMode{"secret.js": 0, "closed": 0, "other/.mplint.json": 0} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(path, 0o755) })
	}
	run := func(args ...string) (int, string) {
		cmd := exec.Command(command, append([]string{"--lang", "en"}, args...)...)
		cmd.Dir = dir
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Skipf("this user cannot run it as another: %v", err)
		}
		return cmd.ProcessState.ExitCode(), string(out)
	}
	code, out := run("--verbose", "--no-config", ".")
	if code != exitFindings && code != exitOK || !strings.Contains(out, "secret.js") || !strings.Contains(out, "permission denied") || !strings.Contains(out, "closed") || !strings.Contains(out, "p.js") {
		t.Errorf("exit code %d: %s", code, out)
	}
	if code, out := run("other"); code != exitUsage || !strings.Contains(out, "other/.mplint.json: the config cannot be read: permission denied") {
		t.Errorf("a config: exit code %d: %s", code, out)
	}
	if code, out := run("closed"); code != exitFailure || !strings.Contains(out, "read closed: permission denied") {
		t.Errorf("a path: exit code %d: %s", code, out)
	}
}

// TestHostileNames: names that end lines or speak to a terminal reach no
// report, list or error as they are.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	hostile := "x\n\x1b[31m\u202e::error::"
	put(t, dir, ".git/HEAD", "")
	program := filepath.Join(dir, hostile)
	put(t, program, "app.json", `{"pages": ["p"], "permission": {"scope.userlocation": {"desc": "附近的门店"}}}`)
	put(t, program, "p.wxml", "<view/>")
	put(t, program, hostile+".js", "wx.startRecord()")
	put(t, program, "big"+hostile+".js", strings.Repeat(" ", 9<<20))
	put(t, dir, "bad\x1b[2J/app.json", `{"pages": []}`)
	put(t, dir, "bad\x1b[2J/.mplint.json", `{"categry": 1}`)
	put(t, dir, "hint"+hostile+"/project.config.json", `{"miniprogramRoot": "dist"}`)
	commands := [][]string{{filepath.Join(dir, "hint"+hostile)}, {"--dry-run", program}, {"inventory", program}, {"lock", "--check", program}, {filepath.Join(dir, "bad\x1b[2J")}, {dir + hostile}, {"-o", dir + "/" + hostile + "/no/no", program}, {"explain", hostile}, {"-c", hostile, program}, {"baseline", "-o", filepath.Join(dir, "b"+hostile), program}}
	for format := range report.Formats() {
		commands = append(commands, []string{"-f", format, "--verbose", program})
	}
	for _, args := range commands {
		_, out, errs := mplint(t, args...)
		if out+errs == "" {
			t.Errorf("%q prints nothing", args)
		}
		for _, bad := range []string{"\x1b", "\u202e", "\n::error::\n", "x\n"} {
			if args[0] != "--dry-run" && strings.Contains(out+errs, bad) {
				t.Errorf("%q prints %q: %.300q", args, bad, out+errs)
			}
		}
		if strings.Contains(out+errs, "\x1b") {
			t.Errorf("%q speaks to the terminal: %.300q", args, out+errs)
		}
	}
}

// TestNamesThatDifferInCase: two files are two, in the report, a baseline and
// for --fix.
func TestNamesThatDifferInCase(t *testing.T) {
	dir := shop(t, t.TempDir())
	put(t, dir, "P.js", "wx.authorize({ scope: 'scope.recrod', fail() {} })")
	if len(strings.Fields(left(t, dir))) != 6 {
		t.Skip("names do not differ in case here")
	}
	before := string(must(os.ReadFile(filepath.Join(dir, "p.js"))))
	_, out, _ := mplint(t, "-f", "compact", dir)
	if !strings.Contains(out, "/p.js:1:14") || !strings.Contains(out, "/P.js:1:24") {
		t.Errorf("got %s", out)
	}
	if _, _, errs := mplint(t, "--fix", dir); !strings.Contains(errs, "fixed 2 problems in 2 files") {
		t.Errorf("got %s", errs)
	}
	after := string(must(os.ReadFile(filepath.Join(dir, "P.js"))))
	if !strings.Contains(after, "'scope.record'") || string(must(os.ReadFile(filepath.Join(dir, "p.js")))) != before {
		t.Errorf("fixed %s", after)
	}
}

// TestManyProjects: a thousand programs are a thousand in the report.
func TestManyProjects(t *testing.T) {
	dir := t.TempDir()
	for i := range 1000 {
		name := filepath.Join(dir, fmt.Sprintf("p%03d", i))
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
		for file, text := range map[string]string{"app.json": `{"pages": ["a"]}`, "a.js": "wx.startRecord({ fail() {} })"} {
			if err := os.WriteFile(filepath.Join(name, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	var got struct {
		Projects    []struct{ Root string }
		Diagnostics []struct{ Rule, Path string }
	}
	code, out, errs := mplint(t, "-f", "json", "-c", "7", dir)
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != exitFindings {
		t.Fatalf("exit code %d, %v: %s", code, err, errs)
	}
	found := map[string]int{}
	for _, d := range got.Diagnostics {
		if d.Rule == "scope-beyond-category" {
			found[d.Path]++
		}
	}
	if len(got.Projects) != 1000 || len(found) != 1000 {
		t.Errorf("%d projects, findings in %d", len(got.Projects), len(found))
	}
}

// TestManyFindings: ten thousand findings in one file, on lines of their own or
// all on one, are ten thousand in the report.
func TestManyFindings(t *testing.T) {
	const many = 10000
	lines, one := shop(t, t.TempDir()), shop(t, t.TempDir())
	put(t, lines, "p.js", "Page({ a() {\n"+strings.Repeat("wx.startRecord({ fail() {} })\n", many)+"} })")
	put(t, one, "p.wxml", strings.Repeat("<camera/>", many))
	_, out, _ := mplint(t, "-f", "compact", one)
	if n := strings.Count(out, "p.wxml:1:"); n < many || !strings.Contains(out, fmt.Sprintf("p.wxml:1:%d: ", 9*(many-1)+2)) {
		t.Errorf("%d findings on one line, or not the last of it", n)
	}
	var got struct{ Diagnostics []json.RawMessage }
	_, out, _ = mplint(t, "-f", "json", lines)
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Diagnostics) < many {
		t.Errorf("%d findings, %v", len(got.Diagnostics), err)
	}
}
