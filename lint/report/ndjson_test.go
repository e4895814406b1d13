package report

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mplint/mplint/lint"
)

// TestNDJSON: each line is the diagnostic that stands in the document of JSON.
func TestNDJSON(t *testing.T) {
	r := fixture(t)
	s, err := jsonschema.NewCompiler().Compile("output.schema.json#/$defs/diagnostic")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Diagnostics []json.RawMessage }
	if err := json.Unmarshal(text(t, JSON, r, Options{Lang: "zh"}), &doc); err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSuffix(text(t, NDJSON, r, Options{Lang: "zh"}), []byte("\n")), []byte("\n"))
	if len(lines) != len(r.Findings) || len(lines) != len(doc.Diagnostics) {
		t.Fatalf("%d lines for %d findings", len(lines), len(r.Findings))
	}
	for i, line := range lines {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
		var want bytes.Buffer
		if err := json.Compact(&want, doc.Diagnostics[i]); err != nil || !bytes.Equal(line, want.Bytes()) {
			t.Errorf("got %s, want %s", line, want.Bytes())
		}
	}
	if got := text(t, NDJSON, &lint.Result{}, Options{}); len(got) != 0 {
		t.Errorf("nothing found: %q", got)
	}
}

// TestJSONEscapes: a JSON report keeps the text but holds no character that a
// terminal would act on.
func TestJSONEscapes(t *testing.T) {
	evil := "a\x00\x1b]0;x\x07\t\x7f\u009b31m\u202e\u2028附🛵\\b"
	r := fixture(t)
	r.Findings[1].File.Path = evil
	for name, format := range map[string]Format{"json": JSON, "ndjson": NDJSON, "inventory": InventoryJSON} {
		out := text(t, format, r, Options{})
		if i := bytes.IndexFunc(out, func(c rune) bool { return c != '\n' && unsafeRune(c) }); i >= 0 {
			t.Errorf("%s: %q gets through", name, out[i:i+3])
		}
		want, _ := json.Marshal(evil)
		if !bytes.Contains(out, escape(want)) {
			t.Errorf("%s does not hold %s", name, escape(want))
		}
		for line := range bytes.Lines(out) {
			if name == "ndjson" && !json.Valid(line) {
				t.Errorf("no JSON: %s", line)
			}
		}
		if name != "ndjson" && !json.Valid(out) {
			t.Errorf("%s is no JSON", name)
		}
	}
	var back string
	quoted, _ := json.Marshal(evil)
	if err := json.Unmarshal(escape(quoted), &back); err != nil || back != evil {
		t.Errorf("got %q, %v", back, err)
	}
}
