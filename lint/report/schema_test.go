package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
)

var schemas = map[string]string{"output.schema.json": "json", "inventory.schema.json": "inventory", "manifest.schema.json": "manifest", "guide.schema.json": "guide"}

func formatOf(schema string) Format {
	switch schemas[schema] {
	case "inventory":
		return InventoryJSON
	case "manifest":
		return ManifestJSON
	case "guide":
		return GuideFormats("wechat", &inventory.Declared{Names: []string{"Location", "Camera", "EXOrderInfo", "nonsense"}})["json"]
	}
	return JSON
}

var compiled = map[string]*jsonschema.Schema{}

// check validates a document and returns it decoded.
func check(t *testing.T, schema string, doc []byte) any {
	t.Helper()
	s := compiled[schema]
	if s == nil {
		var err error
		if s, err = jsonschema.NewCompiler().Compile(schema); err != nil {
			t.Fatal(err)
		}
		compiled[schema] = s
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v\n%s", schema, err, doc)
	}
	return v
}

func TestJSONMatchesSchema(t *testing.T) {
	for schema := range schemas {
		for name, r := range map[string]*lint.Result{"empty": {}, "fixture": fixture(t)} {
			for _, lang := range []string{"en", "zh"} {
				doc := text(t, formatOf(schema), r, Options{Lang: lang, Version: "dev", Color: true})
				check(t, schema, doc)
				if bytes.Contains(doc, []byte("null")) {
					t.Errorf("%s of %s: a null in\n%s", schema, name, doc)
				}
				if bytes.Contains(doc, []byte{0x1b}) || !bytes.HasSuffix(doc, []byte("}\n")) {
					t.Errorf("%s of %s: colour, or no line end", schema, name)
				}
			}
		}
	}
}

// TestSchemaIsComplete: the schema names every field that the code prints and
// asks for all of them.
func TestSchemaIsComplete(t *testing.T) {
	for schema := range schemas {
		var doc struct {
			Required []string
			Defs     map[string]struct {
				Required   []string
				Properties map[string]any
			} `json:"$defs"`
		}
		if err := json.Unmarshal(readFile(t, schema), &doc); err != nil {
			t.Fatal(err)
		}
		for name, v := range map[string]any{
			"position": jsonPosition{}, "range": jsonRange{}, "tool": jsonTool{}, "project": jsonProject{},
			"citation": jsonCitation{}, "diagnostic": jsonDiagnostic{}, "request": jsonRequest{}, "layer": jsonLayer{}, "declaration": jsonDeclaration{},
			"judgement": jsonJudgement{}, "field": jsonField{}, "thirdParty": jsonThirdParty{}, "dataType": jsonDataType{},
			"guideItem": jsonGuideItem{}, "place": jsonPlace{}, "comparison": jsonComparison{},
		} {
			def, ok := doc.Defs[name]
			if !ok {
				continue
			}
			want := fieldsOf(v)
			if got := slices.Sorted(slices.Values(def.Required)); !slices.Equal(got, want) || len(def.Properties) != len(want) {
				t.Errorf("%s: %s requires %v, the code prints %v", schema, name, got, want)
			}
		}
	}
}

func fieldsOf(v any) []string {
	var out []string
	typ := reflect.TypeOf(v)
	for i := range typ.NumField() {
		out = append(out, strings.Split(typ.Field(i).Tag.Get("json"), ",")[0])
	}
	slices.Sort(out)
	return out
}

// TestSchemaCatches: the schemas reject documents that break the contract.
func TestSchemaCatches(t *testing.T) {
	good := string(text(t, JSON, fixture(t), Options{Lang: "en"}))
	s, err := jsonschema.NewCompiler().Compile("output.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"schemaVersion": 1`, `"schemaVersion": 2`}, {`"severity": "error"`, `"severity": "fatal"`}, {`"fixes": []`, `"fixes": null`},
		{`"line": 3`, `"line": 0`}, {`"help": "use`, `"halp": "use`}, {`"rank": "law"`, `"rank": "rumour"`}, {`"origin": "own"`, `"origin": ""`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("the fixture has no %s", change[0])
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("%s passes", change[1])
		}
	}
}

// TestJSONPositions has the numbers of one range in every unit.
func TestJSONPositions(t *testing.T) {
	var doc jsonReport
	if err := json.Unmarshal(text(t, JSON, fixture(t), Options{Lang: "zh"}), &doc); err != nil {
		t.Fatal(err)
	}
	want := jsonRange{jsonPosition{3, 14, 14, 57}, jsonPosition{3, 28, 28, 71}}
	if got := doc.Diagnostics[1].Range; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if s := doc.Summary; s.Errors != 1 || s.Warnings != 1 || s.Infos != 1 || s.Suppressed != 2 || s.Baselined != 3 || s.Stale != 2 || s.FilesScanned != 5 || len(s.FilesSkipped) != 3 {
		t.Errorf("got %+v", s)
	}
}

func TestInventoryVerdicts(t *testing.T) {
	var doc jsonInventory
	r := fixture(t)
	if err := json.Unmarshal(text(t, InventoryJSON, r, Options{}), &doc); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range doc.Requests {
		got = append(got, q.Capability+" "+q.Verdict+" "+q.Purpose)
	}
	want := []string{
		"wx.getLocation beyond 用于显示附近的门店", "wx.getLocation beyond 用于显示附近的门店", "wx.getLocation beyond 用于显示附近的门店",
		"wx.chooseMedia optional reviews with pictures", "wx.chooseAddress within ", "wx.login unjudged ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	r.Projects[0].Config.Categories = nil
	if err := json.Unmarshal(text(t, InventoryJSON, r, Options{}), &doc); err != nil {
		t.Fatal(err)
	}
	if q := doc.Requests; q[0].Verdict != "no-category" || q[5].Verdict != "unjudged" {
		t.Errorf("without a category: %s, %s", q[0].Verdict, q[5].Verdict)
	}
}
