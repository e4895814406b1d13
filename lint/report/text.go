package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/fatih/color"
	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/rule"
)

// Text prints findings for a person at a terminal: what, where, why, what to
// do, with the source line and the clause.
func Text(w io.Writer, r *lint.Result, o Options) error {
	out := bufio.NewWriter(w)
	p := &printer{Writer: out, Options: o, paint: newPaint(o.Color)}
	if p.Width <= 0 {
		p.Width = 100
	}
	several := severalPlatforms(r)
	for _, f := range r.Findings {
		p.finding(f, several[f.Project])
	}
	if !o.Quiet {
		p.summary(r)
	}
	return out.Flush()
}

type printer struct {
	*bufio.Writer
	Options
	paint paint
}

// paint colours text for one writer, whatever the process's other streams are.
type paint struct{ red, yellow, green, blue, bold, dim, cyan func(...any) string }

func newPaint(on bool) paint {
	of := func(attributes ...color.Attribute) func(...any) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return paint{
		red: of(color.FgRed, color.Bold), yellow: of(color.FgYellow, color.Bold), green: of(color.FgGreen), blue: of(color.FgBlue, color.Bold),
		bold: of(color.Bold), dim: of(color.Faint), cyan: of(color.FgCyan),
	}
}

func (p *printer) severity(s rule.Severity, text string) string {
	switch s {
	case rule.Error:
		return p.paint.red(text)
	case rule.Warning:
		return p.paint.yellow(text)
	}
	return p.paint.blue(text)
}

func (p *printer) say(en, zh string, args ...any) string { return say(p.Lang, en, zh, args...) }

func (p *printer) severityName(s rule.Severity) string {
	switch s {
	case rule.Error:
		return p.say("error", "错误")
	case rule.Warning:
		return p.say("warning", "警告")
	}
	return p.say("info", "提示")
}

// severalPlatforms returns the roots that serve more than one platform.
func severalPlatforms(r *lint.Result) map[string]bool {
	several, seen := map[string]bool{}, map[string]bool{}
	for _, p := range r.Projects {
		several[p.Root], seen[p.Root] = seen[p.Root], true
	}
	return several
}

// platformName is the name of the platform of that id in a language.
func platformName(id, lang string) string {
	pl, ok := platform.ByID(id)
	switch {
	case !ok:
		return id
	case lang == "zh":
		return pl.NameZh
	}
	return pl.NameEn
}

// finding prints one finding; several says that its root serves more than one
// platform, so that the place alone does not say which is meant.
func (p *printer) finding(f *rule.Finding, several bool) {
	at := f.File.Position(f.Range.Start)
	head := p.severity(f.Severity, p.severityName(f.Severity)) + p.paint.dim("["+f.Rule+"]")
	lines := wrapAfter(len(f.Rule)+3+displaywidth.String(p.severityName(f.Severity)), clean(f.Message.In(p.Lang)), p.Width-2)
	fmt.Fprintf(p, "%s %s\n", head, p.paint.bold(strings.Join(lines, "\n  ")))
	place := p.link(p.located(f.File.Path), fmt.Sprintf("%s:%d:%d", clean(f.File.Path), at.Line, at.Column))
	if several {
		place += " (" + platformName(f.Platform, p.Lang) + ")"
	}
	fmt.Fprintf(p, "  %s %s\n", p.paint.cyan("-->"), place)
	if len(f.File.Data) > 0 {
		p.frame(f)
	}
	p.note(p.say("why", "原因"), f.Why.In(p.Lang))
	p.note(p.say("help", "建议"), p.help(f))
	p.related(f)
	if s := p.sources(f); s != "" {
		p.noteLink(p.say("source", "依据"), s, oneSource(f))
	}
	if f.Link != "" {
		p.noteLink(p.say("link", "链接"), f.Link, f.Link)
	}
	p.WriteByte('\n')
}

// help is what to do, and whether --fix does it.
func (p *printer) help(f *rule.Finding) string {
	text := f.Help.In(p.Lang)
	if f.Fixable() == nil {
		return text
	}
	return strings.TrimSpace(text + p.say(" (fixable with --fix)", "（可用 --fix 修复）"))
}

