// Package lsp is a language server: it speaks the Language Server Protocol on
// two streams, lints what an editor shows as it is typed, explains names and
// offers corrections.
package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// ErrNoShutdown says that the client sent "exit" without "shutdown" before it;
// the protocol wants exit code 1 then.
var ErrNoShutdown = errors.New("exit without shutdown")

// delay is how long changes are gathered before they are linted.
const delay = 120 * time.Millisecond

// Options says how to serve.
type Options struct {
	Version string                               // of the tool, for the client to show
	Lang    string                               // "en" or "zh" whatever the client and the config say; "" asks them
	Locale  string                               // "en" or "zh" for a client that names no locale
	After   func(time.Duration) <-chan time.Time // the clock; nil is time.After
}

// Server is one session with a client. Everything but the reading of messages
// happens in one goroutine.
type Server struct {
	options Options
	out     writer
	ctx     context.Context

	state     state
	encoding  string // "utf-8" or "utf-16"
	client    clientCapabilities
	locale    string // "en", "zh", or "" when the client names none
	lang      string // of the client's settings
	folders   []*folder
	documents map[string]*document // by path
	overlay   project.Overlay
	published map[string]string // by URI, what was sent last

	early     bool             // "exit" came before "shutdown"
	due       <-chan time.Time // when changes are linted; nil while there are none
	cancelled cancelled
}

type state uint8

const (
	fresh state = iota
	running
	shut
	exited
)

// Serve answers a client until it says "exit", the input ends, or the context
// does. Nothing but messages goes to out.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	s := newServer(ctx, out, o)
	queue := make(chan incoming, 1024)
	stop := make(chan struct{})
	defer close(stop)
	go s.read(newReader(in), queue, stop)
	for s.state != exited && s.out.err == nil {
		select {
		case m, ok := <-queue:
			if !ok {
				return nil
			}
			s.receive(m)
		case <-s.due:
			for len(queue) > 0 && s.state != exited {
				s.receive(<-queue) // what has arrived since is linted with the rest
			}
			s.relint()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if s.out.err == nil && s.early {
		return ErrNoShutdown
	}
	return s.out.err
}

func newServer(ctx context.Context, out io.Writer, o Options) *Server {
	if o.After == nil {
		o.After = time.After
	}
	return &Server{
		options: o, out: writer{out: out}, ctx: ctx, encoding: "utf-16",
		documents: map[string]*document{}, overlay: project.Overlay{}, published: map[string]string{},
	}
}

// incoming is one message, or what is wrong with it.
type incoming struct {
	*message
	err *responseError
}

// read puts messages into the queue, which it closes where the input ends.
func (s *Server) read(r *reader, queue chan<- incoming, stop <-chan struct{}) {
	defer close(queue)
	for {
		body, err := r.next()
		m := incoming{}
		switch {
		case errors.Is(err, errMalformed):
			m.err = &responseError{codeParseError, err.Error()}
		case err != nil:
			return
		default:
			m.message, m.err = parse(body)
		}
		if m.message != nil && m.Method == "$/cancelRequest" {
			s.cancelled.add(cancelID(m.Params))
		}
		select {
		case queue <- m:
		case <-stop:
			return
		}
	}
}

// cancelled holds the ids of requests that the client no longer waits for and
// that may still stand in the queue.
type cancelled struct {
	sync.Mutex
	ids map[string]bool
}

func (c *cancelled) add(id string) {
	c.Lock()
	defer c.Unlock()
	if c.ids == nil {
		c.ids = map[string]bool{}
	}
	c.ids[id] = true
}

// take reports whether an id was cancelled, and forgets it.
func (c *cancelled) take(id string) bool {
	c.Lock()
	defer c.Unlock()
	was := c.ids[id]
	delete(c.ids, id)
	return was
}

func cancelID(params json.RawMessage) string {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	_ = json.Unmarshal(params, &p)
	return string(p.ID)
}

// language is that of messages about a folder: the option, the config, the
// client's settings, then its locale.
func (s *Server) language(f *folder) string {
	configured := ""
	if f != nil {
		configured = f.lang()
	}
	for _, choice := range []string{s.options.Lang, configured, s.lang, s.locale, s.options.Locale} {
		if choice == "en" || choice == "zh" {
			return choice
		}
	}
	return "en"
}

// localeLanguage is the language of a locale such as "zh-cn", or "".
func localeLanguage(locale string) string {
	switch {
	case locale == "":
		return ""
	case strings.HasPrefix(strings.ToLower(locale), "zh"):
		return "zh"
	}
	return "en"
}

// say picks a text for a folder's language.
func (s *Server) say(f *folder, en, zh string, args ...any) string {
	return rule.T(en, zh, args...).In(s.language(f))
}
