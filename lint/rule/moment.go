package rule

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// prompts visits the own calls that bring up a dialog, for the rules about the
// moment at which they do.
func (p *Pass) prompts(visit func(*project.Request)) {
	for _, r := range p.Project.Requests {
		if r.Origin == project.Own && p.asks(r) {
			visit(r)
		}
	}
}

// asks reports whether a request brings up a dialog the moment it runs.
func (p *Pass) asks(r *project.Request) bool {
	return r.Capability.Request == platform.Prompt && Yields(p.Project, r) &&
		!prepares(r.Capability) && !p.followsButton(r.Capability)
}

// prepares reports whether an interface only makes an object or registers a
// listener; the dialog comes with what starts it.
func prepares(c *platform.Capability) bool {
	name := c.Match.Member
	listens := len(name) > 2 && strings.HasPrefix(name, "on") && unicode.IsUpper(rune(name[2]))
	return c.Kind == platform.API && (listens || strings.HasPrefix(name, "create") || strings.HasSuffix(name, "Manager"))
}

// followsButton reports whether an interface hands out what a button of the
// same permission has asked for, so that it asks nothing itself.
func (p *Pass) followsButton(c *platform.Capability) bool {
	return c.Kind == platform.API && c.AuthSetting != "" && slices.ContainsFunc(p.Project.Platform.Capabilities(), func(o *platform.Capability) bool {
		return o.Kind == platform.OpenType && o.AuthSetting == c.AuthSetting
	})
}

// onLaunch reports whether a trigger belongs to the opening of the program: a
// hook of the program, or of the page that it opens with.
func onLaunch(t *project.Trigger) bool {
	switch t.Kind {
	case project.AppLaunch, project.AppShow:
		return true
	case project.PageLoad, project.PageShow:
		return t.Entry
	}
	return false
}

// inHook reports whether a trigger is a life-cycle function of the program or
// of a page.
func inHook(t *project.Trigger) bool {
	switch t.Kind {
	case project.AppLaunch, project.AppShow, project.PageLoad, project.PageShow:
		return true
	}
	return false
}

// firstWay returns the plainest of the ways in which a request runs without
// anything that makes it no surprise, or nil: the surest, then the earliest,
// then the shortest.
func (p *Pass) firstWay(r *project.Request, is func(*project.Trigger) bool) *project.Trigger {
	var ways []*project.Trigger
	for i := range r.Triggers {
		if t := &r.Triggers[i]; t.Guard == project.NoGuard && is(t) && !p.follows(r, t, "success", "fail", "complete") {
			ways = append(ways, t)
		}
	}
	if len(ways) == 0 {
		return nil
	}
	return slices.MinFunc(ways, func(a, b *project.Trigger) int {
		return cmp.Or(cmp.Compare(doubt(a), doubt(b)), cmp.Compare(urgency(a), urgency(b)), cmp.Compare(len(a.Path), len(b.Path)))
	})
}

func doubt(t *project.Trigger) int {
	if t.Sure {
		return 0
	}
	return 1
}

func urgency(t *project.Trigger) int {
	order := []project.TriggerKind{project.AppLaunch, project.AppShow, project.PageLoad, project.PageShow}
	return slices.Index(order, t.Kind)
}

// moment is when a hook runs, as part of a sentence.
func moment(t *project.Trigger) Text {
	switch {
	case t.Kind == project.AppLaunch:
		return Text{En: "as soon as the program opens", Zh: "小程序一启动"}
	case t.Kind == project.AppShow:
		return Text{En: "each time the program comes to the front", Zh: "小程序每次切到前台"}
	case t.Kind == project.PageShow && t.Entry:
		return Text{En: "each time the entry page is shown", Zh: "首页每次显示"}
	case t.Kind == project.PageShow:
		return Text{En: "each time the page is shown", Zh: "页面每次显示"}
	case t.Entry:
		return Text{En: "as soon as the entry page opens", Zh: "首页一打开"}
	}
	return Text{En: "as soon as the page opens", Zh: "页面一打开"}
}

// maxUnsure is how many calls a way may have of which one may mean another
// function, before the finding is no more than a guess.
const maxUnsure = 2

// caused fills in how the request of a finding comes to run: its confidence,
// the hook, and the calls on the way.
func (f *Finding) caused(t *project.Trigger) {
	switch {
	case !t.Sure && len(t.Path) > maxUnsure:
		f.Confidence = Low
	case !t.Sure:
		f.Confidence = Medium
	}
	when := moment(t)
	f.Related = append(f.Related, Related{t.Hook.File, t.Hook.Range, T("`%s` runs %s", "`%s`：%s就会执行", t.Hook.Name, when)})
	for _, step := range t.Path {
		f.Related = append(f.Related, Related{step.File, step.Range, T("calls `%s`", "这里调用 `%s`", step.Name)})
	}
}

// follows reports whether a request runs with one of the outcomes of another
// one that asks for the same permission, so that it asks nothing more: whatever
// the answer was, the platform keeps it.
func (p *Pass) follows(r *project.Request, t *project.Trigger, outcomes ...string) bool {
	return slices.ContainsFunc(t.Branch, func(b project.Branch) bool {
		return b.Member != "" && slices.Contains(outcomes, b.Outcome) && slices.ContainsFunc(p.Project.Requests, func(o *project.Request) bool {
			return o.Scope == r.Scope && o.Scope != "" && (o.Capability.Kind == platform.Scope || p.asks(o)) &&
				o.File.Path == b.At.File.Path && o.Range.Start <= b.At.Range.Start && b.At.Range.Start < o.Range.End
		})
	})
}
