package lint_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

func plant(t testing.TB, tree string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(tree)).Files {
		put(t, dir, f.Name, string(f.Data))
	}
	return dir
}

// today is the day on which tests run, as their suppressions end on one.
var today = time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)

func put(t testing.TB, dir, name, data string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t testing.TB, dir string, o lint.Options) *lint.Result {
	t.Helper()
	o.Dir, o.Now = dir, today
	result, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// places lists the findings as path:line:column-line:column rule.

func places(findings []*rule.Finding) []string {
	var out []string
	for _, f := range findings {
		start, end := f.File.Position(f.Range.Start), f.File.Position(f.Range.End)
		out = append(out, fmt.Sprintf("%s:%d:%d-%d:%d %s", f.File.Path, start.Line, start.Column, end.Line, end.Column, f.Rule))
	}
	return out
}

func fingerprints(findings []*rule.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Fingerprint)
	}
	return out
}

func check(t *testing.T, got []string, want string) {
	t.Helper()
	if got, want := strings.Join(got, "\n"), strings.TrimSpace(want); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// mini is a program with a finding of many kinds; it has no config.

const mini = `
-- app.json --
{
  "pages": ["a"],
  "permission": { "scope.userLocation": { "desc": "" } },
  "requiredPrivateInfos": ["getLocation", "getFuzzyLocation"]
}
-- a.wxml --
<view>位置</view>
<button open-type="getPhoneNumber">登录</button>
<camera/>
-- a.js --
Page({
  tap() {
    wx.getLocation({ fail() {} }); wx.getLocation({ fail() {} })
    wx.startRecord({ fail() {} })
    wx[name]()
  }
})
-- b/c.js --
wx.chooseAddress()
`

func TestOrderIsTotal(t *testing.T) {
	dir := t.TempDir()
	for i := range 12 {
		for _, f := range txtar.Parse([]byte(mini)).Files {
			put(t, dir, fmt.Sprintf("p%02d/%s", i, f.Name), string(f.Data))
		}
	}
	one := run(t, dir, lint.Options{Jobs: 1, Categories: []string{"6"}})
	if !slices.IsSortedFunc(one.Findings, func(a, b *rule.Finding) int {
		if c := strings.Compare(a.File.Path, b.File.Path); c != 0 {
			return c
		}
		return a.Range.Start - b.Range.Start
	}) {
		t.Errorf("not sorted: %s", places(one.Findings))
	}
	if len(one.Findings) < 12*8 {
		t.Errorf("only %d findings", len(one.Findings))
	}
	for range 3 {
		many := run(t, dir, lint.Options{Jobs: 8, Categories: []string{"6"}})
		check(t, places(many.Findings), strings.Join(places(one.Findings), "\n"))
		check(t, fingerprints(many.Findings), strings.Join(fingerprints(one.Findings), "\n"))
	}
	seen := map[string]bool{}
	for _, f := range one.Findings {
		if seen[f.Fingerprint] {
			t.Errorf("%s: fingerprint %s stands twice", f.Rule, f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
}

func TestFingerprint(t *testing.T) {
	of := func(text string) string {
		dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n")
		put(t, dir, "a.js", text)
		for _, f := range run(t, dir, lint.Options{Categories: []string{"38"}}).Findings {
			if f.Rule == "scope-beyond-category" {
				return f.Fingerprint
			}
		}
		t.Fatal("no finding")
		return ""
	}
	first := of("wx.startRecord({ a: 1 })")
	for name, text := range map[string]string{
		"lines above": "//\n\n'位置'\nwx.startRecord({ a: 1 })\n",
		"re-indented": "\t\t  wx.startRecord({ a:  1 })",
		"CRLF":        "//\r\nwx.startRecord({ a: 1 })\r\n",
		"formatted":   "wx.startRecord({\n  a: 1,\n});\n",
		"renamed":     "const 录音 = wx.startRecord({ b: 1 })",
	} {
		if of(text) != first {
			t.Errorf("%s: the fingerprint changed", name)
		}
	}
	for name, text := range map[string]string{
		"another interface": "wx.chooseLocation({ a: 1 })",
	} {
		if of(text) == first {
			t.Errorf("%s: the same fingerprint", name)
		}
	}
	if long := of("wx.startRecord();" + strings.Repeat("a=1;", 200)); long != of("wx.startRecord();"+strings.Repeat("a=1;", 201)) {
		t.Error("the rest of a long line changes the fingerprint")
	}
}

func TestErrors(t *testing.T) {
	dir := plant(t, "-- x.js --\n-- project.config.json --\n{ \"miniprogramRoot\": \"dist\" }\n-- p/app.json --\n{ \"pages\": [] }\n-- bad.json --\n{ \"categori\": 1 }\n")
	cases := []struct {
		name    string
		options lint.Options
		want    string
	}{
		{"no project", lint.Options{Paths: []string{"x.js"}}, "no mini-program project found"},
		{"missing path", lint.Options{Paths: []string{"p", "gone"}}, "read gone: no such file or directory"},
		{"unknown category", lint.Options{Categories: []string{"food-deliver"}}, "unknown category \"food-deliver\""},
		{"unknown platform", lint.Options{Platform: "baidu"}, "unknown platform \"baidu\""},
		{"missing config", lint.Options{ConfigPath: "gone.json"}, "gone.json: the config cannot be read: no such file or directory"},
		{"wrong config", lint.Options{ConfigPath: "bad.json"}, "bad.json:1:3: unknown key \"categori\"; did you mean category?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.options.Dir = dir
			result, err := lint.Run(context.Background(), c.options)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || result != nil {
				t.Errorf("got %v, %v, want %s", result, err, c.want)
			}
			if got := errors.Is(err, lint.ErrNoProject); got != (c.name == "no project") {
				t.Errorf("errors.Is ErrNoProject: %v", got)
			}
		})
	}
}

func TestNoProjectHints(t *testing.T) {
	dir := plant(t, "-- project.config.json --\n{ \"miniprogramRoot\": \"dist\" }\n")
	_, err := lint.Run(context.Background(), lint.Options{Dir: dir})
	var none *lint.NoProjectError
	if !errors.As(err, &none) || len(none.Hints) != 1 || none.Hints[0].Kind != "missing-root" {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if result, err := lint.Run(ctx, lint.Options{Dir: plant(t, mini)}); !errors.Is(err, context.Canceled) || result != nil {
		t.Errorf("got %v, %v", result, err)
	}
}
