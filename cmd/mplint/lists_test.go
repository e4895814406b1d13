package main

import (
	"bytes"
	"testing"
)

// TestPrintJSONIsClean: a name from a program does not reach the terminal as it
// is in JSON either.
func TestPrintJSONIsClean(t *testing.T) {
	var out bytes.Buffer
	a := &app{out: &stdout{Writer: &out}}
	if err := a.printJSON([]string{"位置<\u202e\u009b\x7f>"}); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "[\n  \"位置<\\u202e\\u009b\\u007f>\"\n]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
