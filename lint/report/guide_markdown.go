package report

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/lint/inventory"
)

// mdGuide prints a draft that can be handed to whoever fills in the console.
func (p *printer) mdGuide(g *inventory.Guide, c *inventory.Comparison) {
	fmt.Fprintf(p, "# %s\n", mdCell(p.projectLine(g.Project)))
	if c != nil {
		for _, d := range p.differences(c) {
			fmt.Fprintf(p, "\n**%s**\n\n", mdCell(d.title))
			p.mdList(d.lines)
		}
	}
	for _, s := range guideSections(g) {
		fmt.Fprintf(p, "\n## %s\n\n", mdCell(s.title))
		for _, i := range s.items {
			fmt.Fprintf(p, "- %s\n  <br><small>%s</small>\n", mdCell(sentence(g, i)), mdCell(p.evidence(i)))
		}
	}
	for _, kind := range []inventory.Kind{inventory.Plugin, inventory.SDK} {
		list := thirdPartiesOf(g, kind)
		if len(list) > 0 {
			fmt.Fprintf(p, "\n## %s\n\n", mdCell(thirdPartyTitle(g, kind)))
		}
		for _, t := range list {
			var lines []string
			for _, line := range thirdPartyLines(t) {
				lines = append(lines, mdCell(line))
			}
			fmt.Fprintf(p, "- %s\n  <br><small>%s</small>\n", strings.Join(lines, "<br>"), mdCell(t.Place.String()))
		}
	}
	p.mdRest(g)
}

func (p *printer) mdRest(g *inventory.Guide) {
	var idle, undecided []string
	for _, i := range g.Idle {
		idle = append(idle, strings.TrimSpace(i.Key+" "+i.Words)+"  "+p.evidence(i))
	}
	for _, i := range g.Undecided {
		undecided = append(undecided, strings.TrimSpace(i.Key+" "+i.Words))
	}
	if len(idle) > 0 {
		fmt.Fprintf(p, "\n%s\n\n", mdCell(p.idleTitle(g)))
		p.mdList(idle)
	}
	if len(undecided) > 0 {
		fmt.Fprintf(p, "\n%s\n\n", mdCell(p.undecidedTitle()))
		p.mdList(undecided)
	}
}

func (p *printer) mdList(lines []string) {
	for _, line := range lines {
		fmt.Fprintf(p, "- %s\n", mdCell(line))
	}
}
