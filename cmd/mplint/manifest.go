package main

import (
	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/report"
)

func (a *app) manifestCommand() *cli.Command {
	return &cli.Command{
		Name:      "manifest",
		Usage:     "print the permissions that the platform sees, which file said them, and what got lost",
		ArgsUsage: "[PATH ...]",
		Flags:     commonFlags("text or json"),
		Action: func(c *cli.Context) error {
			result, err := a.read(c, report.ManifestFormats())
			if err != nil {
				return err
			}
			return a.print(c, report.ManifestFormats(), result)
		},
	}
}
