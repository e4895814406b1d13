package report

import (
	"bytes"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

func TestGolden(t *testing.T) {
	for name, o := range map[string]Options{
		"text.en.txt":        {Lang: "en", Width: 80},
		"text.zh.txt":        {Lang: "zh", Width: 80},
		"text.en.colour.txt": {Lang: "en", Width: 80, Color: true},
		"text.zh.colour.txt": {Lang: "zh", Width: 80, Color: true},
		"verbose.en.txt":     {Lang: "en", Width: 80, Verbose: true},
		"verbose.zh.txt":     {Lang: "zh", Width: 80, Verbose: true},
		"quiet.en.txt":       {Lang: "en", Width: 80, Quiet: true},
	} {
		golden(t, name, text(t, Text, fixture(t), o))
	}
	for name, format := range map[string]Format{
		"compact": Compact, "report": JSON, "github": GitHub, "gitlab": GitLab, "checkstyle": Checkstyle, "junit": JUnit, "rdjson": RDJSON,
		"inventory": Inventory, "inventory-json": InventoryJSON,
	} {
		for _, lang := range []string{"en", "zh"} {
			golden(t, name+"."+lang+".txt", text(t, format, fixture(t), Options{Lang: lang, Version: "1.2.3"}))
		}
	}
	for _, by := range InventoryGroups {
		for name, format := range map[string]Format{"text": Inventory, "markdown": InventoryMarkdown, "csv": InventoryCSV} {
			golden(t, "inventory."+by+"."+name+".txt", text(t, format, full(t), Options{Lang: "zh", By: by}))
		}
	}
	declared := &inventory.Declared{Names: []string{"UserInfo", "EXOrderInfo", "收集你的微信运动步数", "nonsense"}, Detected: []string{"Camera"}}
	for name, format := range GuideFormats("wechat", nil) {
		golden(t, "guide."+name+".txt", text(t, format, full(t), Options{Lang: "zh", Version: "1.2.3"}))
	}
	for name, format := range GuideFormats("wechat", declared) {
		golden(t, "guide-declared."+name+".txt", text(t, format, full(t), Options{Lang: "en", Version: "1.2.3"}))
	}
	golden(t, "inventory.verbose.txt", text(t, Inventory, fixture(t), Options{Lang: "en", Verbose: true}))
	golden(t, "inventory.colour.txt", text(t, Inventory, fixture(t), Options{Lang: "en", Color: true}))
}

// TestColourOnlyAdds: without its escape sequences a coloured report is the
// plain one.
func TestColourOnlyAdds(t *testing.T) {
	for name, format := range map[string]Format{"text": Text, "inventory": Inventory} {
		plain := text(t, format, fixture(t), Options{Lang: "zh"})
		coloured := text(t, format, fixture(t), Options{Lang: "zh", Color: true})
		if !bytes.Contains(coloured, []byte("\x1b[")) {
			t.Errorf("%s: no colour", name)
		}
		if got := strip(coloured); !bytes.Equal(got, plain) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, plain)
		}
	}
}

// strip takes escape sequences out of a text.
func strip(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == 0x1b {
			for s[i] != 'm' {
				i++
			}
			continue
		}
		out = append(out, s[i])
	}
	return out
}

// TestNoControlBytes: whatever a path, a message or the source holds, the only
// control character of a report is the line end, and bidi marks are spelt out.
func TestNoControlBytes(t *testing.T) {
	evil := "a\x00\x1b]0;x\x07\x1b[31m\t\r\n\x7f\u009b\u202e\u2028\xffb"
	r := fixture(t)
	f := r.Findings[1]
	file := &source.File{Path: evil, Data: []byte(evil)}
	f.File, f.Range = file, source.Range{Start: 0, End: 12}
	f.Message, f.Why, f.Help = rule.Both(evil, evil), rule.Both(evil, evil), rule.Both(evil, evil)
	f.Link = evil
	f.Related[0] = rule.Related{File: file, Message: rule.Both(evil, evil)}
	r.Skipped[0].Path, r.Skipped[0].Detail, r.Skipped[0].Reason = evil, evil, evil
	j := r.Projects[0]
	j.Root, j.CategorySource = evil, evil
	j.Fields = []*project.Field{{Label: evil, DataType: "name", File: file, Reachable: true}}
	j.Requests[0].File, j.Requests[2].Package = file, evil
	formats := map[string]Format{"text": Text, "compact": Compact, "inventory": Inventory, "inventory-markdown": InventoryMarkdown}
	for name, format := range GuideFormats("wechat", &inventory.Declared{Names: []string{evil}}) {
		formats["guide-"+name] = format
	}
	for name, format := range formats {
		for _, lang := range []string{"en", "zh"} {
			out := text(t, format, r, Options{Lang: lang, Verbose: true})
			for i, c := range out {
				if c < ' ' && c != '\n' || c == 0x7f {
					t.Errorf("%s: byte %#x in %q", name, c, out[max(0, i-30):i+1])
				}
			}
			for _, mark := range []string{"\u202e", "\u009b", "\u2028", "\xff"} {
				if bytes.Contains(out, []byte(mark)) {
					t.Errorf("%s: %q gets through", name, mark)
				}
			}
		}
	}
	lines := bytes.Count(text(t, Compact, r, Options{}), []byte("\n"))
	if lines != len(r.Findings) {
		t.Errorf("compact has %d lines for %d findings", lines, len(r.Findings))
	}
}

func TestNothingFound(t *testing.T) {
	empty := &lint.Result{}
	for name, want := range map[string]string{"text": "0 errors, 0 warnings, 0 infos in 0 files of 0 projects\n", "compact": ""} {
		if got := text(t, Formats()[name], empty, Options{}); string(got) != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := text(t, Inventory, empty, Options{}); len(got) != 0 {
		t.Errorf("inventory: got %q", got)
	}
}
