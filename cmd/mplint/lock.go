package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func (a *app) lockCommand() *cli.Command {
	return &cli.Command{
		Name:      "lock",
		Usage:     "write what the program collects to " + lock.FileName + ", or check that it has not grown",
		ArgsUsage: "[PATH]",
		Flags: append(commonFlags("text, compact, json, ndjson or html, with --check"),
			&cli.BoolFlag{Name: "check", Usage: "write nothing; report what is not in the file"},
			&cli.StringFlag{Name: "fail-on", Value: "error", Usage: "with --check: exit with 1 on error, warning, info or never"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print no summary"},
		),
		Action: a.lockAction,
	}
}

func (a *app) lockAction(c *cli.Context) error {
	folder := "."
	if c.NArg() > 0 {
		folder = c.Args().First()
	}
	if c.NArg() > 1 {
		return usage("lock takes one path, but got %q too", "lock 只接受一个路径，却还收到 %q", c.Args().Get(1))
	}
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return usage("lock takes a folder, and %s is a file", "lock 需要目录，而 %s 是文件", folder)
	}
	if err := oneOf("fail-on", c.String("fail-on"), []string{"error", "warning", "info", "never"}); err != nil {
		return err
	}
	o, err := a.options(c, report.Formats())
	if err != nil {
		return err
	}
	path := filepath.Join(folder, lock.FileName)
	if c.Bool("check") {
		return a.checkLock(c, o, path)
	}
	for _, name := range []string{"format", "output", "fail-on"} {
		if c.IsSet(name) {
			return usage("--%[1]s goes with lock --check only", "--%[1]s 只能与 lock --check 同用", name)
		}
	}
	return a.writeLock(c, o, folder, path)
}

// writeLock writes the lock file, and leaves one alone that lists the same.
func (a *app) writeLock(c *cli.Context, o lint.Options, folder, path string) error {
	result, err := lint.Run(c.Context, o)
	if err != nil {
		return err
	}
	a.configLang(c, result)
	now, err := lint.LockOf(result, folder)
	var outside *lint.OutsideError
	if errors.As(err, &outside) {
		return usage("the project `%[1]s` does not lie in `%[2]s`: run `mplint lock` in the project's folder or above it",
			"项目 `%[1]s` 不在 `%[2]s` 之内：请在项目目录或其上级目录运行 `mplint lock`", outside.Root, outside.Folder)
	}
	if err != nil {
		return err
	}
	before, err := lock.Load(path, path)
	if err == nil && o.Platform != "auto" {
		now.KeepOther(before, o.Platform)
	}
	text := a.say("%s is up to date: %s", "%s 无变化：%s", report.Clean(path), listed(now))
	if err != nil || !lock.Same(before, now) {
		if err := writeFile(path, now.Write); err != nil {
			return err
		}
		text = a.say("wrote %s: %s", "已写入 %s：%s", report.Clean(path), listed(now))
	}
	if !c.Bool("quiet") {
		fmt.Fprintln(a.out, text)
	}
	return nil
}

// listed says how much a lock file lists.
func listed(f *lock.File) rule.Text {
	var capabilities, parties int
	for _, p := range f.Projects {
		capabilities += len(p.Capabilities)
		parties += len(p.ThirdParties)
	}
	others := rule.T("%d third parties", "%d 个第三方", parties)
	if parties == 1 {
		others.En = "1 third party"
	}
	return rule.T("%s, %s", "%s，%s", counted(capabilities, "interface", "个接口"), others)
}

// checkLock compares the program with the lock file.
func (a *app) checkLock(c *cli.Context, o lint.Options, path string) error {
	o.Lock = path
	result, err := lint.Run(c.Context, o)
	if errors.Is(err, fs.ErrNotExist) {
		if _, wrong := os.Stat(filepath.Dir(path)); wrong == nil {
			return errors.New(a.say("there is no %s: write it with `mplint lock` and commit it", "没有 %s：请先运行 `mplint lock` 生成并提交", path))
		}
	}
	if err != nil {
		return err
	}
	a.configLang(c, result)
	result.Findings = slices.DeleteFunc(result.Findings, func(f *rule.Finding) bool { return f.Rule != rule.LockDrift })
	if err := a.print(c, report.Formats(), result); err != nil {
		return err
	}
	if reaches(result.Findings, rule.Severity(c.String("fail-on"))) {
		return errFindings
	}
	return nil
}

// wrongLockText is the message about a lock file that cannot be used.
func wrongLockText(e *lock.FormatError) rule.Text {
	return rule.T("%s:%d:%d: %s; settle what is in the way, or write the file anew with `mplint lock`",
		"%s:%d:%d: %s；请先处理（例如合并冲突），或用 `mplint lock` 重新生成", e.Path, e.Line, e.Column, e.Detail)
}
