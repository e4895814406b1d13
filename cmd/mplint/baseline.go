package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/baseline"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func (a *app) baselineCommand() *cli.Command {
	flags := slices.DeleteFunc(commonFlags(""), func(f cli.Flag) bool {
		return slices.Contains([]string{"format", "output", "color"}, f.Names()[0])
	})
	return &cli.Command{
		Name:      "baseline",
		Usage:     "record today's findings so that only new ones fail",
		ArgsUsage: "[PATH]",
		Flags: append(flags,
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, not where the config says or to " + baseline.FileName + " in PATH"},
			&cli.BoolFlag{Name: "prune", Usage: "only remove what is gone"},
		),
		Action: a.baselineAction,
	}
}

func (a *app) baselineAction(c *cli.Context) error {
	o, err := a.options(c, nil)
	if err != nil {
		return err
	}
	dir := "."
	switch c.NArg() {
	case 0:
	case 1:
		if info, err := os.Stat(c.Args().First()); err == nil && info.IsDir() {
			dir = c.Args().First()
		}
	default:
		return usage("baseline takes one path, but got %q too", "baseline 只接受一个路径，却还收到 %q", c.Args().Get(1))
	}
	recorded, err := lint.Record(c.Context, o, c.String("output"), dir, c.Bool("prune"))
	if errors.Is(err, fs.ErrNotExist) && c.Bool("prune") {
		return usage("there is no baseline to prune yet; `mplint baseline` writes one", "还没有可清理的基线；先用 `mplint baseline` 生成")
	}
	if err != nil {
		return err
	}
	a.settle(c, recorded.Result)
	err = writeFile(recorded.Path, func(w io.Writer) error { return baseline.Write(w, recorded.Entries) })
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.recordedText(recorded))
	return nil
}

// recordedText says what was written, and how lint comes to use it.
func (a *app) recordedText(r *lint.Recorded) string {
	path := report.Clean(r.Path)
	text := rule.T("wrote %s with %s", "已写入 %s，共 %s", path, counted(r.Findings, "finding", "条结果"))
	if r.Gone > 0 {
		text = rule.T("%s; %s gone", "%s；%s已不存在", text, counted(r.Gone, "finding", "条结果"))
	}
	if !r.Configured {
		text = rule.T("%s\nuse it with --baseline %s, or name it as \"baseline\" in %s", "%s\n用 --baseline %s 启用，或在 %[3]s 中写为 \"baseline\"", text, path, config.FileName)
	}
	return text.In(a.lang)
}
