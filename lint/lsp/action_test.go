package lsp

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// act opens a document at a mark and returns the actions there by the start of
// their titles.
func (c *client) act(name, marked string) (func(title string) *codeAction, string) {
	c.t.Helper()
	params, text := c.at(name, marked)
	c.open(name, text)
	var actions []codeAction
	if err := json.Unmarshal(c.call("textDocument/codeAction", params), &actions); err != nil {
		c.t.Fatal(err)
	}
	return func(title string) *codeAction {
		for i := range actions {
			if strings.HasPrefix(actions[i].Title, title) {
				return &actions[i]
			}
		}
		return nil
	}, text
}

func TestFixes(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	find, text := c.act("app.json", "{ \"pages\": [\"pages/a/a\"],\n  \"permission\": { \"scope.userLocatoin|\": { \"desc\": \"展示您附近的门店\" }, \"scope.userFuzzyLocaton\": { \"desc\": \"展示您附近的门店\" } } }\n")
	one := find("replace")
	if one == nil {
		one = find("write")
	}
	if one == nil || one.Kind != kindQuickFix || !one.IsPreferred || len(one.Diagnostics) != 1 || one.Diagnostics[0].Code != "unknown-scope" {
		t.Fatalf("%+v", one)
	}
	if got := c.applied(one.Edit, "app.json", text); !strings.Contains(got, `"scope.userLocation"`) || !strings.Contains(got, "FuzzyLocaton") {
		t.Error(got)
	}
	all := find("make all")
	if all == nil || all.Kind != kindFixAll {
		t.Fatalf("%+v", all)
	}
	if got := c.applied(all.Edit, "app.json", text); !strings.Contains(got, `"scope.userLocation"`) || !strings.Contains(got, `"scope.userFuzzyLocation"`) {
		t.Error(got)
	}
	if v := all.Edit.DocumentChanges[0].TextDocument.Version; v == nil || *v != 1 {
		t.Errorf("version %v", v)
	}
	params, _ := c.at("app.json", "|")
	for only, want := range map[string]string{`["quickfix"]`: "", `["refactor"]`: "", `["source"]`: kindFixAll, `["source.fixAll"]`: kindFixAll} {
		got := string(c.call("textDocument/codeAction", strings.Replace(params, `"diagnostics": []`, `"only": `+only, 1)))
		if (want == "") != (got == "[]") || !strings.Contains(got, want) {
			t.Errorf("only %s: %s", only, got)
		}
	}
}

// Of two fixes that overlap, here at the comma between what they remove, one is
// made at a time; the second is offered again on what the first came to.
func TestFixesThatConflict(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	text := `{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["getLocation", "chooseAddress"] }`
	for version, want := range []string{`"requiredPrivateInfos": ["chooseAddress"] }`, `"requiredPrivateInfos": [] }`} {
		find, _ := c.act("app.json", strings.Replace(text, `"requiredP`, `|"requiredP`, 1))
		all := find("make all")
		if all == nil {
			t.Fatalf("no action in %s for\n%s", text, shown(c.diagnostics("app.json")))
		}
		if text = c.applied(all.Edit, "app.json", text); !strings.HasSuffix(text, want) {
			t.Fatalf("%d: got %s, want %s", version, text, want)
		}
	}
	find, _ := c.act("app.json", "|"+text)
	if all := find("make all"); all != nil {
		t.Errorf("a fix for nothing: %+v", all)
	}
}

// What a finding needs changed in another file is offered where it stands, and
// not among the fixes of its own file.
func TestFixOfAnotherFile(t *testing.T) {
	c := serve(t, food, Options{After: now}, "")
	find, _ := c.act("pages/a/a.js", "wx.getLocation|()\n")
	add := find("add \"getLocation\"")
	if add == nil || !add.IsPreferred {
		t.Fatalf("%+v", add)
	}
	manifest := c.read("app.json")
	if got := c.applied(add.Edit, "app.json", manifest); !strings.Contains(got, `"requiredPrivateInfos": ["getLocation"]`) {
		t.Error(got)
	}
	if all := find("make all"); all != nil {
		t.Errorf("%+v", all)
	}
	c.open("app.json", manifest)
	find, _ = c.act("app.json", "|"+manifest)
	if all := find("make all"); all != nil {
		t.Errorf("%+v", all)
	}
}

