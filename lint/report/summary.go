package report

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

func (p *printer) summary(r *lint.Result) {
	c := CountOf(r.Findings)
	head := p.say(plural(c.Errors, "error")+", "+plural(c.Warnings, "warning")+", "+plural(c.Infos, "info"), fmt.Sprintf("%d 个错误，%d 个警告，%d 个提示", c.Errors, c.Warnings, c.Infos))
	tail := p.say(" in "+plural(r.Files, "file")+" of "+plural(len(r.Projects), "project"), fmt.Sprintf("（%d 个项目，%d 个文件）", len(r.Projects), r.Files))
	fmt.Fprintf(p, "%s%s\n", p.paint.bold(head), tail)
	for _, j := range r.Projects {
		fmt.Fprintf(p, "  %s\n", p.paint.dim(p.projectLine(j)))
	}
	if n := fixable(r.Findings); n > 0 {
		fmt.Fprintf(p, "  %s\n", p.say(fmt.Sprintf("%d fixable with --fix (--dry-run shows the changes)", n), fmt.Sprintf("%d 条可用 --fix 修复（--dry-run 可预览改动）", n)))
	}
	if r.Suppressed > 0 {
		fmt.Fprintf(p, "  %s\n", p.say(plural(r.Suppressed, "finding")+" suppressed (--no-suppress shows them)", fmt.Sprintf("已忽略 %d 条结果（--no-suppress 可显示）", r.Suppressed)))
	}
	if r.Baselined > 0 {
		fmt.Fprintf(p, "  %s\n", p.say(plural(r.Baselined, "finding")+" in the baseline", fmt.Sprintf("基线中已有 %d 条结果", r.Baselined)))
	}
	for _, b := range r.Stale {
		fmt.Fprintf(p, "  %s\n", clean(p.say("%[1]s: %[2]s gone (mplint baseline --prune removes them)", "%[1]s：%[3]d 条已不存在（mplint baseline --prune 可删除）",
			b.Path, plural(b.Findings, "finding"), b.Findings)))
	}
	p.skipped(r.Skipped)
}

// fixable counts the findings that --fix puts right.
func fixable(findings []*rule.Finding) (n int) {
	for _, f := range findings {
		if f.Fixable() != nil {
			n++
		}
	}
	return n
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprint(n, " ", noun)
}

func (p *printer) projectLine(j *lint.Project) string {
	category := p.say("no category", "未设置类别")
	var names []string
	for _, c := range j.Config.Categories {
		names = append(names, fmt.Sprintf("%d %s", c.Number, c.Name(p.Lang)))
	}
	if len(names) > 0 {
		category = strings.Join(names, ", ") + " (" + j.CategorySource + ")"
	}
	return clean(fmt.Sprintf("%s: %s, %s", j.Root, platformName(j.Platform.ID, p.Lang), category))
}

func (p *printer) skipped(list []project.Skip) {
	if len(list) == 0 {
		return
	}
	counts := map[string]int{}
	var order []string
	for _, s := range list {
		if counts[s.Reason]++; counts[s.Reason] == 1 {
			order = append(order, s.Reason)
		}
	}
	var parts []string
	for _, reason := range order {
		parts = append(parts, fmt.Sprintf("%s %d", skipName(reason, p.Lang), counts[reason]))
	}
	fmt.Fprintf(p, "  %s\n", clean(p.say("skipped: %s", "已跳过：%s", strings.Join(parts, p.say(", ", "，")))))
	if p.Verbose {
		for _, s := range list {
			line := fmt.Sprintf("%s: %s %s", s.Path, skipName(s.Reason, p.Lang), s.Detail)
			fmt.Fprintf(p, "    %s\n", clean(strings.TrimRight(line, " ")))
		}
	}
}

func skipName(reason, lang string) string {
	names := map[string]string{
		"unreadable": "无法读取", "symlink": "符号链接", "too-large": "文件过大", "excluded": "配置排除",
		"build-output": "构建产物", "not-utf8": "非 UTF-8",
	}
	if zh := names[reason]; lang == "zh" && zh != "" {
		return zh
	}
	return strings.ReplaceAll(reason, "-", " ")
}
