package report

import (
	"bufio"
	"io"

	"github.com/mplint/mplint/lint"
)

// NDJSON prints one diagnostic of JSON's document per line, and nothing else.
func NDJSON(w io.Writer, r *lint.Result, o Options) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		if err := encode(out, diagnosticOf(f, o.Lang), ""); err != nil {
			return err
		}
	}
	return out.Flush()
}
