package rule

import (
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var formBeyondCategory = &Rule{
	ID:       "form-beyond-category",
	Severity: Info,
	Title:    Text{En: "form fields for data that the category does not list as necessary", Zh: "表单填写项超出本类别的必要个人信息范围"},
	Sources:  []string{"cac-2021", "wechat-operation-rules"},
	Check: func(p *Pass) {
		if len(p.Categories) == 0 {
			return
		}
		for _, group := range p.fieldsBeyond() {
			p.reportFields(group)
		}
	},
}

// fieldsBeyond returns the form fields outside the allowance, those of one
// file and data type together.
func (p *Pass) fieldsBeyond() [][]*project.Field {
	type key struct {
		file     *source.File
		dataType string
	}
	var groups [][]*project.Field
	index := map[key]int{}
	for _, f := range p.Project.Fields {
		if !f.Reachable || p.covered(f) {
			continue
		}
		k := key{f.File, f.DataType}
		i, ok := index[k]
		if !ok {
			i = len(groups)
			index[k], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// covered reports whether the category lists what a field asks for, or whether
// the config declares it optional there.
func (p *Pass) covered(f *project.Field) bool {
	within, optional := JudgeField(f, p.Allowance, p.Config, p.Project.Root)
	return within || optional
}

// JudgeField reports whether the category lists what a field asks for, under
// whatever condition, or data that holds it, such as the resume; else whether
// the config declares it optional there.
func JudgeField(f *project.Field, a *categories.Allowance, cfg *config.Config, root string) (within, optional bool) {
	listed := func(dataType string) bool { return a.Judge(dataType).Verdict != categories.Beyond }
	if listed(f.DataType) || slices.ContainsFunc(platform.Forms().Field(f.DataType).Within, listed) {
		return true, false
	}
	for i := range cfg.Optional {
		o := &cfg.Optional[i]
		t, ok := categories.FindDataType(o.Name)
		if ok && t.ID == f.DataType && (len(o.Pages) == 0 || onPage(o.Pages, f.File.Path, root)) {
			return false, true
		}
	}
	return false, false
}

func (p *Pass) reportFields(group []*project.Field) {
	first := group[0]
	f := &Finding{File: first.File, Range: first.Range, DataTypes: []string{first.DataType}, Confidence: Medium}
	name := dataTypeNames(f.DataTypes)
	f.Message = T("the form field `%s` asks for %s, which is not in the necessary set of %s, and is not marked as optional",
		"表单项“%s”要求填写%s，不属于%s的必要个人信息，也没有标注选填", first.Label, name, p.categoryNames())
	if n := len(group); n > 1 {
		f.Message = T("%[4]d form fields (the first is `%[1]s`) ask for %[2]s, which is not in the necessary set of %[3]s, and are not marked as optional",
			"%[4]d 个表单项（首个为“%[1]s”）要求填写%[2]s，不属于%[3]s的必要个人信息，也没有标注选填", first.Label, name, p.categoryNames(), n)
	}
	f.Why = p.refusable()
	f.Help = T("remove the field if the service works without it; otherwise mark it as optional (选填) and accept the form without it, or declare `%s` under \"optional\" in .mplint.json with its purpose",
		"不填也能提供服务的，删掉这一项；需要保留的，标注“选填”并允许留空提交，或在 .mplint.json 的 \"optional\" 里为 `%s` 写明用途", first.DataType)
	p.cite(f)
	for _, more := range group[1:] {
		f.Related = append(f.Related, Related{more.File, more.Range, T("`%s`", "“%s”", more.Label)})
	}
	p.Report(f)
}
