package suppress

import (
	"github.com/agnivade/levenshtein"
	"github.com/mplint/mplint/lint/rule"
)

// finding returns what is wrong with a suppression, or nil.
func (x *suppression) finding() *rule.Finding {
	known, isKnown := rule.ByID(x.rule)
	f := &rule.Finding{Severity: rule.Warning}
	switch {
	case x.misspelt != "":
		f.Rule = rule.SuppressionUnused.ID
		f.Message = rule.T("there is no comment `%s`", "没有名为 `%s` 的注释指令", x.misspelt)
		f.Why = rule.Text{En: "A comment of an unknown kind hides nothing.", Zh: "无法识别的注释指令不会生效。"}
		f.Help = rule.T("write `%s` or `%s`", "写成 `%s` 或 `%s`", nextLine, wholeFile)
	case x.rule == "":
		f.Rule = rule.SuppressionUnused.ID
		f.Message = rule.Text{En: "this comment names no rule", Zh: "该注释没有写规则名"}
		f.Why = rule.Text{En: "Only a suppression that names a rule hides something.", Zh: "只有写明规则名的忽略声明才会生效。"}
		f.Help = rule.Text{En: "write `mplint-ignore-next-line RULE -- reason`", Zh: "写成 `mplint-ignore-next-line 规则名 -- 理由`"}
	case !isKnown:
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
	case !x.used && x.rules[x.rule] != string(rule.Off) && known.Rulebook == "": // a draft's rule may be off in this run
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
