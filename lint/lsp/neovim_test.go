package lsp

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// marks is what the editor shows of a buffer; columns are in bytes.
type marks struct {
	Diagnostics []struct {
		Lnum, Col, Severity   int
		EndCol                int `json:"end_col"`
		Code, Source, Message string
	}
	Marks []struct {
		Lnum, Col int
		EndCol    int `json:"end_col"`
		Hl        string
	}
}

// TestNeovim opens a program in Neovim with the set-up of the examples and
// types. The squiggle has to stand under the wrong scope, which Chinese text
// and an emoji precede.
func TestNeovim(t *testing.T) {
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		t.Skip("nvim is not installed: apt-get install neovim")
	}
	setup, err := filepath.Abs("../../examples/editors/neovim/mplint.lua")
	if err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs("testdata/neovim.lua")
	if err != nil {
		t.Fatal(err)
	}
	dir, home := plant(t, strings.Replace(food, `"food-delivery"`, `"food-delivery", "rules": { "refusal-unhandled": "off" }`, 1)), t.TempDir()
	out := filepath.Join(home, "out.json")
	cmd := exec.Command(nvim, "--headless", "-n", "-i", "NONE", "-u", "NONE",
		"--cmd", "lua vim.g.mplint = '"+binary(t)+"'", "-c", "luafile "+setup, "-c", "luafile "+script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "MPLINT_OUT="+out, "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "LANG=C.UTF-8")
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	t.Logf("%s", raw)
	var seen struct {
		Encoding, Hover, Fault             string
		Typed, Beyond, Suppressed, Cleared marks
		Lines                              []string
		Unsaved                            bool
	}
	if err := json.Unmarshal(raw, &seen); err != nil || seen.Fault != "" {
		t.Fatalf("%v %s", err, seen.Fault)
	}
	if saved, err := os.ReadFile(filepath.Join(dir, "pages", "a", "a.js")); !seen.Unsaved || err != nil || string(saved) != "Page({})\n" {
		t.Errorf("it was saved: %v, %v, %q", seen.Unsaved, err, saved)
	}
	seen.Typed.at(t, 0, "/* 你好😀 */ wx.authorize({ scope: 'scope.userLocatoin' })", "scope.userLocatoin", "unknown-scope")
	seen.Beyond.at(t, 0, "/* 你好😀 */ wx.authorize({ scope: 'scope.record' })", "wx.authorize", "scope-beyond-category")
	if len(seen.Lines) != 2 || seen.Lines[0] != "// mplint-ignore-next-line scope-beyond-category -- " || len(seen.Suppressed.Diagnostics) != 2 {
		t.Errorf("the action: %q, %+v", seen.Lines, seen.Suppressed)
	}
	if !strings.Contains(seen.Hover, "scope.record") {
		t.Errorf("hover: %q", seen.Hover)
	}
	if len(seen.Cleared.Diagnostics)+len(seen.Cleared.Marks) > 0 {
		t.Errorf("not cleared: %+v", seen.Cleared)
	}
}

// at checks that one diagnostic and its squiggle stand under a word of a line.
func (m *marks) at(t *testing.T, lnum int, line, word, code string) {
	t.Helper()
	start := strings.Index(line, word)
	end := start + len(word)
	if len(m.Diagnostics) != 1 || len(m.Marks) != 1 {
		t.Errorf("%s: %+v", code, m)
		return
	}
	if d := m.Diagnostics[0]; d.Code != code || d.Lnum != lnum || d.Col != start || d.EndCol != end || d.Source != "mplint" {
		t.Errorf("%s: want %d-%d: %+v", code, start, end, d)
	}
	if x := m.Marks[0]; x.Lnum != lnum || x.Col != start || x.EndCol != end {
		t.Errorf("%s: the squiggle stands elsewhere than %d-%d: %+v", code, start, end, x)
	}
}
