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
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
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
	o.Dir, o.Now = dir, time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
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
    wx.getLocation(); wx.getLocation()
    wx.startRecord()
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
	} {
		if of(text) != first {
			t.Errorf("%s: the fingerprint changed", name)
		}
	}
	for name, text := range map[string]string{
		"another line":      "wx.startRecord({ a: 2 })",
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

func TestLineEndsKeepPlaces(t *testing.T) {
	lf, crlf := plant(t, mini), t.TempDir()
	for _, f := range txtar.Parse([]byte(mini)).Files {
		put(t, crlf, f.Name, strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
	}
	want := run(t, lf, lint.Options{Categories: []string{"6"}}).Findings
	got := run(t, crlf, lint.Options{Categories: []string{"6"}}).Findings
	check(t, places(got), strings.Join(places(want), "\n"))
	check(t, fingerprints(got), strings.Join(fingerprints(want), "\n"))
}

// More requests never take away a finding about another place.
func TestAddingARequestRemovesNothing(t *testing.T) {
	dir := plant(t, mini)
	before := run(t, dir, lint.Options{Categories: []string{"6"}}).Findings
	put(t, dir, "z.js", "wx.getClipboardData(); wx.startRecord(); wx.openBluetoothAdapter()")
	after := fingerprints(run(t, dir, lint.Options{Categories: []string{"6"}}).Findings)
	for i, f := range before {
		if !slices.Contains(after, f.Fingerprint) {
			t.Errorf("gone: %s", places(before)[i])
		}
	}
	if len(after) < len(before)+3 {
		t.Errorf("%d findings before, %d after", len(before), len(after))
	}
}

// The allowance of several categories is the union of theirs.
func TestWideningCategoriesAddsNothing(t *testing.T) {
	dir := plant(t, mini)
	beyond := func(categories ...string) []string {
		var out []string
		for _, f := range run(t, dir, lint.Options{Categories: categories}).Findings {
			if f.Rule == "scope-beyond-category" {
				out = append(out, f.Fingerprint)
			}
		}
		return out
	}
	narrow := beyond("38")
	if len(narrow) < 6 {
		t.Fatalf("only %d findings", len(narrow))
	}
	fewer := false
	for n := 1; n <= 39; n++ {
		wide := beyond("38", fmt.Sprint(n))
		for _, id := range wide {
			if !slices.Contains(narrow, id) {
				t.Errorf("category %d adds %s", n, id)
			}
		}
		fewer = fewer || len(wide) < len(narrow)
	}
	if !fewer {
		t.Error("no category allows anything")
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

// monorepo has a config of its own in one of its projects.
const monorepo = `
-- .mplint.json --
{ "category": "utility-tools", "exclude": ["packages/one/old/**"],
  "optional": { "camera-image": { "purpose": "x" }, "nfc": { "purpose": "x" } },
  "ignore": [ { "rule": "duplicate-key", "path": "packages/one/*", "reason": "x" } ] }
-- packages/one/app.json --
{ "pages": ["a"] }
-- packages/one/a.wxml --
-- packages/one/a.js --
wx.startRecord()
-- packages/one/old/b.js --
wx.startRecord()
-- packages/two/app.json --
{ "pages": ["a"] }
-- packages/two/a.wxml --
<camera/>
-- packages/two/a.js --
wx.startRecord()
-- packages/three/app.json --
{ "pages": ["a"] }
-- packages/three/a.js --
wx.startRecord()
-- packages/three/.mplint.json --
{ "category": "3" }
`

func TestConfigsOfAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	all := run(t, dir, lint.Options{})
	var configs []string
	for _, p := range all.Projects {
		configs = append(configs, p.Root+" "+p.Config.Categories[0].Slug+" "+p.CategorySource)
	}
	check(t, configs, `
packages/one utility-tools .mplint.json
packages/three instant-messaging packages/three/.mplint.json
packages/two utility-tools .mplint.json`)
	check(t, places(all.Findings), `
.mplint.json:2:53-2:58 optional-unused
.mplint.json:3:15-3:83 suppression-unused
packages/one/a.js:1:1-1:15 scope-beyond-category
packages/three/a.js:1:1-1:15 scope-beyond-category
packages/two/a.js:1:1-1:15 scope-beyond-category
packages/two/a.wxml:1:2-1:8 scope-beyond-category`)
	if want := []string{"packages/one/old/b.js excluded"}; len(all.Skipped) != 1 || all.Skipped[0].Path+" "+all.Skipped[0].Reason != want[0] {
		t.Errorf("skipped %v, want %v", all.Skipped, want)
	}
}

// A category by flag makes no second config of the shared one.
func TestCategoryByFlagInAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	all := run(t, dir, lint.Options{Categories: []string{"utility-tools"}})
	for _, p := range all.Projects {
		if p.CategorySource != "flag" || p.Config.Categories[0].Slug != "utility-tools" {
			t.Errorf("%s: %s by %q", p.Root, p.Config.Categories[0].Slug, p.CategorySource)
		}
	}
	check(t, places(all.Findings)[:3], `
.mplint.json:2:53-2:58 optional-unused
.mplint.json:3:15-3:83 suppression-unused
packages/one/a.js:1:1-1:15 scope-beyond-category`)
}

// What one project of several leaves unused the others may use.
func TestOneProjectOfAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	one := run(t, dir, lint.Options{Paths: []string{"packages/one"}})
	check(t, places(one.Findings), "packages/one/a.js:1:1-1:15 scope-beyond-category")
	given := run(t, dir, lint.Options{Paths: []string{"packages/one"}, ConfigPath: ".mplint.json"})
	check(t, places(given.Findings)[:3], ".mplint.json:2:17-2:31 optional-unused\n.mplint.json:2:53-2:58 optional-unused\n.mplint.json:3:15-3:83 suppression-unused")
	inside := run(t, filepath.Join(dir, "packages", "one", "old"), lint.Options{Paths: []string{".."}})
	check(t, places(inside.Findings), "../a.js:1:1-1:15 scope-beyond-category")
	if len(inside.Skipped) != 1 {
		t.Errorf("the config's exclude is lost from another folder: %v", inside.Skipped)
	}
}

func TestNoConfig(t *testing.T) {
	dir := plant(t, monorepo)
	for _, p := range run(t, dir, lint.Options{NoConfig: true}).Projects {
		if p.Config.File != nil || p.CategorySource != "" {
			t.Errorf("%s has %v", p.Root, p.Config.File)
		}
	}
	for _, p := range run(t, dir, lint.Options{ConfigPath: "packages/three/.mplint.json"}).Projects {
		if p.CategorySource != "packages/three/.mplint.json" {
			t.Errorf("%s has %s", p.Root, p.CategorySource)
		}
	}
}

// Paths inside a project limit what is shown, not what is known.
func TestFilesInsideAProject(t *testing.T) {
	dir := plant(t, `
-- .mplint.json --
{ "category": "utility-tools", "ignore": [ { "rule": "scope-beyond-category", "path": "b.js", "reason": "x" } ] }
-- app.json --
{ "pages": ["a"] }
-- a.wxml --
-- a.js --
wx.startRecord()
-- b.js --
// mplint-ignore-file scope-beyond-category -- x
wx.startRecord()
-- c.js --
wx.startRecord()
-- c.jsx --
wx.startRecord()
-- inner/app.json --
{ "pages": ["a"] }
-- inner/i.js --
wx.startRecord()
`)
	cases := []struct{ paths, want string }{
		{"a.js", "a.js:1:1-1:15 scope-beyond-category"},
		{"b.js", ""},
		{"a.js c.js", "a.js:1:1-1:15 scope-beyond-category\nc.js:1:1-1:15 scope-beyond-category"},
		{"c.js inner", "c.js:1:1-1:15 scope-beyond-category\ninner/i.js:1:1-1:15 scope-beyond-category"},
	}
	for _, c := range cases {
		for range 8 { // the projects stand in a map
			check(t, places(run(t, dir, lint.Options{Paths: strings.Fields(c.paths)}).Findings), c.want)
		}
	}
}

// Two platforms in one root are two projects; a manifest and a config that they
// share are read by both at once.
func TestTwoPlatformsInOneRoot(t *testing.T) {
	dir := plant(t, `
-- .mplint.json --
{ "category": "utility-tools", "optional": { "camera-image": { "purpose": "x" } } }
-- app.json --
{ "pages": ["a"], "pages": ["a"] }
-- a.wxml --
<live-pusher/>
-- a.axml --
-- a.js --
my.getLocation(); wx.getLocation()
`)
	result := run(t, dir, lint.Options{})
	var got []string
	for _, f := range result.Findings {
		got = append(got, f.Platform+" "+places([]*rule.Finding{f})[0])
	}
	check(t, got, `
alipay a.js:1:1-1:15 prefer-coarser-location
alipay a.js:1:1-1:15 scope-beyond-category
wechat a.js:1:19-1:33 prefer-coarser-location
wechat a.js:1:19-1:33 private-info-undeclared
wechat a.js:1:19-1:33 purpose-missing
wechat a.js:1:19-1:33 scope-beyond-category
wechat a.wxml:1:2-1:13 scope-beyond-category
alipay app.json:1:19-1:26 duplicate-key
wechat app.json:1:19-1:26 duplicate-key`)
	if len(result.Projects) != 2 {
		t.Errorf("%d projects", len(result.Projects))
	}
	if only := run(t, dir, lint.Options{Platform: "alipay"}); len(only.Projects) != 1 || only.Projects[0].Platform.ID != "alipay" {
		t.Errorf("platform by flag: %v", only.Projects)
	}
}

// Bad input is a finding or a mention; the rest of the run goes on.
func TestBadManifests(t *testing.T) {
	cases := []struct{ name, data, want string }{
		{"empty", "", "app.json:1:1-1:1 invalid-json"},
		{"BOM", "\xEF\xBB\xBF{ \"pages\": [] }", "app.json:1:1-1:1 json-not-strict"},
		{"CRLF", "{\r\n  \"pages\": [],\r\n  \"pages\": []\r\n}\r\n", "app.json:3:3-3:10 duplicate-key"},
		{"GBK", "{ \"pages\": [], \"window\": { \"title\": \"\xC4\xE3\xBA\xC3\" } }", "app.json:1:38-1:39 invalid-json"},
		{"truncated", "{ \"pages\": [\"a\"", "app.json:1:15-1:16 invalid-json"},
		{"deep", strings.Repeat("[", 20<<20), "app.json:1:1-1:2 invalid-json"},
		{"deep but small", strings.Repeat("[", 1<<20), "app.json:1:1001-1:1002 invalid-json"},
		{"NUL", "\x00", "app.json:1:1-1:2 invalid-json"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, "-- app.js --\nwx.startRecord()\n-- good/app.json --\n{ \"pages\": [] }\n-- good/x.js --\nwx.startRecord()\n")
			put(t, dir, "app.json", c.data)
			result := run(t, dir, lint.Options{Categories: []string{"38"}})
			check(t, places(result.Findings), "app.js:1:1-1:15 scope-beyond-category\n"+c.want+"\ngood/x.js:1:1-1:15 scope-beyond-category")
		})
	}
}

