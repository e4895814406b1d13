package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// closedPipe is a reader that has seen enough.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestClosedPipe(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, ".", "app.json", `{"pages": []}`)
	put(t, ".", "list", ".\n.\n")
	for _, args := range [][]string{{"--format", "json"}, {"--format", "text"}, {"rules", "--format", "json"}, {"rules"}, {"explain", "news"}, {"--version"}, {"inventory"}, {"batch", "list"}} {
		var errs bytes.Buffer
		if code := Run(t.Context(), append([]string{"mplint"}, args...), nil, closedPipe{}, &errs); code != exitOK || errs.Len() > 0 {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
		}
	}
}

// fullDisk is a writer that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestFullDisk: output that is lost is a failure, of lists and pages too.
func TestFullDisk(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, ".", "app.json", `{"pages": []}`)
	put(t, ".", "list", ".\n.\n")
	for _, args := range [][]string{
		{"--version"}, {"--help"}, {}, {"--format", "json"}, {"inventory"}, {"rules"}, {"rules", "-f", "json"}, {"categories"}, {"scopes"},
		{"explain", "news"}, {"explain", "category-unset"}, {"completion", "bash"}, {"batch", "list"},
	} {
		var errs bytes.Buffer
		if code := Run(t.Context(), append([]string{"mplint"}, args...), nil, fullDisk{}, &errs); code != exitFailure || !strings.Contains(errs.String(), syscall.ENOSPC.Error()) {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
		}
	}
}

// TestFile: what asks for a terminal or its width sees the file behind stdout.
func TestFile(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, stream := range []any{f, &stdout{Writer: f}} {
		if got, ok := file(stream); !ok || got != f {
			t.Errorf("%T: got %v, %v", stream, got, ok)
		}
	}
	for _, stream := range []any{nil, &bytes.Buffer{}, &stdout{Writer: io.Discard}} {
		if got, ok := file(stream); ok {
			t.Errorf("%T: got %v", stream, got)
		}
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.txt")
	write := func(text string, err error) error {
		return writeFile(path, func(w io.Writer) error {
			_, _ = io.WriteString(w, text)
			return err
		})
	}
	if err := write("one", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := write("half", broken); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one" {
		t.Errorf("a failed write leaves %q", got)
	}
	if err := write("two", nil); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
