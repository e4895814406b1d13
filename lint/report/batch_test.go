package report

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mplint/mplint/lint"
)

// batchSchema compiles batch.schema.json, which refers to output.schema.json
// by its published address.
func batchSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(readFile(t, "output.schema.json")))
	if err == nil {
		err = c.AddResource(doc.(map[string]any)["$id"].(string), doc)
	}
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("batch.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func batchLine(t *testing.T, input string, r *lint.Result, code, message string) string {
	t.Helper()
	var b strings.Builder
	if err := Batch(&b, input, r, code, message, Options{Lang: "zh", Version: "dev"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func validate(t *testing.T, s *jsonschema.Schema, line string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// TestBatch: a line is JSON's document with the input in front, and one line
// whatever the input is called.
func TestBatch(t *testing.T) {
	s := batchSchema(t)
	name := "a\n\x1b[31m<位置>\u202e\xff.zip"
	good, bad := batchLine(t, name, fixture(t), "", ""), batchLine(t, "x", &lint.Result{}, "not-found", "没有")
	for _, line := range []string{good, bad} {
		if err := validate(t, s, line); err != nil {
			t.Error(err)
		}
		if !strings.HasPrefix(line, BatchStart) || strings.Count(line, "\n") != 1 || strings.ContainsAny(line, "\x1b\u202e") || strings.Contains(line, "null") {
			t.Errorf("not one clean line: %q", line)
		}
	}
	if !strings.Contains(good, `"diagnostics":[{"rule":"purpose-boilerplate"`) || !strings.Contains(good, `"errors":1`) {
		t.Errorf("no findings in %s", good)
	}
	for _, change := range [][2]string{
		{bad, strings.Replace(bad, `"not-found"`, `"gone"`, 1)}, {bad, strings.Replace(bad, `"没有"`, `""`, 1)}, {bad, strings.Replace(bad, `"not-found"`, `""`, 1)},
		{bad, strings.Replace(bad, `"summary"`, `"total"`, 1)}, {good, strings.Replace(good, `"error":""`, `"error":"no-project"`, 1)},
		{good, strings.Replace(good, `"severity":"error"`, `"severity":"fatal"`, 1)}, {good, strings.Replace(good, `"message":"",`, "", 1)},
	} {
		if change[0] == change[1] || validate(t, s, change[1]) == nil {
			t.Errorf("passes: %s", change[1])
		}
	}
}

// TestBatchSchemaIsComplete: the schema asks for every field that a line has
// beyond JSON's document.
func TestBatchSchemaIsComplete(t *testing.T) {
	typ := reflect.TypeFor[jsonBatch]()
	line := batchLine(t, "x", &lint.Result{}, "not-found", "no")
	for i := range typ.NumField() {
		name := typ.Field(i).Tag.Get("json")
		if name == "" {
			continue // the document
		}
		without := strings.Replace(line, `"`+name+`":`, `"other":`, 1)
		if without == line || validate(t, batchSchema(t), without) == nil {
			t.Errorf("%q is not asked for", name)
		}
	}
}
