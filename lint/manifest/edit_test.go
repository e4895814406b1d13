package manifest

import (
	"slices"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// edited applies edits to the text of a document; "refused" stands for none.
func edited(d *Document, edits []source.Edit) string {
	if len(edits) == 0 {
		return "refused"
	}
	return string(source.Apply(d.File.Data, edits))
}

func TestInsertElement(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"empty", `{"l": []}`, `{"l": ["x"]}`},
		{"empty with a space", `{"l": [ ]}`, `{"l": ["x"]}`},
		{"empty on two lines", "{\n  \"l\": [\n  ]\n}", "{\n  \"l\": [\n    \"x\"\n  ]\n}"},
		{"only a comment", "{\n\t\"l\": [\n\t\t// none yet\n\t]\n}", "{\n\t\"l\": [\n\t\t// none yet\n\t\t\"x\"\n\t]\n}"},
		{"only a comment inside the line", `{"l": [/* none */]}`, `{"l": [/* none */ "x"]}`},
		{"a comment behind the bracket", "{\n  \"l\": [ // none\n  ]\n}", "{\n  \"l\": [ // none\n    \"x\"\n  ]\n}"},
		{"one line", `{"l": ["a", "b"]}`, `{"l": ["a", "b", "x"]}`},
		{"one line, padded", `{"l": [ "a" ]}`, `{"l": [ "a", "x" ]}`},
		{"minified", `{"l":["a"]}`, `{"l":["a","x"]}`},
		{"one line, trailing comma", `{"l": ["a",]}`, `{"l": ["a", "x",]}`},
		{"one line, trailing comment", "{\"l\": [\"a\" // why\n]}", "{\"l\": [\"a\", \"x\" // why\n]}"},
		{"lines", "{\n  \"l\": [\n    \"a\",\n    \"b\"\n  ]\n}\n", "{\n  \"l\": [\n    \"a\",\n    \"b\",\n    \"x\"\n  ]\n}\n"},
		{"lines, CRLF and tabs", "{\r\n\t\"l\": [\r\n\t\t\"a\"\r\n\t]\r\n}\r\n", "{\r\n\t\"l\": [\r\n\t\t\"a\",\r\n\t\t\"x\"\r\n\t]\r\n}\r\n"},
		{"lines, trailing comma", "{\"l\": [\n  \"a\",\n]}", "{\"l\": [\n  \"a\",\n  \"x\",\n]}"},
		{"lines, trailing comma and comment", "{\"l\": [\n  \"a\", // why\n]}", "{\"l\": [\n  \"a\", // why\n  \"x\",\n]}"},
		{"lines, comment behind the last", "{\"l\": [\n  \"a\" // why\n]}", "{\"l\": [\n  \"a\", // why\n  \"x\"\n]}"},
		{"lines, comment below the last", "{\"l\": [\n  \"a\"\n  // \"b\"\n]}", "{\"l\": [\n  \"a\",\n  \"x\"\n  // \"b\"\n]}"},
		{"lines, two comments behind", "{\"l\": [\n  \"a\" /* 1 */ // 2\n]}", "{\"l\": [\n  \"a\", /* 1 */ // 2\n  \"x\"\n]}"},
		{"comment before a comma", "{\"l\": [\n  \"a\" /* 1 */,\n]}", "{\"l\": [\n  \"a\" /* 1 */,\n  \"x\",\n]}"},
		{"bracket behind the last", "{\"l\": [\"a\",\n       \"b\"]}", "{\"l\": [\"a\",\n       \"b\",\n       \"x\"]}"},
		{"a block comment of several lines", "{\"l\": [\n  \"a\" /* 1\n 2 */\n]}", "{\"l\": [\n  \"a\",\n  \"x\" /* 1\n 2 */\n]}"},
		{"left out for a platform", "{\"l\": [\n// #ifdef H5\n\"a\"\n// #endif\n]}", "refused"},
		{"broken elsewhere", `{"l": ["a"], "m": [1,2}`, "refused"},
		{"not UTF-8", "{\"l\": [\"\xff\"]}", "refused"},
		{"no array", `{"l": {}}`, "refused"},
	} {
		d := parse(tt.text)
		if got := edited(d, d.InsertElement(d.Root.Get("l"), "x")); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestInsertList(t *testing.T) {
	for _, tt := range []struct{ name, text, after, want string }{
		{"one line", `{"pages": ["a"], "p": 1}`, "", `{"pages": ["a"], "p": 1, "l": ["x"]}`},
		{"one line, padded", `{ "p": 1 }`, "", `{ "p": 1, "l": ["x"] }`},
		{"one line, in the middle", `{ "p": 1, "q": 2 }`, "p", `{ "p": 1, "l": ["x"], "q": 2 }`},
		{"minified", `{"p":1,"q":2}`, "p", `{"p":1,"l":["x"],"q":2}`},
		{"at the end", "{\n    \"p\": {\n    }\n}\n", "", "{\n    \"p\": {\n    },\n    \"l\": [\"x\"]\n}\n"},
		{"in the middle", "{\n  \"p\": {\n  }, // why\n\n  \"q\": 1\n}\n", "p", "{\n  \"p\": {\n  }, // why\n  \"l\": [\"x\"],\n\n  \"q\": 1\n}\n"},
		{"CRLF and tabs", "{\r\n\t\"p\": 1\r\n}", "p", "{\r\n\t\"p\": 1,\r\n\t\"l\": [\"x\"]\r\n}"},
		{"trailing comma", "{\n  \"p\": 1,\n}", "", "{\n  \"p\": 1,\n  \"l\": [\"x\"],\n}"},
		{"two on a line", "{\n  \"p\": 1, \"q\": 2\n}", "p", "{\n  \"p\": 1, \"l\": [\"x\"], \"q\": 2\n}"},
		{"behind the last of a line", "{\n  \"p\": 1, \"q\": 2\n}", "", "{\n  \"p\": 1, \"q\": 2, \"l\": [\"x\"]\n}"},
		{"empty", `{}`, "", `{"l":["x"]}`},
		{"empty on two lines", "{\n}\n", "", "{\n  \"l\": [\"x\"]\n}\n"},
		{"byte order mark", bom + "{\n  \"p\": 1\n}", "", bom + "{\n  \"p\": 1,\n  \"l\": [\"x\"]\n}"},
	} {
		d := parse(tt.text)
		if got := edited(d, d.InsertList(d.Root, d.Root.Get(tt.after), "l", "x")); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	d := parse("{\n\t\"name\": \"\",\n\t\"mp-weixin\": {},\n}")
	if got, want := edited(d, d.InsertList(d.Root.Get("mp-weixin"), nil, "l", "x")), "{\n\t\"name\": \"\",\n\t\"mp-weixin\": {\n\t\t\"l\": [\"x\"]\n\t},\n}"; got != want {
		t.Errorf("an empty object inside:\n%s\nwant\n%s", got, want)
	}
}

func TestInsertMemberAndValue(t *testing.T) {
	for _, tt := range []struct{ text, member, value string }{
		{`{"l": [1]}`, `{"l": [1], "k": {}}`, `{"l": [1, {}]}`},
		{"{\n  \"l\": [\n    1, // why\n  ],\n}", "{\n  \"l\": [\n    1, // why\n  ],\n  \"k\": {},\n}", "{\n  \"l\": [\n    1, // why\n    {},\n  ],\n}"},
		{`{"l": 1}`, `{"l": 1, "k": {}}`, "refused"},
		{`{"l": [1}`, "refused", "refused"},
		{`[1]`, "refused", "refused"},
		{``, "refused", "refused"},
	} {
		d := parse(tt.text)
		if got := edited(d, d.InsertMember(d.Root, "k", "{}")); got != tt.member {
			t.Errorf("member:\n%s\nwant\n%s", got, tt.member)
		}
		if got := edited(d, d.InsertValue(d.Root.Get("l"), "{}")); got != tt.value {
			t.Errorf("value:\n%s\nwant\n%s", got, tt.value)
		}
	}
}

func TestRemove(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"only", `{"l": ["x"]}`, `{"l": []}`},
		{"only, padded", `{"l": [ "x" ]}`, `{"l": []}`},
		{"only, on a line", "{\"l\": [\n  \"x\"\n]}", `{"l": []}`},
		{"only, trailing comma", "{\"l\": [\n  \"x\",\n]}", `{"l": []}`},
		{"only, comment above", "{\"l\": [\n  // why\n  \"x\"\n]}", "{\"l\": [\n  // why\n]}"},
		{"only, comment behind", "{\"l\": [\n  \"x\" // why\n]}", "{\"l\": [\n  // why\n]}"},
		{"first", `{"l": ["x", "a"]}`, `{"l": ["a"]}`},
		{"middle", `{"l": ["a", "x", "b"]}`, `{"l": ["a", "b"]}`},
		{"last", `{"l": ["a", "x"]}`, `{"l": ["a"]}`},
		{"last, padded", `{"l": [ "a", "x" ]}`, `{"l": [ "a" ]}`},
		{"last, minified", `{"l":["a","x"]}`, `{"l":["a"]}`},
		{"last, trailing comma", `{"l": ["a", "x",]}`, `{"l": ["a", ]}`},
		{"first of lines", "[\n  \"x\",\n  \"a\"\n]", "[\n  \"a\"\n]"},
		{"last of lines", "[\r\n\t\"a\",\r\n\t\"x\"\r\n]", "[\r\n\t\"a\"\r\n]"},
		{"last of lines, trailing comma", "[\n  \"a\",\n  \"x\",\n]", "[\n  \"a\",\n]"},
		{"comment behind", "[\n  \"x\", // why\n  \"a\"\n]", "[\n  // why\n  \"a\"\n]"},
		{"comment behind the last", "[\n  \"a\",\n  \"x\" // why\n]", "[\n  \"a\"\n  // why\n]"},
		{"comment behind the one before", "[\n  \"a\", // a\n  \"x\"\n]", "[\n  \"a\" // a\n]"},
		{"comment before the comma", "[\"x\" /* why */, \"a\"]", "[/* why */ \"a\"]"},
		{"comment inside the line", `["a", /* why */ "x"]`, `["a" /* why */ ]`},
		{"last of a full line", "[\n  \"a\", \"x\",\n  \"b\"\n]", "[\n  \"a\",\n  \"b\"\n]"},
		{"last of a full line behind a tab", "[\n  \"a\",\t\"x\",\n  \"b\"\n]", "[\n  \"a\",\n  \"b\"\n]"},
		{"first of a full line", "[\n  \"x\", \"a\",\n  \"b\"\n]", "[\n  \"a\",\n  \"b\"\n]"},
		{"bracket behind", "[\"a\",\n \"x\"]", "[\"a\"]"},
	} {
		d := parse(tt.text)
		list := d.Root
		if list.Kind == Object {
			list = list.Get("l")
		}
		i := slices.IndexFunc(list.Children, func(n *Node) bool { return n.Text == "x" })
		if got := edited(d, d.Remove(list, list.Children[i])); got != tt.want {
			t.Errorf("%s:\n%q\nwant\n%q", tt.name, got, tt.want)
		}
	}
}

