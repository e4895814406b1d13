package lint_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/baseline"
	"github.com/mplint/mplint/lint/rule"
)

// record writes a baseline of a folder and returns what was recorded.
func record(t *testing.T, dir string, o lint.Options, prune bool) *lint.Recorded {
	t.Helper()
	o.Dir, o.Now = dir, today
	r, err := lint.Record(t.Context(), o, "", ".", prune)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := baseline.Write(&b, r.Entries); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.File, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return r
}

const known = `
-- app.json --
{
  "pages": ["p"],
  "permission": { "scope.userLocatoin": { "desc": "用于显示附近的门店" } },
  "requiredPrivateInfos": ["getLocation", "chooseAdress"]
}
-- .mplint.json --
{ "category": 7, "rules": { "refusal-unhandled": "off" }, "baseline": "mplint-baseline.json", "optional": { "contacts": { "purpose": "x" } } }
-- p.js --
Page({
  onTap() {
    const place = wx.getLocation({ type: 'gcj02' })
    wx.startRecord(); wx.startRecord()
    wx[name]()
  }
})
-- p.wxml --
<camera mode="a" /><button open-type="getPhoneNumber">x</button>
`

// TestBaselineSurvives: none of these edits makes a known finding a new one.
func TestBaselineSurvives(t *testing.T) {
	for name, edit := range map[string]func(dir string){
		"nothing": func(string) {},
		"lines moved": func(dir string) {
			replace(t, dir, "p.js", "Page({", "// 附近\n\n\nPage({")
			replace(t, dir, "p.wxml", "<camera", "<view/>\n\n<camera")
		},
		"order changed": func(dir string) {
			replace(t, dir, "p.js", "    wx[name]()\n", "")
			replace(t, dir, "p.js", "    const", "    wx[name]();\n    const")
			replace(t, dir, "app.json", `"getLocation", "chooseAdress"`, `"chooseAdress", "getLocation"`)
		},
		"formatted": func(dir string) {
			replace(t, dir, "p.js", "wx.getLocation({ type: 'gcj02' })", "wx.getLocation({\n      type: \"gcj02\",\n    });")
			replace(t, dir, "p.js", "wx.startRecord(); wx.startRecord()", "wx\n.startRecord();\n wx.startRecord();")
			replace(t, dir, "p.js", "wx[name]()", "wx[\n  name\n]();")
			replace(t, dir, "p.wxml", `<camera mode="a" />`, "<camera\n  mode='a'\n/>\n")
			replace(t, dir, "app.json", `["getLocation", "chooseAdress"]`, "[\n    \"getLocation\",\n    \"chooseAdress\"\n  ]")
			replace(t, dir, "app.json", "  \"", "\t\"")
		},
		"CRLF": func(dir string) {
			for _, f := range []string{"p.js", "p.wxml", "app.json"} {
				replace(t, dir, f, "\n", "\r\n")
			}
		},
		"neighbours renamed": func(dir string) {
			replace(t, dir, "p.js", "onTap", "onNearby")
			replace(t, dir, "p.js", "const place", "this.位置")
			replace(t, dir, "p.wxml", `mode="a"`, `class="b"`)
		},
		"purpose reworded": func(dir string) {
			replace(t, dir, "app.json", "用于显示附近的门店", "用于显示您附近的门店")
		},
		"one gone": func(dir string) { replace(t, dir, "p.js", "wx.startRecord(); wx", "wx") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := plant(t, known)
			if r := record(t, dir, lint.Options{}, false); r.Findings < 8 || !r.Configured {
				t.Fatalf("recorded %+v", r)
			}
			edit(dir)
			r := run(t, dir, lint.Options{})
			for _, p := range places(r.Findings) {
				t.Errorf("new: %s", p)
			}
			stale := 0
			for _, s := range r.Stale {
				stale += s.Findings
			}
			if (stale > 0) != (name == "one gone") {
				t.Errorf("%d stale", stale)
			}
		})
	}
}

func replace(t *testing.T, dir, name, old, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q (%v)", name, old, err)
	}
	put(t, dir, name, strings.ReplaceAll(string(data), old, text))
}

// TestBaselineShowsNew: one more of the same, one of another kind, and the same
// in another file are new.
func TestBaselineShowsNew(t *testing.T) {
	dir := plant(t, known)
	before := record(t, dir, lint.Options{}, false)
	replace(t, dir, "p.js", "    wx[name]()", "    wx[name]()\n    wx.startRecord()\n    wx.chooseImage()\n    wx[other]()")
	replace(t, dir, "app.json", `"chooseAdress"`, `"chooseAdress", "getLocatoin"`)
	put(t, dir, "q.js", "wx.startRecord()")
	r := run(t, dir, lint.Options{})
	check(t, places(r.Findings), `
app.json:4:59-4:72 unknown-private-info
p.js:6:5-6:19 scope-beyond-category
p.js:7:5-7:19 scope-beyond-category
p.js:8:5-8:14 not-analysed
q.js:1:1-1:15 scope-beyond-category`)
	if r.Baselined != before.Findings || r.Stale != nil {
		t.Errorf("%d baselined of %d, stale %v", r.Baselined, before.Findings, r.Stale)
	}
}

