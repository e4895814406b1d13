package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
)

// stdinPath is the path that means standard input.
const stdinPath = "-"

// maxStdin is how many bytes are read: more than any file that is analysed may
// have.
const maxStdin = 16 << 20

func stdinFlag() cli.Flag {
	return &cli.StringFlag{Name: "stdin-filename", Usage: "with the path -, lint standard input as the text of `FILE`"}
}

func takesStdin(c *cli.Context) bool { return slices.Contains(c.Args().Slice(), stdinPath) }

// stdin lets the text on standard input stand for the file that it is said to
// be, of which alone findings are reported.
func (a *app) stdin(c *cli.Context, o *lint.Options) error {
	name := c.String("stdin-filename")
	switch {
	case !takesStdin(c) && !c.IsSet("stdin-filename"), c.Command.HasName("batch"): // whose list is there
		return nil
	case !c.Command.HasName("lint"):
		return usage("%s does not read standard input", "%s 不支持标准输入", c.Command.Name)
	case !takesStdin(c):
		return usage("--stdin-filename goes with the path -", "--stdin-filename 须与路径 - 一起使用")
	case name == "":
		return usage("the path - needs --stdin-filename FILE: findings depend on the project that the file lies in",
			"路径 - 须配合 --stdin-filename 文件名：检查结果取决于该文件所在的小程序")
	case len(o.Paths) > 1:
		return usage("the path - stands alone", "路径 - 不能与其他路径同用")
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return fmt.Errorf("find %s: %w", name, err)
	}
	text, err := io.ReadAll(io.LimitReader(a.in, maxStdin))
	if err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	o.Paths, o.Overlay = []string{name}, project.Overlay{path: text}
	return nil
}
