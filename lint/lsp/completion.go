package lsp

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/rule"
)

// kindValue and kindProperty are kinds of completion.
const (
	kindProperty = 10
	kindValue    = 12
)

// choice is one name that may stand at a place.
type choice struct{ name, detail string }

// completion offers the names that may stand at a place of a config or of a
// manifest.
func (s *Server) completion(d *document, p *documentParams) any {
	out := []completionItem{}
	at, ok := placeAt(d.file.Data, s.offset(&d.file, p.Position))
	if !ok {
		return out
	}
	f := s.folderOf(d.path)
	var choices []choice
	switch base := filepath.Base(d.path); {
	case isConfig(d.path):
		choices = configChoices(at, s.language(f))
	case slices.Contains([]string{"app.json", "game.json", "plugin.json", "manifest.json"}, base):
		choices = manifestChoices(at, base, f, d.path, s.language(f))
	}
	kind := kindValue
	if at.key {
		kind = kindProperty
	}
	for i, c := range choices {
		text := c.name
		if !at.quoted {
			text = quoted(text)
		}
		out = append(out, completionItem{
			Label: c.name, Kind: kind, Detail: c.detail, SortText: fmt.Sprintf("%03d", i),
			TextEdit: &textEdit{s.span(&d.file, at.word), text},
		})
	}
	return out
}

func configChoices(at place, lang string) []choice {
	switch where := strings.Join(at.path, "/"); {
	case at.key && where == "":
		return plain(config.Keys())
	case at.key && where == "rules", !at.key && where == "ignore/*/rule":
		return ruleChoices(lang)
	case at.key && where == "optional":
		return dataTypeChoices(lang)
	case at.key && len(at.path) == 2 && at.path[0] == "optional":
		return plain([]string{"purpose", "pages"})
	case at.key && where == "ignore/*":
		return plain([]string{"rule", "path", "pointer", "reason", "until"})
	case at.key:
		return nil
	case where == "category" || where == "category/*":
		return categoryChoices(lang)
	case where == "services/*":
		return plain(categories.Services(categories.All()))
	case len(at.path) == 2 && at.path[0] == "rules":
		return plain([]string{"error", "warning", "info", "off"})
	case where == "subject":
		return plain([]string{"enterprise", "individual"})
	}
	return nil
}

func plain(names []string) []choice {
	var out []choice
	for _, name := range names {
		out = append(out, choice{name: name})
	}
	return out
}

func ruleChoices(lang string) []choice {
	var out []choice
	for _, r := range rule.All() {
		out = append(out, choice{r.ID, r.Title.In(lang)})
	}
	return out
}

func dataTypeChoices(lang string) []choice {
	var out []choice
	for _, t := range categories.DataTypes() {
		out = append(out, choice{t.ID, t.Name(lang)})
	}
	return out
}

func categoryChoices(lang string) []choice {
	var out []choice
	for _, c := range categories.All() {
		out = append(out, choice{c.Slug, fmt.Sprintf("%d %s", c.Number, c.Name(lang))})
	}
	return out
}

// manifestChoices are the scopes below "permission" and the interfaces of
// "requiredPrivateInfos", at the top or in the node that a framework keeps for
// a platform.
func manifestChoices(at place, base string, f *folder, path, lang string) []choice {
	keys := at.path
	platforms := (&explainer{path: path, folder: f}).platforms()
	if len(keys) > 1 {
		for _, p := range platform.All() {
			if slices.ContainsFunc(platform.Frameworks(), func(x *platform.Framework) bool { return x.ManifestNodes[p.ID] == keys[0] }) {
				keys, platforms = keys[1:], []*platform.Platform{p}
				break
			}
		}
	}
	if base == "manifest.json" {
		base = "app.json"
	}
	var out []choice
	for _, p := range platforms {
		switch where := strings.Join(keys, "/"); {
		case at.key && where == "permission":
			for _, name := range p.PermissionKeys(base) {
				out = append(out, choice{name, scopeDetail(p, name, lang)})
			}
		case !at.key && where == "requiredPrivateInfos/*":
			for _, info := range p.PrivateInfos() {
				out = append(out, choice{info.Value, dataTypeNames(info.DataTypes, lang)})
			}
		}
	}
	return out
}

func scopeDetail(p *platform.Platform, name, lang string) string {
	info, ok := p.ScopeByName(name)
	if !ok {
		return ""
	}
	return dataTypeNames(info.DataTypes, lang)
}

func dataTypeNames(ids []string, lang string) string {
	var names []string
	for _, id := range ids {
		if t, ok := categories.FindDataType(id); ok {
			names = append(names, t.Name(lang))
		}
	}
	return strings.Join(names, ", ")
}
