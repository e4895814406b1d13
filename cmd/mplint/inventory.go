package main

import (
	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/report"
)

func (a *app) inventoryCommand() *cli.Command {
	return &cli.Command{
		Name:      "inventory",
		Usage:     "list what the program collects, by data type, with positions",
		ArgsUsage: "[PATH ...]",
		Flags:     append(commonFlags("text or json"), &cli.BoolFlag{Name: "verbose", Usage: "print every place"}),
		Action: func(c *cli.Context) error {
			result, err := a.read(c, report.InventoryFormats())
			if err != nil {
				return err
			}
			return a.print(c, report.InventoryFormats(), result)
		},
	}
}
