// Command mplint tells the developer of a WeChat or Alipay mini-program where
// the program asks for more personal information than its category may
// require. It never opens a network connection.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/lsp"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

// version is set when a release is built; main asks the module of a binary that
// `go install` built.
var version = "dev"

// The exit codes, the same for every format.
const (
	exitOK       = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitUsage    = 2 // wrong usage or config
	exitFailure  = 3 // could not do the job
)

func main() {
	if version == "dev" {
		if info, ok := debug.ReadBuildInfo(); ok {
			version = moduleVersion(info)
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)   // a second Ctrl-C ends what does not look at the context
	signal.Ignore(syscall.SIGPIPE) // `mplint | head` keeps its exit code
	code := Run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// moduleVersion is the version of the module, "dev" where it has none.
func moduleVersion(info *debug.BuildInfo) string {
	v := strings.TrimPrefix(info.Main.Version, "v")
	if v == "" || v == "(devel)" {
		return "dev"
	}
	return v
}

// usageError is a wrong use of the tool, exit code 2.
type usageError struct{ rule.Text }

func (e *usageError) Error() string { return e.En }

// usage makes a usageError of a text in both languages; both take the same
// arguments.
func usage(en, zh string, args ...any) error { return &usageError{rule.T(en, zh, cleaned(args)...)} }

// cleaned is the arguments of a text with every name on one line: a path may
// hold line ends.
func cleaned(args []any) []any {
	out := slices.Clone(args)
	for i, a := range out {
		if s, ok := a.(string); ok {
			out[i] = report.Clean(s)
		}
	}
	return out
}

// errFindings says that there are findings that gate, exit code 1. It prints
// nothing.
var errFindings = errors.New("findings")

// Run runs the command line args, args[0] being the program's name, and
// returns the exit code.
func Run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	a := &app{in: in, out: &stdout{Writer: out}, errs: errs}
	if len(args) == 2 && args[1] == "--version" {
		_, err := fmt.Fprintln(a.out, "mplint version "+versionText()) // before anything is built: start-up is measured by it
		return a.exit(err)
	}
	root := a.cli()
	a.lang = language(givenLang(args, root), "")
	ordered, err := arrange(args, root)
	if err == nil {
		err = root.RunContext(ctx, ordered)
	}
	if err == nil && a.out.err != nil {
		err = fmt.Errorf("write to stdout: %w", a.out.err)
	}
	code := a.exit(err)
	if code >= exitUsage && !a.reported {
		a.reportNothing(args, root)
	}
	return code
}

// exit prints an error and turns it into an exit code.
func (a *app) exit(err error) int {
	var wrongUse *usageError
	var wrongConfig *config.Error
	var wrongLock *lock.FormatError
	var noProject *lint.NoProjectError
	var unknown *categories.UnknownError
	var unmapped *categories.UnmappedError
	var crash *lint.CrashError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitOK
	case errors.As(err, &wrongLock):
		a.complain(wrongLockText(wrongLock).In(a.lang))
		return exitFailure
	case errors.Is(err, errFindings), errors.Is(err, lsp.ErrNoShutdown):
		return exitFindings
	case errors.As(err, &noProject):
		a.complain(noProjectText(noProject, a.lang))
		return exitFailure
	case errors.As(err, &crash):
		a.complain(crashText(crash).In(a.lang))
		return exitFailure
	case errors.As(err, &wrongUse):
		a.complain(wrongUse.In(a.lang))
		return exitUsage
	case errors.As(err, &wrongConfig):
		for _, fault := range wrongConfig.Faults {
			a.complain(report.Clean(fault.In(a.lang)))
		}
		return exitUsage
	case errors.As(err, &unknown), errors.As(err, &unmapped):
		a.complain(config.CategoryError(err).In(a.lang))
		return exitUsage
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	a.complain(report.Clean(err.Error()))
	return exitFailure
}

func (a *app) complain(text string) {
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintln(a.errs, "mplint: "+report.Clean(line))
	}
}

// app is one run: its streams and what the flags decided about them.
type app struct {
	in       io.Reader
	out      *stdout
	errs     io.Writer
	lang     string
	reported bool // a report was printed, or could not be
}

func (a *app) cli() *cli.App {
	root := &cli.App{
		Name:            "mplint",
		Usage:           "check a WeChat or Alipay mini-program against the necessary personal information of its category",
		UsageText:       "mplint [lint] [flags] [PATH ...]",
		Version:         versionText(),
		Writer:          a.out,
		ErrWriter:       a.errs,
		HideHelpCommand: true,
		Commands: []*cli.Command{
			a.lintCommand(), a.initCommand(), a.explainCommand(), a.rulesCommand(), a.categoriesCommand(),
			a.scopesCommand(), a.inventoryCommand(), a.manifestCommand(), a.baselineCommand(), a.lockCommand(),
			a.batchCommand(), a.lspCommand(), a.completionCommand(),
		},
		ExitErrHandler: func(*cli.Context, error) {},
	}
	for _, c := range root.Commands {
		c.HideHelpCommand = true
		c.OnUsageError = wrongFlag
	}
	return root
}

// wrongFlag is the error for a flag's value that cannot be read.
func wrongFlag(_ *cli.Context, err error, _ bool) error {
	text := strings.TrimSuffix(err.Error(), ": parse error")
	what, flag, found := strings.Cut(strings.Replace(text, " for flag -", " for -", 1), " for -")
	if !found {
		return usage("%s", "%s", text)
	}
	quoted := what[max(0, strings.Index(what, `"`)):]
	return usage("%[1]s for --%[2]s", "--%[2]s 的值 %[3]s 无效", what, flag, quoted)
}

func versionText() string { return version + " (data " + dataVersion + ")" }

// dataVersion repeats the date of the facts so that --version need not read
// them; a test compares the two.
const dataVersion = "2026-11-25"