func TestPrune(t *testing.T) {
	dir := plant(t, known)
	before := record(t, dir, lint.Options{}, false)
	replace(t, dir, "p.js", "wx.startRecord(); wx.startRecord()", "wx.chooseImage(); wx.startRecord()")
	if err := os.Remove(filepath.Join(dir, "p.wxml")); err != nil {
		t.Fatal(err)
	}
	r := run(t, dir, lint.Options{})
	gone := r.Stale[0].Findings
	pruned := record(t, dir, lint.Options{}, true)
	if pruned.Gone != gone || pruned.Findings != before.Findings-gone || gone < 2 {
		t.Errorf("%d gone, recorded %+v", gone, pruned)
	}
	if r = run(t, dir, lint.Options{}); r.Stale != nil || len(r.Findings) != 1 {
		t.Errorf("still stale: %v; new: %v", r.Stale, places(r.Findings))
	}
}

// TestBaselineOfAPart: what lies outside the paths is neither stale nor lost.
func TestBaselineOfAPart(t *testing.T) {
	dir := plant(t, `
-- .mplint.json --
{ "category": 7, "rules": { "refusal-unhandled": "off" }, "baseline": "known/all.json" }
-- a/app.json --
{"pages": ["p"]}
-- a/p.js --
wx.startRecord()
-- b/app.json --
{"pages": ["p"]}
-- b/p.js --
wx.startRecord()
-- known/all.json --
{"version": 1, "findings": []}
`)
	all := record(t, dir, lint.Options{}, false)
	if all.Path != "known/all.json" || all.Entries[0].Path != "../a/p.js" || len(all.Entries) != 2 {
		t.Fatalf("recorded %+v", all)
	}
	put(t, dir, "b/p.js", "")
	for _, o := range []lint.Options{{Paths: []string{"a"}}, {Paths: []string{"a/p.js"}}, {Platform: "alipay"}} {
		if r := run(t, dir, o); r.Stale != nil {
			t.Errorf("%+v: stale %v", o, r.Stale)
		}
	}
	for _, prune := range []bool{true, false} {
		if part := record(t, dir, lint.Options{Paths: []string{"a"}}, prune); len(part.Entries) != 2 || part.Gone != 0 {
			t.Errorf("recorded %+v", part)
		}
	}
	if r := run(t, filepath.Join(dir, "a"), lint.Options{}); len(r.Findings) != 0 || r.Baselined != 1 {
		t.Errorf("from another folder: %v", places(r.Findings))
	}
	if r := run(t, dir, lint.Options{Paths: []string{"b"}}); len(r.Stale) != 1 {
		t.Errorf("stale %v", r.Stale)
	}
	if r := run(t, dir, lint.Options{NoBaseline: true}); len(r.Findings) != 1 || r.Baselined != 0 {
		t.Errorf("got %v", places(r.Findings))
	}
}

// TestBaselineOfOnePlatformGrows: with --platform what is gone stays, but one
// more of the same is recorded.
func TestBaselineOfOnePlatformGrows(t *testing.T) {
	dir := plant(t, known)
	before := record(t, dir, lint.Options{}, false)
	replace(t, dir, "p.js", "    wx[name]()", "    wx.startRecord()")
	after := record(t, dir, lint.Options{Platform: "wechat"}, false)
	if after.Findings != before.Findings+1 || after.Gone != 0 {
		t.Errorf("%d findings recorded after %d, %d gone", after.Findings, before.Findings, after.Gone)
	}
	if r := run(t, dir, lint.Options{}); len(r.Findings) != 0 {
		t.Errorf("new: %v", places(r.Findings))
	}
}

// TestBaselinedIsNotFixed: --fix leaves what is known alone.
func TestBaselinedIsNotFixed(t *testing.T) {
	dir := plant(t, known)
	record(t, dir, lint.Options{}, false)
	all := func(*rule.Finding) bool { return true }
	fixed, err := lint.Fix(t.Context(), lint.Options{Dir: dir}, all)
	if err != nil || len(fixed.Files) != 0 {
		t.Errorf("fixed %+v, %v", fixed.Files, err)
	}
	fixed, err = lint.Fix(t.Context(), lint.Options{Dir: dir, NoBaseline: true}, all)
	if err != nil || len(fixed.Files) == 0 {
		t.Errorf("nothing to fix: %v", err)
	}
}
