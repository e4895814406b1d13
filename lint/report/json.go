package report

import (
	"bufio"
	"bytes"
	"cmp"
	"io"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// SchemaVersion is the version of the JSON documents. Fields are only ever
// added within one.
const SchemaVersion = 1

type jsonReport struct {
	SchemaVersion int              `json:"schemaVersion"`
	Tool          jsonTool         `json:"tool"`
	Projects      []jsonProject    `json:"projects"`
	Diagnostics   []jsonDiagnostic `json:"diagnostics"`
	Summary       jsonSummary      `json:"summary"`
}

type jsonTool struct {
	Name        string `json:"name"`
	Version     string `json:"version"`
	Rulebook    string `json:"rulebook"`
	DataVersion string `json:"dataVersion"`
}

type jsonProject struct {
	Root           string   `json:"root"`
	Platform       string   `json:"platform"`
	Kind           string   `json:"kind"` // miniprogram, minigame or plugin
	Framework      string   `json:"framework"`
	Manifest       string   `json:"manifest"`
	Categories     []string `json:"categories"`
	CategorySource string   `json:"categorySource"`
	Files          int      `json:"files"`
	Requests       int      `json:"requests"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	UTF16  int `json:"utf16"`
	Offset int `json:"offset"`
}

type jsonRange struct {
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonDiagnostic struct {
	Rule        string         `json:"rule"`
	Severity    string         `json:"severity"`
	Confidence  string         `json:"confidence"`
	Path        string         `json:"path"`
	Range       jsonRange      `json:"range"`
	Pointer     string         `json:"pointer"`
	Message     string         `json:"message"`
	Why         string         `json:"why"`
	Help        string         `json:"help"`
	Project     string         `json:"project"`
	Platform    string         `json:"platform"`
	Capability  string         `json:"capability"`
	Scope       string         `json:"scope"`
	Request     string         `json:"request"`
	DataTypes   []string       `json:"dataTypes"`
	Categories  []string       `json:"categories"`
	Origin      string         `json:"origin"`
	Reachable   bool           `json:"reachable"`
	Link        string         `json:"link"`
	Citations   []jsonCitation `json:"citations"`
	Gates       []jsonGate     `json:"gates"`
	Related     []jsonRelated  `json:"related"`
	Fixes       []jsonFix      `json:"fixes"`
	Fingerprint string         `json:"fingerprint"`
}

type jsonCitation struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Rank    string `json:"rank"`
	Title   string `json:"title"`
	URL     string `json:"url"`
}

type jsonGate struct {
	By   string `json:"by"`
	Code string `json:"code"`           // "" where the platform answers with a text
	Text string `json:"text,omitempty"` // exact words of the platform
}

type jsonRelated struct {
	Path    string    `json:"path"`
	Range   jsonRange `json:"range"`
	Message string    `json:"message"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Path    string    `json:"path"`
	Range   jsonRange `json:"range"`
	NewText string    `json:"newText"`
}

type jsonSummary struct {
	Errors       int        `json:"errors"`
	Warnings     int        `json:"warnings"`
	Infos        int        `json:"infos"`
	Suppressed   int        `json:"suppressed"`
	Baselined    int        `json:"baselined"`
	Stale        int        `json:"stale"` // findings of baselines that are no more
	FilesScanned int        `json:"filesScanned"`
	FilesSkipped []jsonSkip `json:"filesSkipped"`
}

type jsonSkip struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
	Detail string `json:"detail"`
}

// JSON prints one document for machines; output.schema.json describes it.
// Diagnostics are printed one by one, so that thousands of them take no more
// memory than one.
func JSON(w io.Writer, r *lint.Result, o Options) error {
	var frame bytes.Buffer
	if err := encode(&frame, frameOf(r, o), "  "); err != nil {
		return err
	}
	const list = `"diagnostics": [` // with its quotes it stands in no string
	before, after, _ := bytes.Cut(frame.Bytes(), []byte(list))
	out := bufio.NewWriterSize(w, 1<<16)
	out.Write(before)
	out.WriteString(list)
	var b bytes.Buffer
	for i, f := range r.Findings {
		b.Reset()
		if err := encodeWithin(&b, diagnosticOf(f, o.Lang), "    ", "  "); err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	}
	if len(r.Findings) > 0 {
		out.WriteString("\n  ")
	}
	out.Write(after)
	return out.Flush()
}

