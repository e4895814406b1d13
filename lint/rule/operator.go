package rule

import "github.com/mplint/mplint/categories"

// citeOperator adds to a finding the rule of the platform's operator of that
// id, see platform.Reference.Rule, in words and as a source.
func (p *Pass) citeOperator(f *Finding, id string) {
	r := p.Project.Platform.Reference().Rule(id)
	source, _ := categories.SourceByID(r.Source)
	en, zh := source.TitleEn, source.TitleZh
	if r.Clause != "" {
		en, zh = en+", "+r.Clause, zh+" "+r.Clause
	}
	if f.Why != (Text{}) {
		f.Why.En += " "
	}
	f.Why.En += en + ": " + r.En + "."
	f.Why.Zh += zh + "：" + r.Zh + "。"
	f.Citations = append(f.Citations, Citation{r.Source, r.Clause})
}

// citeRefusal says what the operator has laid down about a refusal.
func (p *Pass) citeRefusal(f *Finding) { p.citeOperator(f, "refusal-keeps-service") }
