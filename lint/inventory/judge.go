package inventory

import (
	"fmt"
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// Verdict is how data stands to the category.
type Verdict string

// The verdicts, as the JSON of the inventory spells them.
const (
	Beyond      Verdict = "beyond"
	Within      Verdict = "within"
	Conditional Verdict = "conditional"
	Optional    Verdict = "optional"
	Unjudged    Verdict = "unjudged"
	NoCategory  Verdict = "no-category"
)

// Judgement is a verdict with what it rests on.
type Judgement struct {
	Verdict   Verdict
	Item      *categories.Item // the item that lists the data; nil where none does
	Clause    string           // "5(7).2" for an item, "5(7)" for the list that lacks it; "" without a category
	Citations []rule.Citation  // of the categories' lists
}

// JudgeRequest is how a request as a whole stands to the category: its worst
// data type decides.
func JudgeRequest(p *lint.Project, r *project.Request) Judgement {
	j, judged := base(p)
	switch {
	case r.Capability.Request == "unjudged":
		return Judgement{Verdict: Unjudged}
	case !judged:
		return j
	}
	v := rule.Judge(r, allowance(p), p.Config, p.Root)
	switch {
	case len(v.Beyond) > 0:
		j.Verdict = Beyond
	case len(v.Conditional) > 0:
		j.Verdict = Conditional
	case len(v.Optional) > 0:
		j.Verdict = Optional
	}
	return j
}

// Judge is how one data type of a request stands to the category. account-id
// is never judged: every program has one.
func Judge(p *lint.Project, r *project.Request, dataType string) Judgement {
	if r.Capability.Request == "unjudged" || dataType == "account-id" {
		return Judgement{Verdict: Unjudged}
	}
	j := judgeType(p, dataType)
	if j.Verdict == Beyond || j.Verdict == Conditional {
		if v := rule.Judge(r, allowance(p), p.Config, p.Root); slices.Contains(v.Optional, dataType) {
			j.Verdict = Optional
		}
	}
	return j
}

// JudgeField is how a form field stands to the category.
func JudgeField(p *lint.Project, f *project.Field) Judgement {
	j := judgeType(p, f.DataType)
	if j.Verdict != Beyond && j.Verdict != Conditional {
		return j
	}
	within, optional := rule.JudgeField(f, allowance(p), p.Config, p.Root)
	switch {
	case optional:
		j.Verdict = Optional
	case within && j.Verdict == Beyond:
		j.Verdict = Within
	}
	return j
}

// judgeType is how a data type stands to the category, whoever asks for it.
func judgeType(p *lint.Project, dataType string) Judgement {
	j, judged := base(p)
	switch {
	case dataType == "" || dataType == "account-id":
		return Judgement{Verdict: Unjudged}
	case !judged:
		return j
	}
	listed := allowance(p).Judge(dataType)
	j.Verdict = Verdict(listed.Verdict)
	if listed.Item != nil {
		j.Item, j.Clause = listed.Item, fmt.Sprintf("%s.%d", listed.Category.Article(), listed.Item.Clause)
		j.Citations = []rule.Citation{{ID: categories.SourceID, Article: listed.Category.Article()}}
	}
	return j
}

// base is a judgement "within" that cites the lists of all categories; judged
// is false where there is none.
func base(p *lint.Project) (j Judgement, judged bool) {
	if len(p.Config.Categories) == 0 {
		return Judgement{Verdict: NoCategory}, false
	}
	j.Verdict = Within
	for i, c := range p.Config.Categories {
		j.Citations = append(j.Citations, rule.Citation{ID: categories.SourceID, Article: c.Article()})
		if i > 0 {
			j.Clause += " "
		}
		j.Clause += c.Article()
	}
	return j, true
}

func allowance(p *lint.Project) *categories.Allowance {
	return categories.NewAllowance(p.Config.Categories, p.Config.Services)
}
