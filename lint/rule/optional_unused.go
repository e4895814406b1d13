package rule

import (
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
)

var optionalUnused = &Rule{
	ID:       "optional-unused",
	Severity: Warning,
	Title:    Text{En: "data declared optional that nothing asks for", Zh: "声明为可选的数据没有任何地方申请"},
	Sources:  []string{"cac-2021"},
	Check: func(p *Pass) {
		for i := range p.Config.Optional {
			if o := &p.Config.Optional[i]; !p.asksFor(o) {
				f := &Finding{File: p.Config.File, Range: o.Range, Pointer: o.Pointer}
				f.Message = T("`%s` is declared optional, but nothing in the program asks for it", "`%s` 声明为可选，但小程序中没有任何地方申请", o.Name)
				f.Why = Text{En: "A declaration that nothing uses hides the next real request from review.", Zh: "没有对应申请的声明会让以后新增的申请逃过检查。"}
				f.Help = Text{En: "remove the entry, or correct its name", Zh: "删除该项，或改正名称"}
				if !p.readsAll() {
					f.Confidence = Medium
				}
				p.Report(f)
			}
		}
	},
}

func (p *Pass) asksFor(o *config.Optional) bool {
	d, isType := categories.FindDataType(o.Name)
	if isType && p.takesIn(d.ID) {
		return true
	}
	for _, r := range p.Project.Requests {
		if Names(o.Name, r, r.DataTypes...) {
			return true
		}
	}
	return false
}

// takesIn reports whether a form field or a known plug-in takes in a data type.
func (p *Pass) takesIn(dataType string) bool {
	return slices.ContainsFunc(p.Project.Fields, func(f *project.Field) bool { return f.DataType == dataType }) ||
		slices.ContainsFunc(p.Project.Plugins(), func(u project.PluginUse) bool {
			return u.SDK != nil && slices.Contains(u.SDK.DataTypes, dataType)
		})
}
