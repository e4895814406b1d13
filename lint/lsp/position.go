package lsp

import "github.com/mplint/mplint/lint/source"

// position is a byte offset in the units of the encoding agreed on.
func (s *Server) position(f *source.File, offset int) position {
	p := f.Position(offset)
	if s.encoding == "utf-8" {
		return position{p.Line - 1, f.UTF8(offset) - 1}
	}
	return position{p.Line - 1, p.UTF16 - 1}
}

func (s *Server) span(f *source.File, r source.Range) span {
	return span{s.position(f, r.Start), s.position(f, max(r.Start, r.End))}
}

// offset is the byte offset of a position, or the nearest one in the file.
func (s *Server) offset(f *source.File, p position) int {
	line, column := max(0, min(p.Line, len(f.Data)+1))+1, max(0, min(p.Character, len(f.Data)+1))+1
	if s.encoding == "utf-8" {
		return f.OffsetUTF8(line, column)
	}
	return f.OffsetUTF16(line, column)
}

// offsets is the range of a span; one that ends before it starts is empty.
func (s *Server) offsets(f *source.File, x span) source.Range {
	r := source.Range{Start: s.offset(f, x.Start), End: s.offset(f, x.End)}
	r.End = max(r.Start, r.End)
	return r
}
