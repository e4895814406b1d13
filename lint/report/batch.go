package report

import (
	"io"

	"github.com/mplint/mplint/lint"
)

// jsonBatch is one line of `mplint batch`: the document of JSON about one
// input.
type jsonBatch struct {
	Input   string `json:"input"`
	Error   string `json:"error"`
	Message string `json:"message"`
	jsonReport
}

// BatchStart is how every line of `mplint batch` begins.
const BatchStart = `{"input":"`

// Batch prints the line of `mplint batch` about one input; batch.schema.json
// describes it. An input that could not be linted has a code and a message
// that says why, and an empty result.
func Batch(w io.Writer, input string, r *lint.Result, code, message string, o Options) error {
	return encode(w, jsonBatch{input, code, message, jsonOf(r, o)}, "")
}
