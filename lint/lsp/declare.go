package lsp

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// declarable returns the data types of a finding that its config could declare
// optional.
func declarable(x *rule.Finding) []string {
	switch x.Rule {
	case "scope-beyond-category", "scope-conditional", "sensitive-identity":
		if x.Severity != rule.Info {
			return x.DataTypes
		}
	}
	return nil
}

// declareOptional returns the edits that declare a data type optional in the
// config of a finding's program. The purpose is left empty, for the developer
// to write: until then the config has a fault that says so.
func (s *Server) declareOptional(f *folder, x *rule.Finding, dataType string) []source.Edit {
	d := s.config(f, x)
	if d == nil {
		return nil
	}
	const entry = `{ "purpose": "" }`
	switch optional := d.Root.Get("optional"); {
	case optional == nil:
		return d.InsertMember(d.Root, "optional", `{ "`+dataType+`": `+entry+` }`)
	case optional.Get(dataType) == nil:
		return d.InsertMember(optional, dataType, entry)
	}
	return nil
}

// ignoreEntry returns the edits that set a finding aside in the config, with an
// empty reason, which does not count.
func (s *Server) ignoreEntry(f *folder, x *rule.Finding) []source.Edit {
	d := s.config(f, x)
	if d == nil {
		return nil
	}
	rel, err := filepath.Rel(filepath.Dir(f.absolute(d.File.Path)), f.absolute(x.File.Path))
	if err != nil {
		return nil
	}
	entry := `{ "rule": ` + quoted(x.Rule) + `, "path": ` + quoted(literalGlob.Replace(filepath.ToSlash(rel)))
	if x.Pointer != "" {
		entry += `, "pointer": ` + quoted(x.Pointer)
	}
	entry += `, "reason": "" }`
	if list := d.Root.Get("ignore"); list != nil {
		return d.InsertValue(list, entry)
	}
	return d.InsertMember(d.Root, "ignore", "["+entry+"]")
}

// literalGlob makes a glob that matches a path only.
var literalGlob = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `]`, `\]`, `{`, `\{`, `}`, `\}`)

func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text)
	return strings.TrimSuffix(b.String(), "\n")
}

// config is the config of a finding's program as it stands, or nil.
func (s *Server) config(f *folder, x *rule.Finding) *manifest.Document {
	for _, p := range f.result.Projects {
		if file := p.Config.File; p.Root == x.Project && p.Platform.ID == x.Platform && file != nil {
			d := manifest.Parse(&source.File{Path: file.Path, Data: s.file(f.absolute(file.Path)).Data})
			if d.Root == nil || d.Root.Kind != manifest.Object {
				return nil
			}
			return d
		}
	}
	return nil
}
