package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/tidwall/gjson"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/rule"
)

func reader(s string) io.Reader { return strings.NewReader(s) }

// compiled is one of the published schemas by its file name.
func compiled(name string) (*jsonschema.Schema, error) {
	dir := "../../lint/report/"
	switch {
	case strings.HasPrefix(name, "config"):
		dir = "../../lint/config/"
	case strings.HasPrefix(name, "baseline"):
		dir = "../../lint/baseline/"
	case strings.HasPrefix(name, "sarif"):
		dir += "testdata/sarif/"
	case strings.HasPrefix(name, "lock"):
		dir = "../../lint/lock/"
	}
	c := jsonschema.NewCompiler()
	if name == "batch.schema.json" { // refers to the other by its published address
		doc := must(jsonschema.UnmarshalJSON(bytes.NewReader(must(os.ReadFile(dir + "output.schema.json")))))
		if err := c.AddResource(doc.(map[string]any)["$id"].(string), doc); err != nil {
			return nil, err
		}
	}
	return c.Compile(dir + name)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// valid runs a command line and validates what it prints.
func valid(t *testing.T, schema *jsonschema.Schema, args ...string) {
	t.Helper()
	doc := twice(t, args...)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, doc)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%v: %v", args, err)
	}
}

func TestDataVersion(t *testing.T) {
	if got := categories.DataVersion(); got != dataVersion {
		t.Errorf("--version says %s, the data %s", dataVersion, got)
	}
}

func TestModuleVersion(t *testing.T) {
	for in, want := range map[string]string{"": "dev", "(devel)": "dev", "v1.2.3": "1.2.3"} {
		if got := moduleVersion(&debug.BuildInfo{Main: debug.Module{Version: in}}); got != want {
			t.Errorf("%q makes %q, want %q", in, got, want)
		}
	}
}

// TestConfigSchemaRules: the schema of the config lists every rule, for editors
// to complete.
func TestConfigSchemaRules(t *testing.T) {
	data, err := os.ReadFile("../../lint/config/config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, id := range gjson.GetBytes(data, "$defs.rule.enum").Array() {
		got = append(got, id.String())
	}
	if want := rule.IDs(); !slices.Equal(got, want) {
		t.Errorf("$defs.rule.enum of config.schema.json is\n%s\nwant\n%s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

// TestNoNetwork: the binary cannot open a connection, because nothing in it
// imports the packages that do.
func TestNoNetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "github.com/mplint/mplint/lint/report") {
		t.Fatalf("not the dependencies of mplint: %v", deps)
	}
	for _, bad := range []string{"net", "net/http", "net/rpc", "crypto/tls", "golang.org/x/net/http2"} {
		if slices.Contains(deps, bad) {
			t.Errorf("mplint depends on %s", bad)
		}
	}
}

// TestEveryFlagIsDescribed keeps --help useful.
func TestEveryFlagIsDescribed(t *testing.T) {
	for _, c := range (&app{}).cli().Commands {
		var out bytes.Buffer
		if code := Run(t.Context(), []string{"mplint", c.Name, "--help"}, nil, &out, io.Discard); code != exitOK || c.Usage == "" {
			t.Errorf("%s --help: exit code %d", c.Name, code)
		}
		for _, f := range c.VisibleFlags() {
			if line := flagLine(out.String(), f.Names()[0]); len(strings.Fields(line)) < 3 {
				t.Errorf("%s --%s is not described: %q", c.Name, f.Names()[0], line)
			}
		}
	}
}

func flagLine(help, name string) string {
	for line := range strings.Lines(help) {
		if strings.Contains(line, "--"+name) {
			return line
		}
	}
	return ""
}
