package rule

import "github.com/mplint/mplint/lint/project"

var askOnLaunch = &Rule{
	ID:       "ask-on-launch",
	Severity: Error,
	Title:    Text{En: "a permission asked for while the program opens", Zh: "小程序打开时就申请授权"},
	Sources:  []string{"wechat-operation-rules", "alipay-compliance", "cac-2021", "taf-180-2023", "draft-2026"},
	Check: func(p *Pass) {
		p.prompts(func(r *project.Request) {
			if t := p.firstWay(r, onLaunch); t != nil && !isMemberLogin(r) {
				p.askedOnLaunch(r, t)
			}
		})
	},
}

func (p *Pass) askedOnLaunch(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("`%[1]s` brings up a dialog %[3]s, before the user has done anything: %[2]s", "%[3]s就通过 `%[1]s` 申请%[2]s，用户还没有任何操作", shown(r.Capability), p.wanted(r), moment(t))
	f.Help = earlyHelp
	p.citeEarly(f)
	p.mayRefuse(f, r)
	f.caused(t)
	p.Report(f)
}

// earlyHelp is what to do about a request that comes before its feature.
var earlyHelp = Text{
	En: "move it into the handler of the control that needs it, say there what it is for, and go on without it when the user refuses",
	Zh: "把申请挪到用户点击对应功能的处理函数里，申请时说明用途；用户拒绝后照常继续，只是不提供该功能",
}

// citeEarly says what the platform's operator has laid down about dialogs that
// come too early.
func (p *Pass) citeEarly(f *Finding) { p.citeOperator(f, "ask-on-use") }

// wanted names what a request asks for: its data types, else a permission.
func (p *Pass) wanted(r *project.Request) Text {
	if len(r.DataTypes) == 0 {
		return Text{En: "a permission", Zh: "授权"}
	}
	return dataTypeNames(r.DataTypes)
}
