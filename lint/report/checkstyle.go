package report

import (
	"encoding/xml"
	"io"

	"github.com/mplint/mplint/lint"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"` // of the format
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Checkstyle prints the XML of Checkstyle, which Jenkins and many other
// services read. Columns count UTF-16 units, as those who read it in Java do.
func Checkstyle(w io.Writer, r *lint.Result, o Options) error {
	text := newDescriber(r, o.Lang)
	doc := checkstyleReport{Version: "4.3"}
	for _, group := range byFile(r.Findings) {
		file := checkstyleFile{Name: clean(group.path)}
		for _, f := range group.findings {
			at := f.File.Position(f.Range.Start)
			file.Errors = append(file.Errors, checkstyleError{at.Line, at.UTF16, string(f.Severity), text.all(f), "mplint." + f.Rule})
		}
		doc.Files = append(doc.Files, file)
	}
	return encodeXML(w, doc)
}
