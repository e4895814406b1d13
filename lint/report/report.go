// Package report prints the outcome of a run, one file per format. A report
// goes to one writer, holds no raw control character that came from a file,
// and is the same for the same result.
package report

import (
	"fmt"
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

// Options says how to print.
type Options struct {
	Lang    string // "zh" or "en"
	Color   bool
	Width   int    // terminal cells per line; 0 means 100
	Verbose bool   // list what was skipped
	Quiet   bool   // leave out the summary
	Version string // of the tool
	Failed  bool   // the run came to no result

	// Locate returns the address of a file by its path, for links that a
	// terminal shows; nil means no links.
	Locate func(path string) string

	Rulebook string // the rules in use: "2021", the default, or "draft-2026"
	By       string // what an inventory is grouped by; "" means data-type
}

// Format prints a result.
type Format func(io.Writer, *lint.Result, Options) error

// Formats are the formats by name.
func Formats() map[string]Format {
	return map[string]Format{
		"text": Text, "compact": Compact, "json": JSON, "ndjson": NDJSON, "sarif": SARIF, "github": GitHub, "gitlab": GitLab,
		"checkstyle": Checkstyle, "junit": JUnit, "rdjson": RDJSON, "html": HTML,
	}
}

// Count is how many findings there are of each severity.
type Count struct{ Errors, Warnings, Infos int }

// CountOf counts findings.
func CountOf(findings []*rule.Finding) (c Count) {
	for _, f := range findings {
		switch f.Severity {
		case rule.Error:
			c.Errors++
		case rule.Warning:
			c.Warnings++
		default:
			c.Infos++
		}
	}
	return c
}

// say picks a text for a language and formats it.
func say(lang, en, zh string, args ...any) string {
	return fmt.Sprintf(rule.Text{En: en, Zh: zh}.In(lang), args...)
}
