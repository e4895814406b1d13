package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/archive"
)

// pathList is the list of inputs: a path a line, empty lines left out.
type pathList struct {
	name  string
	in    io.Reader
	close func() error
	err   error // what ended the reading, once the channel of paths is closed
}

// openList opens the list that the command line names, or stdin.
func (a *app) openList(c *cli.Context) (*pathList, error) {
	name := c.Args().First()
	switch {
	case c.NArg() > 1:
		return nil, usage("batch takes one list of paths, but got %q too; to lint some paths, write them to it: `ls *.zip | mplint batch`",
			"batch 只接受一个路径列表，却还收到 %q；要检查多个路径，请通过列表传入：`ls *.zip | mplint batch`", c.Args().Get(1))
	case name == "" || name == "-":
		if isTerminal(a.in) {
			a.complain(a.say("reading paths from stdin, one a line", "正在从标准输入读取路径，每行一个"))
		}
		return &pathList{name: "stdin", in: a.in, close: func() error { return nil }}, nil
	}
	if info, err := os.Stat(name); archive.Kind(name) != "" || err == nil && info.IsDir() {
		return nil, usage("batch takes a list of paths, and %[1]s is a folder or an archive: `echo %[1]s | mplint batch`",
			"batch 需要路径列表，而 %[1]s 是目录或压缩包：`echo %[1]s | mplint batch`", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the list: %w", err)
	}
	return &pathList{name: name, in: f, close: f.Close}, nil
}

// paths sends the paths that skip does not hold for, as they are asked for.
func (l *pathList) paths(ctx context.Context, skip func(string) bool) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		in := bufio.NewReader(l.in)
		for first := true; ; first = false {
			path, err := readPath(in)
			if first {
				path = strings.TrimPrefix(path, "\ufeff")
			}
			if path != "" && !skip(path) {
				select {
				case out <- path:
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					l.err = fmt.Errorf("read the list %s: %w", l.name, err)
				}
				return
			}
		}
	}()
	return out
}

// maxPath is more than any system takes for a path.
const maxPath = 64 << 10

// readPath reads one line without its end. What is beyond maxPath is left out:
// nothing can be opened by such a path anyhow, and the line that says so is not
// to fill the memory.
func readPath(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxPath-len(line))]...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return strings.TrimRight(string(line), "\r\n"), err
		}
	}
}
