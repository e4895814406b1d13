package lsp

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const food = `
-- .mplint.json --
{
  "category": "food-delivery"
}
-- app.json --
{ "pages": ["pages/a/a"] }
-- pages/a/a.wxml --
<view/>
-- pages/a/a.js --
Page({})
`

func check(t *testing.T, got, want string) {
	t.Helper()
	if got = strings.TrimSpace(got); got != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// The column of a finding behind Chinese text and an emoji, in the units of
// both encodings, while the file is typed and not saved.
func TestUnsavedText(t *testing.T) {
	for _, tt := range []struct{ encodings, before, after string }{
		{`["utf-32", "utf-16"]`, "0:32-0:50 1 unknown-scope", "0:34-0:52 1 unknown-scope"},
		{`["utf-16", "utf-8"]`, "0:36-0:54 1 unknown-scope", "0:40-0:58 1 unknown-scope"},
	} {
		c := serve(t, food, Options{After: now}, `{"capabilities": {"general": {"positionEncodings": `+tt.encodings+`}}}`)
		c.open("pages/a/a.js", "Page({})\n")
		c.set("pages/a/a.js", 2, "/* 你好 */ wx.authorize({ scope: 'scope.userLocatoin' })\n")
		p := c.diagnostics("pages/a/a.js")
		check(t, shown(p), tt.before)
		if p.Version == nil || *p.Version != 2 {
			t.Errorf("version %v", p.Version)
		}
		c.change("pages/a/a.js", 3, `{"range": {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 3}}, "text": "😀"}`)
		check(t, shown(c.diagnostics("pages/a/a.js")), tt.after)
		c.change("pages/a/a.js", 4, `{"range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 9}}, "text": "//"}`)
		if p := c.diagnostics("pages/a/a.js"); p.Diagnostics == nil || len(p.Diagnostics) != 0 || *p.Version != 4 {
			t.Errorf("not cleared: %+v", p)
		}
	}
}

func TestEveryKindOfFile(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	c.open("pages/a/a.wxml", "<view/>\n")
	c.set("pages/a/a.wxml", 2, "<view/>\n<open-data type=\"userNickName\"/>")
	p := c.diagnostics("pages/a/a.wxml")
	check(t, shown(p), "1:11-1:30 1 withdrawn-api")
	if d := p.Diagnostics[0]; len(d.Tags) != 1 || d.Tags[0] != deprecated || !strings.HasSuffix(d.CodeDescription.Href, "/lint/rule/doc/withdrawn-api.md") || d.Data.Fingerprint == "" || d.Source != "mplint" {
		t.Errorf("%+v", d)
	}
	c.open("app.json", "{}")
	c.set("app.json", 2, `{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["getLocaton"] }`)
	check(t, shown(c.diagnostics("app.json")), "0:51-0:63 1 unknown-private-info")
	c.set("app.json", 3, `{ "pages": ["pages/a/a"], "pages": ["pages/a/a"] }`)
	p = c.diagnostics("app.json")
	check(t, shown(p), "0:26-0:33 2 duplicate-key")
	if r := p.Diagnostics[0].Related; len(r) != 1 || r[0].Location.URI != c.uri("app.json") || r[0].Location.Range.Start.Character != 2 {
		t.Errorf("related %+v", r)
	}
	c.set("app.json", 4, `{ "pages": ["pages/a/a"`)
	check(t, shown(c.diagnostics("app.json")), "0:22-0:23 1 invalid-json")
	c.notify("textDocument/didClose", `{"textDocument": {"uri": "`+c.uri("app.json")+`"}}`)
	c.opened = "pages/a/a.wxml"
	if p := c.diagnostics("app.json"); len(p.Diagnostics) != 0 || p.Version != nil {
		t.Errorf("what was closed without saving: %+v", p)
	}
}

// While a config is faulty its faults are shown, and the program is judged by
// what it said before.
func TestConfig(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	c.open("pages/a/a.js", "wx.getLocation()\n")
	js := func() string { return shown(c.diagnostics("pages/a/a.js")) }
	const beyond = "0:0-0:14 1 scope-beyond-category"
	if got := js(); !strings.Contains(got, beyond) {
		t.Fatal(got)
	}
	c.open(".mplint.json", c.read(".mplint.json"))
	c.set(".mplint.json", 2, `{ "categry": "food-delivery" }`)
	check(t, shown(c.diagnostics(".mplint.json")), `0:2-0:11 1 unknown key "categry"; did you mean category?`)
	if got := js(); !strings.Contains(got, beyond) {
		t.Errorf("without the last good text: %s", got)
	}
	c.set(".mplint.json", 3, `{ "category": "food-deliveri" `)
	if got := shown(c.diagnostics(".mplint.json")); !strings.Contains(got, "syntax error") {
		t.Error(got)
	}
	c.set(".mplint.json", 4, `{ "category": "map-navigation", "optional": { "contacts": { "purpose": "x" } } }`)
	p := c.diagnostics(".mplint.json")
	check(t, shown(p), "0:46-0:56 2 optional-unused")
	if d := p.Diagnostics[0]; len(d.Tags) != 1 || d.Tags[0] != unnecessary {
		t.Errorf("%+v", d)
	}
	if got := js(); strings.Contains(got, beyond) {
		t.Errorf("the new category does not count: %s", got)
	}
	c.set(".mplint.json", 5, `{ "category": "map-navigation", "lang": "zh", "optional": { "contacts": { "purpose": "x" } } }`)
	if m := c.diagnostics(".mplint.json").Diagnostics[0]; !strings.Contains(m.Message, "声明为可选") || !strings.HasSuffix(m.CodeDescription.Href, ".zh.md") {
		t.Errorf("%+v", m)
	}
}

// Changes that arrive while others wait are linted once, with them.
func TestChangesAreGathered(t *testing.T) {
	ticks := make(chan time.Time)
	c := serve(t, food, Options{After: func(time.Duration) <-chan time.Time { return ticks }}, "")
	c.open("pages/a/a.js", "Page({})\n")
	for i := range 50 {
		c.set("pages/a/a.js", i+2, fmt.Sprintf("// %d\nwx.startRecord()\n", i))
	}
	c.ask("mplint/none", `{}`)
	if len(c.kept) > 0 {
		t.Fatalf("linted too early: %s", c.kept[0].Params)
	}
	ticks <- time.Time{}
	c.diagnostics("pages/a/a.js")
	if p := c.latest("pages/a/a.js"); len(c.kept) != 1 || *p.Version != 51 {
		t.Errorf("%d messages, the last for version %v", len(c.kept), p.Version)
	}
}

// Two workspace folders, one inside the other, and a document in neither.
func TestFolders(t *testing.T) {
	tree := ""
	for _, dir := range []string{"one", "one/deep/two", "three"} {
		tree += strings.ReplaceAll(food, "\n-- ", "\n-- "+dir+"/")
	}
	c := serve(t, tree, Options{After: now}, `{"capabilities": {}}`)
	const bad, want = "wx.authorize({ scope: 'scope.recrod' })\n", "0:23-0:35 1 unknown-scope"
	for _, dir := range []string{"one", "one/deep/two", "three"} {
		write(t, filepath.Join(c.dir, filepath.FromSlash(dir), "pages/a/a.js"), bad)
	}
	folders := func(added, removed string) {
		list := func(names string) string {
			var out []string
			for _, name := range strings.Fields(names) {
				out = append(out, `{"uri": "`+c.uri(name)+`", "name": ""}`)
			}
			return "[" + strings.Join(out, ", ") + "]"
		}
		c.notify("workspace/didChangeWorkspaceFolders", `{"event": {"added": `+list(added)+`, "removed": `+list(removed)+`}}`)
	}
	folders("one one/deep/two", "")
	c.open("three/pages/a/a.js", bad)
	for _, dir := range []string{"one", "one/deep/two", "three"} {
		check(t, shown(c.diagnostics(dir+"/pages/a/a.js")), want)
	}
	folders("", "one")
	check(t, shown(c.diagnostics("one/pages/a/a.js")), "")
	check(t, shown(c.diagnostics("one/deep/two/pages/a/a.js")), want)
	c.open("one/deep/two/pages/a/a.js", bad)
	c.notify("textDocument/didClose", `{"textDocument": {"uri": "`+c.uri("three/pages/a/a.js")+`"}}`)
	if p := c.diagnostics("three/pages/a/a.js"); p.Diagnostics == nil || len(p.Diagnostics) != 0 {
		t.Errorf("a folder that nobody has open any more: %+v", p)
	}
}

// A folder whose name begins with that of another is not inside it, and what the
// outer of two folders leaves out belongs to the inner.
func TestFoldersOfSimilarNames(t *testing.T) {
	for _, tt := range []struct{ folders, outer, inner string }{
		{"app", "app", "app2"},
		{"app app/.hidden", "app", "app/.hidden"},
		{"app/.hidden app", "app", "app/.hidden"},
	} {
		c := serve(t, strings.ReplaceAll(food, "\n-- ", "\n-- "+tt.outer+"/")+strings.ReplaceAll(food, "\n-- ", "\n-- "+tt.inner+"/"), Options{After: now}, `{"capabilities": {}}`)
		for _, dir := range strings.Fields(tt.folders) {
			c.notify("workspace/didChangeWorkspaceFolders", `{"event": {"added": [{"uri": "`+c.uri(dir)+`", "name": ""}]}}`)
		}
		find, _ := c.act(tt.inner+"/pages/a/a.js", "wx.authorize({ scope: 'scope.re|crod' })\n")
		if got := shown(c.diagnostics(tt.inner + "/pages/a/a.js")); !strings.Contains(got, "unknown-scope") {
			t.Errorf("folders %s: %q in %s", tt.folders, got, tt.inner)
		}
		if find("set `unknown-scope` aside") == nil {
			t.Errorf("folders %s: no action in %s", tt.folders, tt.inner)
		}
	}
}

// A config above the folder that is open counts, and a change of it too.
func TestConfigAboveTheFolder(t *testing.T) {
	c := serve(t, strings.NewReplacer("-- app.json", "-- app/app.json", "-- pages", "-- app/pages").Replace(food), Options{After: now}, `{"capabilities": {}}`)
	c.notify("workspace/didChangeWorkspaceFolders", `{"event": {"added": [{"uri": "`+c.uri("app")+`", "name": ""}]}}`)
	c.open("app/pages/a/a.js", "wx.startRecord()\n")
	beyond := func() bool {
		return strings.Contains(shown(c.diagnostics("app/pages/a/a.js")), "scope-beyond-category")
	}
	if !beyond() {
		t.Error("the category above is not read")
	}
	write(t, filepath.Join(c.dir, ".mplint.json"), `{ "category": "food-delivery", "rules": { "scope-beyond-category": "off" } }`)
	c.notify("workspace/didChangeWatchedFiles", `{"changes": [{"uri": "`+c.uri(".mplint.json")+`", "type": 2}]}`)
	if beyond() {
		t.Error("the change above is not read")
	}
}

// What changes on disk is read again when the client says so, and only then.
func TestChangesOnDisk(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	c.open("app.json", c.read("app.json"))
	c.diagnostics("app.json")
	js := filepath.Join(c.dir, "pages", "a", "a.js")
	write(t, js, "wx.authorize({ scope: 'scope.recrod' })\n")
	c.set("app.json", 2, c.read("app.json")+" ")
	c.notify("workspace/didChangeWatchedFiles", `{"changes": [{"uri": "`+uriOf(js)+`", "type": 2}]}`)
	check(t, shown(c.diagnostics("pages/a/a.js")), "0:23-0:35 1 unknown-scope")
	if err := os.Remove(js); err != nil {
		t.Fatal(err)
	}
	c.notify("workspace/didChangeWatchedFiles", `{"changes": [{"uri": "`+uriOf(js)+`", "type": 3}]}`)
	check(t, shown(c.diagnostics("pages/a/a.js")), "")
	c.notify("workspace/didChangeConfiguration", `{"settings": {"mplint": {"lang": "zh"}}}`)
	c.notify("workspace/didChangeConfiguration", `{"settings": null}`)
	c.diagnostics("app.json")
}

// A byte order mark that the disk has and the client does not send stays a
// finding, and moves no column.
func TestByteOrderMark(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	text := c.read("app.json")
	write(t, filepath.Join(c.dir, "app.json"), "\uFEFF"+text)
	c.open("app.json", text)
	check(t, shown(c.diagnostics("app.json")), "0:0-0:0 2 json-not-strict")
	params, _ := c.at("app.json", "|")
	var actions []codeAction
	if err := json.Unmarshal(c.call("textDocument/codeAction", params), &actions); err != nil {
		t.Fatal(err)
	}
	for _, a := range actions {
		if a.IsPreferred {
			t.Errorf("an edit that the client cannot make: %+v", a)
		}
	}
	c.set("app.json", 2, strings.Replace(text, "pages", "Pages", 1))
	c.change("app.json", 3, `{"range": {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 4}}, "text": "p"}`)
	check(t, shown(c.diagnostics("app.json")), "0:0-0:0 2 json-not-strict")
	write(t, filepath.Join(c.dir, "app.json"), text)
	c.notify("textDocument/didSave", `{"textDocument": {"uri": "`+c.uri("app.json")+`"}}`)
	check(t, shown(c.diagnostics("app.json")), "")
}
