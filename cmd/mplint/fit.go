package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/report"
)

// mostFits is how many categories the text shows of each program.
const mostFits = 8

// fit ranks the categories by how much of what the programs below the paths
// ask for they list.
func (a *app) fit(c *cli.Context) error {
	result, err := lint.Run(c.Context, lint.Options{Paths: c.Args().Slice(), NoBaseline: true})
	if err != nil {
		return err
	}
	a.settle(c, result)
	if c.String("format") == "json" {
		return a.printJSON(a.fitRows(result))
	}
	for i, p := range result.Projects {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		a.printFit(p)
	}
	fmt.Fprintln(a.out)
	for _, line := range report.Wrap(a.fitWarning(), width(a.out)) {
		fmt.Fprintln(a.out, line)
	}
	return nil
}

// fitWarning says what the ranking is not.
func (a *app) fitWarning() string {
	return a.say("The category follows the service that the program offers, not the data that it asks for: pick the one whose basic service is yours, even if it lists less. What it does not list has to be optional and refusable.",
		"类别由小程序提供的服务决定，不由收集的信息决定：请选基本功能服务与你相符的类别，即使它列出的信息更少；未列出的信息应当可选、可拒绝。")
}

func (a *app) printFit(p *lint.Project) {
	types := inventory.AskedFor(p)
	fmt.Fprintf(a.out, "%s: %s\n", report.Clean(p.Root), a.say("asks for %d data types: %s", "收集 %d 种信息：%s", len(types), strings.Join(a.typeNames(types), a.say(", ", "、"))))
	if len(types) == 0 {
		return
	}
	for i, f := range inventory.Fits(types) {
		if i == mostFits || len(f.Within)+len(f.Conditional) == 0 {
			break
		}
		fmt.Fprintf(a.out, "\n%d/%d  %d %s  %s\n", len(f.Within), len(types), f.Category.Number, f.Category.Slug, f.Category.Name(a.lang))
		a.line(a.say("basic service", "基本功能服务"), f.Category.BasicService(a.lang))
		a.line(a.say("lists", "列出"), strings.Join(a.typeNames(f.Within), a.say(", ", "、")))
		a.line(a.say("lists for one service only", "仅特定服务列出"), strings.Join(a.typeNames(f.Conditional), a.say(", ", "、")))
		a.line(a.say("does not list", "未列出"), strings.Join(a.typeNames(f.Beyond), a.say(", ", "、")))
	}
}

func (a *app) typeNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		names = append(names, inventory.TypeName(id, a.lang))
	}
	return names
}

type fitDocument struct {
	Warning  string       `json:"warning"`
	Projects []fitProject `json:"projects"`
}

type fitProject struct {
	Root      string   `json:"root"`
	Platform  string   `json:"platform"`
	DataTypes []string `json:"dataTypes"`
	Fits      []fitRow `json:"fits"`
}

type fitRow struct {
	Number       int      `json:"number"`
	Slug         string   `json:"slug"`
	Name         string   `json:"name"`
	BasicService string   `json:"basicService"`
	Within       []string `json:"within"`
	Conditional  []string `json:"conditional"`
	Beyond       []string `json:"beyond"`
}

func (a *app) fitRows(result *lint.Result) fitDocument {
	doc := fitDocument{a.fitWarning(), []fitProject{}}
	for _, p := range result.Projects {
		types := inventory.AskedFor(p)
		row := fitProject{p.Root, p.Platform.ID, append([]string{}, types...), []fitRow{}}
		for _, f := range inventory.Fits(types) {
			row.Fits = append(row.Fits, fitRowOf(f, a.lang))
		}
		doc.Projects = append(doc.Projects, row)
	}
	return doc
}

func fitRowOf(f inventory.Fit, lang string) fitRow {
	c := f.Category
	some := func(list []string) []string { return append([]string{}, list...) }
	return fitRow{c.Number, c.Slug, c.Name(lang), c.BasicService(lang), some(f.Within), some(f.Conditional), some(f.Beyond)}
}
