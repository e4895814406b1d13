package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
)

// mostPlaces is how many places of an entry a table shows.
const mostPlaces = 5

// InventoryMarkdown prints one table for each heading.
func InventoryMarkdown(w io.Writer, r *lint.Result, o Options) error {
	out := bufio.NewWriter(w)
	p := &printer{Writer: out, Options: o, paint: newPaint(false)}
	for i, j := range r.Projects {
		if i > 0 {
			p.WriteByte('\n')
		}
		fmt.Fprintf(p, "# %s\n", mdCell(p.projectLine(j)))
		groups := groupsOf(j, o)
		if len(groups) == 0 {
			fmt.Fprintf(p, "\n%s\n", p.say("Nothing collected that is known.", "未发现已知的个人信息收集。"))
		}
		for _, g := range groups {
			p.mdGroup(g)
		}
	}
	return out.Flush()
}

func (p *printer) mdGroup(g *group) {
	columns := inventoryColumns
	title := mdCell(g.title)
	if g.id != "" {
		title += " `" + g.id + "`"
	} else if p.By != "" && p.By != "data-type" {
		columns = append([]column{typeColumns[0], typeColumns[2]}, columns...)
	}
	fmt.Fprintf(p, "\n## %s\n\n", title)
	if basis := sensitiveBasis(g.id, p.Lang); basis != "" {
		fmt.Fprintf(p, "%s\n\n", p.say("Sensitive personal information (%s).", "敏感个人信息（%s）。", mdCell(basis)))
	}
	var head []string
	for _, c := range columns {
		head = append(head, c.title(p.Lang))
	}
	p.mdRow(append(head, p.say("places", "位置")))
	p.mdRow(strings.Split(strings.Repeat("---,", len(head))+"---", ","))
	for _, e := range g.entries {
		var row []string
		for _, c := range columns {
			row = append(row, mdCell(c.cell(e, p.Lang)))
		}
		p.mdRow(append(row, p.mdPlaces(e)))
	}
}

func (p *printer) mdRow(cells []string) { fmt.Fprintf(p, "| %s |\n", strings.Join(cells, " | ")) }

func (p *printer) mdPlaces(e *inventory.Entry) string {
	var list []string
	for i, place := range e.Places {
		if i == mostPlaces && !p.Verbose {
			list = append(list, moreText(len(e.Places)-i, p.Lang))
			break
		}
		list = append(list, mdCell(place.String()))
	}
	return strings.Join(list, "<br>")
}

// mdEscapes are the characters that mean something in a line of Markdown.
var mdEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "~", `\~`,
)

// mdCell makes a text safe in a line or a table cell.
func mdCell(s string) string { return mdEscapes.Replace(clean(s)) }
