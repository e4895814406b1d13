package rule

import (
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Severity is how much a finding weighs; it decides the exit code.
type Severity string

// The severities. Off is a setting of the config, never of a finding.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
	Off     Severity = "off"
)

// Weight orders severities: error above warning above info.
func (s Severity) Weight() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// lower is the severity one level below; info stays.
func (s Severity) lower() Severity {
	if s == Error {
		return Warning
	}
	return Info
}

// Confidence is how sure the tool is that a finding is one.
type Confidence string

// The degrees of confidence.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Weight orders degrees of confidence: high above medium above low.
func (c Confidence) Weight() int {
	switch c {
	case High:
		return 3
	case Medium:
		return 2
	}
	return 1
}

// Text is one message in both languages of the tool.
type Text = message.Text

// Both is an argument of T that reads differently in the two languages.
func Both(en, zh string) Text { return Text{En: en, Zh: zh} }

// T formats the same arguments into both languages; see message.T.
func T(en, zh string, args ...any) Text { return message.T(en, zh, args...) }

// Finding is one diagnostic. Message says what was found, Why the reason that
// it matters, Help what to do.
type Finding struct {
	Rule       string
	Severity   Severity
	Confidence Confidence

	File    *source.File
	Range   source.Range
	Pointer string // JSON pointer for a place in a manifest or config, else empty
	Whole   bool   // about the project as a whole, of which the range is no part

	Message, Why, Help Text

	Project     string // root of the project, relative to the working directory, "." for the directory itself
	Platform    string
	Capability  string
	Scope       string
	Request     platform.RequestKind
	DataTypes   []string
	Categories  []string // slugs of the project's categories, where the category decides
	Origin      string
	Unreachable bool // no page, component or script of the project reaches the place
	Citations   []Citation
	Gates       []Gate
	Link        string // page of the platform or the law, or ""
	Related     []Related
	Fixes       []Fix
	Fingerprint string
}

// mostRelated is how many further places of the same kind a finding names.
const mostRelated = 5

// Citation names the source of a rule: its id in categories' sources and the
// clause, such as article "5(7)".
type Citation struct{ ID, Article string }

// Gate names what of the platform would answer to the finding, such as the
// code of an upload check.
type Gate struct{ By, Code, Text string }

// Related is another place that belongs to a finding.
type Related struct {
	File    *source.File
	Range   source.Range
	Message Text
}
