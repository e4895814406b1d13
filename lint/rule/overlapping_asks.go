package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/project"
)

var overlappingAsks = &Rule{
	ID:       "overlapping-asks",
	Severity: Warning,
	Title:    Text{En: "several permissions asked for at once", Zh: "一次弹出多个授权申请"},
	Sources:  []string{"violations-2019", "wechat-operation-rules", "alipay-compliance", "taf-180-2023"},
	Check: func(p *Pass) {
		for i := range p.Project.Together {
			t := &p.Project.Together[i]
			if list := p.different(t); len(list) > 1 {
				p.overlap(t, list)
			}
		}
	},
}

// different returns the requests of a group that ask, one per permission.
func (p *Pass) different(t *project.Together) []*project.Request {
	var list []*project.Request
	for _, r := range t.Requests {
		if p.asks(r) && !slices.ContainsFunc(list, func(o *project.Request) bool { return permission(o) == permission(r) }) {
			list = append(list, r)
		}
	}
	return list
}

// permission is what a request asks for: its scope, else the interface.
func permission(r *project.Request) string {
	if r.Scope != "" {
		return r.Scope
	}
	return r.Capability.Name
}

func (p *Pass) overlap(t *project.Together, list []*project.Request) {
	f := at(list[1])
	var names []string
	for _, r := range list {
		names = append(names, shown(r.Capability))
	}
	f.Message = T("`%[1]s` brings up %[2]d permission dialogs with no user action between them: %[3]s", "`%[1]s` 会连续弹出 %[2]d 个授权申请，其间用户没有任何操作：%[3]s", t.Hook.Hook.Name, len(list), Both(quote(names), quoteZh(names)))
	f.Why = Text{
		En: "A user who meets several dialogs at once cannot tell what each is for and consents to a bundle.",
		Zh: "多个弹窗接连出现，用户无法分清各自的用途，等于一揽子同意。",
	}
	p.citeEarly(f)
	f.Help = Text{
		En: "ask for one permission at a time, each in the handler of the feature that needs it",
		Zh: "一次只申请一项，分别放到用户点击对应功能的处理函数里",
	}
	if t.Hook.Kind == project.OtherCause {
		f.Related = append(f.Related, Related{t.Hook.Hook.File, t.Hook.Hook.Range, Text{En: "runs them side by side", Zh: "在这里同时发起"}})
	} else {
		t.Hook.Path = nil
		f.caused(&t.Hook)
	}
	for i, r := range list {
		if i != 1 {
			f.Related = append(f.Related, Related{r.File, r.Range, T("`%s` asks too", "`%s` 也在申请", shown(r.Capability))})
		}
	}
	p.Report(f)
}
