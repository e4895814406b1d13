package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
)

// InventoryFormats are the formats of an inventory by name.
func InventoryFormats() map[string]Format {
	return map[string]Format{"text": Inventory, "json": InventoryJSON, "markdown": InventoryMarkdown, "csv": InventoryCSV, "html": HTML}
}

// Inventory prints what a program collects, by data type or as Options.By
// says, with the place of each way to collect it.
func Inventory(w io.Writer, r *lint.Result, o Options) error {
	return byProject(w, r, o, (*printer).inventory)
}

func (p *printer) inventory(j *lint.Project) {
	groups := groupsOf(j, p.Options)
	if len(groups) == 0 {
		fmt.Fprintf(p, "  %s\n", p.say("nothing collected that is known", "未发现已知的个人信息收集"))
	}
	for _, g := range groups {
		fmt.Fprintf(p, "\n  %s\n", strings.TrimSpace(p.paint.bold(clean(g.title))+" "+p.paint.dim(clean(g.id))))
		if basis := sensitiveBasis(g.id, p.Lang); basis != "" {
			fmt.Fprintf(p, "    %s\n", p.say("sensitive personal information (%s)", "敏感个人信息（%s）", basis))
		}
		for _, e := range g.entries {
			p.entry(e)
		}
	}
}

// entry prints one way to collect: verdict, name and first place, and below
// what else is known of it. With --verbose every place follows.
func (p *printer) entry(e *inventory.Entry) {
	origin := ""
	if e.Origin != project.Own {
		origin = " [" + strings.TrimSpace(string(e.Origin)+" "+packageOf(e)) + "]"
	}
	verdict := p.verdictName(e.Judgement.Verdict)
	line := fmt.Sprintf("%s %s %s%s", pad(verdict, 12), pad(e.Name, 34), e.Places[0], origin)
	if more := len(e.Places) - 1; more > 0 && !p.Verbose {
		line += " (" + moreText(more, p.Lang) + ")"
	}
	line = clean(line)
	if e.Judgement.Verdict == inventory.Beyond {
		line = strings.Replace(line, verdict, p.paint.yellow(verdict), 1)
	}
	fmt.Fprintf(p, "    %s\n", line)
	if p.Verbose {
		for _, at := range e.Places[1:] {
			fmt.Fprintf(p, "    %s %s\n", strings.Repeat(" ", 47), clean(at.String()))
		}
	}
	if more := p.details(e); more != "" {
		fmt.Fprintf(p, "    %s %s\n", strings.Repeat(" ", 12), p.paint.dim(clean(more)))
	}
}

// details joins what the first line of an entry does not say.
func (p *printer) details(e *inventory.Entry) string {
	var parts []string
	add := func(en, zh, value string) {
		if value != "" {
			parts = append(parts, p.say(en, zh, value))
		}
	}
	if p.By != "" && p.By != "data-type" {
		add("%s", "%s", inventory.TypeName(e.DataType, p.Lang))
	}
	if e.Request != "unjudged" {
		add("%s", "%s", kindName(e, p.Lang))
	}
	add("%s", "%s", e.Scope)
	add("%s", "%s", clauseName(e, p.Lang))
	add("guide: %s", "隐私指引：%s", strings.TrimSpace(e.GuideKey+" "+e.GuideItem))
	add("purpose: %s", "用途：%s", e.Purpose)
	if !e.Reachable {
		parts = append(parts, p.say("no page reaches it", "没有页面用到"))
	}
	return strings.Join(parts, " · ")
}

// sensitiveBasis says on what a data type counts as sensitive, "" where it
// does not.
func sensitiveBasis(id, lang string) string {
	if t, ok := categories.FindDataType(id); ok && t.Sensitive {
		return strings.Join(t.Basis(lang), "; ")
	}
	return ""
}

func (p *printer) verdictName(v inventory.Verdict) string { return verdictName(v, p.Lang) }
