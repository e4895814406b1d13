package report

import (
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
)

type jsonGuides struct {
	SchemaVersion int         `json:"schemaVersion"`
	Tool          jsonTool    `json:"tool"`
	Guides        []jsonGuide `json:"guides"`
}

type jsonGuide struct {
	Project      string           `json:"project"`
	Platform     string           `json:"platform"`
	Items        []jsonGuideItem  `json:"items"`
	Idle         []jsonGuideItem  `json:"idle"`
	Undecided    []jsonGuideItem  `json:"undecided"`
	ThirdParties []jsonThirdParty `json:"thirdParties"`
	Comparison   *jsonComparison  `json:"comparison,omitempty"` // with --declared
}

type jsonGuideItem struct {
	Key          string      `json:"key"`
	Section      string      `json:"section"`
	Words        string      `json:"words"`
	Sentence     string      `json:"sentence"`
	DataTypes    []string    `json:"dataTypes"`
	Purposes     []string    `json:"purposes"` // none: nobody has written one
	Capabilities []string    `json:"capabilities"`
	Places       []jsonPlace `json:"places"`
}

type jsonPlace struct {
	Path  string    `json:"path"`
	Range jsonRange `json:"range"`
}

type jsonComparison struct {
	Undeclared  []jsonGuideItem `json:"undeclared"`
	Unchecked   []jsonGuideItem `json:"unchecked"`
	Over        []string        `json:"overDeclared"`
	Idle        []jsonGuideItem `json:"idle"`
	Undecidable []string        `json:"undecidable"`
	Unknown     []string        `json:"unknown"`
	Detected    []string        `json:"detectedOnly"`
	Answer      string          `json:"platformAnswer"`
}

// guideJSON prints drafts for programs; guide.schema.json describes the
// document.
func guideJSON(w io.Writer, r *lint.Result, o Options, platform string, declared *inventory.Declared) error {
	doc := jsonGuides{SchemaVersion, toolOf(o), []jsonGuide{}}
	for _, g := range Guides(r, platform) {
		c := compared(g, declared) // first: it fills in purposes
		j := jsonGuide{
			Project: g.Project.Root, Platform: platform, Items: guideItems(g, g.Items), Idle: guideItems(g, g.Idle),
			Undecided: guideItems(g, g.Undecided), ThirdParties: []jsonThirdParty{},
		}
		for _, t := range g.ThirdParties {
			j.ThirdParties = append(j.ThirdParties, thirdPartyOf(g.Project, t, o.Lang))
		}
		if c != nil {
			j.Comparison = &jsonComparison{
				guideItems(g, c.Undeclared), guideItems(g, c.Unchecked), list(c.Over), guideItems(g, c.Idle),
				list(c.Undecidable), list(c.Unknown), list(c.Detected), answer(c),
			}
		}
		doc.Guides = append(doc.Guides, j)
	}
	return encode(w, doc, "  ")
}

// answer is what the platform says to what is not declared.
func answer(c *inventory.Comparison) string {
	if len(c.Undeclared) == 0 {
		return ""
	}
	return c.Quote.Text
}

func guideItems(g *inventory.Guide, items []*inventory.Item) []jsonGuideItem {
	out := []jsonGuideItem{}
	for _, i := range items {
		j := jsonGuideItem{
			Key: i.Key, Section: i.Section, Words: i.Words, Sentence: sentence(g, i), DataTypes: list(i.DataTypes),
			Purposes: list(i.Purposes), Capabilities: list(i.Names()), Places: []jsonPlace{},
		}
		for _, at := range i.Places() {
			j.Places = append(j.Places, jsonPlace{at.File.Path, rangeOf(at.File, at.Range)})
		}
		out = append(out, j)
	}
	return out
}
