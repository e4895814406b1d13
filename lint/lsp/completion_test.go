package lsp

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestCompletion(t *testing.T) {
	for _, tt := range []struct{ name, text, want, then string }{
		{".mplint.json", `{ "category": "|" }`, "food-delivery", `{ "category": "food-delivery" }`},
		{".mplint.json", `{ "category": ["map-navigation", "fo|o"] }`, "food-delivery", `{ "category": ["map-navigation", "food-delivery"] }`},
		{".mplint.json", `{ "category": | }`, "food-delivery", `{ "category": "food-delivery" }`},
		{".mplint.json", `{ // "a": {` + "\n" + `"rules": { "x|` + "\n", "purpose-missing", `{ // "a": {` + "\n" + `"rules": { "purpose-missing` + "\n"},
		{".mplint.json", `{ "rules": { "purpose-missing": "|" } }`, "off", `{ "rules": { "purpose-missing": "off" } }`},
		{".mplint.json", `{ "optional": { "|" } }`, "location-precise", `{ "optional": { "location-precise" } }`},
		{".mplint.json", `{ "optional": { "contacts": { "purpose": "a, b" }, loc| } }`, "location-precise", `{ "optional": { "contacts": { "purpose": "a, b" }, "location-precise" } }`},
		{".mplint.json", `{ "ignore": [{ "rule": "|" }] }`, "unknown-scope", `{ "ignore": [{ "rule": "unknown-scope" }] }`},
		{".mplint.json", `{ "|" }`, "category", `{ "category" }`},
		{".mplint.json", `{ "services": ["|"] }`, "etc", `{ "services": ["etc"] }`},
		{".mplint.json", `{ "optional": { "contacts": { "purpose": "|" } } }`, "", ""},
		{".mplint.json", `{ /* "category": "|" */ }`, "", ""},
		{".mplint.json", `|`, "", ""},
		{"app.json", `{ "permission": { "scope.|" } }`, "scope.userLocation", `{ "permission": { "scope.userLocation" } }`},
		{"app.json", `{ "requiredPrivateInfos": ["getLocation", "|"] }`, "chooseAddress", `{ "requiredPrivateInfos": ["getLocation", "chooseAddress"] }`},
		{"app.json", `{ "pages": ["|"] }`, "", ""},
		{"manifest.json", `{ "mp-weixin": { "requiredPrivateInfos": ["|"] } }`, "getLocation", `{ "mp-weixin": { "requiredPrivateInfos": ["getLocation"] } }`},
		{"manifest.json", `{ "mp-weixin": { "permission": { "|" } } }`, "scope.userLocation", `{ "mp-weixin": { "permission": { "scope.userLocation" } } }`},
	} {
		c := serve(t, food, Options{After: now}, "")
		params, text := c.at(tt.name, tt.text)
		c.open(tt.name, text)
		var items []completionItem
		if err := json.Unmarshal(c.call("textDocument/completion", params), &items); err != nil {
			t.Fatal(err)
		}
		if tt.want == "" {
			if len(items) > 0 {
				t.Errorf("%s: %+v", tt.text, items[0])
			}
			continue
		}
		i := slices.IndexFunc(items, func(x completionItem) bool { return x.Label == tt.want })
		if i < 0 {
			t.Errorf("%s: no %s among %d", tt.text, tt.want, len(items))
			continue
		}
		e := &workspaceEdit{DocumentChanges: []documentEdit{{versionedDocument{URI: c.uri(tt.name)}, []textEdit{*items[i].TextEdit}}}}
		if got := c.applied(e, tt.name, text); got != tt.then {
			t.Errorf("%s: %s", tt.text, got)
		}
	}
}

// Every place that an offset of a text leads to lies in the text.
func FuzzPlace(f *testing.F) {
	f.Add([]byte(`{ "category": ["a\"b", 'c'], /* x */ "d" // y`), 9)
	f.Fuzz(func(t *testing.T, data []byte, offset int) {
		offset = min(max(offset, 0), len(data))
		at, ok := placeAt(data, offset)
		if r := at.word; ok && (r.Start < 0 || r.Start > offset || r.End < offset || r.End > len(data)) {
			t.Errorf("%v at %d of %q", r, offset, data)
		}
		if ok && at.key && strings.Count(string(data[:offset]), "{") == 0 {
			t.Errorf("a key outside any object in %q", data)
		}
	})
}
