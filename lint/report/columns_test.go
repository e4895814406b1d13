package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/lsp"
)

// columnText has, before "wx", 3 ASCII characters, 2 Chinese ones and an emoji:
// 6 code points, 7 UTF-16 units, 13 bytes, 9 cells.
const columnText = "'位置🛵';wx.startRecord()"

// columnProgram has one finding, in line 2 behind a byte order mark, and a
// permission entry behind such text as well: after the same three characters.
var columnProgram = map[string]string{
	"p.js":         "\ufeff//\n" + columnText + "\n",
	"app.json":     `{"pages": ["p"], "window": {"navigationBarTitleText": "位置🛵"}, "permission": {"scope.userLocation": {"desc": "用于导航到您选的店"}}}`,
	".mplint.json": `{"category": "map-navigation", "rules": {"refusal-unhandled": "off", "permission-unused": "off"}}`,
}

// TestColumns: every consumer gets the column in the unit that it counts in.
func TestColumns(t *testing.T) {
	outputs := columnOutputs(t)
	for consumer, test := range map[string]struct {
		want string
		at   func(out []byte) string
	}{
		"text": {"p.js:2:7, marker behind 9 cells", func(out []byte) string {
			_, marker, _ := strings.Cut(find(`\| +\^+`)(out), "| ")
			return find(`p.js:\d+:\d+`)(out) + fmt.Sprintf(", marker behind %d cells", strings.Index(marker, "^"))
		}},
		"compact": {"p.js:2:7:", find(`^p.js:\d+:\d+:`)},
		"json": {"line 2, column 7-21, utf16 8-22, offset 19-33", func(out []byte) string {
			var doc jsonReport
			_ = json.Unmarshal(out, &doc)
			s, e := doc.Diagnostics[0].Range.Start, doc.Diagnostics[0].Range.End
			return fmt.Sprintf("line %d, column %d-%d, utf16 %d-%d, offset %d-%d", s.Line, s.Column, e.Column, s.UTF16, e.UTF16, s.Offset, e.Offset)
		}},
		"ndjson": {`"column":7,"utf16":8,"offset":19`, find(`"column":\d+,"utf16":\d+,"offset":\d+`)},
		"sarif": {"code points {2 7 2 21}", func(out []byte) string {
			var doc sarifLog
			_ = json.Unmarshal(out, &doc)
			return "code points " + fmt.Sprint(doc.Runs[0].Results[0].Locations[0].Physical.Region)
		}},
		"rdjson": {"bytes {{2 14} {2 28}}", func(out []byte) string {
			var doc rdReport
			_ = json.Unmarshal(out, &doc)
			return "bytes " + fmt.Sprint(doc.Diagnostics[0].Location.Range)
		}},
		"github": {"UTF-16 line=2,endLine=2,col=8,endColumn=22", func(out []byte) string {
			return "UTF-16 " + find(`line=.*endColumn=\d+`)(out)
		}},
		"checkstyle": {"UTF-16 2:8", func(out []byte) string {
			var doc checkstyleReport
			_ = xml.Unmarshal(out, &doc)
			return fmt.Sprintf("UTF-16 %d:%d", doc.Files[0].Errors[0].Line, doc.Files[0].Errors[0].Column)
		}},
		"junit": {"code points at 2:7", func(out []byte) string { return "code points " + find(`at \d+:\d+`)(out) }},
		"gitlab": {"lines {2 2}", func(out []byte) string {
			var doc []gitlabIssue
			_ = json.Unmarshal(out, &doc)
			return "lines " + fmt.Sprint(doc[0].Location.Lines)
		}},
		"html": {"p.js:2:7, marked wx.startRecord", func(out []byte) string {
			return find(`p\.js:\d+:\d+`)(out) + ", marked " + strings.TrimPrefix(find(`<mark>[^<]*`)(out), "<mark>")
		}},
		"lsp utf-16":         {`"start":{"line":1,"character":7},"end":{"line":1,"character":21}`, find(`"start":{[^}]*},"end":{[^}]*}`)},
		"lsp utf-8":          {`"start":{"line":1,"character":13},"end":{"line":1,"character":27}`, find(`"start":{[^}]*},"end":{[^}]*}`)},
		"inventory text":     {"p.js:2:7", find(`p\.js:\d+:\d+`)},
		"inventory json":     {"2:7", func(out []byte) string { return inventoryAt(t, out, "p.js") }},
		"inventory markdown": {"p.js:2:7", find(`p\.js:\d+:\d+`)},
		"inventory html":     {"p.js:2:7", find(`p\.js:\d+:\d+`)},
		"inventory csv": {"p.js,2,7", func(out []byte) string {
			rows, _ := csv.NewReader(bytes.NewReader(out)).ReadAll()
			for _, row := range rows {
				if at := row[len(row)-3:]; at[0] == "p.js" {
					return strings.Join(at, ",")
				}
			}
			return ""
		}},
		"manifest text": {"app.json:1:78", find(`app\.json:\d+:\d+`)},
		"manifest json": {"column 78-98, utf16 79-99, offset 84-104", func(out []byte) string {
			var doc jsonManifest
			_ = json.Unmarshal(out, &doc)
			s, e := doc.Declarations[0].Range.Start, doc.Declarations[0].Range.End
			return fmt.Sprintf("column %d-%d, utf16 %d-%d, offset %d-%d", s.Column, e.Column, s.UTF16, e.UTF16, s.Offset, e.Offset)
		}},
	} {
		out, ok := outputs[consumer]
		if !ok {
			t.Errorf("there is no %s", consumer)
			continue
		}
		if got := test.at(out); got != test.want {
			t.Errorf("%s: got %s, want %s in\n%s", consumer, got, test.want, out)
		}
		delete(outputs, consumer)
	}
	for consumer := range outputs {
		t.Errorf("no column of %s is tested", consumer)
	}
}

