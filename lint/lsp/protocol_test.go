package lsp

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// binary builds the command, once.
func binary(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mplint.exe")
	if out, err := exec.Command("go", "build", "-o", path, "../../cmd/mplint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// start runs the command as an editor does. end closes its input, if it is
// still open, and returns the exit code and what it wrote to stderr.
func start(t *testing.T, bin, dir string, args ...string) (c *client, end func() (int, string)) {
	t.Helper()
	cmd := exec.Command(bin, append([]string{"lsp"}, args...)...)
	cmd.Dir = dir
	var errs bytes.Buffer
	cmd.Stderr = &errs
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	fromServer, toClient, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = toClient
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	toClient.Close()
	c = newClient(t, in, fromServer, dir)
	return c, func() (int, string) {
		in.Close()
		for m := range c.got {
			if strings.HasPrefix(m.Method, "no message") {
				t.Error(m.Method)
			}
		}
		err := cmd.Wait()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return cmd.ProcessState.ExitCode(), errs.String()
	}
}

func TestBinary(t *testing.T) {
	bin := binary(t)
	t.Run("life", func(t *testing.T) {
		c, end := start(t, bin, plant(t, food))
		for _, m := range []struct {
			method string
			want   int // error code, 0 for none
		}{
			{"textDocument/hover", codeNotInitialized}, {"shutdown", codeNotInitialized},
			{"initialize", 0}, {"initialize", codeInvalidRequest},
			{"textDocument/formatting", codeMethodNotFound}, {"textDocument/hover", 0},
		} {
			got := c.ask(m.method, `{"rootUri": "`+c.uri("")+`", "capabilities": {"general": {"positionEncodings": ["utf-8"]}}}`)
			if (got.Error == nil) != (m.want == 0) || got.Error != nil && got.Error.Code != m.want {
				t.Errorf("%s: %+v", m.method, got)
			}
			if m.method == "initialize" && m.want == 0 && !strings.Contains(string(got.Result), `"positionEncoding":"utf-8"`) {
				t.Errorf("%s", got.Result)
			}
		}
		c.notify("initialized", `{}`)
		c.open("pages/a/a.js", "wx.authorize({ scope: 'scope.recrod' })")
		check(t, shown(c.diagnostics("pages/a/a.js")), "0:23-0:35 1 unknown-scope")
		c.call("shutdown", `null`)
		if got := c.ask("textDocument/hover", `{}`); got.Error == nil || got.Error.Code != codeInvalidRequest {
			t.Errorf("after shutdown: %+v", got)
		}
		c.notify("exit", `null`)
		if code, errs := end(); code != 0 || errs != "" {
			t.Errorf("exit code %d, stderr %q", code, errs)
		}
	})
	t.Run("two folders", func(t *testing.T) {
		tree := strings.ReplaceAll(food, "\n-- ", "\n-- one/") + strings.ReplaceAll(strings.ReplaceAll(food, "food-delivery", "map-navigation"), "\n-- ", "\n-- two/")
		c, end := start(t, bin, plant(t, tree+"-- three/app.json --\n{ \"pages\": [], \"pages\": [] }\n"))
		write(t, filepath.Join(c.dir, "two/pages/a/a.js"), "wx.authorize({ scope: 'scope.recrod' })\n")
		c.call("initialize", `{"workspaceFolders": [{"uri": "`+c.uri("one")+`", "name": "1"}, {"uri": "`+c.uri("two")+`", "name": "2"}], "capabilities": {}}`)
		c.notify("initialized", `{}`)
		c.open("one/pages/a/a.js", "wx.getLocation()\n") // not what the disk has
		for path, want := range map[string]string{"one/pages/a/a.js": "0:0-0:14 1 scope-beyond-category", "two/pages/a/a.js": "0:23-0:35 1 unknown-scope"} {
			if got := shown(c.diagnostics(path)); !strings.Contains(got, want) {
				t.Errorf("%s: %s", path, got)
			}
		}
		if got := shown(c.diagnostics("three/app.json")); got != "" {
			t.Errorf("a folder that is not open: %s", got)
		}
		params, text := c.at("two/.mplint.json", `{ "category": "map-navigation", "optional": { "con|tacts": { "purpose": "x" } } }`)
		c.open("two/.mplint.json", text)
		if got := string(c.call("textDocument/hover", params)); !strings.Contains(got, "**`contacts`**") {
			t.Errorf("hover on a data type: %s", got)
		}
		if got := string(c.call("textDocument/completion", params)); !strings.Contains(got, `"label":"location-precise"`) {
			t.Errorf("completion of data types: %s", got)
		}
		if code, errs := end(); code != 0 || errs != "" {
			t.Errorf("exit code %d, stderr %q", code, errs)
		}
	})
	t.Run("exit without shutdown", func(t *testing.T) {
		c, end := start(t, bin, plant(t, food), "--stdio")
		c.call("initialize", `{"capabilities": {}}`)
		c.notify("exit", `null`)
		if code, errs := end(); code != 1 || errs != "" {
			t.Errorf("exit code %d, stderr %q", code, errs)
		}
	})
	t.Run("the input ends", func(t *testing.T) {
		c, end := start(t, bin, plant(t, food))
		c.call("initialize", `{"rootUri": "`+c.uri("")+`", "capabilities": {}}`)
		if code, errs := end(); code != 0 || errs != "" {
			t.Errorf("exit code %d, stderr %q", code, errs)
		}
	})
	t.Run("malformed messages", func(t *testing.T) {
		c, end := start(t, bin, plant(t, food))
		fmt.Fprint(c.in, "Content-Type: x\r\n\r\nContent-Length: -5\r\n\r\nContent-Length: x\r\n"+strings.Repeat("y", 1<<20)+"\r\n\r\n")
		for _, text := range []string{`{`, `[]`, `[{"id": 1}]`, `7`, `{"method": 7}`, `{}`, `{"id": null}`} {
			c.send(text)
		}
		for range 3 + 7 {
			if m := c.next(); m.Error == nil || string(m.ID) != "null" {
				t.Errorf("%+v", m)
			}
		}
		c.send(`{"id": 3, "result": null}`)
		c.call("initialize", `{"initializationOptions": 7, "capabilities": {}}`)
		for _, method := range []string{"textDocument/didOpen", "textDocument/didChange", "workspace/didChangeWorkspaceFolders", "workspace/didChangeWatchedFiles", "$/cancelRequest", "$/none", "textDocument/none"} {
			c.notify(method, `7`)
		}
		if m := c.ask("textDocument/hover", `7`); m.Error == nil || m.Error.Code != codeInvalidParams {
			t.Errorf("%+v", m)
		}
		if code, errs := end(); code != 0 || errs != "" {
			t.Errorf("exit code %d, stderr %q", code, errs)
		}
	})
}

// A request that is cancelled while it waits is answered with that, and the id
// may be used again.
func TestCancel(t *testing.T) {
	var in bytes.Buffer
	for _, text := range []string{
		`{"id": "a", "method": "initialize", "params": {"capabilities": {}}}`,
		`{"id": "b", "method": "textDocument/none"}`,
		`{"method": "$/cancelRequest", "params": {"id": "b"}}`,
		`{"id": "b", "method": "textDocument/none"}`,
	} {
		fmt.Fprintf(&in, "Content-Length: %d\r\n\r\n%s", len(text), text)
	}
	s := newServer(context.Background(), io.Discard, Options{After: now})
	queue, stop := make(chan incoming, 9), make(chan struct{})
	s.read(newReader(&in), queue, stop)
	var codes []int
	for m := range queue {
		if m.Method == "textDocument/none" {
			_, err := s.request(m.message)
			codes = append(codes, err.Code)
			continue
		}
		s.receive(m)
	}
	if fmt.Sprint(codes) != fmt.Sprint([]int{codeCancelled, codeMethodNotFound}) {
		t.Errorf("%v", codes)
	}
}
