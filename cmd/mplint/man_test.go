package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

//go:generate go test -run TestManPage -update

// TestManPage keeps the manual page as the definitions of commands and flags
// make it; go generate writes it.
func TestManPage(t *testing.T) {
	const path = "packaging/man/mplint.1"
	want := manPage((&app{}).cli())
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := string(must(os.ReadFile(path))); got != want {
		t.Errorf("%s is not what `go generate ./cmd/mplint` writes", path)
	}
}

// manPage writes the manual page in the language of man.
func manPage(root *cli.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".\\\" Written by go generate.\n.TH MPLINT 1 %s\n", dataVersion)
	fmt.Fprintf(&b, ".SH NAME\nmplint \\- %s\n", roff(root.Usage))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n%s\n", roff(root.UsageText))
	for _, c := range root.Commands {
		if c != root.Command("lint") && !c.Hidden {
			fmt.Fprintf(&b, ".br\nmplint %s\n", roff(strings.TrimSpace(c.Name+" [flags] "+c.ArgsUsage)))
		}
	}
	b.WriteString(".SH COMMANDS\n")
	common := map[string]bool{}
	for _, c := range root.Commands {
		if c.Hidden {
			continue
		}
		fmt.Fprintf(&b, ".SS %s\n%s.\n", c.Name, roff(c.Usage))
		for _, f := range c.VisibleFlags() {
			if text := manFlag(f); !common[text] {
				b.WriteString(text)
				common[text] = c.Name == "lint"
			}
		}
		if c.Name != "lint" {
			continue
		}
		b.WriteString(".PP\nFlags of the same name mean the same in the other commands, whose own flags follow.\n")
	}
	b.WriteString(manEnd)
	return b.String()
}

var placeholder = regexp.MustCompile("`([^`]+)`")

// manFlag is the paragraph of one flag.
func manFlag(f cli.Flag) string {
	doc := f.(cli.DocGenerationFlag)
	usage, value := doc.GetUsage(), ""
	if doc.TakesValue() {
		value = "VALUE"
		if m := placeholder.FindStringSubmatch(usage); m != nil {
			value = m[1]
		}
	}
	var names []string
	for _, name := range f.Names() {
		dashes := "--"
		if len(name) == 1 {
			dashes = "-"
		}
		names = append(names, "\\fB"+roff(dashes+name)+"\\fR")
	}
	text := ".TP\n" + strings.Join(names, ", ")
	if value != "" {
		text += " \\fI" + roff(value) + "\\fR"
	}
	text += "\n" + roff(placeholder.ReplaceAllString(usage, "$1"))
	if s, ok := f.(*cli.StringFlag); ok && s.Value != "" {
		text += roff(fmt.Sprintf(" (default %s)", s.Value))
	}
	return text + "\n"
}

// roff escapes a text that does not begin a line with a dot.
func roff(s string) string { return strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s) }

const manEnd = `.SH EXIT STATUS
.TP
.B 0
nothing at or above \-\-fail\-on
.TP
.B 1
findings; with \-\-dry\-run also a change to make
.TP
.B 2
wrong usage or config
.TP
.B 3
could not do the job: no program found, a path that cannot be read or written
.SH ENVIRONMENT
.TP
.BR NO_COLOR ", " FORCE_COLOR ", " CLICOLOR_FORCE
decide on colour where \-\-color does not.
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
decide on the language where neither \-\-lang nor the config does: Chinese if the value begins with zh.
.SH FILES
.TP
.I .mplint.json
the config: the nearest one upward from the program, up to the top of the repository
.SH SEE ALSO
.UR https://github.com/mplint/mplint
.UE
`
