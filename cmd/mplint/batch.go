package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/archive"
	"github.com/mplint/mplint/lint/batch"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func (a *app) batchCommand() *cli.Command {
	flags := slices.DeleteFunc(commonFlags(""), func(f cli.Flag) bool {
		return slices.Contains([]string{"format", "output", "color", "jobs"}, f.Names()[0])
	})
	return &cli.Command{
		Name:      "batch",
		Usage:     "lint many folders and archives (.zip, .tar.gz, .tgz), whose paths stand in LIST or on stdin, one a line; print a line of JSON for each",
		ArgsUsage: "[LIST]",
		Flags: append(flags,
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the lines to `FILE`, each as soon as it is known"},
			&cli.BoolFlag{Name: "resume", Usage: "leave out what --output has a line of already, and add the rest"},
			&cli.IntFlag{Name: "jobs", Usage: "lint `N` inputs at once; the lines and their order do not depend on it"},
			confidenceFlag(), failOnFlag(),
			&cli.BoolFlag{Name: "no-suppress", Usage: "report suppressed findings too"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print no summary"},
		),
		Action: a.batchAction,
	}
}

func (a *app) batchAction(c *cli.Context) error {
	o, err := a.batchOptions(c)
	if err != nil {
		return err
	}
	list, err := a.openList(c)
	if err != nil {
		return err
	}
	defer list.close()
	out, done, err := a.openLines(c.String("output"), c.Bool("resume"))
	if err != nil {
		return err
	}
	b := &batchRun{app: a, c: c, options: o, total: done.total}
	// A temporary folder must not stay behind, whatever ends the run.
	ctx, stop := signal.NotifyContext(c.Context, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal does not wait
	jobs := o.Jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	b.options.Jobs = 1
	err = batch.Each(ctx, jobs, list.paths(ctx, done.take), b.lint, func(one outcome) error { return b.emit(out, one) })
	if err == nil {
		err = list.err
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return b.stopped(err)
	}
	return b.verdict()
}

// batchOptions checks the flags. What would be wrong for every input is an
// error here and not in every line.
func (a *app) batchOptions(c *cli.Context) (lint.Options, error) {
	o, err := a.options(c, nil)
	if err != nil {
		return o, err
	}
	if err := checkGates(c); err != nil {
		return o, err
	}
	if c.Bool("resume") && c.String("output") == "" {
		return o, usage("--resume goes on with the file that --output names", "--resume 需与 --output 同用，在其文件上继续")
	}
	for _, name := range o.Categories {
		if _, err := categories.Resolve(name); err != nil {
			return o, err
		}
	}
	if o.ConfigPath != "" {
		if _, err := config.Load(o.ConfigPath, o.ConfigPath, config.Known{Rules: rule.IDs()}); err != nil {
			return o, err
		}
	}
	o.Now = time.Now()
	return o, nil
}

// batchRun is one run over a list.
type batchRun struct {
	*app
	c       *cli.Context
	options lint.Options
	total   batchTotal
}

// batchTotal counts what the lines say.
type batchTotal struct {
	inputs, failed int
	count          report.Count
}

func (t *batchTotal) add(failed bool, count report.Count) {
	t.inputs++
	if failed {
		t.failed++
	}
	t.count.Errors += count.Errors
	t.count.Warnings += count.Warnings
	t.count.Infos += count.Infos
}

// outcome is the line about one input, or the error that ends the run.
type outcome struct {
	line   []byte
	failed bool
	count  report.Count
	err    error
}

// lint lints one input.
func (b *batchRun) lint(ctx context.Context, input string) outcome {
	result, err := batch.Lint(ctx, b.options, input)
	code, message := "", ""
	if err != nil {
		if code = batch.Code(err); code == "" {
			return outcome{err: fatal(input, err)}
		}
		result, message = &lint.Result{}, batchMessage(err, b.lang)
	}
	sure(b.c, result)
	var line bytes.Buffer
	err = report.Batch(&line, input, result, code, message, report.Options{
		Lang: language(b.c.String("lang"), langOf(result)), Version: version, Rulebook: rulebook(result),
	})
	return outcome{line.Bytes(), code != "", report.CountOf(result.Findings), err}
}

// fatal is an error that the next inputs would meet too.
func fatal(input string, err error) error {
	var host *archive.HostError
	if errors.As(err, &host) {
		return fmt.Errorf("unpack %s below %s: %w", input, os.TempDir(), host.Err)
	}
	return err
}

func (b *batchRun) emit(out *batchLines, one outcome) error {
	if one.err != nil {
		return one.err
	}
	if err := out.write(one.line); err != nil {
		return err
	}
	b.total.add(one.failed, one.count)
	return nil
}

// stopped is the error of a run that came to no end. All lines written are
// whole, so that another run can go on.
func (b *batchRun) stopped(err error) error {
	if errors.Is(err, context.Canceled) && b.c.String("output") != "" {
		return errors.New(b.say("interrupted; the same command with --resume goes on where it stopped", "已中断；加上 --resume 再次运行同一命令即可继续"))
	}
	return err
}

// verdict tells what the lines come to, those of earlier runs among them.
func (b *batchRun) verdict() error {
	t := b.total
	if t.inputs == 0 {
		return errors.New(b.say("the list names no path", "列表中没有任何路径"))
	}
	if !b.c.Bool("quiet") {
		n := t.count
		b.complain(b.say("%d inputs: %d errors, %d warnings, %d infos", "共 %d 项：%d 个错误，%d 个警告，%d 个提示", t.inputs, n.Errors, n.Warnings, n.Infos))
	}
	if t.failed > 0 {
		return errors.New(b.say("%d of %d inputs could not be linted; their lines say why in \"error\" and \"message\"",
			"%[2]d 项中有 %[1]d 项无法检查；原因见对应行的 \"error\" 与 \"message\"", t.failed, t.inputs))
	}
	if t.reach(b.c.String("fail-on")) {
		return errFindings
	}
	return nil
}

// reach reports whether there are findings of a severity or a higher one.
func (t batchTotal) reach(gate string) bool {
	switch n := t.count; gate {
	case "error":
		return n.Errors > 0
	case "warning":
		return n.Errors+n.Warnings > 0
	case "info":
		return n.Errors+n.Warnings+n.Infos > 0
	}
	return false
}
