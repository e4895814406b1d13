package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
	"github.com/mplint/mplint/lint/suppress"
)

// conformance are the results that every format has to cope with, with the
// number of their findings.
func conformance(t *testing.T) map[string]*lint.Result {
	finding := func(path, text, mark string) *rule.Finding {
		f := &source.File{Path: path, Data: []byte(text)}
		return &rule.Finding{
			Rule: "scope-beyond-category", Severity: rule.Error, Confidence: rule.High, File: f, Range: span(f, mark),
			Message: rule.Both("`wx.getLocation` asks: 50%, or more", "`wx.getLocation` 收集精准位置"), Project: "店 铺", Platform: "wechat",
			Origin: "own", Fingerprint: "00" + fmt.Sprintf("%x", path),
		}
	}
	of := func(findings ...*rule.Finding) *lint.Result { return &lint.Result{Findings: findings, Files: 1} }
	many := of()
	file := &source.File{Path: "a.js", Data: bytes.Repeat([]byte("/* 位置 */ wx.getLocation()\n"), 3000)}
	for i := range 3000 {
		f := *finding("a.js", "", "")
		at := file.LineRange(i + 1).Start
		f.File, f.Range, f.Fingerprint = file, source.Range{Start: at, End: at + 2}, fmt.Sprintf("%016x", i)
		many.Findings = append(many.Findings, &f)
	}
	evil := finding("a\x1b\u202e:,%\n.js", "\x00\x1b[31mwx\u202e", "wx")
	evil.Message = rule.Both("a\x00\x1b]0;x\x07\t\r\n\ufffe\u202e\xff]]> <&\"'", "一\x00\x1b")
	links := finding("a.js", "wx[name]()", "wx")
	links.Message = rule.Both("`wx[name]()` {0}", "`wx[name]()`")
	hidden := of()
	hidden.Hidden = []suppress.Hidden{{Finding: finding("b.js", "wx", "wx"), Reason: "理由", InSource: true}, {Finding: links, Reason: "r"}}
	warning, info := finding("c.js", "wx", "wx"), finding("d.js", "wx", "wx")
	warning.Severity, info.Severity = rule.Warning, rule.Info
	outside := finding("../店/a.js", "wx", "wx")
	absolute := finding("/店/a.js", "wx", "wx")
	return map[string]*lint.Result{
		"nothing linted":         {},
		"nothing found":          {Files: 3},
		"everything":             fixture(t),
		"a Chinese path":         of(finding("店 铺/页 面 100%.js", "wx", "wx")),
		"no range":               of(finding("app.json", "{}", "")),
		"no text":                of(finding("app.json", "", "")),
		"several lines":          of(finding("a.js", "a\nwx.get\n位置\n", "x.get\n位")),
		"thousands":              many,
		"control characters":     of(evil),
		"an emoji before":        of(finding("a.js", columnText, "wx")),
		"what looks like a link": of(links),
		"suppressed":             hidden,
		"severities":             of(warning, info),
		"other folders":          of(outside, absolute),
	}
}

