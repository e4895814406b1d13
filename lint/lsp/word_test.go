package lsp

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

func TestWordAt(t *testing.T) {
	for text, want := range map[string][]string{
		"x azAZ09_$.b|c-d y": {"azAZ09_$.bc", "azAZ09_$.bc", "bc-d", "bc"},
		"a.|b.c.":            {"a.b", "a.b.c", "b", "b"},
		"a |.. b":            nil,
		"@[`{/:|":            nil,
	} {
		before, after, _ := strings.Cut(text, "|")
		f := &source.File{Data: []byte(before + after)}
		var got []string
		for _, r := range wordAt(f, len(before)) {
			got = append(got, f.Text(r))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	long := []byte(strings.Repeat("a", 3*maxWord))
	if r := grow(long, maxWord+50, isMember); r.Start != 50 || r.End != 2*maxWord+50 {
		t.Errorf("of a long word %v", r)
	}
}

func TestPlaceAt(t *testing.T) {
	for text, want := range map[string]string{
		`{ /* "x": { */ "rules": "|`:   "rules",
		"{ // \"x\": {\n \"rules\": |": "rules",
		`{ "a": [1, /* ] */ { "b|`:     "a * key",
		`{ "a": 1 /|`:                  "a",
		`{ "a": 1 /, "b": "|`:          "b",
		`{ /**/ "a": "|`:               "a",
		`{ /* |`:                       "none",
		`{} |`:                         "none",
	} {
		before, after, _ := strings.Cut(text, "|")
		at, ok := placeAt([]byte(before+after), len(before))
		got := strings.Join(at.path, " ")
		switch {
		case !ok:
			got = "none"
		case at.key:
			got = strings.TrimSpace(got + " key")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// broken fails, each time with another error.
type broken []error

func (b *broken) Write([]byte) (int, error) {
	err := (*b)[0]
	*b = (*b)[1:]
	return 0, err
}

func TestWriterKeepsTheFirstError(t *testing.T) {
	first := errors.New("closed")
	w := writer{out: &broken{first}}
	w.write(1)
	w.write(2) // broken has no second error to give
	if !errors.Is(w.err, first) {
		t.Errorf("got %v", w.err)
	}
}
