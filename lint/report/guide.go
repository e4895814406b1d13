package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
)

// GuideFormats are the formats of a draft of a platform's privacy guide, which
// is compared with what is declared unless that is nil.
func GuideFormats(platform string, declared *inventory.Declared) map[string]Format {
	of := func(print func(*printer, *inventory.Guide, *inventory.Comparison)) Format {
		return func(w io.Writer, r *lint.Result, o Options) error {
			out := bufio.NewWriter(w)
			p := &printer{Writer: out, Options: o, paint: newPaint(o.Color)}
			for i, g := range Guides(r, platform) {
				if i > 0 {
					p.WriteByte('\n')
				}
				print(p, g, compared(g, declared))
			}
			return out.Flush()
		}
	}
	return map[string]Format{
		"text": of((*printer).guide), "markdown": of((*printer).mdGuide),
		"json": func(w io.Writer, r *lint.Result, o Options) error { return guideJSON(w, r, o, platform, declared) },
	}
}

// Guides drafts the guide of every project of a platform.
func Guides(r *lint.Result, platform string) []*inventory.Guide {
	var list []*inventory.Guide
	for _, p := range r.Projects {
		if p.Platform.ID == platform {
			list = append(list, inventory.GuideOf(p))
		}
	}
	return list
}

func compared(g *inventory.Guide, declared *inventory.Declared) *inventory.Comparison {
	if declared == nil {
		return nil
	}
	return g.Compare(declared)
}

func (p *printer) guide(g *inventory.Guide, c *inventory.Comparison) {
	fmt.Fprintf(p, "%s\n", p.paint.bold(p.projectLine(g.Project)))
	if c != nil {
		p.comparison(c)
	}
	if len(g.Items) == 0 {
		fmt.Fprintf(p, "\n  %s\n", p.say("the code needs no entry", "代码没有用到需要填写的信息类型"))
	}
	for _, s := range guideSections(g) {
		fmt.Fprintf(p, "\n  %s\n", p.paint.bold(s.title))
		for _, i := range s.items {
			fmt.Fprintf(p, "    - %s\n", clean(sentence(g, i)))
			fmt.Fprintf(p, "      %s\n", p.paint.dim(clean(p.evidence(i))))
		}
	}
	p.guideThirdParties(g)
	p.guideRest(g)
}

func (p *printer) guideThirdParties(g *inventory.Guide) {
	for _, kind := range []inventory.Kind{inventory.Plugin, inventory.SDK} {
		list := thirdPartiesOf(g, kind)
		if len(list) > 0 {
			fmt.Fprintf(p, "\n  %s\n", p.paint.bold(thirdPartyTitle(g, kind)))
		}
		for _, t := range list {
			for n, line := range thirdPartyLines(t) {
				mark := "      "
				if n == 0 {
					mark = "    - "
				}
				fmt.Fprintf(p, "%s%s\n", mark, clean(line))
			}
			fmt.Fprintf(p, "      %s\n", p.paint.dim(clean(t.Place.String())))
		}
	}
}

// guideRest prints what is no entry yet: rows of code that nothing reaches, and
// rows that no interface stands for.
func (p *printer) guideRest(g *inventory.Guide) {
	if len(g.Idle) > 0 {
		fmt.Fprintf(p, "\n  %s\n", p.idleTitle(g))
		for _, i := range g.Idle {
			fmt.Fprintf(p, "    %s\n      %s\n", clean(strings.TrimSpace(i.Key+" "+i.Words)), p.paint.dim(clean(p.evidence(i))))
		}
	}
	if len(g.Undecided) > 0 {
		fmt.Fprintf(p, "\n  %s\n", p.undecidedTitle())
		for _, i := range g.Undecided {
			line := strings.TrimSpace(i.Key + " " + i.Words)
			if len(i.Requests) > 0 {
				line += "  " + p.paint.dim(clean(p.evidence(i)))
			}
			fmt.Fprintf(p, "    %s\n", line)
		}
	}
}

func (p *printer) idleTitle(g *inventory.Guide) string {
	if g.Project.Platform.ID == "wechat" {
		return p.say("Only in code that no page reaches, or for interfaces that return nothing any more. WeChat lists as required what it finds in the uploaded code: remove the code. Where it has to stay, say that it is not used; invent no purpose.",
			"仅出现在没有页面用到的代码里，或仅涉及已回收、不再返回数据的接口。微信会按上传代码里的接口展示必填项：用不到就删掉；删不掉的，如实写明未使用，不要编造用途：")
	}
	return p.say("Only in code that no page reaches, or for interfaces that return nothing any more:", "仅出现在没有页面用到的代码里，或仅涉及不再返回数据的接口：")
}

func (p *printer) undecidedTitle() string {
	return p.say("No interface stands for these rows, so the source cannot tell; tick those that your service collects:",
		"以下信息类型没有对应接口，无法从代码判断，请按实际收集情况勾选：")
}

// evidence is what needs an entry, and the first place of it.
func (p *printer) evidence(i *inventory.Item) string {
	places := i.Places()
	text := strings.Join(i.Names(), ", ") + "  " + places[0].String()
	if pkg := i.Package(); pkg != "" {
		text += " [" + pkg + "]"
	}
	if more := len(places) - 1; more > 0 {
		text += " (" + moreText(more, p.Lang) + ")"
	}
	return text
}