func TestRemoveMember(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"one line", `{"a": 1, "b": 2, "a": 3}`, `{"b": 2, "a": 3}`},
		{"lines", "{\n  \"a\": {\n    \"c\": 1\n  },\n  \"b\": 2,\n  \"a\": 3\n}", "{\n  \"b\": 2,\n  \"a\": 3\n}"},
		{"comments around", "{\n  // above\n  \"a\": 1, // behind\n  \"a\": 3\n}", "{\n  // above\n  // behind\n  \"a\": 3\n}"},
	} {
		d := parse(tt.text)
		for _, p := range d.Problems {
			if p.Kind == DuplicateKey {
				if got := edited(d, d.Remove(d.Parent(p.Related))); got != tt.want {
					t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
				}
			}
		}
	}
}

func TestReplace(t *testing.T) {
	d := parse(`{"scope.userlocation": {"desc": "\u0061"}}`)
	n := d.Root.Children[0]
	if got, want := edited(d, d.Replace(n.KeyRange, n.Key, "s")), `{"s": {"desc": "\u0061"}}`; got != want {
		t.Errorf("key: %s", got)
	}
	if got := edited(d, d.Replace(n.Get("desc").Range, "a", "b")); got != "refused" {
		t.Errorf("an escape: %s", got)
	}
	d = parse(bom + "{}")
	if got := edited(d, RemoveBOM(d.File)); got != "{}" {
		t.Errorf("byte order mark: %q", got)
	}
	d = parse(bom + bom + "{}")
	if edits := RemoveBOM(d.File); edits != nil {
		t.Errorf("two byte order marks: %v", edits)
	}
}

func TestSupersedes(t *testing.T) {
	for _, tt := range []struct {
		lost, kept string
		want       bool
	}{
		{`1`, `2`, true},
		{`1`, `"a"`, true},
		{`{"a": 1}`, `{"a": 2, "b": 3}`, true},
		{`{"a": 1, "b": 3}`, `{"a": 2}`, false},
		{`{"a": {"b": 1}}`, `{"a": {"b": 2}}`, true},
		{`{"a": {"b": 1}}`, `{"a": 2}`, false},
		{`["a"]`, `["b", "a"]`, true},
		{`["a", "c"]`, `["b", "a"]`, false},
		{`[{"a": 1}]`, `[{"a": 2}]`, false},
		{`1`, `["a"]`, false},
		{`["a"]`, `1`, false},
	} {
		if got := parse(tt.kept).Root.Supersedes(parse(tt.lost).Root); got != tt.want {
			t.Errorf("%s after %s: %v", tt.kept, tt.lost, got)
		}
	}
}
