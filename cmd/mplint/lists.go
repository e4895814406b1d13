package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func listFlags(more ...cli.Flag) []cli.Flag {
	return append([]cli.Flag{
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: "text or json"}, langFlag(),
	}, more...)
}

// begin reads the flags that every list has.
func (a *app) begin(c *cli.Context) error {
	if err := a.setLang(c); err != nil {
		return err
	}
	switch {
	case c.Bool("fit") && c.IsSet("search"):
		return usage("--fit and --search do not go together", "--fit 不能与 --search 一起使用")
	case c.NArg() > 0 && !c.Bool("fit"):
		return usage("%s takes no arguments, but got %q", "%s 不接受参数，却收到 %q", c.Command.Name, c.Args().First())
	}
	return oneOf("format", c.String("format"), []string{"text", "json"})
}

func (a *app) printJSON(v any) error { return report.EncodeJSON(a.out, v) }

// columns prints rows whose cells line up on a terminal.
func columns(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell
			if i < len(row)-1 {
				line += strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

func (a *app) rulesCommand() *cli.Command {
	return &cli.Command{Name: "rules", Usage: "list the rules", Flags: listFlags(), Action: func(c *cli.Context) error {
		if err := a.begin(c); err != nil {
			return err
		}
		if c.String("format") == "json" {
			return a.printJSON(a.ruleRows())
		}
		var rows [][]string
		for _, r := range rule.All() {
			rows = append(rows, []string{r.ID, string(r.Severity), r.Title.In(a.lang) + a.mark(r)})
		}
		columns(a.out, rows)
		return nil
	}}
}

// mark says of a rule that it belongs to a rulebook which is not the default.
func (a *app) mark(r *rule.Rule) string {
	if r.Rulebook == "" {
		return ""
	}
	return a.say(" [draft, only with --rulebook %s]", "〔征求意见稿，仅在 --rulebook %s 时启用〕", r.Rulebook)
}

type ruleRow struct {
	ID        string   `json:"id"`
	Severity  string   `json:"severity"`
	Platforms []string `json:"platforms"`
	Title     string   `json:"title"`
	Sources   []string `json:"sources"`
	Rulebook  string   `json:"rulebook"` // "2021" for the rules that always apply
}

func (a *app) ruleRows() []ruleRow {
	rows := []ruleRow{}
	for _, r := range rule.All() {
		platforms := r.Platforms
		if len(platforms) == 0 {
			platforms = platformIDs()
		}
		rows = append(rows, ruleRow{r.ID, string(r.Severity), platforms, r.Title.In(a.lang), append([]string{}, r.Sources...), cmp.Or(r.Rulebook, config.Rulebook2021)})
	}
	return rows
}

func (a *app) categoriesCommand() *cli.Command {
	search := &cli.StringFlag{Name: "search", Usage: "only those that mention `TEXT`"}
	fit := &cli.BoolFlag{Name: "fit", Usage: "rank them by how much of what the program at [PATH] asks for they list"}
	return &cli.Command{Name: "categories", Usage: "list the 39 categories", ArgsUsage: "[PATH ...]", Flags: listFlags(search, fit), Action: func(c *cli.Context) error {
		if err := a.begin(c); err != nil {
			return err
		}
		if c.Bool("fit") {
			return a.fit(c)
		}
		found := categories.All()
		if text := c.String("search"); text != "" {
			found = categories.Search(text)
		}
		if c.String("format") == "json" {
			return a.printJSON(categoryRows(found))
		}
		if len(found) == 0 {
			a.complain(a.say("no category mentions %q", "没有提到 %q 的类别", c.String("search")))
		}
		printCategories(a.out, found)
		return nil
	}}
}

func printCategories(w io.Writer, list []*categories.Category) {
	var rows [][]string
	for _, c := range list {
		rows = append(rows, []string{fmt.Sprintf("%2d", c.Number), c.Slug, c.NameZh, c.NameEn, strings.Join(listedTypes(c), ", ")})
	}
	columns(w, rows)
}

// listedTypes are the data types that a category lists, each once, those under
// a condition in brackets.
func listedTypes(c *categories.Category) []string {
	var out []string
	seen := map[string]bool{}
	for _, item := range c.Necessary {
		for _, t := range item.DataTypes {
			if seen[t] {
				continue
			}
			seen[t] = true
			if item.Service != "" {
				t = "(" + t + ")"
			}
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return []string{"-"}
	}
	return out
}

type categoryRow struct {
	Number    int       `json:"number"`
	Slug      string    `json:"slug"`
	NameZh    string    `json:"nameZh"`
	NameEn    string    `json:"nameEn"`
	Necessary []itemRow `json:"necessary"`
}

type itemRow struct {
	Zh          string   `json:"zh"`
	En          string   `json:"en"`
	DataTypes   []string `json:"dataTypes"`
	ConditionZh string   `json:"conditionZh"`
	ConditionEn string   `json:"conditionEn"`
	Service     string   `json:"service"`
	Clause      int      `json:"clause"`
}

func categoryRows(list []*categories.Category) []categoryRow {
	rows := []categoryRow{}
	for _, c := range list {
		row := categoryRow{c.Number, c.Slug, c.NameZh, c.NameEn, []itemRow{}}
		for _, i := range c.Necessary {
			row.Necessary = append(row.Necessary, itemRow{i.Zh, i.En, i.DataTypes, i.ConditionZh, i.ConditionEn, i.Service, i.Clause})
		}
		rows = append(rows, row)
	}
	return rows
}

func (a *app) scopesCommand() *cli.Command {
	which := &cli.StringFlag{Name: "platform", Value: "auto", Usage: "auto (both), wechat or alipay"}
	return &cli.Command{Name: "scopes", Usage: "list the platforms' scopes", Flags: listFlags(which), Action: func(c *cli.Context) error {
		if err := a.begin(c); err != nil {
			return err
		}
		if err := oneOf("platform", c.String("platform"), append([]string{"auto"}, platformIDs()...)); err != nil {
			return err
		}
		rows := scopeRows(c.String("platform"))
		if c.String("format") == "json" {
			return a.printJSON(rows)
		}
		var cells [][]string
		for _, r := range rows {
			cells = append(cells, []string{r.Platform, r.Scope, r.Zh, r.Status, strings.Join(r.DataTypes, ", ")})
		}
		columns(a.out, cells)
		return nil
	}}
}

type scopeRow struct {
	Platform  string   `json:"platform"`
	Scope     string   `json:"scope"`
	Group     string   `json:"group"`
	Zh        string   `json:"zh"`
	Status    string   `json:"status"`
	DataTypes []string `json:"dataTypes"`
	APIs      []string `json:"apis"`
	Uncertain bool     `json:"uncertain"`
}

func scopeRows(id string) []scopeRow {
	rows := []scopeRow{}
	for _, p := range platform.All() {
		if id != "auto" && id != p.ID {
			continue
		}
		for _, s := range p.Scopes() {
			rows = append(rows, scopeRow{p.ID, s.Name, s.Group, s.Zh, s.Status, append([]string{}, s.DataTypes...), append([]string{}, s.APIs...), s.Uncertain})
		}
	}
	return rows
}
