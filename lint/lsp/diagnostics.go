package lsp

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// publish sends the diagnostics of every file for which they differ from what
// was sent last, and none for files that have none left.
func (s *Server) publish() {
	list := s.diagnostics()
	for uri := range s.published {
		if list[uri] == nil {
			list[uri] = &publishParams{URI: uri, Diagnostics: []diagnostic{}}
		}
	}
	for _, d := range s.documents {
		if p := list[d.uri]; p != nil {
			p.Version = &d.version
		}
	}
	for _, uri := range slices.Sorted(maps.Keys(list)) {
		text, _ := json.Marshal(list[uri])
		if string(text) != s.published[uri] {
			s.notify("textDocument/publishDiagnostics", list[uri])
		}
		if s.published[uri] = string(text); len(list[uri].Diagnostics) == 0 {
			delete(s.published, uri)
		}
	}
}

// diagnostics are those of all folders by URI. A file in a folder inside
// another belongs to the inner one.
func (s *Server) diagnostics() map[string]*publishParams {
	list := map[string]*publishParams{}
	add := func(f *folder, path string, d diagnostic) {
		if home := s.folderOf(path); home != f && home != nil {
			return
		}
		uri := s.uri(path)
		if list[uri] == nil {
			list[uri] = &publishParams{URI: uri}
		}
		list[uri].Diagnostics = append(list[uri].Diagnostics, d)
	}
	for _, f := range s.folders {
		for path, faults := range f.faults {
			for _, x := range faults {
				add(f, path, s.faultDiagnostic(f, path, x))
			}
		}
		for _, x := range f.findings() {
			add(f, f.absolute(x.File.Path), s.diagnostic(f, x))
		}
	}
	return list
}

// uri is how the client names a file.
func (s *Server) uri(path string) string {
	if d := s.documents[path]; d != nil {
		return d.uri
	}
	return uriOf(path)
}

// findings are those of the last run, without those about an earlier text of a
// config.
func (f *folder) findings() []*rule.Finding {
	if f == nil || f.result == nil {
		return nil
	}
	if len(f.faults) == 0 {
		return f.result.Findings
	}
	return slices.DeleteFunc(slices.Clone(f.result.Findings), func(x *rule.Finding) bool {
		return f.faults[f.absolute(x.File.Path)] != nil
	})
}

// faultDiagnostic is what is wrong with a config.
func (s *Server) faultDiagnostic(f *folder, path string, x config.Fault) diagnostic {
	file := s.file(path)
	return diagnostic{Range: s.span(file, x.Range), Severity: severities[rule.Error], Source: "mplint", Message: x.Message.In(s.language(f))}
}

// file is the text of a file as the client or the disk has it.
func (s *Server) file(path string) *source.File {
	if d := s.documents[path]; d != nil {
		return &d.file
	}
	return readFile(path)
}

var severities = map[rule.Severity]int{rule.Error: 1, rule.Warning: 2, rule.Info: 3}

func (s *Server) diagnostic(f *folder, x *rule.Finding) diagnostic {
	lang := s.language(f)
	d := diagnostic{
		Range: s.span(x.File, x.Range), Severity: severities[x.Severity], Code: x.Rule, Source: "mplint",
		CodeDescription: &codeDescription{rule.DocURL(x.Rule, lang)},
		Message:         lines(x.Message.In(lang), x.Why.In(lang), x.Help.In(lang)),
		Tags:            tags(x.Rule),
		Data:            &diagnosticData{x.Fingerprint},
	}
	for _, r := range x.Related {
		place := location{s.uri(f.absolute(r.File.Path)), s.span(r.File, r.Range)}
		d.Related = append(d.Related, related{place, r.Message.In(lang)})
	}
	return d
}

func lines(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n")
}

// The tags of a diagnostic: what it is about may be shown faded or struck out.
const (
	unnecessary = 1
	deprecated  = 2
)

func tags(id string) []int {
	switch {
	case id == "withdrawn-api":
		return []int{deprecated}
	case strings.HasSuffix(id, "-unused"):
		return []int{unnecessary}
	}
	return nil
}