// An edit that is made leads to what the developer still has to write, and what
// is written then settles the finding.
func TestDeclareOptional(t *testing.T) {
	for _, tt := range []struct{ config, want string }{
		{"{\n  \"category\": \"food-delivery\"\n}\n", "{\n  \"category\": \"food-delivery\",\n  \"optional\": { \"location-precise\": { \"purpose\": \"\" } }\n}\n"},
		{"{ \"category\": \"food-delivery\",\n  // mine\n  \"optional\": {\n    \"contacts\": { \"purpose\": \"x\" }, // why\n  }\n}\n",
			"{ \"category\": \"food-delivery\",\n  // mine\n  \"optional\": {\n    \"contacts\": { \"purpose\": \"x\" }, // why\n    \"location-precise\": { \"purpose\": \"\" },\n  }\n}\n"},
	} {
		c := serve(t, food, Options{After: now}, "")
		c.open(".mplint.json", tt.config)
		find, _ := c.act("pages/a/a.js", "wx.|getLocation()\n")
		a := find("declare `location-precise` optional")
		if a == nil {
			t.Fatal("no action")
		}
		got := c.applied(a.Edit, ".mplint.json", tt.config)
		if got != tt.want {
			t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
		}
		c.set(".mplint.json", 2, got)
		if got := shown(c.diagnostics(".mplint.json")); !strings.Contains(got, `needs a "purpose"`) {
			t.Error(got)
		}
		c.set(".mplint.json", 3, strings.Replace(got, `"purpose": ""`, `"purpose": "sort shops"`, 1))
		if got := shown(c.diagnostics("pages/a/a.js")); !strings.Contains(got, "3 scope-beyond-category") {
			t.Error(got)
		}
	}
}

func TestSuppress(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"pages/a/a.js", "Page({\r\n  f() {\r\n    wx.|getLocation()\r\n  }\r\n})\r\n",
			"Page({\r\n  f() {\r\n    // mplint-ignore-next-line scope-beyond-category -- \r\n    wx.getLocation()\r\n  }\r\n})\r\n"},
		{"pages/a/a.wxml", "<view>\n\t<|camera/>\n</view>\n", "<view>\n\t<!-- mplint-ignore-next-line scope-beyond-category --  -->\n\t<camera/>\n</view>\n"},
	} {
		c := serve(t, food, Options{After: now}, "")
		find, text := c.act(tt.name, tt.text)
		a := find("set `scope-beyond-category` aside")
		if a == nil {
			t.Fatalf("%s: no action in %s", tt.name, shown(c.diagnostics(tt.name)))
		}
		got := c.applied(a.Edit, tt.name, text)
		if got != tt.want {
			t.Errorf("got:\n%q\nwant:\n%q", got, tt.want)
		}
		c.set(tt.name, 2, got)
		if got := shown(c.diagnostics(tt.name)); !strings.Contains(got, "scope-beyond-category") || !strings.Contains(got, "suppression-without-reason") {
			t.Errorf("without a reason: %s", got)
		}
		c.set(tt.name, 3, strings.Replace(got, "category -- ", "category -- after a tap", 1))
		if got := shown(c.diagnostics(tt.name)); strings.Contains(got, "scope-beyond-category") || strings.Contains(got, "suppression") {
			t.Errorf("with a reason: %s", got)
		}
	}
}

