package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/report"
)

// print writes a report to stdout or to --output. A reader that closed the
// pipe has seen enough.
func (a *app) print(c *cli.Context, formats map[string]report.Format, result *lint.Result) error {
	a.reported = true
	return a.printTo(c.String("output"), func(w io.Writer) error {
		return formats[c.String("format")](w, result, report.Options{
			Lang: a.lang, Color: colour(c.String("color"), w), Width: width(w),
			Locate: locator(c.String("color"), w), Verbose: c.Bool("verbose"), Quiet: c.Bool("quiet"), Version: version,
			Rulebook: rulebook(result), By: c.String("by"),
		})
	})
}

// rulebook is the one in use: the draft's as soon as one project uses it.
func rulebook(result *lint.Result) string {
	for _, p := range result.Projects {
		if p.Config.Rulebook == config.RulebookDraft {
			return config.RulebookDraft
		}
	}
	return config.Rulebook2021
}

func (a *app) printTo(path string, write func(io.Writer) error) error {
	if path != "" {
		return writeFile(path, write)
	}
	if err := write(a.out); err != nil && !errors.Is(err, syscall.EPIPE) {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// reportNothing prints the document that a machine format promises also when
// there is nothing to report because the run failed: not even the command line
// need be right.
func (a *app) reportNothing(args []string, root *cli.App) {
	flags, words, ended, _ := split(args[1:], allFlags(root))
	formats := report.Formats()
	if len(words) > 0 && !ended && root.Command(words[0]) != nil && words[0] != "lint" {
		switch words[0] {
		case "inventory":
			formats = report.InventoryFormats()
			if id := lastFlag(flags, "guide"); id != "" {
				formats = report.GuideFormats(id, nil)
			}
		case "manifest":
			formats = report.ManifestFormats()
		case "lock":
			if !slices.Contains(flags, "--check") {
				return
			}
		default:
			return
		}
	}
	name := lastFlag(flags, "format", "f")
	format := formats[name]
	if format == nil || name == "text" {
		return
	}
	err := a.printTo(lastFlag(flags, "output", "o"), func(w io.Writer) error {
		return format(w, &lint.Result{}, report.Options{Lang: a.lang, Version: version, Failed: true})
	})
	if err != nil {
		a.complain(err.Error())
	}
}

// lastFlag is the value of a flag by one of its names, "" when it is not given.
func lastFlag(flags []string, names ...string) string {
	last := ""
	for _, f := range flags {
		for _, name := range names {
			if value, ok := strings.CutPrefix(strings.TrimLeft(f, "-"), name+"="); ok {
				last = value
			}
		}
	}
	return last
}
