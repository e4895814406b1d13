package report

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

// htmlPage is what the template of the HTML report prints.
type htmlPage struct {
	Lang     string // as the element html has it
	Style    template.CSS
	Script   template.JS
	Policy   string
	Version  string
	Data     string // version of the facts
	Count    Count
	Level    string // severity of the worst finding; "none"; "nothing" where nothing was checked
	Verdict  string
	Projects []htmlProject
	Heads    []htmlProject // those that the heading speaks of
	Others   int           // projects behind them
	Problems []*htmlProblem
	More     int // problems of severity info, and those behind the first ones
	Findings []htmlFinding
	Rules    []string
	Skipped  []string
	Files    int
	Hidden   int // suppressed findings
}

// Say picks the text for the page's language.
func (p *htmlPage) Say(en, zh string) string {
	if p.Lang == "en" {
		return en
	}
	return zh
}

// Noun is the word behind a number.
func (p *htmlPage) Noun(n int, en, zh string) string {
	if n != 1 {
		en += "s"
	}
	return p.Say(en, zh)
}

// htmlProject is one project of the page.
type htmlProject struct {
	Root, Platform string // Root is "" for the folder at hand, whose name the report does not know
	Category       string // "" where there is none
	Source         string
	Files          int
	Index          int      // among the projects of the page
	Beyond         []string // names of the data types beyond the allowance
	More           int      // such data types behind the first ones
	Matrix         htmlMatrix
}

// maxProblems is how many problems the summary names, maxHeads how many
// projects the heading does, and maxBeyond how many data types of each.
const (
	maxProblems = 8
	maxHeads    = 3
	maxBeyond   = 8
)

func newHTMLPage(r *lint.Result, o Options) *htmlPage {
	p := &printer{Options: o, paint: newPaint(false)}
	page := &htmlPage{
		Lang: "en", Version: clean(o.Version), Data: categories.DataVersion(), Count: CountOf(r.Findings), Files: r.Files, Hidden: r.Suppressed,
	}
	if o.Lang == "zh" {
		page.Lang = "zh-CN"
	}
	page.Style, page.Script, page.Policy = htmlAssets()
	several := severalPlatforms(r)
	findings := slices.Clone(r.Findings)
	slices.SortStableFunc(findings, func(a, b *rule.Finding) int { return b.Severity.Weight() - a.Severity.Weight() })
	for _, f := range findings {
		page.Findings = append(page.Findings, p.htmlFinding(f, several[f.Project]))
		if rule := clean(f.Rule); !slices.Contains(page.Rules, rule) {
			page.Rules = append(page.Rules, rule)
		}
	}
	slices.Sort(page.Rules)
	anchors := htmlAnchors(page.Findings, findings)
	for i, j := range r.Projects {
		project := p.htmlProject(j, anchors)
		project.Index = i
		page.Projects = append(page.Projects, project)
	}
	page.head()
	page.Problems, page.More = p.htmlProblems(page.Findings, findings)
	page.Level, page.Verdict = p.htmlVerdict(page)
	for _, s := range r.Skipped {
		page.Skipped = append(page.Skipped, strings.TrimSpace(clean(fmt.Sprintf("%s: %s %s", s.Path, skipName(s.Reason, o.Lang), s.Detail))))
	}
	return page
}

// head chooses the projects that the heading speaks of: those that ask for too
// much before the others.
func (p *htmlPage) head() {
	p.Heads = slices.Clone(p.Projects)
	slices.SortStableFunc(p.Heads, func(a, b htmlProject) int { return min(len(b.Beyond), 1) - min(len(a.Beyond), 1) })
	p.Heads = p.Heads[:min(len(p.Heads), maxHeads)]
	p.Others = len(p.Projects) - len(p.Heads)
}

// htmlVerdict is the heading of the page: whether something has to be done.
func (p *printer) htmlVerdict(page *htmlPage) (level, text string) {
	switch c := page.Count; {
	case len(page.Projects) == 0:
		return "nothing", p.say("Nothing was checked", "没有检查任何项目")
	case c.Errors > 0:
		return "error", p.say(plural(c.Errors, "error")+" to settle before release", fmt.Sprintf("发布前须处理 %d 个错误", c.Errors))
	case c.Warnings > 0:
		return "warning", p.say("No errors; "+plural(c.Warnings, "warning")+" to look at", fmt.Sprintf("没有错误，有 %d 个警告待查看", c.Warnings))
	case c.Infos > 0:
		return "info", p.say("No errors and no warnings", "没有错误和警告")
	}
	return "none", p.say("Nothing found", "未发现问题")
}

func (p *printer) htmlProject(j *lint.Project, anchors map[string]string) htmlProject {
	out := htmlProject{
		Root: clean(j.Root), Platform: platformName(j.Platform.ID, p.Lang), Source: clean(j.CategorySource), Files: j.Files,
		Matrix: p.htmlMatrix(j, anchors),
	}
	if out.Root == "." {
		out.Root = ""
	}
	var names []string
	for _, c := range j.Config.Categories {
		names = append(names, p.say("category %d, %s", "第 %d 类“%s”", c.Number, c.Name(p.Lang)))
	}
	out.Category = strings.Join(names, p.say("; ", "、"))
	for _, row := range out.Matrix.Rows {
		if row.Beyond {
			out.Beyond = append(out.Beyond, row.Name)
		}
	}
	if n := len(out.Beyond); n > maxBeyond+1 {
		out.Beyond, out.More = out.Beyond[:maxBeyond], n-maxBeyond
	}
	return out
}

// htmlProblem is one row of the summary: findings of one rule about the same
// data. The words are those of one of them.
type htmlProblem struct {
	htmlFinding
	More int // places beside the one that is named
	call bool
}

// htmlProblems groups findings, the heaviest first. Those of severity info,
// and what is more than a reader takes in, are only counted.
func (p *printer) htmlProblems(shown []htmlFinding, findings []*rule.Finding) (problems []*htmlProblem, more int) {
	groups := map[string]*htmlProblem{}
	for i, f := range findings {
		key := strings.Join([]string{f.Rule, string(f.Severity), strings.Join(f.DataTypes, ","), strings.Join(f.Categories, ",")}, "\x00")
		call := f.Pointer == ""
		if g := groups[key]; g != nil {
			g.More++
			if call && !g.call { // a call says more than the entry that declares it
				g.htmlFinding, g.call = shown[i], true
			}
			continue
		}
		g := &htmlProblem{shown[i], 0, call}
		groups[key] = g
		if f.Severity == rule.Info || len(problems) == maxProblems {
			more++
			continue
		}
		problems = append(problems, g)
	}
	return problems, more
}

func (p *printer) place(f *rule.Finding) string {
	at := f.File.Position(f.Range.Start)
	return clean(fmt.Sprintf("%s:%d:%d", f.File.Path, at.Line, at.Column))
}

// htmlID is the id of a finding's element. It stays the same when code moves.
func htmlID(f *rule.Finding) string { return "f-" + f.Fingerprint }
