package lsp

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// The kinds of code action that are offered.
const (
	kindQuickFix = "quickfix"
	kindFixAll   = "source.fixAll.mplint"
)

// codeActions offers, for the findings in a range, their fixes, to declare the
// data optional, and to set the finding aside; and to make all safe fixes of
// the file.
func (s *Server) codeActions(d *document, p *documentParams) any {
	out := []codeAction{}
	r := s.offsets(&d.file, p.Range)
	f := s.folderOf(d.path)
	if asks(p.Context.Only, kindQuickFix) {
		for _, x := range f.findings() {
			if f.absolute(x.File.Path) == d.path && x.Range.Start <= r.End && r.Start <= x.Range.End {
				out = append(out, s.actionsFor(f, x)...)
			}
		}
	}
	if asks(p.Context.Only, kindFixAll) {
		out = append(out, s.fixAll(f, d)...)
	}
	return out
}

// asks reports whether a client wants actions of a kind: kinds are a hierarchy,
// and without any all are wanted.
func asks(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool {
		return o == "" || o == kind || strings.HasPrefix(kind, o+".")
	})
}

func (s *Server) actionsFor(f *folder, x *rule.Finding) []codeAction {
	var out []codeAction
	add := func(title string, preferred bool, edits []source.Edit) {
		if edit := s.workspaceEdit(f, edits); edit != nil {
			out = append(out, codeAction{title, kindQuickFix, []diagnostic{s.diagnostic(f, x)}, preferred, edit})
		}
	}
	for _, fix := range x.Fixes {
		add(fix.Title.In(s.language(f)), fix.Safe, fix.Edits)
	}
	for _, t := range declarable(x) {
		add(s.say(f, "declare `%s` optional in .mplint.json, with a purpose for you to write", "在 .mplint.json 中把 `%s` 声明为可选，用途由你填写", t), false, s.declareOptional(f, x, t))
	}
	if !strings.HasPrefix(x.Rule, "suppression-") && !isConfig(x.File.Path) {
		add(s.say(f, "set `%s` aside here, with a reason for you to write", "忽略此处的 `%s`，理由由你填写", x.Rule), false, s.suppress(f, x))
	}
	return out
}

// fixAll makes the safe fixes that change this file alone. Of two that
// conflict the second waits for the next time.
func (s *Server) fixAll(f *folder, d *document) []codeAction {
	var edits []source.Edit
	for _, x := range f.findings() {
		fix := x.Fixable()
		if fix == nil || f.absolute(x.File.Path) != d.path || slices.ContainsFunc(fix.Edits, func(e source.Edit) bool {
			return f.absolute(e.File.Path) != d.path || slices.ContainsFunc(edits, e.Conflict)
		}) {
			continue
		}
		edits = append(edits, fix.Edits...)
	}
	edit := s.workspaceEdit(f, edits)
	if edit == nil {
		return nil
	}
	return []codeAction{{Title: s.say(f, "make all safe fixes of mplint", "应用 mplint 的全部安全修复"), Kind: kindFixAll, Edit: edit}}
}

// workspaceEdit puts edits in the form that the client can take. It returns nil
// where there is nothing to change, or a file no longer has the text that the
// edits are for.
func (s *Server) workspaceEdit(f *folder, edits []source.Edit) *workspaceEdit {
	var paths []string
	byPath := map[string][]textEdit{}
	for _, e := range edits {
		path := f.absolute(e.File.Path)
		if !bytes.Equal(e.File.Data, s.file(path).Data) {
			return nil
		}
		te := textEdit{s.span(e.File, e.Range), e.NewText}
		if te.Range.Start == te.Range.End && te.NewText == "" {
			continue // of a byte order mark, which clients do not show
		}
		if byPath[path] == nil {
			paths = append(paths, path)
		}
		byPath[path] = append(byPath[path], te)
	}
	if len(paths) == 0 {
		return nil
	}
	out := &workspaceEdit{}
	for _, path := range paths {
		s.addEdits(out, path, byPath[path])
	}
	return out
}

func (s *Server) addEdits(out *workspaceEdit, path string, edits []textEdit) {
	if !s.client.Workspace.WorkspaceEdit.DocumentChanges {
		if out.Changes == nil {
			out.Changes = map[string][]textEdit{}
		}
		out.Changes[s.uri(path)] = edits
		return
	}
	doc := versionedDocument{URI: s.uri(path)}
	if d := s.documents[path]; d != nil {
		doc.Version = &d.version
	}
	out.DocumentChanges = append(out.DocumentChanges, documentEdit{doc, edits})
}
