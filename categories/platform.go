package categories

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// PlatformCategory is one service category (服务类目) of a platform and the
// category of the provisions it is taken to belong to. The mapping is this
// project's reading, with a confidence; a developer may decide otherwise.
type PlatformCategory struct {
	Platform   string   `json:"platform"`       // "wechat" or "alipay"
	Path       []string `json:"path"`           // first level, second level; a name may itself hold a slash
	Regulation int      `json:"regulation"`     // category number, 0 when none of the 39 fits
	Also       []int    `json:"also,omitempty"` // further numbers that may fit
	Confidence string   `json:"confidence"`     // "high", "medium" or "low"
	Subject    string   `json:"subject"`        // "organisation", "individual", "overseas" or "any"
	Source     string   `json:"-"`              // where the name was read, in words
	SourceID   string   `json:"-"`              // id of a Source, "" for an own mapping
	Note       string   `json:"note,omitempty"` // this project's remark
}

// String returns the path as the platform's console shows it: "餐饮服务/外卖平台".
func (p *PlatformCategory) String() string { return strings.Join(p.Path, "/") }

//go:embed data/platform-categories.json
var platformCategoriesJSON []byte

// platformRow is a row as the file writes it, its source interned.
type platformRow struct {
	PlatformCategory
	SourceRow int `json:"source"`
}

type platformIndex struct {
	rows    []*PlatformCategory
	byPath  map[string]*PlatformCategory // platform, a space, pathKey; the first row of a path
	aliases map[string]string            // first-level names WeChat also uses, folded
}

var loadPlatform = sync.OnceValue(func() *platformIndex {
	var file struct {
		Sources []struct {
			Text     string `json:"text"`
			SourceID string `json:"source_id"`
		} `json:"sources"`
		Aliases map[string]string `json:"first_level_aliases"`
		Rows    []platformRow     `json:"rows"`
	}
	decode("platform-categories.json", platformCategoriesJSON, &file)
	index := &platformIndex{byPath: make(map[string]*PlatformCategory, len(file.Rows)), aliases: map[string]string{}}
	for i := range file.Rows {
		row, source := &file.Rows[i].PlatformCategory, file.Sources[file.Rows[i].SourceRow]
		row.Source, row.SourceID = source.Text, source.SourceID
		index.rows = append(index.rows, row)
		key := row.Platform + " " + pathKey(row.String())
		if index.byPath[key] == nil {
			index.byPath[key] = row
		}
	}
	for name, first := range file.Aliases {
		index.aliases[pathKey(name)] = pathKey(first)
	}
	return index
})

// PlatformCategories returns every known service category. A path that is
// open to several kinds of subject has one row for each.
func PlatformCategories() []*PlatformCategory { return loadPlatform().rows }

// FindPlatformCategory looks a service-category path up. The levels may be
// separated by /, ／, >, ＞ or -, with or without spaces, and the first level
// may be a short form that WeChat's own pages use (金融 for 金融业).
func FindPlatformCategory(platform, path string) (*PlatformCategory, bool) {
	index := loadPlatform()
	key := pathKey(path)
	for _, candidate := range []string{key, strings.Replace(key, "-", "/", 1)} {
		if row, ok := index.byPath[platform+" "+candidate]; ok {
			return row, true
		}
		first, rest, _ := strings.Cut(candidate, "/")
		if long, ok := index.aliases[first]; ok && platform == "wechat" {
			if row, ok := index.byPath[platform+" "+long+"/"+rest]; ok {
				return row, true
			}
		}
	}
	return nil, false
}

// isFirstLevel tells whether a WeChat first-level category has that key.
func isFirstLevel(key string) bool {
	for _, row := range PlatformCategories() {
		if row.Platform == "wechat" && len(row.Path) > 1 && pathKey(row.Path[0]) == key {
			return true
		}
	}
	return false
}

// pathKey folds the ways of writing one path: no spaces, "/" as separator,
// half-width brackets, lower case.
func pathKey(path string) string {
	folded := strings.Map(func(r rune) rune {
		switch r {
		case '／', '>', '＞', '›', '»', '→':
			return '/'
		case '（':
			return '('
		case '）':
			return ')'
		case '－', '—':
			return '-'
		}
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, path)
	return strings.Trim(folded, "/")
}
