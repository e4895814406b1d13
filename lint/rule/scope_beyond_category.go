package rule

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var scopeBeyondCategory = &Rule{
	ID:       "scope-beyond-category",
	Severity: Error,
	Title:    Text{En: "request for data that the category does not list as necessary", Zh: "申请了本类别必要个人信息范围之外的数据"},
	Sources:  []string{"cac-2021"},
	Check: func(p *Pass) {
		for _, o := range p.outside() {
			if !o.sensitive() {
				p.reportBeyond(o)
			}
		}
		p.judged(func(r *project.Request, _ Severity) {
			v := Judge(r, p.Allowance, p.Config, p.Project.Root)
			if len(v.Beyond) == 0 && len(v.Conditional) == 0 && len(v.Optional) > 0 {
				p.optional(r, v.Optional)
			}
		})
	},
}

func (p *Pass) reportBeyond(o *outside) {
	f := o.finding()
	f.Message = T("`%s` %s %s, which is not in the necessary set of %s", "`%s` %s%s，不属于%s的必要个人信息", o.what, verb(f.Request), dataTypeNames(o.types), p.categoryNames())
	f.Why = p.refusable()
	f.Help = beyondHelp(f)
	p.cite(f)
	p.Report(f)
}

// refusable says what the categories list and what follows for the rest.
func (p *Pass) refusable() Text {
	return Text{
		En: p.listed("en") + " Users may refuse anything beyond that and must still get the basic service (article 4).",
		Zh: p.listed("zh") + "除此之外的信息，用户有权拒绝提供，且不得因此拒绝其使用基本功能服务（第四条）。",
	}
}

// verb is what a request does with the data.
func verb(kind platform.RequestKind) Text {
	if kind == platform.Write {
		return Text{En: "needs", Zh: "涉及"}
	}
	return Text{En: "asks for", Zh: "收集"}
}

// beyondHelp says what to do, by how the data is asked for.
func beyondHelp(f *Finding) Text {
	name := Both(quote(f.DataTypes), quoteZh(f.DataTypes))
	if f.Request == platform.Declared {
		return T("remove the entry if nothing needs it; otherwise make the feature optional and declare %[1]s under \"optional\" in .mplint.json with its purpose",
			"没有功能用到就删掉这一项；确实需要时，把对应功能做成可选，并在 .mplint.json 的 \"optional\" 里为 %[1]s 写明用途", name)
	}
	return T("make it optional: ask when the user starts the feature, let them refuse and go on, and declare %[1]s under \"optional\" in .mplint.json with its purpose; or remove the call",
		"改成可选功能：用户主动使用该功能时再申请，允许拒绝且不影响其他功能，并在 .mplint.json 的 \"optional\" 里为 %[1]s 写明用途；用不到就删掉", name)
}

func (p *Pass) optional(r *project.Request, types []string) {
	f := at(r)
	f.Severity = Info
	f.DataTypes = types
	f.Message = T("`%s` %s %s, declared optional in the config", "`%s` %s%s，配置中已声明为可选", shown(r.Capability), verb(f.Request), dataTypeNames(types))
	f.Why = Text{En: "It is not in the necessary set, so the basic service must work without it (article 4).", Zh: "该信息不属于必要个人信息，用户拒绝后基本功能服务必须仍可使用（第四条）。"}
	f.Help = Text{En: "nothing to change while it is asked on use and can be refused", Zh: "在使用时申请、可拒绝即可，无需改动"}
	p.cite(f)
	p.Report(f)
}

// cite names article 4 and the items of article 5 of the project's categories.
func (p *Pass) cite(f *Finding) {
	f.Categories, f.Citations = nil, nil
	for _, c := range p.Categories {
		f.Categories = append(f.Categories, c.Slug)
		f.Citations = append(f.Citations, Citation{categories.SourceID, c.Article()})
	}
	f.Citations = append(f.Citations, Citation{categories.SourceID, "4"})
}

// categoryNames lists the project's categories: category 7 "Food ordering and
// delivery".
func (p *Pass) categoryNames() Text {
	var en, zh []string
	for _, c := range p.Categories {
		en = append(en, fmt.Sprintf("category %d %q", c.Number, c.NameEn))
		zh = append(zh, fmt.Sprintf("第 %d 类“%s”", c.Number, c.NameZh))
	}
	return Text{En: strings.Join(en, " and "), Zh: strings.Join(zh, "、")}
}

// listed says what article 5 lists for the project's categories.
func (p *Pass) listed(lang string) string {
	var parts []string
	for _, c := range p.Categories {
		parts = append(parts, listedBy(c, lang))
	}
	return strings.Join(parts, " ")
}

func listedBy(c *categories.Category, lang string) string {
	var items []string
	for i := range c.Necessary {
		items = append(items, c.Necessary[i].Name(lang))
	}
	switch {
	case lang == "zh" && len(items) == 0:
		return fmt.Sprintf("第五条第（%d）项：无须个人信息，即可使用基本功能服务。", c.Number)
	case lang == "zh":
		return fmt.Sprintf("第五条第（%d）项列出的必要个人信息：%s。", c.Number, strings.Join(items, "；"))
	case len(items) == 0:
		return fmt.Sprintf("Article 5, item %d lists no personal information at all.", c.Number)
	}
	return fmt.Sprintf("Article 5, item %d lists: %s.", c.Number, strings.Join(items, "; "))
}