func TestTooLargeScript(t *testing.T) {
	dir := plant(t, mini)
	put(t, dir, "big.js", strings.Repeat("wx.startRecord()\n", 9<<20/17))
	result := run(t, dir, lint.Options{Categories: []string{"38"}})
	if got := places(result.Findings); !slices.Contains(got, "big.js:1:1-1:1 not-analysed") {
		t.Errorf("not mentioned: %s", got)
	}
	if len(result.Skipped) != 1 || result.Skipped[0].Reason != "too-large" {
		t.Errorf("skipped %v", result.Skipped)
	}
}

// Of a key that stands twice the last one counts.
func TestPermissionTwice(t *testing.T) {
	dir := plant(t, `
-- app.json --
{ "pages": ["a"], "permission": {
  "scope.userLocation": { "desc": "" },
  "scope.userLocation": { "desc": "展示您附近的门店" }
} }
-- a.wxml --
`)
	check(t, places(run(t, dir, lint.Options{Categories: []string{"2"}}).Findings), "app.json:3:3-3:23 duplicate-key\napp.json:3:3-3:23 permission-unused")
}

// A file that could not be read may use what nothing else uses.
func TestUnreadableFileMayUseAnything(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"], \"requiredPrivateInfos\": [\"chooseAddress\"] }\n-- a.js --\n")
	unused := func(remove bool) bool {
		found, err := (&project.Finder{Dir: dir}).Find([]string{"."})
		if err != nil {
			t.Fatal(err)
		}
		if remove {
			if err := os.Remove(filepath.Join(dir, "a.js")); err != nil {
				t.Fatal(err)
			}
		}
		p := project.Load(found.Roots[0], found.Roots[0].Platforms[0], project.LoadOptions{Dir: dir})
		return slices.ContainsFunc(rule.Run(p, &config.Config{}), func(f *rule.Finding) bool { return f.Rule == "private-info-unused" && f.Confidence == rule.High })
	}
	if !unused(false) {
		t.Error("not called unused although every file was read")
	}
	if unused(true) {
		t.Error("called unused although a file could not be read")
	}
}

func TestCancelledScopeIsNoRequest(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n-- a.js --\nwx.authorize({ scope: 'scope.invoice' }); wx.authorize({ scope: 'scope.record' })\n")
	check(t, places(run(t, dir, lint.Options{Categories: []string{"38"}}).Findings), "a.js:1:43-1:55 scope-beyond-category")
}

// A rule of one platform says nothing about the field on another.
func TestWeChatRulesAreSilentOnAlipay(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"], \"requiredPrivateInfos\": [\"getLocation\", \"getFuzzyLocation\", \"none\"] }\n-- a.axml --\n")
	check(t, places(run(t, dir, lint.Options{Categories: []string{"38"}}).Findings), "app.json:1:19-1:41 permission-ineffective")
}
