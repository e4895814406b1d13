package suppress_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
)

const shell = `
-- .mplint.json --
{ "category": "utility-tools" }
-- app.json --
{ "pages": ["a"] }
-- a.wxml --
`

// run lints a tree and describes the findings of the rules about suppressions
// and of scope-beyond-category, and the number of suppressed ones.
func run(t *testing.T, dir string, o lint.Options) string {
	t.Helper()
	o.Dir, o.Now = dir, time.Date(2026, 11, 25, 23, 0, 0, 0, time.UTC)
	result, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range result.Findings {
		if !strings.HasPrefix(f.Rule, "suppression-") && f.Rule != "scope-beyond-category" {
			continue
		}
		start, end := f.File.Position(f.Range.Start), f.File.Position(f.Range.End)
		fmt.Fprintf(&out, "%s:%d:%d-%d:%d %s %s", f.File.Path, start.Line, start.Column, end.Line, end.Column, f.Severity, f.Rule)
		if f.Rule == "suppression-unused" {
			fmt.Fprintf(&out, ": %s; %s", f.Message.En, f.Help.En)
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&out, "suppressed %d", result.Suppressed)
	for _, h := range result.Hidden {
		if !h.InSource {
			return out.String() + " by the config"
		}
	}
	return out.String()
}

func plant(t *testing.T, tree string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(tree)).Files {
		put(t, dir, f.Name, string(f.Data))
	}
	return dir
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if got, want = strings.TrimSpace(got), strings.TrimSpace(want); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestComments(t *testing.T) {
	const record = "wx.startRecord()"
	cases := []struct{ name, file, text, want string }{
		{"next line", "x.js", "// mplint-ignore-next-line scope-beyond-category -- on tap\n" + record, "suppressed 1"},
		{"only the next line", "x.js", "// mplint-ignore-next-line scope-beyond-category -- on tap\n" + record + "\n" + record,
			"x.js:3:1-3:15 error scope-beyond-category\nsuppressed 1"},
		{"not its own line", "x.js", record + " // mplint-ignore-next-line scope-beyond-category -- on tap\n",
			"x.js:1:1-1:15 error scope-beyond-category\nx.js:1:21-1:76 warning suppression-unused: nothing here to suppress for `scope-beyond-category`; remove it\nsuppressed 0"},
		{"template", "x.wxml", "<!-- mplint-ignore-next-line scope-beyond-category -- on tap -->\n<camera/>", "suppressed 1"},
		{"template without spaces", "x.wxml", "<!--mplint-ignore-next-line scope-beyond-category--on tap-->\n<camera/>", "suppressed 1"},
		{"several rules", "x.js", "// mplint-ignore-next-line scope-beyond-category, not-analysed -- on tap\n" + record + ";wx[name]()", "suppressed 2"},
		{"several rules, one unused", "x.js", "// mplint-ignore-next-line scope-beyond-category not-analysed -- on tap\n" + record,
			"x.js:1:4-1:72 warning suppression-unused: nothing here to suppress for `not-analysed`; remove it\nsuppressed 1"},
		{"Chinese commas", "x.js", "// mplint-ignore-next-line scope-beyond-category，not-analysed、duplicate-key -- 点击后\n" + record + ";wx[name]()",
			"x.js:1:4-1:83 warning suppression-unused: nothing here to suppress for `duplicate-key`; remove it\nsuppressed 2"},
		{"CRLF", "x.js", "// mplint-ignore-next-line scope-beyond-category -- on tap\r\n" + record + "\r\n", "suppressed 1"},
		{"CRLF without reason", "x.js", "// mplint-ignore-next-line scope-beyond-category\r\n" + record + "\r\n",
			"x.js:1:4-1:49 warning suppression-without-reason\nx.js:2:1-2:15 error scope-beyond-category\nsuppressed 0"},
		{"last line", "x.js", record + "\n// mplint-ignore-next-line scope-beyond-category -- on tap",
			"x.js:1:1-1:15 error scope-beyond-category\nx.js:2:4-2:59 warning suppression-unused: nothing here to suppress for `scope-beyond-category`; remove it\nsuppressed 0"},
		{"block of several lines", "x.js", "/* mplint-ignore-next-line\n * scope-beyond-category\n not-analysed -- on tap\n */\n" + record + ";wx[name]()",
			"suppressed 2"},
		{"whole file", "x.js", record + "\n" + record + "\n// mplint-ignore-file scope-beyond-category -- a demo of every interface", "suppressed 2"},
		{"dashes without a reason", "x.js", "// mplint-ignore-file scope-beyond-category --\n" + record,
			"x.js:1:4-1:44 warning suppression-without-reason\nx.js:2:1-2:15 error scope-beyond-category\nsuppressed 0"},
		{"a reason and one without", "x.js", "// mplint-ignore-file scope-beyond-category -- demo\n// mplint-ignore-next-line scope-beyond-category\n" + record,
			"x.js:2:4-2:49 warning suppression-without-reason\nsuppressed 1"},
		{"no rule", "x.js", "// mplint-ignore-file -- because\n",
			"x.js:1:4-1:33 warning suppression-unused: this comment names no rule; write `mplint-ignore-next-line RULE -- reason`\nsuppressed 0"},
		{"unknown rule", "x.js", "// mplint-ignore-file scope-beyond-categories -- typo\n",
			"x.js:1:4-1:54 warning suppression-unused: there is no rule `scope-beyond-categories`; did you mean `scope-beyond-category`?\nsuppressed 0"},
		{"half of a rule's name", "x.js", "// mplint-ignore-file analysed -- typo\n",
			"x.js:1:4-1:39 warning suppression-unused: there is no rule `analysed`; did you mean `not-analysed`?\nsuppressed 0"},
		{"unlike any rule", "x.js", "// mplint-ignore-file zzzzzzzzzz -- typo\n",
			"x.js:1:4-1:41 warning suppression-unused: there is no rule `zzzzzzzzzz`; `mplint rules` lists the rules\nsuppressed 0"},
		{"unknown kind of comment", "x.js", "// mplint-ignore-line scope-beyond-category -- on tap\n" + record,
			"x.js:1:4-1:54 warning suppression-unused: there is no comment `mplint-ignore-line`; write `mplint-ignore-next-line` or `mplint-ignore-file`\nx.js:2:1-2:15 error scope-beyond-category\nsuppressed 0"},
		{"longer word", "x.js", "// mplint-ignore-files scope-beyond-category -- on tap\n",
			"x.js:1:4-1:55 warning suppression-unused: there is no comment `mplint-ignore-files`; write `mplint-ignore-next-line` or `mplint-ignore-file`\nsuppressed 0"},
		{"rule that did not run", "x.js", "// mplint-ignore-file lock-drift -- the lock file comes with the release\n", "suppressed 0"},
		{"rule that did not run, without reason", "x.js", "// mplint-ignore-file lock-drift\n",
			"x.js:1:4-1:33 warning suppression-without-reason\nsuppressed 0"},
		{"prose", "x.js", "// see mplint-ignore-file in the manual; mplint-like tools", "suppressed 0"},
		{"in a string", "x.js", "'// mplint-ignore-file scope-beyond-category -- x';" + record, "x.js:1:52-1:66 error scope-beyond-category\nsuppressed 0"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, shell)
			put(t, dir, c.file, c.text)
			check(t, run(t, dir, lint.Options{}), c.want)
		})
	}
}

