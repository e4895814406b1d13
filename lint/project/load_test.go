package project

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const minimal = "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n"

func TestLoadLeavesOut(t *testing.T) {
	cases := []struct{ name, tree, files, skipped string }{
		{"cloud functions of WeChat", `
-- project.config.json --
{ "cloudfunctionRoot": "cloud/" }
-- cloud/f/index.js --
wx.startRecord()
-- cloudy/index.js --
`, "a.wxml cloudy/index.js", ""},
		{"cloud functions of Alipay", `
-- mini.project.json --
{ "cloudbaseRoot": "cloud" }
-- cloud/f/index.js --
-- i.js --
`, "a.wxml i.js", ""},
		{"pack-ignored", `
-- project.config.json --
{ "packOptions": { "ignore": [
  { "type": "folder", "value": "./docs/" }, { "type": "file", "value": "one.js" },
  { "type": "suffix", "value": ".mock.js" }, { "type": "prefix", "value": "tmp-" },
  { "type": "folder", "value": "" }, { "value": "a.wxml" }, { "type": "file" } ] } }
-- docs/a.js --
-- docs2/a.js --
-- one.js --
-- sub/one.js --
-- sub/x.mock.js --
-- sub/tmp-x.js --
-- sub/x-tmp-.js --
`, "a.wxml docs2/a.js sub/one.js sub/x-tmp-.js", ""},
		{"tests", `
-- __tests__/a.js --
-- __mocks__/a.js --
-- a.test.js --
-- a.spec.ts --
-- tests.js --
`, "a.wxml tests.js", ""},
		{"excluded by the config", `
-- legacy/a.js --
-- legacy.js --
`, "a.wxml legacy.js", "legacy/a.js excluded"},
		{"what is never read", `
-- a.wxss --
-- other.json --
-- a.wxs --
-- types/a.d.ts --
-- b.axml --
`, "a.wxml", ""},
		{"configurations beside templates", `
-- a.json --
{}
-- b.json --
{}
-- ext.json --
{}
-- sub/ext.json --
{}
`, "a.json a.wxml ext.json", ""},
		{"scripts of every kind", `
-- a.cjs --
-- a.js --
-- a.jsx --
-- a.mjs --
-- a.ts --
-- a.tsx --
`, "a.cjs a.js a.jsx a.mjs a.ts a.tsx a.wxml", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, minimal+c.tree)
			r := find(t, dir, ".").Roots[0]
			o := LoadOptions{Dir: dir, Exclude: func(rel string) bool { return strings.HasPrefix(rel, "legacy/") }}
			l := newLoader(r, r.Platforms[0], o, &Project{})
			var files []string
			for _, task := range l.tasks() {
				files = append(files, task.rel)
			}
			check(t, strings.Join(files, " "), c.files)
			check(t, skips([]*Project{Load(r, r.Platforms[0], o)}), c.skipped)
		})
	}
}

func TestLoadBadFiles(t *testing.T) {
	big := bytes.Repeat([]byte("wx.startRecord()\n"), 9<<20/17)
	cases := []struct {
		name, file, data              string
		requests, unresolved, skipped string
	}{
		{"BOM", "a.js", "\xEF\xBB\xBFwx.startRecord()", "wx.startRecord 1:1-1:15 direct scope.record", "", ""},
		{"CRLF", "a.js", "//\r\n\r\nwx.startRecord()\r\n", "wx.startRecord 3:1-3:15 direct scope.record", "", ""},
		{"GBK before a call", "a.js", "'\xC4\xE3\xBA\xC3'; wx.startRecord()", "wx.startRecord 1:9-1:23 direct scope.record", "not-utf8 1:1-1:1", ""},
		{"GBK and nothing asked for", "a.js", "'\xC4\xE3\xBA\xC3'", "", "", ""},
		{"empty", "a.js", "", "", "", ""},
		{"too large", "big.js", string(big), "", "", "big.js too-large"},
		{"just not too large", "a.js", string(bytes.Repeat([]byte(" "), MaxScript-16)) + "wx.startRecord()", "wx.startRecord 1:8388593-1:8388607 direct scope.record dependency a.js", "", ""},
		{"NUL bytes", "a.js", "\x00\x00wx.startRecord()", "wx.startRecord 1:3-1:17 direct scope.record", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, minimal)
			put(t, dir, c.file, []byte(c.data))
			got := load(t, dir, LoadOptions{})
			check(t, requests(got), c.requests)
			check(t, unresolved(got), c.unresolved)
			check(t, skips(got), c.skipped)
		})
	}
}

// A file that goes away between the search and the reading is mentioned, and
// the rest is read.
func TestLoadUnreadableFile(t *testing.T) {
	dir := plant(t, minimal+"-- b.js --\nwx.startRecord()\n-- c.js --\nwx.startRecord()\n")
	r := find(t, dir, ".").Roots[0]
	if err := os.Remove(filepath.Join(dir, "b.js")); err != nil {
		t.Fatal(err)
	}
	p := Load(r, r.Platforms[0], LoadOptions{Dir: dir})
	check(t, skips([]*Project{p}), "b.js unreadable no such file or directory")
	if len(p.Requests) != 1 || p.Files != 3 {
		t.Errorf("%d requests in %d files, want 1 in 3", len(p.Requests), p.Files)
	}
}

func TestLoadIsTheSameWithAnyNumberOfJobs(t *testing.T) {
	dir := plant(t, minimal)
	for i := range 300 {
		name := string([]byte{'a' + byte(i%26), 'a' + byte(i/26)})
		put(t, dir, name+"/x.js", []byte("wx.startRecord(); wx[name](); wx.getLocation()"))
	}
	one, many := load(t, dir, LoadOptions{Jobs: 1}), load(t, dir, LoadOptions{Jobs: 8})
	if n := len(one[0].Requests); n != 600 {
		t.Errorf("%d requests, want 600", n)
	}
	check(t, requests(many), requests(one))
	for i, r := range one[0].Requests {
		if other := many[0].Requests[i]; other.File.Path != r.File.Path {
			t.Fatalf("request %d stands in %s and %s", i, r.File.Path, other.File.Path)
		}
	}
}
