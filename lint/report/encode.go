package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/tidwall/pretty"
)

// EncodeJSON prints one value as every JSON report does: for those who print
// JSON that is no report.
func EncodeJSON(w io.Writer, doc any) error { return encode(w, doc, "  ") }

// encode prints one value and a line end, indented where indent is not empty.
func encode(w io.Writer, doc any, indent string) error { return encodeWithin(w, doc, "", indent) }

// encodeWithin is encode with something in front of each line. What a terminal
// would act on is escaped: encoding/json leaves some of it.
func encodeWithin(w io.Writer, doc any, prefix, indent string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(doc); err != nil {
		return err
	}
	out := b.Bytes()
	if indent != "" {
		out = pretty.PrettyOptions(out, &pretty.Options{Prefix: prefix, Indent: indent}) // as the encoder would, in less than half of the time
	}
	_, err := w.Write(escape(out))
	return err
}

// escape spells out unsafe characters of a JSON text. They stand in strings
// only, all else being ASCII.
func escape(doc []byte) []byte {
	var out []byte
	done := 0
	for i := 0; i < len(doc); {
		if c := doc[i]; c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(doc[i:])
		if unsafeRune(r) {
			out = fmt.Appendf(append(out, doc[done:i]...), "\\u%04x", r)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return doc
	}
	return append(out, doc[done:]...)
}
