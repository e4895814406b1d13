package main

import (
	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/lsp"
)

func (a *app) lspCommand() *cli.Command {
	return &cli.Command{
		Name:      "lsp",
		Usage:     "run a language server on stdin and stdout, for editors",
		ArgsUsage: " ",
		Flags: []cli.Flag{
			langFlag(),
			&cli.BoolFlag{Name: "stdio", Usage: "use stdin and stdout; some editors say so, and nothing else is spoken"},
		},
		Action: func(c *cli.Context) error {
			if err := a.setLang(c); err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usage("lsp takes no paths: the editor names the folders", "lsp 不接受路径：目录由编辑器给出")
			}
			lang := c.String("lang")
			if lang == "auto" {
				lang = ""
			}
			return lsp.Serve(c.Context, a.in, a.out, lsp.Options{Version: versionText(), Lang: lang, Locale: a.lang})
		},
	}
}
