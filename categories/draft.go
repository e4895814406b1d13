package categories

import (
	_ "embed"
	"slices"
	"sync"
)

// DraftRule is one rule of the draft of January 2026 (source "draft-2026"),
// which is not in force.
type DraftRule struct {
	ID           string            `json:"id"` // of the linter's rule
	Zh           string            `json:"zh"` // what the draft says, after news copies of it
	En           string            `json:"en"`
	Permissions  []DraftPermission `json:"permissions,omitempty"`
	Scenes       []DraftScene      `json:"scenes,omitempty"`
	Capabilities []string          `json:"capabilities,omitempty"` // interfaces that it is about
}

// DraftPermission is a permission that a system picker may take the place of.
type DraftPermission struct {
	Platform string   `json:"platform"`
	Scope    string   `json:"scope"`
	Uses     []string `json:"uses"`    // data types: an interface that writes them needs the permission
	Pickers  []string `json:"pickers"` // interfaces that serve without it
}

// DraftScene is a scene in which the draft allows something. Categories are
// the slugs of those whose basic service it is, by this project's inference.
type DraftScene struct {
	Zh         string   `json:"zh"`
	En         string   `json:"en"`
	Categories []string `json:"categories"`
}

//go:embed data/draft-2026.json
var draftJSON []byte

type draftFile struct {
	DataVersion   string      `json:"data_version"`
	SourceID      string      `json:"source_id"`
	Rank          string      `json:"rank"`
	Published     string      `json:"published"`
	CommentsUntil string      `json:"comments_until"`
	Status        string      `json:"status"`
	Note          string      `json:"note"`
	Rules         []DraftRule `json:"rules"`
}

var loadDraft = sync.OnceValue(func() *draftFile {
	file := new(draftFile)
	decode("draft-2026.json", draftJSON, file)
	return file
})

// DraftRules returns the rules of the draft that the linter knows.
func DraftRules() []DraftRule { return loadDraft().Rules }

// DraftRuleByID returns the rule of the draft behind a rule of the linter. It
// panics for an unknown id: ids stand in rules and in the embedded data only.
func DraftRuleByID(id string) *DraftRule {
	rules := DraftRules()
	return &rules[slices.IndexFunc(rules, func(r DraftRule) bool { return r.ID == id })]
}

// HasScene reports whether one of the scenes is the basic service of one of the
// categories.
func (r *DraftRule) HasScene(cats []*Category) bool {
	return slices.ContainsFunc(r.Scenes, func(s DraftScene) bool {
		return slices.ContainsFunc(cats, func(c *Category) bool { return slices.Contains(s.Categories, c.Slug) })
	})
}
