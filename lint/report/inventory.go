package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// InventoryFormats are the formats of an inventory by name.
func InventoryFormats() map[string]Format {
	return map[string]Format{"text": Inventory, "json": InventoryJSON}
}

// verdictOf is how one request stands to the category: beyond, within,
// conditional, optional, unjudged or no-category.
func verdictOf(p *lint.Project, r *project.Request) (string, []rule.Citation) {
	if r.Capability.Request == "unjudged" {
		return "unjudged", nil
	}
	if len(p.Config.Categories) == 0 {
		return "no-category", nil
	}
	var citations []rule.Citation
	for _, c := range p.Config.Categories {
		citations = append(citations, rule.Citation{ID: "cac-2021", Article: c.Article()})
	}
	a := categories.NewAllowance(p.Config.Categories, p.Config.Services)
	switch v := rule.Judge(r, a, p.Config, p.Root); {
	case len(v.Beyond) > 0:
		return "beyond", citations
	case len(v.Conditional) > 0:
		return "conditional", citations
	case len(v.Optional) > 0:
		return "optional", citations
	}
	return "within", citations
}

// Inventory prints what a program collects, grouped by data type, with the
// place of each request.
func Inventory(w io.Writer, r *lint.Result, o Options) error {
	out := bufio.NewWriter(w)
	p := &printer{Writer: out, Options: o, paint: newPaint(o.Color)}
	for i, j := range r.Projects {
		if i > 0 {
			p.WriteByte('\n')
		}
		fmt.Fprintf(p, "%s\n", p.paint.bold(p.projectLine(j)))
		p.inventory(j)
	}
	return out.Flush()
}

func (p *printer) inventory(j *lint.Project) {
	groups := map[string][]*project.Request{}
	var order []string
	for _, r := range j.Requests {
		types := r.DataTypes
		if len(types) == 0 {
			continue
		}
		for _, t := range types {
			if groups[t] == nil {
				order = append(order, t)
			}
			groups[t] = append(groups[t], r)
		}
	}
	slices.Sort(order)
	if len(order) == 0 {
		fmt.Fprintf(p, "  %s\n", p.say("nothing collected that is known", "未发现已知的个人信息收集"))
	}
	for _, id := range order {
		name := id
		if t, ok := categories.FindDataType(id); ok {
			name = t.Name(p.Lang)
		}
		fmt.Fprintf(p, "\n  %s %s\n", p.paint.bold(name), p.paint.dim(id))
		for _, same := range byCapability(j, groups[id]) {
			p.inventoryLine(j, same)
		}
	}
}

// byCapability puts requests for the same thing, judged alike, together.
func byCapability(j *lint.Project, requests []*project.Request) [][]*project.Request {
	type key struct {
		capability, pkg, verdict string
		origin                   project.Origin
	}
	at := map[key]int{}
	var out [][]*project.Request
	for _, r := range requests {
		verdict, _ := verdictOf(j, r)
		k := key{r.Capability.Name, r.Package, verdict, r.Origin}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

// inventoryLine prints the first of several requests for the same thing and
// how many more there are; with --verbose it prints each.
func (p *printer) inventoryLine(j *lint.Project, same []*project.Request) {
	if p.Verbose {
		for _, r := range same {
			p.inventoryRequest(j, r, 0)
		}
		return
	}
	p.inventoryRequest(j, same[0], len(same)-1)
}

func (p *printer) inventoryRequest(j *lint.Project, r *project.Request, more int) {
	at := r.File.Position(r.Range.Start)
	verdict, _ := verdictOf(j, r)
	origin := ""
	if r.Origin != project.Own {
		origin = " [" + string(r.Origin) + " " + r.Package + "]"
	}
	line := fmt.Sprintf("%s %s %s:%d:%d%s", pad(p.verdictName(verdict), 12), pad(r.Capability.Name, 34), r.File.Path, at.Line, at.Column, origin)
	if more > 0 {
		line += " (" + moreText(more, p.Lang) + ")"
	}
	line = clean(line)
	if verdict == "beyond" {
		line = strings.Replace(line, p.verdictName(verdict), p.paint.yellow(p.verdictName(verdict)), 1)
	}
	fmt.Fprintf(p, "    %s\n", line)
}

func (p *printer) verdictName(v string) string {
	names := map[string]string{"beyond": "超出范围", "within": "范围内", "conditional": "附条件", "optional": "可选", "unjudged": "不评判", "no-category": "未设类别"}
	if p.Lang == "zh" {
		return names[v]
	}
	return v
}