func TestNoSuppress(t *testing.T) {
	dir := plant(t, shell)
	put(t, dir, "x.js", "// mplint-ignore-next-line scope-beyond-category -- on tap\nwx.startRecord() // mplint-ignore-file nothing")
	check(t, run(t, dir, lint.Options{NoSuppress: true}), "x.js:2:1-2:15 error scope-beyond-category\nsuppressed 0")
}

func TestConfigEntries(t *testing.T) {
	const tree = `
-- mini/app.json --
{ "pages": ["a"], "permission": { "scope.userLocation": { "desc": "展示您附近的门店" } } }
-- mini/a.wxml --
-- mini/x.js --
wx.getLocation()
-- .mplint.json --
`
	cases := []struct{ name, entry, want string }{
		{"everywhere", `"reason": "a demo"`, "suppressed 2 by the config"},
		{"path", `"reason": "a demo", "path": "mini/*.js"`, "mini/app.json:1:35-1:55 error scope-beyond-category\nsuppressed 1 by the config"},
		{"path with ./", `"reason": "a demo", "path": "./mini/**"`, "suppressed 2 by the config"},
		{"pointer", `"reason": "a demo", "pointer": "/permission/scope.userLocation"`, "mini/x.js:1:1-1:15 error scope-beyond-category\nsuppressed 1 by the config"},
		{"pointer elsewhere", `"reason": "a demo", "pointer": "/permission"`, "unused"},
		{"path elsewhere", `"reason": "a demo", "path": "*.js"`, "unused"},
		{"no reason", `"path": "**"`, "without-reason"},
		{"last day", `"reason": "a demo", "until": "2026-11-25"`, "suppressed 2 by the config"},
		{"the day after", `"reason": "a demo", "until": "2026-11-24"`, "expired"},
	}
	both := "mini/app.json:1:35-1:55 error scope-beyond-category\nmini/x.js:1:1-1:15 error scope-beyond-category\nsuppressed 0"
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, tree+`{ "category": "utility-tools", "ignore": [{ "rule": "scope-beyond-category", `+c.entry+" }] }\n")
			got, want := run(t, dir, lint.Options{}), c.want
			if !strings.HasPrefix(c.want, "suppressed") && !strings.Contains(c.want, "\n") {
				at, rest, _ := strings.Cut(got, "\n")
				got, want = at[strings.Index(at, "suppression-"):]+"\n"+rest, "suppression-"+c.want+"\n"+both
				got = strings.Replace(got, ": nothing here to suppress for `scope-beyond-category`; remove it", "", 1)
				if !strings.HasPrefix(at, ".mplint.json:1:43-") {
					t.Errorf("the entry is reported at %s", at)
				}
			}
			check(t, got, want)
		})
	}
}

