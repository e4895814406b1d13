package rule

import (
	"strings"

	"github.com/mplint/mplint/categories"
)

// cite2026 names the draft as the source of a finding and says that it is not
// in force.
func (f *Finding) cite2026(id string) {
	d := categories.DraftRuleByID(id)
	f.Why = T("Draft of January 2026, not in force: %s.", "2026 年 1 月的征求意见稿（未生效）：%s。",
		Both(d.En, strings.TrimSuffix(d.Zh, "。")))
	f.Citations = []Citation{{"draft-2026", ""}}
}

// draftMark begins the message of every finding that rests on the draft.
var draftMark = Text{En: "draft 2026: ", Zh: "征求意见稿："}
