package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var draftPermissionOnUse = &Rule{
	ID:       "draft-permission-on-use",
	Severity: Info,
	Rulebook: config.RulebookDraft,
	Title:    Text{"a permission asked for before its function is used", "尚未使用相关功能就申请权限"},
	Sources:  []string{"draft-2026"},
	Check: func(p *Pass) {
		for _, r := range p.Project.Requests {
			if r.Origin != project.Own || r.Capability.Request != platform.Prompt || p.withdrawn(r) || p.cancelled(r) {
				continue
			}
			if i := slices.IndexFunc(r.Triggers, early); i >= 0 {
				p.beforeUse(r, &r.Triggers[i])
			}
		}
	},
}

// early reports whether a request runs by itself when the program opens, or
// comes to the front: no use of a function came before.
func early(t project.Trigger) bool {
	if t.Guard != project.NoGuard {
		return false
	}
	switch t.Kind {
	case project.AppLaunch, project.AppShow:
		return true
	case project.PageLoad, project.PageShow:
		return t.Entry
	}
	return false
}

func (p *Pass) beforeUse(r *project.Request, t *project.Trigger) {
	f := at(r)
	f.Message = T("%s`%s` asks when the program opens (%s)", "%s小程序一打开就调用 `%s`（%s）", draftMark, shown(r.Capability), t.Hook.Name)
	if !t.Sure {
		f.Confidence = Medium
	}
	f.cite2026("draft-permission-on-use")
	f.Help = Text{"ask when the user starts the function that needs it", "等用户使用到相关功能时再申请"}
	f.Related = []Related{{t.Hook.File, t.Hook.Range, T("runs from `%s`", "由 `%s` 触发", t.Hook.Name)}}
	p.Report(f)
}
