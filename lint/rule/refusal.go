package rule

import (
	"regexp"
	"slices"
	"sync"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// eachRefusable visits the own requests that the user can refuse in a dialog, each
// place once. What the platform no longer asks for has no refusal.
func (p *Pass) eachRefusable(visit func(*project.Request)) {
	var before *project.Request
	for _, r := range p.Project.Requests {
		samePlace := before != nil && before.File == r.File && before.Range == r.Range
		if before = r; samePlace {
			continue // authorize behind its scope, a call's second variant
		}
		if r.Origin != project.Own || !Yields(p.Project, r) || p.onlyGranted(r) {
			continue
		}
		if r.Refusal.Known || r.Refusal.Handled || r.Refusal.NoOther {
			visit(r)
		}
	}
}

// onlyGranted reports whether a request runs only where the permission was
// given before.
func (p *Pass) onlyGranted(r *project.Request) bool {
	if len(r.Triggers) == 0 {
		return r.Guard == project.Granted
	}
	return !slices.ContainsFunc(r.Triggers, func(t project.Trigger) bool {
		return t.Guard != project.Granted && !p.follows(r, &t, "success")
	})
}

// isLoginPage reports whether a path is that of a page that a user must pass to
// get in. A page named signin is as often one for the daily check-in.
func isLoginPage(page string) bool { return loginPage().MatchString(page) }

var loginPage = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(^|[/_-])(log-?in|log-?on|auth([/_?-]|$)|authoriz)|login([/?]|$)`)
})

// gate returns the trigger that puts a request in the way of the basic
// service: of the program, the page it opens with, a tab or a login page. A
// sure one comes first.
func gate(r *project.Request) *project.Trigger {
	var found *project.Trigger
	for i := range r.Triggers {
		t := &r.Triggers[i]
		if t.Guard != project.Granted && isGate(t) && (found == nil || t.Sure && !found.Sure) {
			found = t
		}
	}
	return found
}

func isGate(t *project.Trigger) bool {
	switch t.Kind {
	case project.AppLaunch, project.AppShow:
		return true
	case project.PageLoad, project.PageShow:
		return t.Entry || t.Tab || isLoginPage(t.Page)
	}
	return isLoginPage(t.Page)
}

// onRefusal returns a finding at a request about a call that its refusal leads
// to: an error where the request stands in the way of the basic service, else,
// and for the privacy terms as a whole, a warning; one level less where it is
// not certain that the call follows.
func onRefusal(r *project.Request, c *project.Call) *Finding {
	f := at(r)
	g := gate(r)
	f.Severity = Warning
	if g != nil {
		if !isTerms(r.Capability) {
			f.Severity = Error
		}
		if !g.Sure {
			f.Confidence = Medium
		}
	}
	if c.Tested || !c.Sure {
		f.Severity, f.Confidence = f.Severity.lower(), Medium
	}
	if g != nil {
		relate(f, g.Hook, T("asked for from `%s`", "在 `%s` 中申请", g.Hook.Name))
	} else if len(r.Triggers) > 0 {
		relate(f, r.Triggers[0].Hook, T("asked for from `%s`", "在 `%s` 中申请", r.Triggers[0].Hook.Name))
	}
	relate(f, c.Branch.At, branchText(c.Branch.Outcome))
	for _, step := range c.Path {
		relate(f, step, T("which calls `%s`", "调用 `%s`", step.Name))
	}
	for _, b := range c.Via {
		relate(f, b.At, T("by way of `%s`", "经过 `%s`", b.Member))
	}
	if c.At.File != r.File || c.At.Range != r.Range {
		relate(f, c.At, T("leads to `%s`", "最终执行 `%s`", c.Member))
	}
	return f
}

// isTerms reports whether a capability asks for consent to the privacy terms.
func isTerms(c *platform.Capability) bool {
	return c.Match.Member == "requirePrivacyAuthorize" || slices.Contains(c.Match.Values, "agreePrivacyAuthorization")
}

func branchText(outcome string) Text {
	switch outcome {
	case "complete":
		return Text{En: "runs whatever the user answers", Zh: "无论用户是否同意都会执行"}
	case "after":
		return Text{En: "the refusal is caught here and the function goes on", Zh: "拒绝在这里被捕获，函数继续往下执行"}
	}
	return Text{En: "runs when the user refuses", Zh: "用户拒绝后执行"}
}

func relate(f *Finding, at project.Place, message Text) {
	if at.File == nil || len(f.Related) > 0 && f.Related[len(f.Related)-1].Range == at.Range && f.Related[len(f.Related)-1].File == at.File {
		return
	}
	f.Related = append(f.Related, Related{at.File, at.Range, message})
}

// sameRequest reports whether a call that a refusal leads to asks for what was
// refused: the same place, the same scope or the same interface.
func (p *Pass) sameRequest(r *project.Request, c *project.Call) bool {
	if c.At.File.Path == r.File.Path && c.At.Range.Start <= r.Range.Start && r.Range.End <= c.At.Range.End {
		return true
	}
	if c.Member == "authorize" {
		return r.Scope != "" && c.Argument == r.Scope
	}
	return slices.ContainsFunc(p.Project.Platform.APIs(c.Member), func(a *platform.Capability) bool {
		if a.Request != platform.Prompt && a.Request != platform.Write {
			return false
		}
		return a.Name == r.Capability.Name || a.Scope != "" && a.Scope == r.Scope
	})
}
