// Package suppress hides findings that a comment or the config asks to hide,
// and reports the suppressions that hide nothing, give no reason or are out of
// date. A finding is hidden only by a suppression that names its rule and says
// why.
package suppress

import (
	"path"
	"time"

	"github.com/agnivade/levenshtein"
	"github.com/bmatcuk/doublestar/v4"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// suppression is one rule named by one comment or config entry.
type suppression struct {
	rule    string
	reason  string
	file    *source.File
	at      source.Range
	pointer string
	covers  func(*rule.Finding) bool
	expired bool
	until   string
	used    bool
}

// Set is every suppression of a run.
type Set struct {
	all []*suppression
	off map[string]bool // rules that some config turns off: they can match nothing
}

// Add takes in the comments of a project.
func (s *Set) Add(comments []project.Comment) {
	for _, c := range comments {
		s.all = append(s.all, parse(c)...)
	}
}

// AddConfig takes in the ignore entries of a config. An entry expires at the
// end of its date.
func (s *Set) AddConfig(cfg *config.Config, now time.Time) {
	if s.off == nil {
		s.off = map[string]bool{}
	}
	for id, severity := range cfg.Rules {
		if severity == string(rule.Off) {
			s.off[id] = true
		}
	}
	for i := range cfg.Ignore {
		e := &cfg.Ignore[i]
		s.all = append(s.all, &suppression{
			rule: e.Rule, reason: e.Reason, file: cfg.File, at: e.Range, pointer: e.Pointer, until: e.Until,
			expired: e.Until != "" && e.Until < now.Format(time.DateOnly),
			covers:  func(f *rule.Finding) bool { return entryCovers(e, cfg, f) },
		})
	}
}

func entryCovers(e *config.Ignore, cfg *config.Config, f *rule.Finding) bool {
	if e.JSONPointer != "" && e.JSONPointer != f.Pointer {
		return false
	}
	if e.Path == "" {
		return true
	}
	rel := f.File.Path
	if dir := path.Dir(cfg.File.Path); dir != "." && len(rel) > len(dir) && rel[:len(dir)] == dir {
		rel = rel[len(dir)+1:]
	}
	ok, _ := doublestar.Match(e.Path, rel)
	if !ok {
		ok, _ = doublestar.Match(e.Path, f.File.Path)
	}
	return ok
}

// Apply returns the findings that are not suppressed and how many are.
func (s *Set) Apply(findings []*rule.Finding) (kept []*rule.Finding, suppressed int) {
	for _, f := range findings {
		if s.hides(f) {
			suppressed++
		} else {
			kept = append(kept, f)
		}
	}
	return kept, suppressed
}

func (s *Set) hides(f *rule.Finding) bool {
	hidden := false
	for _, x := range s.all {
		if x.rule == f.Rule && x.covers(f) {
			x.used = true
			hidden = hidden || x.reason != "" && !x.expired
		}
	}
	return hidden
}

// Findings returns what is wrong with the suppressions themselves, after
// Apply.
func (s *Set) Findings() []*rule.Finding {
	var out []*rule.Finding
	for _, x := range s.all {
		if f := x.finding(s.off); f != nil {
			f.File, f.Range, f.Pointer = x.file, x.at, x.pointer
			f.Confidence, f.Origin = rule.High, string(project.Own)
			out = append(out, f)
		}
	}
	return out
}

func (x *suppression) finding(off map[string]bool) *rule.Finding {
	_, known := rule.ByID(x.rule)
	f := &rule.Finding{Severity: rule.Warning}
	switch {
	case x.rule == "":
		f.Rule = rule.SuppressionUnused.ID
		f.Message = rule.Text{En: "this comment names no rule", Zh: "该注释没有写规则名"}
		f.Why = rule.Text{En: "Only a suppression that names a rule hides something.", Zh: "只有写明规则名的忽略声明才会生效。"}
		f.Help = rule.Text{En: "write `mplint-ignore-next-line RULE -- reason`", Zh: "写成 `mplint-ignore-next-line 规则名 -- 理由`"}
	case !known:
		f.Rule = rule.SuppressionUnused.ID
		f.Message = rule.T("there is no rule `%s`", "没有名为 `%s` 的规则", x.rule)
		f.Why = rule.Text{En: "A suppression of an unknown rule hides nothing.", Zh: "规则名不存在，忽略声明不会生效。"}
		f.Help = nearestHelp(x.rule)
	case x.reason == "":
		f.Rule = rule.SuppressionWithoutReason.ID
		f.Message = rule.T("the suppression of `%s` gives no reason, so it does not count", "对 `%s` 的忽略没有写明理由，不生效", x.rule)
		f.Why = rule.Text{En: "Whoever reviews the program has to know why a finding was set aside.", Zh: "审核和复查的人需要知道为什么忽略这条结果。"}
		f.Help = rule.Text{En: "add ` -- reason` to the comment, or \"reason\" to the config entry", Zh: "在注释后补上 ` -- 理由`，或在配置项中补上 \"reason\""}
	case x.expired:
		f.Rule = rule.SuppressionExpired.ID
		f.Message = rule.T("the suppression of `%s` ended on %s", "对 `%s` 的忽略已于 %s 到期", x.rule, x.until)
		f.Why = rule.Text{En: "Its date has passed, so the finding counts again.", Zh: "日期已过，对应结果重新计入。"}
		f.Help = rule.Text{En: "fix the finding, or set a new date with a reason that still holds", Zh: "处理该结果；理由仍成立的，改写新的日期"}
	case !x.used && !off[x.rule]:
		f.Rule = rule.SuppressionUnused.ID
		f.Message = rule.T("nothing here to suppress for `%s`", "这里没有 `%s` 的结果可忽略", x.rule)
		f.Why = rule.Text{En: "A suppression that hides nothing would hide the next real finding.", Zh: "多余的忽略声明会掩盖以后真正的问题。"}
		f.Help = rule.Text{En: "remove it", Zh: "删除该声明"}
	default:
		return nil
	}
	return f
}

func nearestHelp(name string) rule.Text {
	best, distance := "", len(name)/2+1
	for _, id := range rule.IDs() {
		if d := levenshtein.ComputeDistance(name, id); d < distance {
			best, distance = id, d
		}
	}
	if best == "" {
		return rule.Text{En: "`mplint rules` lists the rules", Zh: "用 `mplint rules` 查看全部规则"}
	}
	return rule.T("did you mean `%s`?", "是否想写 `%s`？", best)
}
