package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// Whatever is asked at whatever place of the examples, whole or half typed:
// nothing panics, and every range lies in its file.
func TestEverywhere(t *testing.T) {
	dir, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	s := newServer(context.Background(), &out, Options{After: now})
	say := func(id, method, params string) {
		s.handle(incoming{message: &message{ID: json.RawMessage(id), Method: method, Params: json.RawMessage(params)}})
	}
	say("1", "initialize", `{"rootUri": "`+uriOf(dir)+`", "capabilities": {}}`)
	answers, spans := 0, 0
	check := func(path string) {
		for r := newReader(&out); ; {
			body, err := r.next()
			if err != nil {
				break
			}
			var m any
			if err := json.Unmarshal(body, &m); err != nil {
				t.Fatal(err)
			}
			answers++
			spans += s.inside(t, m, path)
		}
	}
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, part := range [][]byte{text, text[:len(text)*2/3]} {
			doc := `"textDocument": {"uri": "` + uriOf(path) + `"`
			say("", "textDocument/didOpen", `{`+doc+`, "text": `+quoted(string(part))+`}}`)
			f := &source.File{Data: part}
			for offset := 0; offset <= len(part); offset += 41 {
				p := s.position(f, offset)
				at := fmt.Sprintf(`{"line": %d, "character": %d}`, p.Line, p.Character)
				for _, method := range []string{"textDocument/hover", "textDocument/completion", "textDocument/codeAction"} {
					say("2", method, `{`+doc+`}, "position": `+at+`, "range": {"start": `+at+`, "end": `+at+`}}`)
				}
			}
			check(path)
		}
		say("", "textDocument/didClose", `{"textDocument": {"uri": "`+uriOf(path)+`"}}`)
		return nil
	})
	if err != nil || answers < 1000 || spans < 500 {
		t.Error(err, answers, spans)
	}
}

// inside checks every range in an answer and returns how many there are. A
// range belongs to the file of the "uri" or, in an edit, of the key around it.
func (s *Server) inside(t *testing.T, v any, path string) int {
	t.Helper()
	n := 0
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			n += s.inside(t, x, path)
		}
	case map[string]any:
		if uri, ok := v["uri"].(string); ok {
			path = pathOf(uri)
		}
		var r span
		if text, _ := json.Marshal(v); v["start"] != nil && json.Unmarshal(text, &r) == nil {
			f := s.file(path)
			for _, p := range []position{r.Start, r.End} {
				if s.position(f, s.offset(f, p)) != p {
					t.Errorf("%s: %+v is outside the file", path, p)
				}
			}
			return 1
		}
		for key, x := range v {
			inner := path
			if p := pathOf(key); p != "" {
				inner = p
			}
			n += s.inside(t, x, inner)
		}
	}
	return n
}
