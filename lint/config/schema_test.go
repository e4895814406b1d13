package config

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/tidwall/gjson"
	"github.com/tidwall/jsonc"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
)

// published reads a value of the published schema by its gjson path.
func published(t *testing.T, path string) gjson.Result {
	t.Helper()
	data, err := os.ReadFile("config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return gjson.GetBytes(data, path)
}

func texts(list gjson.Result) []string {
	var out []string
	for _, x := range list.Array() {
		out = append(out, x.String())
	}
	return out
}

// TestSchemaNames compares the names in the schema with those that the code
// takes. Rule ids are compared in cmd/mplint, which may import them.
func TestSchemaNames(t *testing.T) {
	var slugs, types, members []string
	for _, c := range categories.All() {
		slugs = append(slugs, c.Slug)
	}
	for _, d := range categories.DataTypes() {
		types = append(types, d.ID)
	}
	for _, f := range platform.Alipay.Reference().MemberFields {
		members = append(members, f.Field)
	}
	for path, want := range map[string][]string{
		"properties.@keys": slices.Collect(maps.Keys(fields)),
		"properties.platformCategory.properties.@keys": platformIDs(),
		"$defs.category.anyOf.0.enum":                  slugs,
		"$defs.service.enum":                           categories.Services(categories.All()),
		"$defs.dataType.enum":                          types,
		"$defs.memberField.enum":                       members,
		"$defs.severity.enum":                          {"error", "warning", "info", "off"},
		"properties.subject.enum":                      {"enterprise", "individual"},
		"properties.lang.enum":                         {"en", "zh", "auto"},
		"properties.rulebook.enum":                     {"2021", "draft-2026"},
	} {
		got := texts(published(t, path))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %v, the code %v", path, got, want)
		}
	}
	if n := published(t, "$defs.category.anyOf.1.maximum").Int(); int(n) != len(categories.All()) {
		t.Errorf("the schema has %d categories", n)
	}
}

// TestSchemaNestedKeys asks the parser itself which keys it takes inside
// "optional" and "ignore".
func TestSchemaNestedKeys(t *testing.T) {
	for path, text := range map[string]string{
		"$defs.optional.properties.@keys": `{"optional": {"album": {"purpose": "p", "pages": []}}}`,
		"$defs.ignore.properties.@keys":   `{"ignore": [{"rule": "r", "path": "p", "pointer": "/", "reason": "r", "until": "2027-01-01"}]}`,
	} {
		if _, err := parse(text); err != nil {
			t.Error(err)
		}
		for _, key := range texts(published(t, path)) {
			if !bytes.Contains([]byte(text), []byte(`"`+key+`":`)) {
				t.Errorf("%s: the test does not have the key %q of the schema", path, key)
			}
		}
	}
}

func TestSamplesMatchSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		strict := jsonc.ToJSON([]byte(text))
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(bytes.TrimPrefix(strict, []byte("\ufeff"))))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	for _, text := range []string{
		Template("news"), `{}`, `{"category": 7}`, `{"category": ["餐饮外卖", 1]}`, `{"rules": {"purpose-missing": "off"}}`,
		`{"optional": {"album": {"purpose": "p"}}}`, `{"ignore": [{"rule": "purpose-missing"}]}`,
		`{"platformCategory": {"wechat": "餐饮服务/外卖平台"}, "baseline": "b.json", "memberFields": ["mobile"], "services": ["etc"]}`,
	} {
		if err := valid(text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{
		`[]`, `{"categry": 1}`, `{"category": 40}`, `{"category": true}`, `{"services": ["x"]}`, `{"rules": {"x": "off"}}`,
		`{"rules": {"purpose-missing": "warn"}}`, `{"optional": {"album": {}}}`, `{"optional": {"album": {"purpose": " "}}}`,
		`{"ignore": [{}]}`, `{"ignore": [{"rule": "r", "until": "soon"}]}`, `{"lang": "de"}`, `{"subject": "x"}`, `{"platformCategory": {"x": "y"}}`,
	} {
		if valid(text) == nil {
			t.Errorf("the schema takes %s", text)
		}
		if _, err := parse(text); err == nil {
			t.Errorf("the code takes %s", text)
		}
	}
}
