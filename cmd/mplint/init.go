package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/report"
)

func (a *app) initCommand() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "write " + config.FileName,
		ArgsUsage: "[PATH]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "category", Aliases: []string{"c"}, Usage: "`CATEGORY` by slug, number or Chinese name"},
			langFlag(),
		},
		Action: a.initAction,
	}
}

func (a *app) initAction(c *cli.Context) error {
	if err := a.setLang(c); err != nil {
		return err
	}
	dir := "."
	switch c.NArg() {
	case 0:
	case 1:
		dir = c.Args().First()
	default:
		return usage("init takes one path, but got %q too", "init 只接受一个路径，却还收到 %q", c.Args().Get(1))
	}
	path := filepath.Join(dir, config.FileName)
	if _, err := os.Stat(path); err == nil {
		return usage("%s exists already; edit it instead", "%s 已存在，请直接编辑", path)
	}
	found, err := a.chooseCategory(c.Context, c.String("category"))
	if err != nil {
		return err
	}
	err = writeFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, config.Template(found.Slug))
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.say("wrote %s with category %d %s", "已写入 %s，类别为第 %d 类 %s", report.Clean(path), found.Number, found.Name(a.lang)))
	return nil
}

// chooseCategory resolves the flag, or asks on a terminal.
func (a *app) chooseCategory(ctx context.Context, name string) (*categories.Category, error) {
	if name != "" {
		r, err := categories.Resolve(name)
		return r.Category, err
	}
	if !isTerminal(a.in) {
		return nil, usage("init needs --category when it cannot ask; `mplint categories` lists them, `mplint categories --search WORD` finds one",
			"此处无法询问，init 需要 --category；`mplint categories` 列出全部类别，`mplint categories --search 关键词` 可查找")
	}
	return a.askCategory(ctx)
}

// askCategory asks until the answer is a category, the input ends or the context
// does. Questions are notices: they go to stderr.
func (a *app) askCategory(ctx context.Context) (*categories.Category, error) {
	answers := lines(a.in)
	for {
		fmt.Fprint(a.errs, a.say("Category (slug, number or Chinese name; a word searches): ", "类别（slug、编号或中文名；输入关键词可搜索）："))
		var answer string
		select {
		case <-ctx.Done():
			fmt.Fprintln(a.errs)
			return nil, ctx.Err()
		case line, ok := <-answers:
			if !ok {
				return nil, usage("no category given", "没有给出类别")
			}
			answer = strings.TrimSpace(line)
		}
		r, err := categories.Resolve(answer)
		if err == nil {
			return r.Category, nil
		}
		var unknown *categories.UnknownError
		if found := categories.Search(answer); answer != "" && len(found) > 0 {
			printCategories(a.errs, found)
		} else if errors.As(err, &unknown) && len(unknown.Nearest) > 0 {
			fmt.Fprintln(a.errs, strings.Join(unknown.Nearest, "  "))
		}
	}
}

// lines gives the lines of an input as they come, and closes at its end. A read
// that waits for a person cannot be ended, so it is left to itself.
func lines(in io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for s := bufio.NewScanner(in); s.Scan(); {
			out <- s.Text()
		}
	}()
	return out
}
