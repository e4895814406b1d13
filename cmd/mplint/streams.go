package main

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/mplint/mplint/lint/rule"
)

// language decides the language of messages: flag, config, then the locale.
func language(flag, configured string) string {
	for _, choice := range []string{flag, configured} {
		if choice == "zh" || choice == "en" {
			return choice
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}

// setLang checks --lang and decides the language as far as that is known
// before a config is read.
func (a *app) setLang(c *cli.Context) error {
	a.lang = language(c.String("lang"), "")
	return oneOf("lang", c.String("lang"), []string{"auto", "en", "zh"})
}

// givenLang is the value of --lang on a command line that need not be right.
func givenLang(args []string, root *cli.App) string {
	flags, _, _, _ := split(args[1:], allFlags(root))
	return lastFlag(flags, "lang")
}

// stdout is the standard output; it keeps the first error of writing, which
// lists and pages do not look at. Err is nil while all is well.
type stdout struct {
	io.Writer
	err error
}

func (s *stdout) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	if s.err == nil {
		s.err = err
	}
	return n, err
}

// file is the file behind a stream, if there is one.
func file(stream any) (*os.File, bool) {
	for {
		switch s := stream.(type) {
		case *stdout:
			stream = s.Writer
		case *page:
			stream = s.of
		case *os.File:
			return s, true
		default:
			return nil, false
		}
	}
}

// colour decides whether to colour what goes to a writer: flag, NO_COLOR,
// FORCE_COLOR or CLICOLOR_FORCE, then whether that writer is a terminal.
func colour(flag string, w io.Writer) bool {
	switch {
	case flag == "always":
		return true
	case flag == "never" || os.Getenv("NO_COLOR") != "":
		return false
	}
	for _, name := range []string{"FORCE_COLOR", "CLICOLOR_FORCE"} {
		if v := os.Getenv(name); v != "" && v != "0" {
			return true
		}
	}
	return isTerminal(w) && !dumb()
}

// dumb reports a terminal that shows control sequences as they are.
func dumb() bool { return os.Getenv("TERM") == "dumb" }

// locator returns how to address a file in links, nil where links are not
// wanted: a terminal shows them, and only while it shows colours.
func locator(flag string, w io.Writer) func(path string) string {
	if !isTerminal(w) || dumb() || !colour(flag, w) {
		return nil
	}
	host, err := os.Hostname() // tells a terminal that the file is elsewhere
	if err != nil || runtime.GOOS == "windows" {
		host = ""
	}
	return func(path string) string {
		path, err := filepath.Abs(path)
		if err != nil {
			return ""
		}
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}).String()
	}
}

func isTerminal(stream any) bool {
	f, ok := file(stream)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is the number of cells to use on a writer.
func width(w io.Writer) int {
	if f, ok := file(w); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 20 {
			return min(n, 120)
		}
	}
	return 100
}

// say picks the text for the language at hand.
func (a *app) say(en, zh string, args ...any) string {
	return rule.T(en, zh, cleaned(args)...).In(a.lang)
}
