package main

import (
	"io"
	"os"
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
	return isTerminal(w)
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is the number of cells to use on a writer.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 20 {
			return min(n, 120)
		}
	}
	return 100
}

// say picks the text for the language at hand.
func (a *app) say(en, zh string, args ...any) string { return rule.T(en, zh, args...).In(a.lang) }