// An entry's path is relative to the config's folder, wherever the tool runs.
func TestConfigEntryPathFromOtherFolders(t *testing.T) {
	top := plant(t, `
-- .mplint.json --
{ "category": "utility-tools", "ignore": [{ "rule": "scope-beyond-category", "path": "a/b/mini/x.js", "reason": "demo" }] }
-- a/b/mini/app.json --
{ "pages": ["a"] }
-- a/b/mini/a.wxml --
-- a/b/mini/x.js --
wx.startRecord()
-- a/b/mini/deep/er/still/y --
`)
	for _, from := range []string{"", "a", "a/b/mini", "a/b/mini/deep/er/still"} {
		check(t, run(t, filepath.Join(top, from), lint.Options{Paths: []string{filepath.Join(top, "a/b/mini")}}), "suppressed 1 by the config")
	}
}

func TestRulesOff(t *testing.T) {
	const comments = "-- x.js --\n// mplint-ignore-file scope-beyond-category -- demo\n// mplint-ignore-file not-analysed\nwx.startRecord()\n"
	config := func(rules string) string {
		return strings.Replace(shell, `"utility-tools"`, `"utility-tools", "rules": {`+rules+`}`, 1) + comments
	}
	cases := []struct{ name, rules, want string }{
		{"a suppressed rule is off", `"scope-beyond-category": "off"`, "x.js:2:4-2:35 warning suppression-without-reason\nsuppressed 0"},
		{"a rule about suppressions is off", `"suppression-without-reason": "off"`, "suppressed 1"},
		{"a rule about suppressions weighs more", `"suppression-without-reason": "error"`, "x.js:2:4-2:35 error suppression-without-reason\nsuppressed 1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			check(t, run(t, plant(t, config(c.rules)), lint.Options{}), c.want)
		})
	}
}

// A script that serves both platforms, or two manifests of one folder, is read
// twice; what is wrong with its comments is said once.
func TestCommentInSharedScript(t *testing.T) {
	dir := plant(t, shell+"-- a.axml --\n-- x.js --\n// mplint-ignore-file not-analysed -- demo\nwx.x; my.x\n// mplint-ignore-next-line scope-beyond-category -- on tap\nwx.startRecord()\n")
	check(t, run(t, dir, lint.Options{}), "x.js:1:4-1:43 warning suppression-unused: nothing here to suppress for `not-analysed`; remove it\nsuppressed 1")
}
