package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// client is the other side of a session.
type client struct {
	t    *testing.T
	in   io.WriteCloser
	got  chan *reply
	dir  string
	kept []*reply // what was sent beside answers
	id   int

	opened string // a document that is open
}

// reply is anything that the server sends.
type reply struct {
	ID     json.RawMessage
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *responseError
}

// patience is how long a client waits for what has to come.
const patience = time.Minute

func newClient(t *testing.T, in io.WriteCloser, out io.Reader, dir string) *client {
	c := &client{t: t, in: in, dir: dir, got: make(chan *reply, 1000)}
	go func() {
		defer close(c.got)
		for r := newReader(out); ; {
			body, err := r.next()
			if err != nil {
				return
			}
			m := &reply{}
			if err := json.Unmarshal(body, m); err != nil {
				m.Method = fmt.Sprintf("no message: %q", body)
			}
			c.got <- m
		}
	}()
	return c
}

// serve starts a server in this process on a tree of files and initializes it.
func serve(t *testing.T, tree string, o Options, params string) *client {
	t.Helper()
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	c := newClient(t, toServer, fromServer, plant(t, tree))
	done := make(chan error, 1)
	go func() {
		done <- Serve(context.Background(), fromClient, toClient, o)
		toClient.Close()
	}()
	t.Cleanup(func() {
		toServer.Close()
		go io.Copy(io.Discard, fromServer)
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	if params == "" {
		params = `{"rootUri": "` + c.uri("") + `", "capabilities": {"workspace": {"workspaceEdit": {"documentChanges": true}}}}`
	}
	c.call("initialize", params)
	c.notify("initialized", `{}`)
	return c
}

func plant(t *testing.T, tree string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(tree)).Files {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
	}
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (c *client) uri(name string) string {
	return uriOf(filepath.Join(c.dir, filepath.FromSlash(name)))
}

func (c *client) read(name string) string {
	c.t.Helper()
	data, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(name)))
	if err != nil {
		c.t.Fatal(err)
	}
	return string(data)
}

func (c *client) send(text string) {
	c.t.Helper()
	if _, err := fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(text), text); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) notify(method, params string) {
	c.t.Helper()
	c.send(`{"jsonrpc": "2.0", "method": "` + method + `", "params": ` + params + `}`)
}

// next is what the server sends next.
func (c *client) next() *reply {
	c.t.Helper()
	select {
	case m, ok := <-c.got:
		if !ok {
			c.t.Fatal("the server has ended")
		}
		return m
	case <-time.After(patience):
		c.t.Fatal("the server is silent")
	}
	return nil
}

// ask sends a request and returns the answer.
func (c *client) ask(method, params string) *reply {
	c.t.Helper()
	c.id++
	id := fmt.Sprint(c.id)
	c.send(`{"jsonrpc": "2.0", "id": ` + id + `, "method": "` + method + `", "params": ` + params + `}`)
	for {
		m := c.next()
		if string(m.ID) == id {
			return m
		}
		c.kept = append(c.kept, m)
	}
}

// call is ask for a request that must not fail.
func (c *client) call(method, params string) json.RawMessage {
	c.t.Helper()
	m := c.ask(method, params)
	if m.Error != nil {
		c.t.Fatalf("%s: %v", method, m.Error)
	}
	return m.Result
}

// diagnostics are those of a file that the client has by now, after everything
// that it has sent; some document must be open.
func (c *client) diagnostics(name string) publishParams {
	c.t.Helper()
	if c.opened == "" {
		c.t.Fatal("no document is open")
	}
	params, _ := c.at(c.opened, "|")
	c.call("textDocument/hover", params)
	return c.latest(name)
}

// latest is what was published last for a file among what has been read.
func (c *client) latest(name string) (p publishParams) {
	for _, m := range c.kept {
		var next publishParams
		if m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &next) == nil && next.URI == c.uri(name) {
			p = next
		}
	}
	return p
}

// shown describes diagnostics: line:column-line:column severity code, from 1.
func shown(p publishParams) string {
	var out []string
	for _, d := range p.Diagnostics {
		code := d.Code
		if code == "" {
			code = d.Message
		}
		out = append(out, fmt.Sprintf("%d:%d-%d:%d %d %s", d.Range.Start.Line, d.Range.Start.Character, d.Range.End.Line, d.Range.End.Character, d.Severity, code))
	}
	return strings.Join(out, "\n")
}

func (c *client) open(name, text string) {
	c.t.Helper()
	c.opened = name
	c.notify("textDocument/didOpen", `{"textDocument": {"uri": "`+c.uri(name)+`", "languageId": "x", "version": 1, "text": `+quoted(text)+`}}`)
}

func (c *client) change(name string, version int, changes string) {
	c.t.Helper()
	c.notify("textDocument/didChange", fmt.Sprintf(`{"textDocument": {"uri": %q, "version": %d}, "contentChanges": [%s]}`, c.uri(name), version, changes))
}

func (c *client) set(name string, version int, text string) {
	c.t.Helper()
	c.change(name, version, `{"text": `+quoted(text)+`}`)
}

// at is the params of a request about the place of a mark in a text, and the
// text without it.
func (c *client) at(name, marked string) (params, text string) {
	before, after, _ := strings.Cut(marked, "|")
	line := strings.Count(before, "\n")
	column := len(before[strings.LastIndex(before, "\n")+1:])
	pos := fmt.Sprintf(`{"line": %d, "character": %d}`, line, column)
	return fmt.Sprintf(`{"textDocument": {"uri": %q}, "position": %s, "range": {"start": %s, "end": %s}, "context": {"diagnostics": []}}`, c.uri(name), pos, pos, pos), before + after
}

// applied is a text with the edits of a workspace edit that concern a file.
func (c *client) applied(e *workspaceEdit, name, text string) string {
	c.t.Helper()
	s := newServer(context.Background(), &bytes.Buffer{}, Options{})
	d := &document{path: "/x"}
	s.store(d, []byte(text))
	for _, doc := range e.DocumentChanges {
		if doc.TextDocument.URI != c.uri(name) {
			continue
		}
		for i := len(doc.Edits) - 1; i >= 0; i-- {
			r := s.offsets(&d.file, doc.Edits[i].Range)
			s.store(d, []byte(string(d.file.Data[:r.Start])+doc.Edits[i].NewText+string(d.file.Data[r.End:])))
		}
	}
	return string(d.file.Data)
}

// now is a clock that does not wait.
func now(time.Duration) <-chan time.Time {
	c := make(chan time.Time, 1)
	c <- time.Time{}
	return c
}
