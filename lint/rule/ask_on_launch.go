package rule

import "github.com/mplint/mplint/lint/project"

var askOnLaunch = &Rule{
	ID:       "ask-on-launch",
	Severity: Error,
	Title:    Text{"a permission asked for while the program opens", "小程序打开时就申请授权"},
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
	f.Why = p.whyEarly()
	f.Help = earlyHelp
	p.citeEarly(f)
	p.mayRefuse(f, r)
	f.caused(t)
	p.Report(f)
}

// earlyHelp is what to do about a request that comes before its feature.
var earlyHelp = Text{
	"move it into the handler of the control that needs it, say there what it is for, and go on without it when the user refuses",
	"把申请挪到用户点击对应功能的处理函数里，申请时说明用途；用户拒绝后照常继续，只是不提供该功能",
}

// whyEarly is what the platform says about dialogs that come too early.
func (p *Pass) whyEarly() Text {
	if p.Project.Platform.ID == "alipay" {
		return Text{
			"Alipay's compliance requirements ask for authorization only when a feature needs it, and forbid pushing it on the user.",
			"支付宝合规要求：授权应按需申请，不得强制、重复弹出授权弹窗。",
		}
	}
	return Text{
		"WeChat's operation rules allow a permission dialog only once the user has triggered the feature that needs it (15.1.3.1).",
		"《微信小程序平台运营规范》15.1.3.1：用户触发相关功能之前，不得弹出授权弹窗或收集信息。",
	}
}

// citeEarly names the platform's rule as the source.
func (p *Pass) citeEarly(f *Finding) {
	f.Citations = []Citation{{"wechat-operation-rules", "15.1.3.1"}}
	if p.Project.Platform.ID == "alipay" {
		f.Citations = []Citation{{"alipay-compliance", ""}}
	}
}

// wanted names what a request asks for: its data types, else a permission.
func (p *Pass) wanted(r *project.Request) Text {
	if len(r.DataTypes) == 0 {
		return Text{"a permission", "授权"}
	}
	return dataTypeNames(r.DataTypes)
}
