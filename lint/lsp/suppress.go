package lsp

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// suppress returns the edits that set a finding aside: a comment above its
// line, or an entry of the config where no comment can stand. The reason is
// left empty, for the developer to write: until then it does not count.
func (s *Server) suppress(f *folder, x *rule.Finding) []source.Edit {
	path := x.File.Path
	if !isScript(path) && !isTemplate(path) && !isSingleFile(path) {
		return s.ignoreEntry(f, x)
	}
	line := x.File.Position(x.Range.Start).Line
	if above := x.File.Text(x.File.LineRange(line - 1)); line > 1 && strings.Contains(above, "mplint-ignore-next-line") {
		return nil
	}
	if start := x.File.LineRange(line).Start; !isScript(path) && insideTag(x.File.Data, start) {
		return s.ignoreEntry(f, x)
	}
	for _, form := range []string{"// %", "{/* % */}", "<!-- % -->"} {
		e := commentAbove(x.File, line, strings.Replace(form, "%", "mplint-ignore-next-line "+x.Rule+" -- ", 1))
		at := e.Range.Start + strings.IndexAny(e.NewText, "/<")
		if holdsComment(path, source.Apply(x.File.Data, []source.Edit{e}), at) {
			return []source.Edit{e}
		}
	}
	return s.ignoreEntry(f, x)
}

// commentAbove inserts a comment as a line above another, indented like it.
func commentAbove(f *source.File, line int, comment string) source.Edit {
	r := f.LineRange(line)
	text := f.Text(r)
	indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	end := "\n"
	if bytes.Contains(f.Data, []byte("\r\n")) {
		end = "\r\n"
	}
	return source.Edit{File: f, Range: source.Range{Start: r.Start, End: r.Start}, NewText: indent + comment + end}
}

// insideTag reports whether an offset of a template lies in the middle of a tag.
func insideTag(data []byte, at int) bool {
	inside := false
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
		Element: func(e *scan.Element) { inside = inside || e.Open.Start < at && at < e.Open.End },
	})
	return inside
}

// holdsComment reports whether a comment starts at an offset of a file: neither
// the middle of a tag nor of a string.
func holdsComment(path string, data []byte, at int) bool {
	found := false
	script := func(start, end int, typed, jsx bool) {
		var s scan.Script
		s.Lex(data, start, end, scan.Dialect{JSX: jsx, TypeScript: typed})
		for _, r := range s.Comments {
			found = found || r.Start == at
		}
	}
	if ext := extension(path); isScript(path) {
		script(0, len(data), ext == ".ts" || ext == ".tsx", ext != ".ts")
		return found
	}
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
		Comment: func(r source.Range) { found = found || r.Start == at },
		Script: func(inner source.Range, name []byte) {
			if string(name) == "script" && inner.Start <= at && at < inner.End {
				script(inner.Start, inner.End, true, false)
			}
		},
	})
	return found
}
