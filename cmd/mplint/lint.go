package main

import (
	"slices"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

// commonFlags are those of every command that reads projects.
func commonFlags(formats string) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "category", Aliases: []string{"c"}, Usage: "`CATEGORY` by slug, number or Chinese name; overrides the config"},
		&cli.StringFlag{Name: "config", Usage: "use this config `FILE` for every project"},
		&cli.BoolFlag{Name: "no-config", Usage: "read no config"},
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: formats},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the report to `FILE`"},
		&cli.StringFlag{Name: "color", Value: "auto", Usage: "auto, always or never"},
		langFlag(),
		&cli.StringFlag{Name: "platform", Value: "auto", Usage: "auto, wechat or alipay"},
		&cli.StringFlag{Name: "rulebook", Usage: "2021, or draft-2026 for the January 2026 draft's rules as info as well; overrides the config"},
		&cli.IntFlag{Name: "jobs", Usage: "read with `N` goroutines"},
		&cli.BoolFlag{Name: "no-prefilter", Usage: "lex every script, for comparing: the findings must be the same", Hidden: true},
	}
}

func langFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Value: "auto", Usage: "auto, en or zh"}
}

func (a *app) lintCommand() *cli.Command {
	return &cli.Command{
		Name:      "lint",
		Usage:     "lint every mini-program below the paths (the default command)",
		ArgsUsage: "[PATH ...]",
		Flags: append(append(commonFlags("text, compact, json, ndjson, sarif, github, gitlab, checkstyle, junit, rdjson or html"), fixFlags()...),
			&cli.StringFlag{Name: "min-severity", Value: "info", Usage: "hide findings below error, warning or info"},
			confidenceFlag(), failOnFlag(),
			&cli.StringFlag{Name: "baseline", Usage: "hide the findings that `FILE` knows, written by mplint baseline"},
			&cli.StringFlag{Name: "changed-since", Usage: "report only findings in lines that changed since `REV`, a branch, tag or commit of git"},
			&cli.BoolFlag{Name: "no-suppress", Usage: "report suppressed findings too"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print no summary"},
			&cli.BoolFlag{Name: "verbose", Usage: "list what was skipped"},
			stdinFlag(),
			watchFlag(),
		),
		Action: a.lintAction,
	}
}

func confidenceFlag() cli.Flag {
	return &cli.StringFlag{Name: "confidence", Value: "medium", Usage: "leave out findings less sure than high, medium or low"}
}

func failOnFlag() cli.Flag {
	return &cli.StringFlag{Name: "fail-on", Value: "error", Usage: "exit with 1 on error, warning, info or never"}
}

// checkGates checks the values of --fail-on and --confidence.
func checkGates(c *cli.Context) error {
	if err := oneOf("fail-on", c.String("fail-on"), []string{"error", "warning", "info", "never"}); err != nil {
		return err
	}
	return oneOf("confidence", c.String("confidence"), []string{"high", "medium", "low"})
}

func (a *app) lintAction(c *cli.Context) error {
	if err := oneOf("min-severity", c.String("min-severity"), []string{"error", "warning", "info"}); err != nil {
		return err
	}
	if err := checkGates(c); err != nil {
		return err
	}
	if c.Bool("watch") {
		return a.watch(c)
	}
	return a.lintOnce(c)
}

func (a *app) lintOnce(c *cli.Context) error {
	if err := checkFix(c); err != nil {
		return err
	}
	for _, name := range []string{"baseline", "changed-since"} {
		if c.IsSet(name) && c.String(name) == "" {
			return usage("--%s needs a value", "--%s 缺少值", name)
		}
	}
	result, done, err := a.lint(c)
	if err != nil || done {
		return err
	}
	fails := reaches(result.Findings, rule.Severity(c.String("fail-on")))
	floor := rule.Severity(c.String("min-severity")).Weight()
	result.Keep(func(f *rule.Finding) bool { return f.Severity.Weight() >= floor })
	if err := a.print(c, report.Formats(), result); err != nil {
		return err
	}
	if fails {
		return errFindings
	}
	return nil
}

// lint lints, and fixes where that is asked for; done says that all is said.
func (a *app) lint(c *cli.Context) (result *lint.Result, done bool, err error) {
	if !c.Bool("fix") && !c.Bool("dry-run") {
		if result, err = a.read(c, report.Formats()); err != nil {
			return nil, false, err
		}
		sure(c, result)
		return result, false, nil
	}
	o, err := a.options(c, report.Formats())
	if err != nil {
		return nil, false, err
	}
	return a.fix(c, o)
}

// read checks the flags and lints.
func (a *app) read(c *cli.Context, formats map[string]report.Format) (*lint.Result, error) {
	o, err := a.options(c, formats)
	if err != nil {
		return nil, err
	}
	stop := a.waiting(c.Bool("quiet"))
	result, err := lint.Run(c.Context, o)
	stop()
	if err != nil {
		return nil, err
	}
	a.settle(c, result)
	return result, nil
}

// options checks the flags of commonFlags and says what to lint.
func (a *app) options(c *cli.Context, formats map[string]report.Format) (lint.Options, error) {
	if err := a.setLang(c); err != nil {
		return lint.Options{}, err
	}
	if err := checkCommon(c, formats); err != nil {
		return lint.Options{}, err
	}
	o := lint.Options{
		Paths: c.Args().Slice(), Categories: c.StringSlice("category"), ConfigPath: c.String("config"), NoConfig: c.Bool("no-config"),
		Platform: c.String("platform"), Baseline: c.String("baseline"), ChangedSince: c.String("changed-since"), NoBaseline: !c.Command.HasName("lint"),
		NoSuppress: c.Bool("no-suppress"), Rulebook: c.String("rulebook"), Jobs: c.Int("jobs"),
		NoPrefilter: c.Bool("no-prefilter"),
	}
	return o, a.stdin(c, &o)
}

// configLang lets the first config that names a language decide it.
func (a *app) configLang(c *cli.Context, result *lint.Result) {
	a.lang = language(c.String("lang"), langOf(result))
}

// langOf is the first language that a config of the result names, or "".
func langOf(result *lint.Result) string {
	for _, p := range result.Projects {
		if p.Config.Lang != "" {
			return p.Config.Lang
		}
	}
	return ""
}

// checkCommon checks the values of commonFlags; formats is nil for a command
// that prints no report.
func checkCommon(c *cli.Context, formats map[string]report.Format) error {
	if formats != nil {
		if err := oneOf("format", c.String("format"), names(formats)); err != nil {
			return err
		}
		if err := oneOf("color", c.String("color"), []string{"auto", "always", "never"}); err != nil {
			return err
		}
	}
	if c.String("rulebook") != "" {
		if err := oneOf("rulebook", c.String("rulebook"), []string{config.Rulebook2021, config.RulebookDraft}); err != nil {
			return err
		}
	}
	if c.Int("jobs") < 0 {
		return usage("--jobs takes a number from 0, not %d", "--jobs 须为不小于 0 的整数，而不是 %d", c.Int("jobs"))
	}
	return oneOf("platform", c.String("platform"), append([]string{"auto"}, platformIDs()...))
}

func platformIDs() []string {
	var ids []string
	for _, p := range platform.All() {
		ids = append(ids, p.ID)
	}
	return ids
}

func names(formats map[string]report.Format) []string {
	var out []string
	for name := range formats {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

func reaches(findings []*rule.Finding, gate rule.Severity) bool {
	if gate.Weight() == 0 {
		return false
	}
	return slices.ContainsFunc(findings, func(f *rule.Finding) bool { return f.Severity.Weight() >= gate.Weight() })
}

// sure leaves out the findings that are not as sure as --confidence asks. They
// do not gate either. The flag is checked by checkGates.
func sure(c *cli.Context, result *lint.Result) {
	floor := rule.Confidence(c.String("confidence")).Weight()
	result.Keep(func(f *rule.Finding) bool { return f.Confidence.Weight() >= floor })
}

// noProjectText says what was looked for and what was found instead.
func noProjectText(e *lint.NoProjectError, lang string) string {
	text := rule.Text{
		En: "no mini-program project found; a project is a folder with app.json, game.json, plugin.json or a framework's manifest (manifest.json with pages.json, app.config.ts, app.mpx, app.wpy)",
		Zh: "没有找到小程序项目；项目是含有 app.json、game.json、plugin.json 或框架清单（manifest.json 加 pages.json、app.config.ts、app.mpx、app.wpy）的目录",
	}.In(lang)
	seen := map[project.Hint]bool{}
	for _, h := range e.Hints {
		if seen[h] {
			continue
		}
		seen[h] = true
		if h.Kind == "missing-root" {
			text += "\n" + rule.T("%s points to %s, which is not there: build the program first", "%s 指向的 %s 不存在：请先构建", report.Clean(h.Path), report.Clean(h.Detail)).In(lang)
		} else {
			text += "\n" + rule.T("%s looks like a manifest of %s, but no list of pages could be read from it: write pages as a literal, or build the program and lint the output", "%s 像是 %s 的清单，但读不到页面列表：请把 pages 写成字面量，或构建后检查产物目录", report.Clean(h.Path), h.Kind).In(lang)
		}
	}
	return strings.TrimSpace(text)
}
