package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/report"
)

func (a *app) inventoryCommand() *cli.Command {
	return &cli.Command{
		Name:      "inventory",
		Usage:     "list what the program collects, by data type, with positions; or draft its privacy guide",
		ArgsUsage: "[PATH ...]",
		Flags: append(commonFlags("text, json, markdown, csv or html; with --guide text, json or markdown"),
			&cli.StringFlag{Name: "by", Value: "data-type", Usage: "group by data-type, capability, page or package"},
			&cli.StringFlag{Name: "guide", Usage: "draft the entries of the privacy guide of `PLATFORM`: wechat or alipay"},
			&cli.StringFlag{Name: "declared", Usage: "with --guide: compare with the types declared in `FILE`, JSON or one a line; exit with 1 when one is missing"},
			&cli.BoolFlag{Name: "verbose", Usage: "print every place"},
		),
		Action: func(c *cli.Context) error {
			if c.String("guide") != "" {
				return a.guide(c)
			}
			return a.inventory(c)
		},
	}
}

func (a *app) inventory(c *cli.Context) error {
	if c.IsSet("declared") {
		return usage("--declared needs --guide wechat or --guide alipay", "--declared 需要与 --guide wechat 或 --guide alipay 一起使用")
	}
	if err := oneOf("by", c.String("by"), report.InventoryGroups); err != nil {
		return err
	}
	if f := c.String("format"); c.IsSet("by") && (f == "json" || f == "html") {
		return usage(fmt.Sprintf("--by has no meaning with --format %s, which has every request", f), fmt.Sprintf("--format %s 列出全部请求，不能与 --by 一起使用", f))
	}
	result, err := a.read(c, report.InventoryFormats())
	if err != nil {
		return err
	}
	return a.print(c, report.InventoryFormats(), result)
}