func (p *printer) frame(f *rule.Finding) {
	number := fmt.Sprint(f.File.Position(f.Range.Start).Line)
	fr := newFrame(f.File, f.Range, max(20, p.Width-len(number)-5))
	gutter := strings.Repeat(" ", len(number))
	fmt.Fprintf(p, "  %s %s\n", gutter, p.paint.dim("|"))
	fmt.Fprintf(p, "  %s %s %s\n", p.paint.dim(number), p.paint.dim("|"), fr.text)
	fmt.Fprintf(p, "  %s %s %s%s\n", gutter, p.paint.dim("|"), strings.Repeat(" ", fr.indent), p.severity(f.Severity, strings.Repeat("^", fr.width)))
}

// note prints a labelled paragraph, wrapped and indented.
func (p *printer) note(label, text string) { p.noteLink(label, text, "") }

// noteLink is a note whose every line leads to an address.
func (p *printer) noteLink(label, text, address string) {
	if text == "" {
		return
	}
	for i, line := range wrap(clean(text), p.Width-10) {
		line = p.link(address, line)
		if i == 0 {
			fmt.Fprintf(p, "  %s %s\n", p.paint.dim(pad(label+":", 8)), line)
		} else {
			fmt.Fprintf(p, "  %s %s\n", strings.Repeat(" ", 8), line)
		}
	}
}

// related prints at most three of the places that belong to a finding.
func (p *printer) related(f *rule.Finding) {
	for i, r := range f.Related {
		if i == 3 {
			p.note(p.say("see", "另见"), moreText(len(f.Related)-3, p.Lang))
			return
		}
		at := r.File.Position(r.Range.Start)
		p.note(p.say("see", "另见"), fmt.Sprintf("%s:%d:%d %s", r.File.Path, at.Line, at.Column, r.Message.In(p.Lang)))
	}
}

func moreText(n int, lang string) string {
	if lang == "zh" {
		return fmt.Sprintf("另有 %d 处", n)
	}
	return "and " + plural(n, "more place")
}

// located is the address of a file, "" when links are not wanted.
func (p *printer) located(path string) string {
	if p.Locate == nil {
		return ""
	}
	return p.Locate(path)
}

// link makes a text lead to an address on terminals that know OSC 8. An
// address with anything but printable ASCII could hold a control sequence.
func (p *printer) link(address, text string) string {
	if p.Locate == nil || address == "" || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return text
	}
	return "\x1b]8;;" + address + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

// sources names the clauses a finding rests on, with the rank of each source.
func (p *printer) sources(f *rule.Finding) string {
	var parts []string
	articles := map[string][]string{}
	var order []string
	for _, c := range f.Citations {
		if articles[c.ID] == nil {
			order = append(order, c.ID)
		}
		articles[c.ID] = append(articles[c.ID], c.Article)
	}
	for _, id := range order {
		s, ok := categories.SourceByID(id)
		if !ok {
			continue
		}
		text := s.Title(p.Lang)
		text += p.articles(articles[id])
		parts = append(parts, text+" ("+rankName(s.Rank, p.Lang)+")")
	}
	return strings.Join(parts, p.say("; ", "；"))
}

// oneSource is the address of the source of a finding that has a single one.
func oneSource(f *rule.Finding) string {
	for _, c := range f.Citations {
		if c.ID != f.Citations[0].ID {
			return ""
		}
	}
	if len(f.Citations) == 0 {
		return ""
	}
	s, ok := categories.SourceByID(f.Citations[0].ID)
	if !ok {
		return ""
	}
	return s.URL
}

// articles names clauses behind a title: ", article 5(7) and article 4".
func (p *printer) articles(list []string) string {
	var parts []string
	for _, a := range list {
		if a != "" {
			parts = append(parts, p.article(a))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return p.say(", ", "") + strings.Join(parts, p.say(" and ", "、"))
}

// article names one clause: article 5(7), in Chinese 第 5 条第（7）项.
func (p *printer) article(a string) string {
	number, item, isItem := strings.Cut(strings.TrimSuffix(a, ")"), "(")
	if p.Lang == "zh" && isItem {
		return fmt.Sprintf("第 %s 条第（%s）项", number, item)
	}
	return p.say("article %s", "第 %s 条", a)
}

func rankName(rank, lang string) string {
	names := map[string]string{"law": "法规", "standard": "标准", "guide": "指南", "platform": "平台规则", "draft": "征求意见稿"}
	if lang == "zh" {
		return names[rank]
	}
	return rank
}
