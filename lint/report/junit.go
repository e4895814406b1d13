package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Failure *junitOutcome `xml:"failure"`
	Skipped *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// JUnit prints a test report: a suite for each file, a test for each finding.
// Errors and warnings are failures; an info is a skipped test, which no
// service takes for a broken build. Columns in names count code points.
func JUnit(w io.Writer, r *lint.Result, o Options) error {
	text := newDescriber(r, o.Lang)
	doc := junitReport{Name: "mplint"}
	for _, group := range byFile(r.Findings) {
		suite := junitSuite{Name: clean(group.path)}
		for _, f := range group.findings {
			suite.add(f, text)
		}
		doc.add(suite)
	}
	if len(r.Findings) == 0 && r.Files > 0 {
		// Some services take a report without a test for a fault.
		doc.add(junitSuite{Name: "mplint", Tests: 1, Cases: []junitCase{{Name: "no findings", Class: "mplint"}}})
	}
	return encodeXML(w, doc)
}

func (d *junitReport) add(s junitSuite) {
	d.Suites = append(d.Suites, s)
	d.Tests += s.Tests
	d.Failures += s.Failures
}

func (s *junitSuite) add(f *rule.Finding, text describer) {
	at := f.File.Position(f.Range.Start)
	c := junitCase{Name: fmt.Sprintf("%s at %d:%d", f.Rule, at.Line, at.Column), Class: s.Name, File: s.Name}
	message := text.message(f)
	if f.Severity == rule.Info {
		c.Skipped = &junitOutcome{Message: message}
		s.Skipped++
	} else {
		c.Failure = &junitOutcome{message, string(f.Severity), text.all(f)}
		s.Failures++
	}
	s.Tests++
	s.Cases = append(s.Cases, c)
}
