package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
)

// tools are the programs that take part everywhere.
type tools struct {
	mplint, self, hello string // paths
	names               []string
}

// build makes mplint as it is released, this program, which walks and reads,
// and a program that only greets.
func build(work string) (*tools, error) {
	t := &tools{mplint: filepath.Join(work, "mplint"), hello: filepath.Join(work, "hello"), names: names()}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	t.self = self
	src := filepath.Join(work, "hello.go")
	if err := os.WriteFile(src, []byte("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n"), 0o644); err != nil {
		return nil, err
	}
	for _, args := range [][]string{
		{"-trimpath", "-ldflags=-s -w", "-tags=urfave_cli_no_docs", "-o", t.mplint, "github.com/mplint/mplint/cmd/mplint"},
		{"-trimpath", "-ldflags=-s -w", "-o", t.hello, src},
	} {
		cmd := exec.Command("go", append([]string{"build"}, args...)...)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go build: %w: %s", err, out)
		}
	}
	return t, nil
}

// names are the interfaces of WeChat that bring up a dialog: what the other
// tools look for with their one rule.
func names() []string {
	var list []string
	for _, c := range platform.WeChat.Capabilities() {
		if c.Kind == platform.API && c.Request == platform.Prompt && !strings.Contains(c.Match.Member, ".") && c.Match.Member != "" && !slices.Contains(list, c.Match.Member) {
			list = append(list, c.Match.Member)
		}
	}
	return list
}
