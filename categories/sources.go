package categories

import (
	_ "embed"
	"sync"
)

// The ranks of a Source, from binding law to what is not in force.
const (
	RankLaw      = "law"      // law, administrative regulation or normative document
	RankStandard = "standard" // recommended national or association standard
	RankGuide    = "guide"    // practice guide or enforcement announcement
	RankPlatform = "platform" // rule, documentation or tool of a platform or framework
	RankDraft    = "draft"    // published for comment, not in force
)

// Source is a document that messages and facts cite.
type Source struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"` // short name used in running text, such as "PIPL"
	TitleZh string `json:"title_zh"`
	TitleEn string `json:"title_en"`
	Rank    string `json:"rank"`
	Date    string `json:"date,omitempty"` // in force or published: YYYY-MM-DD, YYYY-MM, or "" when Note says why it is unknown
	URL     string `json:"url,omitempty"`  // "" when no address was recorded
	Note    string `json:"note,omitempty"` // which copy was read and what is uncertain about it
}

// Title returns the source's title.
func (s *Source) Title(lang string) string { return pick(lang, s.TitleZh, s.TitleEn) }

//go:embed data/sources.json
var sourcesJSON []byte

type sourceIndex struct {
	all  []*Source
	byID map[string]*Source
}

var loadSources = sync.OnceValue(func() *sourceIndex {
	var file struct {
		Sources []*Source `json:"sources"`
	}
	decode("sources.json", sourcesJSON, &file)
	index := &sourceIndex{all: file.Sources, byID: make(map[string]*Source, len(file.Sources))}
	for _, s := range file.Sources {
		index.byID[s.ID] = s
	}
	return index
})

// Sources returns every source: laws first, then standards and guides, then
// the platforms' own documents.
func Sources() []*Source { return loadSources().all }

// SourceByID returns the source with that id.
func SourceByID(id string) (*Source, bool) {
	s, ok := loadSources().byID[id]
	return s, ok
}
