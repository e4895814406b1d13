package examples_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLockFile locks three programs. Their lock files stay the same when the
// scripts are laid out anew, and gain exactly one line, which lock --check
// names, when one interface is added.
func TestLockFile(t *testing.T) {
	for name, call := range map[string]string{
		"wechat-food-delivery": "wx.getWeRunData", "wechat-clinic": "wx.chooseInvoiceTitle", "alipay-tools": "my.getRunData",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(name)); err != nil {
				t.Fatal(err)
			}
			before := locked(t, dir)
			scripts(t, dir, func(code []byte) []byte {
				code = bytes.ReplaceAll(code, []byte("\n"), []byte("\n\n"))
				return bytes.ReplaceAll(code, []byte("\n  "), []byte("\n\t\t"))
			})
			if after := locked(t, dir); after != before {
				t.Errorf("another layout changed the file:\n%s", after)
			}
			added := false
			scripts(t, dir, func(code []byte) []byte {
				if !added && bytes.Contains(code, []byte("Page(")) {
					code, added = append(code, "function added() { "+call+"({}) }\n"...), true
				}
				return code
			})
			if out, code := run(t, dir, "lock", "--check", "-f", "compact"); code != 1 || strings.Count(out, "\n") != 1 || !strings.Contains(out, call) {
				t.Errorf("exit code %d: %s", code, out)
			}
			if lines := difference(before, locked(t, dir)); len(lines) != 1 || !strings.Contains(lines[0], call) {
				t.Errorf("not one new line: %q", lines)
			}
		})
	}
}

func locked(t *testing.T, dir string) string {
	t.Helper()
	run(t, dir, "lock")
	data, err := os.ReadFile(filepath.Join(dir, "mplint.lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// scripts rewrites every script of a folder.
func scripts(t *testing.T, dir string, change func([]byte) []byte) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".js" && filepath.Ext(path) != ".ts" {
			return err
		}
		code, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, change(code), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// difference returns the lines that only the second text has, and those that
// only the first has with a minus sign.
func difference(before, after string) []string {
	var out []string
	left := strings.SplitAfter(before, "\n")
	for _, line := range strings.SplitAfter(after, "\n") {
		if len(left) > 0 && left[0] == line {
			left = left[1:]
			continue
		}
		out = append(out, line)
	}
	for _, line := range left {
		out = append(out, "-"+line)
	}
	return out
}
