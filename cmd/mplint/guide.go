package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/report"
)

// guide drafts the privacy guide of the programs below the paths, and compares
// it with what is declared where that is given.
func (a *app) guide(c *cli.Context) error {
	if err := a.setLang(c); err != nil {
		return err
	}
	id := c.String("guide")
	if err := oneOf("guide", id, platformIDs()); err != nil {
		return err
	}
	if c.IsSet("by") {
		return usage("--by has no meaning with --guide, which keeps the order of the platform", "--guide 按平台的顺序排列，不能与 --by 一起使用")
	}
	declared, err := a.declared(c)
	if err != nil {
		return err
	}
	formats := report.GuideFormats(id, declared)
	result, err := a.read(c, formats)
	if err != nil {
		return err
	}
	if len(report.Guides(result, id)) == 0 {
		p, _ := platform.ByID(id)
		return errors.New(a.say("no program for %s below the paths", "路径下没有%s小程序", a.platformName(p)))
	}
	if err := a.print(c, formats, result); err != nil {
		return err
	}
	if declared != nil && undeclared(result, id, declared) {
		return errFindings
	}
	return nil
}

// declared reads the list of declared types, nil where none is given.
func (a *app) declared(c *cli.Context) (*inventory.Declared, error) {
	path := c.String("declared")
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the declared types: %w", err)
	}
	declared, err := inventory.ReadDeclared(data)
	if err != nil {
		return nil, usage("%s: %v", "%s：%v", path, err)
	}
	return declared, nil
}

// undeclared reports whether some program needs an entry that is not declared.
func undeclared(result *lint.Result, id string, declared *inventory.Declared) bool {
	for _, g := range report.Guides(result, id) {
		if len(g.Compare(declared).Undeclared) > 0 {
			return true
		}
	}
	return false
}
