// Package rule holds the rules: what each one finds in a project, with its
// documentation, one file and one page per rule.
package rule

import (
	"embed"
	"slices"
	"strings"
)

// Rule is one check. Check is nil for the rules about suppressions, which can
// only be judged after all others have run; package suppress does that.
type Rule struct {
	ID        string
	Severity  Severity // the default; the config may change it
	Platforms []string // ids of the platforms it applies to; empty means all
	Title     Text
	Sources   []string // ids of categories' sources
	Rulebook  string   // the config's rulebook that it belongs to; "" means all
	Check     func(*Pass)
}

// In reports whether the rule belongs to a rulebook.
func (r *Rule) In(rulebook string) bool { return r.Rulebook == "" || r.Rulebook == rulebook }

// On reports whether the rule applies to a platform.
func (r *Rule) On(platform string) bool {
	return len(r.Platforms) == 0 || slices.Contains(r.Platforms, platform)
}

// Homepage is the address of the project.
const Homepage = "https://github.com/mplint/mplint"

//go:embed doc/*.md
var docs embed.FS

// DocURL returns the address of a rule's page in a language.
func DocURL(id, lang string) string {
	if lang == "zh" {
		id += ".zh"
	}
	return Homepage + "/blob/main/lint/rule/doc/" + id + ".md"
}

// Doc returns the Markdown page of a rule in a language, "zh" or "en", and ""
// for a rule that does not exist.
func Doc(id, lang string) string {
	name := "doc/" + id + ".md"
	if lang == "zh" {
		name = "doc/" + id + ".zh.md"
	}
	page, err := docs.ReadFile(name)
	if err != nil {
		return ""
	}
	return string(page)
}

// ByID returns the rule of that id.
func ByID(id string) (*Rule, bool) {
	for _, r := range All() {
		if r.ID == id {
			return r, true
		}
	}
	return nil, false
}

// IDs returns the ids of all rules in the order of All.
func IDs() []string {
	ids := make([]string, 0, len(All()))
	for _, r := range All() {
		ids = append(ids, r.ID)
	}
	return ids
}

// quoteZh is quote with the Chinese enumeration comma.
func quoteZh(names []string) string {
	return "`" + strings.Join(names, "`、`") + "`"
}

// quote lists names for a message: `a`, `b`.
func quote(names []string) string {
	return "`" + strings.Join(names, "`, `") + "`"
}