// The form of the comment is that of the place.
func TestSuppressForms(t *testing.T) {
	for _, tt := range []struct{ path, text, want string }{
		{"a.js", "x()\n|wx.f()", "// % -- "},
		{"a.js", "x = `\n|wx.f()`", ""},
		{"a.js", "x = `${\n|wx.f()}`", "// % -- "},
		{"a.js", "x()\n|wx.f()\n// mplint-ignore-next-line r -- why\nwx.f()", "// % -- "},
		{"a.js", "// mplint-ignore-next-line q -- why\n|wx.f()", ""},
		{"a.ts", "let x: T = <T>y\n|wx.f()", "// % -- "},
		{"a.tsx", "x = <View>\n  |<Camera/>\n</View>", "{/* % --  */}"},
		{"a.tsx", "x = <Button\n  |openType='x'\n/>", "// % -- "},
		{"a.vue", "<template>\n  <view>\n  |<camera/></view>\n</template>\n<script>\nx()\n</script>", "<!-- % --  -->"},
		{"a.vue", "<template>\n</template>\n<script>\n|uni.f()\n</script>", "// % -- "},
		{"a.vue", "<template><button\n  |open-type='x'/>\n</template>", ""},
		{"a.wxml", "|<camera/>", "<!-- % --  -->"},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		file := &source.File{Path: tt.path, Data: []byte(before + after)}
		x := &rule.Finding{Rule: "r", File: file, Range: source.Range{Start: len(before), End: len(before) + 1}}
		s := newServer(t.Context(), io.Discard, Options{})
		got := ""
		for _, e := range s.suppress(&folder{result: &lint.Result{}}, x) {
			got = strings.TrimLeft(strings.TrimSuffix(e.NewText, "\n"), " ")
		}
		if want := strings.Replace(tt.want, "%", "mplint-ignore-next-line r", 1); got != want {
			t.Errorf("%s: %q: got %q, want %q", tt.path, tt.text, got, want)
		}
	}
}

// Where no comment can stand the config takes an entry.
func TestSuppressInConfig(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"app.json", `{ "pages": ["pages/a/a"], "permission": { "scope.|userLocation": { "desc": "展示您附近的门店" } } }`,
			`"ignore": [{ "rule": "scope-beyond-category", "path": "app.json", "pointer": "/permission/scope.userLocation", "reason": "" }]`},
		{"pages/a/a.wxml", "<button\n  size=\"mini\"\n  open-type=\"|getPhoneNumber\"/>\n", `"ignore": [{ "rule": "phone-personal-subject", "path": "pages/a/a.wxml", "reason": "" }]`},
	} {
		c := serve(t, food, Options{After: now}, "")
		const config = "{\n  \"category\": \"food-delivery\",\n  \"subject\": \"individual\"\n}\n"
		c.open(".mplint.json", config)
		find, _ := c.act(tt.name, tt.text)
		rule := strings.Split(tt.want, `"`)[5]
		a := find("set `" + rule + "` aside")
		if a == nil {
			t.Fatalf("%s: no action in %s", tt.name, shown(c.diagnostics(tt.name)))
		}
		got := c.applied(a.Edit, ".mplint.json", config)
		if want := strings.Replace(config, "\n}", ",\n  "+tt.want+"\n}", 1); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
		c.set(".mplint.json", 2, strings.Replace(got, `"reason": ""`, `"reason": "a demo"`, 1))
		if got := shown(c.diagnostics(tt.name)); strings.Contains(got, rule) {
			t.Errorf("with a reason: %s", got)
		}
	}
}

// A client that takes no document changes gets plain ones.
func TestPlainEdits(t *testing.T) {
	c := serve(t, food, Options{After: now}, `{"capabilities": {}}`)
	find, _ := c.act("pages/a/a.js", "wx.|getLocation()\n")
	a := find("set `scope-beyond-category` aside")
	if a == nil || len(a.Edit.Changes[c.uri("pages/a/a.js")]) != 1 || a.Edit.DocumentChanges != nil {
		t.Errorf("%+v", a)
	}
}