func jsonOf(r *lint.Result, o Options) jsonReport {
	doc := frameOf(r, o)
	for _, f := range r.Findings {
		doc.Diagnostics = append(doc.Diagnostics, diagnosticOf(f, o.Lang))
	}
	return doc
}

// frameOf returns the document without its diagnostics.
func frameOf(r *lint.Result, o Options) jsonReport {
	c := CountOf(r.Findings)
	doc := jsonReport{
		SchemaVersion: SchemaVersion,
		Tool:          toolOf(o),
		Projects:      projectsOf(r),
		Diagnostics:   []jsonDiagnostic{},
		Summary: jsonSummary{
			Errors: c.Errors, Warnings: c.Warnings, Infos: c.Infos,
			Suppressed: r.Suppressed, Baselined: r.Baselined, FilesScanned: r.Files, FilesSkipped: skipsOf(r.Skipped),
		},
	}
	for _, b := range r.Stale {
		doc.Summary.Stale += b.Findings
	}
	return doc
}

func toolOf(o Options) jsonTool {
	return jsonTool{"mplint", o.Version, cmp.Or(o.Rulebook, config.Rulebook2021), categories.DataVersion()}
}

func projectsOf(r *lint.Result) []jsonProject {
	out := []jsonProject{}
	for _, p := range r.Projects {
		slugs := []string{}
		for _, c := range p.Config.Categories {
			slugs = append(slugs, c.Slug)
		}
		out = append(out, jsonProject{
			p.Root, p.Platform.ID, string(p.Surface), p.Framework, p.ManifestPath,
			slugs, p.CategorySource, p.Files, len(p.Requests),
		})
	}
	return out
}

func skipsOf(list []project.Skip) []jsonSkip {
	out := []jsonSkip{}
	for _, s := range list {
		out = append(out, jsonSkip(s))
	}
	return out
}

func rangeOf(f *source.File, r source.Range) jsonRange {
	return jsonRange{jsonPosition(f.Position(r.Start)), jsonPosition(f.Position(r.End))}
}

func diagnosticOf(f *rule.Finding, lang string) jsonDiagnostic {
	d := jsonDiagnostic{
		Rule: f.Rule, Severity: string(f.Severity), Confidence: string(f.Confidence),
		Path: f.File.Path, Range: rangeOf(f.File, f.Range), Pointer: f.Pointer,
		Message: f.Message.In(lang), Why: f.Why.In(lang), Help: f.Help.In(lang),
		Project: f.Project, Platform: f.Platform, Capability: f.Capability, Scope: f.Scope, Request: string(f.Request),
		DataTypes: list(f.DataTypes), Categories: list(f.Categories), Origin: f.Origin, Reachable: !f.Unreachable, Link: f.Link,
		Citations: citationsOf(f.Citations, lang), Gates: []jsonGate{}, Related: []jsonRelated{}, Fixes: fixesOf(f.Fixes, lang),
		Fingerprint: f.Fingerprint,
	}
	for _, g := range f.Gates {
		d.Gates = append(d.Gates, jsonGate(g))
	}
	for _, r := range f.Related {
		d.Related = append(d.Related, jsonRelated{r.File.Path, rangeOf(r.File, r.Range), r.Message.In(lang)})
	}
	return d
}

func fixesOf(fixes []rule.Fix, lang string) []jsonFix {
	out := []jsonFix{}
	for _, f := range fixes {
		j := jsonFix{Title: f.Title.In(lang), Safe: f.Safe, Edits: []jsonEdit{}}
		for _, e := range f.Edits {
			j.Edits = append(j.Edits, jsonEdit{e.File.Path, rangeOf(e.File, e.Range), e.NewText})
		}
		out = append(out, j)
	}
	return out
}

func citationsOf(citations []rule.Citation, lang string) []jsonCitation {
	out := []jsonCitation{}
	for _, c := range citations {
		j := jsonCitation{ID: c.ID, Article: c.Article}
		if s, ok := categories.SourceByID(c.ID); ok {
			j.Rank, j.Title, j.URL = s.Rank, s.Title(lang), s.URL
		}
		out = append(out, j)
	}
	return out
}

// list makes an absent list an empty one: arrays are never null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
