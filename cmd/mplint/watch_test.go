package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pages receives what is written, one write at a time.
type pages chan string

func (p pages) Write(b []byte) (int, error) {
	p <- string(b)
	return len(b), nil
}

func (p pages) next(t *testing.T) string {
	t.Helper()
	select {
	case page := <-p:
		return page
	case <-time.After(30 * time.Second):
		t.Fatal("nothing was printed")
		return ""
	}
}

// put puts a whole file into a program at once, with the folders it needs.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(t.TempDir(), "file")
	if err := errors.Join(os.WriteFile(whole, []byte(text), 0o644), os.Rename(whole, path)); err != nil {
		t.Fatal(err)
	}
}

// TestWatch changes a program in all the ways that a report can follow: a file,
// a file in a folder that was not there, and the config above it. Files that
// change no report lie between.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".git/HEAD", "")
	put(t, dir, ".mplint.json", `{"category": 7}`)
	put(t, dir, "app/app.json", `{"pages": ["p/p"]}`)
	ctx, stop := context.WithCancel(t.Context())
	out, code := make(pages), make(chan int)
	go func() {
		code <- Run(ctx, []string{"mplint", "--watch", "--lang", "en", filepath.Join(dir, "app")}, nil, out, io.Discard)
	}()
	if page := out.next(t); !strings.Contains(page, "0 errors") {
		t.Errorf("at first: %s", page)
	}
	for _, step := range []struct{ file, text, want string }{
		{"app/note.txt", "no report", ""},
		{"app/app.js", "wx.startRecord()", "1 error,"},
		{"app/p/p.js", "Page({ a() { wx.startRecord() } })", "2 errors"},
		{"app/node_modules/x/note.txt", "no report", ""},
		{".mplint.json", `{"category": }`, ".mplint.json"},
		{".mplint.json", `{"category": 7, "rules": {"scope-beyond-category": "warning"}}`, "2 warnings"},
	} {
		put(t, dir, step.file, step.text)
		if step.want == "" {
			continue // a page for it would be the next one
		}
		if page := out.next(t); !strings.Contains(page, step.want) {
			t.Errorf("after %s: no %q in %s", step.file, step.want, page)
		}
	}
	stop()
	if got := <-code; got != exitOK {
		t.Errorf("exit code %d", got)
	}
}

// TestAgain: one burst of changes is linted once, after it has settled.
func TestAgain(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	changes, quiet, linted := make(chan struct{}), make(chan time.Time), make(chan bool)
	ended := make(chan bool)
	waits := 0
	after := func(time.Duration) <-chan time.Time { waits++; return quiet }
	go func() {
		again(ctx, changes, after, func() { linted <- true })
		close(ended)
	}()
	<-linted
	for range 3 {
		changes <- struct{}{}
	}
	quiet <- time.Time{}
	<-linted
	stop()
	<-ended
	if waits != 3 {
		t.Errorf("waited %d times, want 3", waits)
	}
}

func TestScreen(t *testing.T) {
	var out strings.Builder
	s := &screen{out: &out, clears: true}
	for _, text := range []string{"", "", "one", "one", "two"} {
		s.show([]byte(text))
	}
	const clear = "\x1b[H\x1b[2J\x1b[3J"
	if want := clear + clear + "one" + clear + "two"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestTell(t *testing.T) {
	var out strings.Builder
	tick := make(chan time.Time)
	stop := tell(&out, "reading", tick)
	tick <- time.Time{}
	tick <- time.Time{}
	stop()
	if want := "\rreading ... 1 s\rreading ... 2 s\r\x1b[K"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}

	out.Reset()
	tell(&out, "reading", tick)()
	if out.Len() > 0 {
		t.Errorf("%q though nobody waited", out.String())
	}
}
