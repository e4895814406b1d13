package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/suppress"
)

func sarifOf(t *testing.T, r *lint.Result, o Options) sarifRun {
	t.Helper()
	out := text(t, SARIF, r, o)
	check(t, "testdata/sarif/sarif-schema-2.1.0.json", out)
	var doc sarifLog
	if err := json.Unmarshal(out, &doc); err != nil || len(doc.Runs) != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	return doc.Runs[0]
}

func TestSARIF(t *testing.T) {
	r := fixture(t)
	r.Hidden = []suppress.Hidden{
		{Finding: r.Findings[0], Reason: "reviewed", InSource: true}, {Finding: r.Findings[2], Reason: "known"},
	}
	run := sarifOf(t, r, Options{Lang: "zh", Version: "1.2.3"})
	if got := run.Tool.Driver; got.Version != "1.2.3" || len(got.Rules) != 2 || !run.Invocations[0].Successful || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("got %+v", run)
	}
	for _, x := range run.Tool.Driver.Rules {
		known, ok := rule.ByID(x.ID)
		if !ok || x.Default.Level != sarifLevel(known.Severity) || x.Short.Text != known.Title.Zh || x.Help.Markdown != rule.Doc(x.ID, "zh") || len(x.Full.Text) < 20 || strings.HasPrefix(x.Full.Text, "#") || !strings.HasSuffix(x.HelpURI, x.ID+".zh.md") {
			t.Errorf("got %+v", x)
		}
	}
	var got []string
	for _, x := range run.Results {
		if run.Tool.Driver.Rules[x.RuleIndex].ID != x.RuleID {
			t.Errorf("%s has the index of another rule", x.RuleID)
		}
		got = append(got, fmt.Sprint(x.Level, x.Fingerprints["mplint/v1"], x.Locations[0].Physical.Artifact, x.Suppressions))
	}
	want := []string{
		"note00aa{shop/app.json %SRCROOT%} []", "error11bb{shop/pages/index.js %SRCROOT%} []", "warning22cc{shop/pages/index.js %SRCROOT%} []",
		"note00aa{shop/app.json %SRCROOT%} [{inSource accepted reviewed}]", "warning22cc{shop/pages/index.js %SRCROOT%} [{external accepted known}]",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q", got)
	}
	full := run.Results[1]
	if len(full.Related) != 5 || full.Related[0].Message.Text != "在此声明" || full.Related[4].Message != nil || full.Related[4].ID != 5 {
		t.Errorf("got %+v", full.Related)
	}
	if len(full.Fixes) != 1 || full.Fixes[0].Description.Text != "改写" || len(full.Fixes[0].Changes) != 2 || full.Fixes[0].Changes[1].Replacements[0].Inserted.Text != "{\n" {
		t.Errorf("only the safe fix, by file: got %+v", full.Fixes)
	}
}

func TestSARIFNothing(t *testing.T) {
	if run := sarifOf(t, &lint.Result{}, Options{Failed: true}); run.Invocations[0].Successful || run.Results == nil || run.Tool.Driver.Rules == nil {
		t.Errorf("got %+v", run)
	}
}

func TestRelativeURI(t *testing.T) {
	for path, want := range map[string]string{
		"a/b.js": "a/b.js true", "店 铺/100%#?.js": "%E5%BA%97%20%E9%93%BA/100%25%23%3F.js true", "a:b.js": "./a:b.js true",
		"../a.js": "../a.js false", "..a/b.js": "..a/b.js true", "/x/a b.js": "file:///x/a%20b.js false", "C:/x/a.js": "file:///C:/x/a.js false",
	} {
		if uri, inside := relativeURI(path); fmt.Sprint(uri, " ", inside) != want {
			t.Errorf("%s: got %s %v, want %s", path, uri, inside, want)
		}
	}
}

func TestEscapeLinks(t *testing.T) {
	for in, want := range map[string]string{"wx[name]()": `wx\[name\]()`, "a[0] (b)": "a[0] (b)", "": ""} {
		if got := escapeLinks(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}
