package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// columnText has, before "wx", 2 ASCII characters, 2 Chinese ones and an emoji:
// 5 code points, 6 UTF-16 units, 12 bytes, 8 cells.
const columnText = "/*位置🛵wx.getLocation*/"

// TestColumns: every consumer gets the column in the unit that it counts in.
func TestColumns(t *testing.T) {
	f := &source.File{Path: "a.js", Data: []byte("\ufeff//\n" + columnText + "\n")}
	r := &lint.Result{Findings: []*rule.Finding{{Rule: "scope-beyond-category", Severity: rule.Error, File: f, Range: span(f, "wx.getLocation"), Message: rule.Both("m", "m")}}}
	for format, test := range map[string]struct {
		want string
		at   func(out []byte) string
	}{
		"json": {"line 2, column 6-20, utf16 7-21, offset 18-32", func(out []byte) string {
			var doc jsonReport
			_ = json.Unmarshal(out, &doc)
			s, e := doc.Diagnostics[0].Range.Start, doc.Diagnostics[0].Range.End
			return fmt.Sprintf("line %d, column %d-%d, utf16 %d-%d, offset %d-%d", s.Line, s.Column, e.Column, s.UTF16, e.UTF16, s.Offset, e.Offset)
		}},
		"ndjson": {`"column":6,"utf16":7,"offset":18`, find(`"column":6,"utf16":7,"offset":18`)},
		"sarif": {"code points {2 6 2 20}", func(out []byte) string {
			var doc sarifLog
			_ = json.Unmarshal(out, &doc)
			return "code points " + fmt.Sprint(doc.Runs[0].Results[0].Locations[0].Physical.Region)
		}},
		"rdjson": {"bytes {{2 13} {2 27}}", func(out []byte) string {
			var doc rdReport
			_ = json.Unmarshal(out, &doc)
			return "bytes " + fmt.Sprint(doc.Diagnostics[0].Location.Range)
		}},
		"github": {"UTF-16 line=2,endLine=2,col=7,endColumn=21", func(out []byte) string {
			return "UTF-16 " + find(`line=.*endColumn=\d+`)(out)
		}},
		"checkstyle": {"UTF-16 2:7", func(out []byte) string {
			var doc checkstyleReport
			_ = xml.Unmarshal(out, &doc)
			return fmt.Sprintf("UTF-16 %d:%d", doc.Files[0].Errors[0].Line, doc.Files[0].Errors[0].Column)
		}},
		"junit": {"code points at 2:6", func(out []byte) string { return "code points " + find(`at \d+:\d+`)(out) }},
		"gitlab": {"lines {2 2}", func(out []byte) string {
			var doc []gitlabIssue
			_ = json.Unmarshal(out, &doc)
			return "lines " + fmt.Sprint(doc[0].Location.Lines)
		}},
		"html": {"a.js:2:6, marked wx.getLocation", func(out []byte) string {
			return find(`a\.js:\d+:\d+`)(out) + ", marked " + strings.TrimPrefix(find(`<mark>[^<]*`)(out), "<mark>")
		}},
		"compact": {"a.js:2:6:", find(`^a.js:\d+:\d+:`)},
		"text": {"a.js:2:6, marker behind 8 cells", func(out []byte) string {
			_, marker, _ := strings.Cut(find(`\| +\^+`)(out), "| ")
			return find(`a.js:\d+:\d+`)(out) + fmt.Sprintf(", marker behind %d cells", strings.Index(marker, "^"))
		}},
	} {
		out := text(t, Formats()[format], r, Options{Lang: "en"})
		if got := test.at(out); got != test.want {
			t.Errorf("%s: got %s, want %s in\n%s", format, got, test.want, out)
		}
		delete(untested, format)
	}
	for format := range untested {
		t.Errorf("no column of format %s is tested", format)
	}
}

var untested = Formats()

func find(pattern string) func([]byte) string {
	return func(out []byte) string { return string(regexp.MustCompile(pattern).Find(out)) }
}
