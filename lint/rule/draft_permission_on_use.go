package rule

import (
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
)

var draftPermissionOnUse = &Rule{
	ID:       "draft-permission-on-use",
	Severity: Info,
	Rulebook: config.RulebookDraft,
	Title:    Text{En: "a permission asked for before its function is used", Zh: "尚未使用相关功能就申请权限"},
	Sources:  []string{"draft-2026"},
	Check: func(p *Pass) {
		p.prompts(func(r *project.Request) {
			if t := p.firstWay(r, onLaunch); t != nil {
				p.beforeUse(r, t)
			}
		})
	},
}

func (p *Pass) beforeUse(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("%[1]s`%[2]s` brings up a dialog %[3]s, before its function is used", "%[1]s%[3]s就通过 `%[2]s` 申请授权，相关功能还没有使用", draftMark, shown(r.Capability), moment(t))
	f.cite2026("draft-permission-on-use")
	f.Help = Text{En: "ask when the user starts the function that needs it", Zh: "等用户使用到相关功能时再申请"}
	f.caused(t)
	p.Report(f)
}