// columnOutputs is what every consumer gets of the program.
func columnOutputs(t *testing.T) map[string][]byte {
	dir := t.TempDir()
	for name, text := range columnProgram {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := lint.Run(t.Context(), lint.Options{Dir: dir})
	if err != nil || len(r.Findings) != 1 {
		t.Fatal(err, r.Findings)
	}
	out := map[string][]byte{}
	for command, formats := range map[string]map[string]Format{"": Formats(), "inventory ": InventoryFormats(), "manifest ": ManifestFormats()} {
		for name, format := range formats {
			out[command+name] = text(t, format, r, Options{Lang: "en"})
		}
	}
	for _, encoding := range []string{"utf-16", "utf-8"} {
		out["lsp "+encoding] = published(t, dir, encoding)
	}
	return out
}

// published is what the language server sends while p.js is open.
func published(t *testing.T, dir, encoding string) []byte {
	at := func(name string) string {
		return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, name))}).String()
	}
	doc, err := json.Marshal(map[string]string{"uri": at("p.js"), "text": strings.TrimPrefix(columnProgram["p.js"], "\ufeff")})
	if err != nil {
		t.Fatal(err)
	}
	var in, out bytes.Buffer
	for _, message := range []string{
		`"id": 1, "method": "initialize", "params": {"rootUri": "` + at("") + `", "capabilities": {"general": {"positionEncodings": ["` + encoding + `"]}}}`,
		`"method": "textDocument/didOpen", "params": {"textDocument": ` + string(doc) + `}`,
		`"id": 2, "method": "textDocument/hover", "params": {"textDocument": ` + string(doc) + `, "position": {"line": 0, "character": 0}}`,
	} {
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n{%s}", len(message)+2, message)
	}
	never := func(time.Duration) <-chan time.Time { return make(chan time.Time) }
	if err := lsp.Serve(t.Context(), &in, &out, lsp.Options{After: never}); err != nil {
		t.Fatal(err)
	}
	_, diagnostics, _ := bytes.Cut(out.Bytes(), []byte("publishDiagnostics"))
	return diagnostics
}

// inventoryAt is the place of the first request in a file.
func inventoryAt(t *testing.T, out []byte, path string) string {
	var doc jsonInventory
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	for _, r := range doc.Requests {
		if r.Path == path {
			return fmt.Sprintf("%d:%d", r.Range.Start.Line, r.Range.Start.Column)
		}
	}
	return ""
}

func find(pattern string) func([]byte) string {
	return func(out []byte) string { return string(regexp.MustCompile(pattern).Find(out)) }
}
