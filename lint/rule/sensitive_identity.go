package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/project"
)

var sensitiveIdentity = &Rule{
	ID:       "sensitive-identity",
	Severity: Warning,
	Title:    Text{En: "request for an identity document, the face, a bank card or health data outside the category", Zh: "申请了本类别范围之外的证件、人脸、银行卡或健康信息"},
	Sources:  []string{"cac-2021", "pipl", "gbt-45574-2025", "gbt-35273-2020"},
	Check: func(p *Pass) {
		for _, o := range p.outside() {
			if o.sensitive() {
				p.reportSensitive(o)
			}
		}
		for _, use := range p.Project.Plugins() {
			p.sensitivePlugin(&use)
		}
	},
}

// reportSensitive reports a request in place of scope-beyond-category, with
// the same severity: a dialog for the face weighs no less than one for the
// place.
func (p *Pass) reportSensitive(o *outside) {
	f := o.finding()
	types := sensitiveIdentities(o.types)
	f.Message = T("`%s` %s %s, which is sensitive and not in the necessary set of %s", "`%s` %s%s，这类敏感信息不在%s的必要个人信息范围内", o.what, verb(f.Request), dataTypeNames(types), p.categoryNames())
	f.Help = beyondHelp(f)
	p.explainSensitive(f, types)
	p.Report(f)
}

// sensitivePlugin reports a plug-in whose provider says that it handles such
// data. Which kinds the program takes from it is not known, so one that the
// category lists or the config declares is enough to say nothing.
func (p *Pass) sensitivePlugin(use *project.PluginUse) {
	if use.SDK == nil || len(p.Categories) == 0 {
		return
	}
	types := sensitiveIdentities(use.SDK.DataTypes)
	if len(types) == 0 || slices.ContainsFunc(types, p.allowed) {
		return
	}
	f := onValue(p.Project.Manifest, use.Provider)
	f.Origin, f.Confidence, f.DataTypes = string(project.Dependency), Medium, types
	f.Message = T("plug-in: %s; by its documents it handles %s, which is sensitive and not in the necessary set of %s", "使用了%s；据其文档，会处理%s，这类敏感信息不在%s的必要个人信息范围内",
		Both(use.SDK.NameEn, use.SDK.NameZh), dataTypeNames(types), p.categoryNames())
	f.Help = T("make what uses the plug-in optional: start it when the user chooses to, offer typing as another way, and declare what it reads under \"optional\" in .mplint.json (one of %s is enough); or remove the plug-in",
		"把用到该插件的功能做成可选：用户主动使用时再启动，并提供手动输入等方式；在 .mplint.json 的 \"optional\" 里为实际识别的内容写明用途（%s，写其中一项即可）；用不到就删掉该插件",
		Both(quote(types), quoteZh(types)))
	p.explainSensitive(f, types)
	p.Report(f)
}

// allowed reports whether the category lists a data type, under whatever
// condition, or the config declares it optional.
func (p *Pass) allowed(dataType string) bool {
	if p.Allowance.Judge(dataType).Verdict != categories.Beyond {
		return true
	}
	for i := range p.Config.Optional {
		if t, ok := categories.FindDataType(p.Config.Optional[i].Name); ok && t.ID == dataType {
			return true
		}
	}
	return false
}

// explainSensitive says which sources call the data types sensitive, and what
// the categories list.
func (p *Pass) explainSensitive(f *Finding, types []string) {
	p.cite(f)
	f.Why = p.refusable()
	var en, zh []string
	for _, basis := range sensitiveBasis(types) {
		s, article := basisSource(basis)
		f.Citations = append(f.Citations, Citation{s.ID, article})
		if article == "" {
			en, zh = append(en, s.Label), append(zh, s.Label)
			continue
		}
		en, zh = append(en, s.TitleEn+" (article "+article+")"), append(zh, s.TitleZh+"第 "+article+" 条")
	}
	if len(en) > 0 {
		f.Why.En = "Sensitive personal information by " + strings.Join(en, ", ") + ". " + f.Why.En
		f.Why.Zh = "属于敏感个人信息（依据：" + strings.Join(zh, "、") + "）。" + f.Why.Zh
	}
}

// sensitiveBasis lists the bases of the data types, each once.
func sensitiveBasis(types []string) []string {
	var all []string
	for _, id := range types {
		d, _ := categories.FindDataType(id)
		for _, b := range d.SensitiveBasis {
			if !slices.Contains(all, b) {
				all = append(all, b)
			}
		}
	}
	return all
}

// basisSource turns "PIPL art.28" into the source and its article. Every basis
// in the data begins with the label of a source.
func basisSource(basis string) (s *categories.Source, article string) {
	all := categories.Sources()
	s = all[slices.IndexFunc(all, func(s *categories.Source) bool { return s.Label != "" && strings.HasPrefix(basis, s.Label) })]
	return s, strings.TrimPrefix(strings.TrimPrefix(basis, s.Label), " art.")
}
