package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/mplint/mplint/lint/archive"
)

// TestBatchSignals: a run that is told to stop writes whole lines only and
// leaves no temporary folder behind.
func TestBatchSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals to send")
	}
	dir := t.TempDir()
	temp := filepath.Join(dir, "tmp")
	if err := os.Mkdir(temp, 0o755); err != nil {
		t.Fatal(err)
	}
	var shop bytes.Buffer
	add, end := zipTo(&shop)
	err := errors.Join(add("app.json", `{"pages": ["p"]}`, false), add("p.js", strings.Repeat("wx.login()\n", 1000), false), end())
	if err := errors.Join(err, os.WriteFile(filepath.Join(dir, "shop.zip"), shop.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		cmd := exec.Command(must(os.Executable()))
		cmd.Args = []string{"mplint", "batch", "--fail-on", "never"} // what TestMain goes by
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "TMPDIR="+temp, "LC_ALL=C")
		cmd.Stdin = &endless{text: []byte("shop.zip\n")}
		var errs bytes.Buffer
		cmd.Stderr = &errs
		out := bufio.NewReader(must(cmd.StdoutPipe()))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		first, err := out.ReadString('\n')
		if err != nil {
			t.Error(err)
		}
		if err := cmd.Process.Signal(signal); err != nil {
			t.Error(err)
		}
		rest, _ := io.ReadAll(out)
		_ = cmd.Wait() // says that the command failed, or that its stdin was not read to the end
		if code := cmd.ProcessState.ExitCode(); code != exitFailure || errs.String() != "mplint: interrupted\n" {
			t.Errorf("%v: exit code %d: %s", signal, code, errs.String())
		}
		for line := range strings.Lines(first + string(rest)) {
			if line != first {
				t.Errorf("%v: got %q", signal, line)
			}
		}
		if left := must(os.ReadDir(temp)); len(left) > 0 {
			t.Errorf("%v: left behind: %v", signal, left)
		}
	}
}

// endless is a text over and over.
type endless struct {
	text []byte
	at   int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.text[e.at:])
	e.at = (e.at + n) % len(e.text)
	return n, nil
}

// halfDisk takes half of what it is given.
type halfDisk struct{ *os.File }

func (d halfDisk) Write(p []byte) (int, error) {
	n, err := d.File.Write(p[:len(p)/2])
	return n, errors.Join(err, syscall.ENOSPC)
}

// TestLinesFullDisk: what could not be written as a whole is taken away.
func TestLinesFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	l, _, err := (&app{}).openLines(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.write([]byte("one whole line\n")); err != nil {
		t.Fatal(err)
	}
	l.out = halfDisk{l.file}
	err = l.write([]byte("another whole line\n"))
	if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "write "+path+": ") {
		t.Errorf("got %v", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if got := must(os.ReadFile(path)); string(got) != "one whole line\n" {
		t.Errorf("left %q", got)
	}
}

// TestBatchList reads lists as all sorts of programs write them.
func TestBatchList(t *testing.T) {
	long := strings.Repeat("x", maxPath+10)
	for list, want := range map[string][]string{
		"":                         nil,
		"\n\r\n":                   nil,
		"a\nb c \n\n d":            {"a", "b c ", " d"},
		"\ufeffa.zip\r\nb.zip\r\n": {"a.zip", "b.zip"},
		long + "\nb\n":             {long[:maxPath], "b"},
	} {
		l := &pathList{in: strings.NewReader(list)}
		var got []string
		for path := range l.paths(t.Context(), func(string) bool { return false }) {
			got = append(got, path)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || len(got) != len(want) || l.err != nil {
			t.Errorf("%.20q: %d paths, %v", list, len(got), l.err)
		}
	}
}

// brokenList is a list that cannot be read to its end.
type brokenList struct{ io.Reader }

func (b brokenList) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = syscall.EIO
	}
	return n, err
}

func TestBatchBrokenList(t *testing.T) {
	var out, errs bytes.Buffer
	code := Run(t.Context(), []string{"mplint", "batch", "--lang", "en"}, brokenList{strings.NewReader("nope\n")}, &out, &errs)
	if code != exitFailure || strings.Count(out.String(), "\n") != 1 || !strings.Contains(errs.String(), "read the list stdin: "+syscall.EIO.Error()) {
		t.Errorf("exit code %d: %s%s", code, out.String(), errs.String())
	}
}

// TestBatchNotUTF8: an input whose name JSON cannot hold is known again.
func TestBatchNotUTF8(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	var sizes []int64
	for range 2 {
		code := Run(t.Context(), []string{"mplint", "batch", "-q", "-o", path, "--resume"}, strings.NewReader("\xff\xfe.zip\nx\n"), io.Discard, io.Discard)
		if code != exitFailure {
			t.Errorf("exit code %d", code)
		}
		sizes = append(sizes, must(os.Stat(path)).Size())
	}
	if sizes[0] == 0 || sizes[0] != sizes[1] {
		t.Errorf("sizes %v", sizes)
	}
}

// TestRefusals: every reason is said in Chinese too.
func TestRefusals(t *testing.T) {
	for _, why := range archive.Reasons {
		if refusals[why] == "" {
			t.Errorf("no Chinese for %q", why)
		}
	}
	if len(refusals) != len(archive.Reasons) {
		t.Errorf("%d texts for %d reasons", len(refusals), len(archive.Reasons))
	}
}
