package project

import (
	"path"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
)

// packRule is an entry of packOptions.ignore in a developer tool's project
// file: its kind is folder, file, suffix or prefix.
type packRule struct{ kind, value string }

// packRules reads packOptions.ignore.
func packRules(doc *manifest.Document) []packRule {
	var rules []packRule
	for _, n := range elementsOf(doc.Lookup("/packOptions/ignore")) {
		kind, value := n.Get("type"), n.Get("value")
		if kind == nil || value == nil || value.Text == "" {
			continue
		}
		rule := packRule{kind.Text, value.Text}
		if rule.kind == "folder" || rule.kind == "file" {
			rule.value = strings.Trim(strings.TrimPrefix(rule.value, "./"), "/")
		}
		rules = append(rules, rule)
	}
	return rules
}

// leavesOut reports whether the developer tool does not pack a file, given by
// its path relative to the root, with slashes.
func (t *toolFile) leavesOut(rel string) bool {
	for _, rule := range t.unpacked {
		if rule.fits(rel) {
			return true
		}
	}
	return false
}

func (r packRule) fits(rel string) bool {
	switch r.kind {
	case "folder":
		rest, ok := strings.CutPrefix(rel, r.value)
		return ok && strings.HasPrefix(rest, "/")
	case "file":
		return rel == r.value
	case "suffix":
		return strings.HasSuffix(rel, r.value)
	case "prefix":
		return strings.HasPrefix(path.Base(rel), r.value)
	}
	return false
}
