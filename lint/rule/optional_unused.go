package rule

import (
	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
)

var optionalUnused = &Rule{
	ID:       "optional-unused",
	Severity: Warning,
	Title:    Text{"data declared optional that nothing asks for", "声明为可选的数据没有任何地方申请"},
	Sources:  []string{"cac-2021"},
	Check: func(p *Pass) {
		for i := range p.Config.Optional {
			if o := &p.Config.Optional[i]; !p.asksFor(o) {
				f := &Finding{File: p.Config.File, Range: o.Range, Pointer: o.Pointer}
				f.Message = T("`%s` is declared optional, but nothing in the program asks for it", "`%s` 声明为可选，但小程序中没有任何地方申请", o.Name)
				f.Why = Text{"A declaration that nothing uses hides the next real request from review.", "没有对应申请的声明会让以后新增的申请逃过检查。"}
				f.Help = Text{"remove the entry, or correct its name", "删除该项，或改正名称"}
				if !p.readsAll() {
					f.Confidence = Medium
				}
				p.Report(f)
			}
		}
	},
}

func (p *Pass) asksFor(o *config.Optional) bool {
	for _, r := range p.Project.Requests {
		if names(o.Name, r, "") {
			return true
		}
		for _, t := range r.DataTypes {
			if d, ok := categories.FindDataType(o.Name); ok && d.ID == t {
				return true
			}
		}
	}
	return false
}
