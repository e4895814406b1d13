package lint_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// Paths inside a project limit what is shown, not what is known.
func TestFilesInsideAProject(t *testing.T) {
	dir := plant(t, `
-- .mplint.json --
{ "category": "utility-tools", "ignore": [ { "rule": "scope-beyond-category", "path": "b.js", "reason": "x" } ] }
-- app.json --
{ "pages": ["a"] }
-- a.wxml --
-- a.js --
wx.startRecord({ fail() {} })
-- b.js --
// mplint-ignore-file scope-beyond-category -- x
wx.startRecord({ fail() {} })
-- c.js --
wx.startRecord({ fail() {} })
-- c.jsx --
wx.startRecord({ fail() {} })
-- inner/app.json --
{ "pages": ["a"] }
-- inner/a.wxml --
-- inner/i.js --
wx.startRecord({ fail() {} })
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
my.getLocation({ fail() {} }); wx.getLocation({ fail() {} })
`)
	result := run(t, dir, lint.Options{})
	var got []string
	for _, f := range result.Findings {
		got = append(got, f.Platform+" "+places([]*rule.Finding{f})[0])
	}
	check(t, got, `
alipay a.js:1:1-1:15 prefer-coarser-location
alipay a.js:1:1-1:15 scope-beyond-category
wechat a.js:1:32-1:46 prefer-coarser-location
wechat a.js:1:32-1:46 private-info-undeclared
wechat a.js:1:32-1:46 purpose-missing
wechat a.js:1:32-1:46 scope-beyond-category
wechat a.wxml:1:2-1:13 scope-beyond-category
alipay app.json:1:19-1:26 duplicate-key`)
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
			dir := plant(t, "-- app.js --\nwx.startRecord({ fail() {} })\n-- good/app.json --\n{ \"pages\": [] }\n-- good/x.js --\nwx.startRecord({ fail() {} })\n")
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
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n-- a.js --\nwx.authorize({ scope: 'scope.invoice' }); wx.authorize({ scope: 'scope.record', fail() {} })\n")
	check(t, places(run(t, dir, lint.Options{Categories: []string{"38"}}).Findings), "a.js:1:43-1:55 scope-beyond-category")
}

// A rule of one platform says nothing about the field on another.
func TestWeChatRulesAreSilentOnAlipay(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"], \"requiredPrivateInfos\": [\"getLocation\", \"getFuzzyLocation\", \"none\"] }\n-- a.axml --\n")
	check(t, places(run(t, dir, lint.Options{Categories: []string{"38"}}).Findings), "app.json:1:19-1:41 permission-ineffective")
}
