package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var draftContinuousLocation = &Rule{
	ID:       "draft-continuous-location",
	Severity: Info,
	Rulebook: config.RulebookDraft,
	Title:    Text{En: "continuous location outside the draft's scenes", Zh: "在征求意见稿所列场景之外持续定位"},
	Sources:  []string{"draft-2026", "cac-2021"},
	Check: func(p *Pass) {
		draft := categories.DraftRuleByID("draft-continuous-location")
		if draft.HasScene(p.Categories) || p.Allowance.Judge("location-track").Verdict == categories.Within {
			return
		}
		for _, r := range p.Project.Requests {
			if r.Origin == project.Own && r.Capability.Kind == platform.API && slices.Contains(draft.Capabilities, r.Capability.Name) {
				p.continuous(r, draft)
			}
		}
	},
}

func (p *Pass) continuous(r *project.Request, draft *categories.DraftRule) {
	f := at(r)
	f.Message = T("%s`%s` locates continuously", "%s`%s` 会持续定位", draftMark, r.Capability.Name)
	if slices.Contains(r.DataTypes, "location-background") {
		f.Message = T("%s`%s` locates continuously and in the background", "%s`%s` 会在后台持续定位", draftMark, r.Capability.Name)
	}
	f.Confidence = Medium // whether the feature is such a scene does not show
	f.cite2026(draft.ID)
	f.Help = T("where one fix serves, take it when the user opens the feature or refreshes; keep continuous location for %s, and stop it when the feature ends",
		"一次定位就够的，在用户进入功能或刷新时定位一次；只有%s这类功能才持续定位，用完即停", sceneNames(draft))
	p.Report(f)
}

func sceneNames(draft *categories.DraftRule) Text {
	var en, zh []string
	for i := range draft.Scenes {
		en, zh = append(en, draft.Scenes[i].En), append(zh, draft.Scenes[i].Zh)
	}
	return Both(strings.Join(en, ", "), strings.Join(zh, "、"))
}
