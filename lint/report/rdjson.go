package report

import (
	"io"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

type rdReport struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"` // in bytes of UTF-8, from 1
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// RDJSON prints the Reviewdog Diagnostic Format. Columns count bytes.
func RDJSON(w io.Writer, r *lint.Result, o Options) error {
	text := newDescriber(r, o.Lang)
	doc := rdReport{rdSource{"mplint", rule.Homepage}, []rdDiagnostic{}}
	for _, f := range r.Findings {
		d := rdDiagnostic{
			Message: text.all(f), Location: rdLocationOf(f.File, f.Range), Severity: strings.ToUpper(string(f.Severity)),
			Code: rdCode{f.Rule, rule.DocURL(f.Rule, o.Lang)}, Suggestions: rdSuggestionsOf(f),
		}
		for _, x := range f.Related {
			d.Related = append(d.Related, rdRelated{x.Message.In(o.Lang), rdLocationOf(x.File, x.Range)})
		}
		doc.Diagnostics = append(doc.Diagnostics, d)
	}
	return encode(w, doc, "  ")
}

// rdSuggestionsOf is the safe fix, where one edit of the same file is all of
// it: several suggestions of one diagnostic are alternatives.
func rdSuggestionsOf(f *rule.Finding) []rdSuggestion {
	fix := f.Fixable()
	if fix == nil || len(fix.Edits) != 1 || fix.Edits[0].File.Path != f.File.Path {
		return nil
	}
	e := fix.Edits[0]
	return []rdSuggestion{{rdRangeOf(e.File, e.Range), e.NewText}}
}

func rdLocationOf(f *source.File, r source.Range) rdLocation {
	return rdLocation{f.Path, rdRangeOf(f, r)}
}

func rdRangeOf(f *source.File, r source.Range) rdRange {
	position := func(offset int) rdPosition {
		return rdPosition{f.Position(offset).Line, f.UTF8(offset)}
	}
	return rdRange{position(r.Start), position(r.End)}
}
