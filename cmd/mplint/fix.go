package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func fixFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "fix", Usage: "fix what can be fixed without a decision, and report the rest"},
		&cli.BoolFlag{Name: "dry-run", Usage: "print what --fix would change as a diff, and change nothing"},
	}
}

// checkFix refuses what does not go with --fix and --dry-run.
func checkFix(c *cli.Context) error {
	switch {
	case !c.Bool("fix") && !c.Bool("dry-run"):
	case takesStdin(c):
		return usage("--fix and --dry-run change files; they do not take standard input", "--fix 和 --dry-run 修改的是文件，不支持标准输入")
	case c.String("changed-since") != "":
		return usage("--fix moves the lines that --changed-since goes by; give the changed files as paths instead", "--fix 会移动行号，不能与 --changed-since 同用；可直接传入改动的文件")
	case c.Bool("dry-run") && c.String("format") != "text":
		return usage("--dry-run prints a diff, not --format %[1]s; without it, \"fixes\" in --format json has the edits", "--dry-run 输出 diff，不能与 --format %[1]s 同用；--format json 的 \"fixes\" 中有全部修改", c.String("format"))
	}
	return nil
}

// fix makes the fixes of the findings that are shown. With --dry-run it prints
// them instead, and done says that there is no report to print.
func (a *app) fix(c *cli.Context, o lint.Options) (result *lint.Result, done bool, err error) {
	floor := rule.Severity(c.String("min-severity")).Weight()
	least := rule.Confidence(c.String("confidence")).Weight()
	stop := a.waiting(c.Bool("quiet"))
	fixed, err := lint.Fix(c.Context, o, func(f *rule.Finding) bool {
		return f.Severity.Weight() >= floor && f.Confidence.Weight() >= least
	})
	stop()
	if err != nil {
		return nil, false, err
	}
	sure(c, fixed.Result)
	a.settle(c, fixed.Result)
	if c.Bool("dry-run") {
		return nil, true, a.dryRun(c, fixed)
	}
	if err := writeFixed(fixed.Files); err != nil {
		return nil, false, err
	}
	if fixed.Problems > 0 && !c.Bool("quiet") {
		a.complain(a.say("fixed %s in %s", "已修复 %s（%s）", a.problems(fixed.Problems), a.files(len(fixed.Files))))
	}
	return fixed.Result, false, nil
}

// dryRun prints the diff. There are findings when something would change, or
// when what would remain gates.
func (a *app) dryRun(c *cli.Context, fixed *lint.Fixed) error {
	a.reported = true
	err := a.printTo(c.String("output"), func(w io.Writer) error {
		return report.Diff(w, fixed.Files, report.Options{Color: colour(c.String("color"), w)}, isTerminal(w))
	})
	if err != nil {
		return err
	}
	if !c.Bool("quiet") {
		a.complain(a.say("would fix %s in %s; %s would remain", "将修复 %s（%s），仍剩 %s",
			a.problems(fixed.Problems), a.files(len(fixed.Files)), a.problems(len(fixed.Result.Findings))))
	}
	gate := rule.Severity(c.String("fail-on"))
	if gate.Weight() > 0 && len(fixed.Files) > 0 || reaches(fixed.Result.Findings, gate) {
		return errFindings
	}
	return nil
}

func (a *app) problems(n int) rule.Text { return counted(n, "problem", "个问题") }

func (a *app) files(n int) rule.Text { return counted(n, "file", "个文件") }

func counted(n int, en, zh string) rule.Text {
	if n != 1 {
		en += "s"
	}
	return rule.Text{En: fmt.Sprint(n, " ", en), Zh: fmt.Sprint(n, " ", zh)}
}
