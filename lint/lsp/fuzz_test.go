package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
)

// The reader ends on every input, and what follows damage is read again.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{"", "Content-Length: 2\r\n\r\n{}", "Content-Length: 99\r\n\r\n{}", "content-length:1\n\n7\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "\r\n\r\nx: y\r\n\r\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := newReader(bytes.NewReader(data))
		read := 0
		for steps := 0; ; steps++ {
			body, err := r.next()
			if err != nil && err != errMalformed {
				break
			}
			if read += len(body); read > len(data) || steps > len(data) {
				t.Fatalf("%d bytes in %d messages of %q", read, steps, data)
			}
			_, _ = parse(body)
		}
		if !bytes.Contains(bytes.ToLower(data), []byte("content-length")) {
			r = newReader(io.MultiReader(bytes.NewReader(data), strings.NewReader("\n\n\nContent-Length: 2\r\n\r\n{}")))
			for {
				body, err := r.next()
				if string(body) == "{}" {
					return
				}
				if err != nil && err != errMalformed {
					t.Fatalf("lost behind %q", data)
				}
			}
		}
	})
}

// No sequence of messages makes the server panic, every range that it sends
// about the document lies in it, and it says the same a second time.
func FuzzMessages(f *testing.F) {
	f.Add("textDocument/didChange", `{"textDocument": {"uri": "file:///p/app.json", "version": 2}, "contentChanges": [{"range": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 3}}, "text": "😀"}]}`)
	f.Add("textDocument/codeAction", `{"textDocument": {"uri": "file:///p/app.json"}, "range": {"start": {"line": -1, "character": 1}, "end": {"line": 9e9, "character": 3}}}`)
	f.Add("textDocument/completion", `{"textDocument": {"uri": "file:///p/app.json"}, "position": {"line": 0, "character": 50}}`)
	f.Add("textDocument/hover", `{"textDocument": {"uri": "file:///p/app.json"}, "position": {"line": 0, "character": 60}}`)
	f.Add("workspace/didChangeWorkspaceFolders", `{"event": {"added": [{"uri": "file:"}, {"uri": "%"}]}}`)
	f.Fuzz(func(t *testing.T, method, params string) {
		first, second := session(t, method, params), session(t, method, params)
		if first != second {
			t.Fatalf("%s, then %s", first, second)
		}
		for r := newReader(strings.NewReader(first)); ; {
			body, err := r.next()
			if err != nil {
				break
			}
			if !json.Valid(body) {
				t.Fatalf("%q", body)
			}
		}
	})
}

// session opens a document, sends one message as a notification and as a request,
// and returns what the server says.
func session(t *testing.T, method, params string) string {
	var out bytes.Buffer
	s := newServer(context.Background(), &out, Options{After: now})
	s.handle(incoming{message: &message{ID: json.RawMessage("1"), Method: "initialize", Params: json.RawMessage(`{"capabilities": {}}`)}})
	const text = `{ "pages": [], "permission": { "scope.你好": { "desc": "😀" } } }`
	s.handle(incoming{message: &message{Method: "textDocument/didOpen", Params: json.RawMessage(`{"textDocument": {"uri": "file:///p/app.json", "text": ` + quoted(text) + `}}`)}})
	for _, id := range []string{"", "2"} {
		s.handle(incoming{message: &message{ID: json.RawMessage(id), Method: method, Params: json.RawMessage(params)}})
	}
	for _, d := range s.documents {
		for _, encoding := range []string{"utf-8", "utf-16"} {
			s.encoding = encoding
			var p documentParams
			if json.Unmarshal([]byte(params), &p) == nil {
				if r := s.offsets(&d.file, p.Range); r.Start < 0 || r.End < r.Start || r.End > len(d.file.Data) {
					t.Errorf("%s: %v of %v", encoding, r, p.Range)
				}
				back := s.position(&d.file, s.offset(&d.file, p.Position))
				if again := s.position(&d.file, s.offset(&d.file, back)); again != back {
					t.Errorf("%s: %v becomes %v, then %v", encoding, p.Position, back, again)
				}
			}
		}
	}
	return out.String()
}