// conforms checks one document and returns how many findings it shows.
var conforms = map[string]func(*testing.T, *lint.Result, []byte) int{
	"json": func(t *testing.T, _ *lint.Result, out []byte) int {
		return len(check(t, "output.schema.json", out).(map[string]any)["diagnostics"].([]any))
	},
	"ndjson":  func(_ *testing.T, _ *lint.Result, out []byte) int { return bytes.Count(out, []byte("\n")) },
	"compact": func(_ *testing.T, _ *lint.Result, out []byte) int { return bytes.Count(out, []byte("\n")) },
	"text":    func(_ *testing.T, _ *lint.Result, out []byte) int { return bytes.Count(out, []byte("  --> ")) },
	"sarif": func(t *testing.T, r *lint.Result, out []byte) int {
		doc := check(t, "testdata/sarif/sarif-schema-2.1.0.json", out).(map[string]any)
		results := doc["runs"].([]any)[0].(map[string]any)["results"].([]any)
		return len(results) - len(r.Hidden)
	},
	"github": func(t *testing.T, _ *lint.Result, out []byte) int {
		n := 0
		for line := range bytes.Lines(out) {
			n++
			if !workflowCommand.Match(line) {
				t.Errorf("no workflow command: %q", line)
			}
		}
		return n
	},
	"gitlab": func(t *testing.T, _ *lint.Result, out []byte) int {
		var doc []gitlabIssue
		strictly(t, out, &doc)
		seen := map[string]bool{}
		for _, x := range doc {
			if seen[x.Fingerprint] || x.Fingerprint == "" || x.Description == "" || !slices.Contains([]string{"major", "minor", "info"}, x.Severity) {
				t.Errorf("a bad issue: %+v", x)
			}
			seen[x.Fingerprint] = true
		}
		return len(doc)
	},
	"html": func(_ *testing.T, _ *lint.Result, out []byte) int {
		return bytes.Count(out, []byte(`<article class="finding `))
	},
	"checkstyle": func(t *testing.T, _ *lint.Result, out []byte) int { return elements(t, out, "error") },
	"junit": func(t *testing.T, r *lint.Result, out []byte) int {
		n := elements(t, out, "failure") + elements(t, out, "skipped")
		var doc junitReport
		if err := xml.Unmarshal(out, &doc); err != nil {
			t.Error(err)
		}
		if doc.Tests != elements(t, out, "testcase") || doc.Failures != elements(t, out, "failure") || (doc.Tests == 0) != (r.Files == 0) {
			t.Errorf("counts are wrong: %+v", doc)
		}
		return n
	},
	"rdjson": func(t *testing.T, _ *lint.Result, out []byte) int {
		var doc rdReport
		strictly(t, out, &doc)
		for _, d := range doc.Diagnostics {
			if d.Location.Range.Start.Line < 1 || d.Location.Range.Start.Column < 1 || !slices.Contains([]string{"ERROR", "WARNING", "INFO"}, d.Severity) {
				t.Errorf("a bad diagnostic: %+v", d)
			}
		}
		return len(doc.Diagnostics)
	},
}

var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) file=[^:,\s]*( [^:,\s]*)*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=mplint%3A [a-z-]+::[^\r\n]+\n$`)

// TestConformance feeds every format the same results. None may lose a finding,
// break its document, or let a control character through.
func TestConformance(t *testing.T) {
	for name, format := range Formats() {
		count := conforms[name]
		if count == nil {
			t.Errorf("no test for format %s", name)
			continue
		}
		for about, r := range conformance(t) {
			for _, lang := range []string{"en", "zh"} {
				t.Run(name+"/"+about+"/"+lang, func(t *testing.T) {
					out := text(t, format, r, Options{Lang: lang, Version: "1.2.3"})
					if n := count(t, r, out); n != len(r.Findings) {
						t.Errorf("shows %d of %d findings:\n%.2000s", n, len(r.Findings), out)
					}
					if i := bytes.IndexFunc(out, func(c rune) bool { return c != '\n' && unsafeRune(c) }); i >= 0 {
						t.Errorf("%q gets through", out[i:min(len(out), i+5)])
					}
				})
			}
		}
	}
}

// strictly decodes JSON that has only known fields, none of them null.
func strictly(t *testing.T, out []byte, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Errorf("%v in\n%.500s", err, out)
	}
	if bytes.Contains(out, []byte(": null")) || bytes.Equal(bytes.TrimSpace(out), []byte("null")) {
		t.Errorf("a null in\n%.500s", out)
	}
}

// elements counts the elements of that name in an XML document.
func elements(t *testing.T, out []byte, name string) (n int) {
	t.Helper()
	if !strings.HasPrefix(string(out), xml.Header) {
		t.Errorf("no XML: %.60s", out)
	}
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == name {
			n++
		}
	}
}
