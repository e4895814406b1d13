package examples_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// aleFolder is where Debian puts the plug-in ALE.
const aleFolder = "/usr/share/vim-ale"

// vimLine has, before the finding, what columns in other units than bytes go
// wrong by: Chinese text, an emoji, and an accent on its own.
const vimLine = "/* 位置😀e\u0301 */ wx.startRecord()"

// TestVim lints a program in Vim with the set-up of the examples, by `:make` and
// with ALE. The finding has to stand at its bytes.
func TestVim(t *testing.T) {
	start := strings.Index(vimLine, "wx") + 1
	for name, test := range map[string]struct{ runtime, script, want string }{
		"make": {"", `
			silent make!
			let found = map(getqflist(), {_, d -> printf('%d:%d %s', d.lnum, d.col, matchstr(d.text, '\v\[[a-z-]+\]$'))})`,
			fmt.Sprintf("2:%d [scope-beyond-category]", start)},
		"make of another tool": {"", `
			set makeprg=echo\ p.js:2:7:\ error:\ m
			silent make!
			let found = map(getqflist(), {_, d -> printf('%d:%d', d.lnum, d.col)})`,
			"2:7"},
		"ALE": {aleFolder, `
			edit p.js
			for i in range(1000)
				let list = ale#engine#GetLoclist(bufnr(''))
				if !empty(list) | break | endif
				sleep 20m
			endfor
			let found = map(copy(list), {_, d -> printf('%d:%d-%d:%d %s %s', d.lnum, d.col, d.end_lnum, d.end_col, d.type, d.code)})`,
			fmt.Sprintf("2:%d-2:%d E scope-beyond-category", start, start+len("wx.startRecord")-1)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := inVim(t, test.runtime, test.script); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// inVim runs a script in a program, in a Vim that has the set-up and a folder of
// plug-ins, and returns the list found that the script leaves.
func inVim(t *testing.T, runtime, script string) string {
	t.Helper()
	vim, err := exec.LookPath("vim")
	if err != nil {
		t.Skip("vim is not installed: apt-get install vim")
	}
	if _, err := os.Stat(runtime); runtime != "" && err != nil {
		t.Skip(runtime + " is missing: apt-get install vim-ale")
	}
	setup, err := filepath.Abs("editors/vim/mplint.vim")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"app.json": `{"pages": ["p"]}`, "p.js": "\n" + vimLine + "\n",
		".mplint.json": `{"category": "food-delivery", "rules": {"refusal-unhandled": "off"}}`,
		"script.vim":   script + "\ncall writefile([join(found, ', ')], 'found')\nqall!\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(vim, "-es", "-N", "-u", "NONE", "-i", "NONE", "--cmd", "set encoding=utf-8 runtimepath^="+runtime,
		"-c", "runtime plugin/ale.vim", "-c", "filetype on", "-c", "source "+setup, "-c", "source script.vim")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8", "PATH="+filepath.Dir(mplint)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	said, _ := cmd.CombinedOutput() // Vim counts what a script left open as an error
	found, err := os.ReadFile(filepath.Join(dir, "found"))
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return strings.TrimSpace(string(found))
}
