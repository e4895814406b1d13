package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/source"
)

var entries = []Entry{
	{Key{"页/b.js", "r", "0123456789abcdef"}, "wx.b <camera>", 2},
	{Key{"a.js", "s", "0123456789abcdef"}, "", 1},
	{Key{"a.js", "r", "1123456789abcdef"}, "wx.a", 1},
}

func written(t *testing.T, list []Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	want := `{
  "$schema": "https://raw.githubusercontent.com/mplint/mplint/main/lint/baseline/baseline.schema.json",
  "version": 1,
  "findings": [
    {"path":"a.js","rule":"r","fingerprint":"1123456789abcdef","about":"wx.a","count":1},
    {"path":"a.js","rule":"s","fingerprint":"0123456789abcdef","about":"","count":1},
    {"path":"页/b.js","rule":"r","fingerprint":"0123456789abcdef","about":"wx.b <camera>","count":2}
  ]
}
`
	if got := string(written(t, entries)); got != want {
		t.Errorf("got\n%s", got)
	}
	if none := string(written(t, nil)); !strings.HasSuffix(none, "\n  \"findings\": []\n}\n") {
		t.Errorf("without findings:\n%s", none)
	}
	back, err := parse(&source.File{Path: "b", Data: []byte("\ufeff" + want)})
	if err != nil || len(back) != 3 || !reflect.DeepEqual(back[2], entries[0]) {
		t.Errorf("got %v, %v", back, err)
	}
}

func TestSchema(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile("baseline.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(doc string) bool {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
		return err == nil && s.Validate(v) == nil
	}
	good := string(written(t, entries))
	if !valid(good) || !valid(string(written(t, nil))) {
		t.Error("what is written does not match the schema")
	}
	for _, change := range [][2]string{{`"version": 1`, `"version": 2`}, {`"count":2`, `"count":0`}, {`"path":"a.js",`, ``}, {`0123456789abcdef`, `xyz`}} {
		if valid(strings.Replace(good, change[0], change[1], 1)) {
			t.Errorf("%s passes", change[1])
		}
	}
	var doc struct {
		ID string `json:"$id"`
	}
	if data, err := os.ReadFile("baseline.schema.json"); err != nil || json.Unmarshal(data, &doc) != nil || doc.ID != schema {
		t.Errorf("the schema is %s, files name %s", doc.ID, schema)
	}
}

func TestParseFaults(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "b:1:1: the baseline is no JSON: unexpected end of JSON input",
		"{\n  <<<<<<< HEAD\n}":             "b:2:3: the baseline is no JSON: invalid character '<' looking for beginning of object key string",
		"[]":                               "b: no baseline; `mplint baseline` writes one",
		`{"name": "x"}`:                    "b: no baseline; `mplint baseline` writes one",
		`{"version": 9, "findings": []}`:   "b: a baseline of version 9, which this mplint does not know",
		`{"version": 1, "findings": "no"}`: "b: no baseline; `mplint baseline` writes one",
	} {
		_, err := parse(&source.File{Path: "b", Data: []byte(text)})
		var wrong *config.Error
		if !errors.As(err, &wrong) || err.Error() != want {
			t.Errorf("%q: got %v", text, err)
		}
	}
	dir := t.TempDir()
	if _, err := Load(filepath.Join(dir, "no"), "no"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := Load(dir, "dir"); err == nil || !strings.HasPrefix(err.Error(), "dir: the baseline cannot be read") {
		t.Errorf("got %v", err)
	}
}

func TestMatcher(t *testing.T) {
	m := NewMatcher(append(entries, entries[0])) // as after a merge
	k := entries[0].Key
	if !m.Take(k) || m.Left(k) != 1 || !m.Take(k) || m.Take(k) || m.Left(k) != 0 {
		t.Error("each finding is to be taken once")
	}
	if m.Take(Key{"a.js", "r", "0123456789abcdef"}) {
		t.Error("an unknown finding is taken")
	}
}
