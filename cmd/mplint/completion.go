package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

func (a *app) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a completion script for bash, zsh, fish or powershell",
		ArgsUsage: "bash|zsh|fish|powershell",
		Action: func(c *cli.Context) error {
			shells := []string{"bash", "zsh", "fish", "powershell"}
			if c.NArg() != 1 {
				return usage("completion takes the name of a shell: %s", "completion 需要一个 shell 名：%s", strings.Join(shells, ", "))
			}
			if err := oneOf("shell", c.Args().First(), shells); err != nil {
				return err
			}
			fmt.Fprint(a.out, a.completion(c.Args().First(), c.App))
			return nil
		},
	}
}

// completion is a script that completes commands and flags, and paths
// elsewhere.
func (a *app) completion(shell string, root *cli.App) string {
	var words []string
	for _, c := range root.Commands {
		words = append(words, c.Name)
	}
	for _, f := range root.Command("lint").VisibleFlags() {
		words = append(words, "--"+f.Names()[0])
	}
	list := strings.Join(words, " ")
	switch shell {
	case "bash":
		return "complete -o default -W '" + list + "' mplint\n"
	case "zsh":
		return "#compdef mplint\n_mplint() { compadd -- " + list + "; _files }\n" + // in a folder of fpath, or sourced
			"if [ \"$funcstack[1]\" = _mplint ]; then _mplint; else compdef _mplint mplint; fi\n"
	case "fish":
		return "complete -c mplint -a '" + list + "'\n"
	}
	return "Register-ArgumentCompleter -Native -CommandName mplint -ScriptBlock {\n" +
		"  param($word) '" + list + "' -split ' ' | Where-Object { $_ -like \"$word*\" }\n}\n"
}
