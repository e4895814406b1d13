package rule

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

var duplicateKey = &Rule{
	ID:       "duplicate-key",
	Severity: Warning,
	Title:    Text{En: "the same key twice in one object", Zh: "同一对象中键重复"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json"},
	Check: func(p *Pass) {
		for _, d := range p.Project.Documents {
			for _, problem := range d.Problems {
				if problem.Kind != manifest.DuplicateKey {
					continue
				}
				f := &Finding{File: d.File, Range: problem.Range}
				f.Message = T("key %q stands twice; the last one wins", "键 %q 重复出现，后一个生效", problem.Text)
				f.Why = Text{En: "What the first one says is lost without a word.", Zh: "前一个的内容会被悄悄丢弃。"}
				f.Help = Text{En: "merge the two and keep one", Zh: "合并后只保留一个"}
				f.Related = []Related{{d.File, problem.Related, Text{En: "first here", Zh: "首次出现在这里"}}}
				p.citeManifest(f)
				p.offerRemoval(f, d, problem.Related)
				p.Report(f)
			}
		}
	},
}

// offerRemoval offers to remove the first of two members: the one without
// effect. It is safe where the other one speaks of all that it speaks of; else
// the two may have to be merged.
func (p *Pass) offerRemoval(f *Finding, d *manifest.Document, first source.Range) {
	parent, lost := effectless(d, first)
	if lost == nil {
		return
	}
	safe := parent.Get(lost.Key).Supersedes(lost) && !d.HasComment(lost)
	p.offer(f, safe, T("remove the first %q, which has no effect", "删除不生效的第一个 %q", lost.Key), d.Remove(parent, lost))
}
