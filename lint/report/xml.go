package report

import (
	"encoding/xml"
	"io"
)

// encodeXML prints one element as a document. What a terminal would act on is
// made visible by those who fill the element: XML cannot carry all of it.
func encodeXML(w io.Writer, doc any) error {
	body, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(body)+"\n")
	return err
}
