package lsp

import (
	"bytes"
	"os"

	"github.com/mplint/mplint/lint/source"
)

// document is one file that the client has open.
type document struct {
	uri     string // as the client writes it
	path    string
	version int
	file    source.File // the text; of a file on disk with a byte order mark also that, which clients leave out
}

var bom = []byte("\xEF\xBB\xBF")

func (s *Server) didOpen(path string, p *documentParams) {
	d := &document{uri: p.TextDocument.URI, path: path, version: p.TextDocument.Version}
	s.documents[path] = d
	s.setText(d, []byte(p.TextDocument.Text))
	s.folderAround(path)
	s.touch(path)
}

func (s *Server) didChange(path string, p *documentParams) {
	d := s.documents[path]
	if d == nil {
		return
	}
	d.version = p.TextDocument.Version
	for _, c := range p.ContentChanges {
		if c.Range == nil {
			s.setText(d, []byte(c.Text))
			continue
		}
		r := s.offsets(&d.file, *c.Range)
		s.store(d, source.Apply(d.file.Data, []source.Edit{{Range: r, NewText: c.Text}}))
	}
	s.touch(path)
}

// didSave looks at the disk again: clients that watch no files report a change
// of theirs in no other way.
func (s *Server) didSave(path string, _ *documentParams) {
	if d := s.documents[path]; d != nil {
		s.setText(d, d.file.Data[source.SkipBOM(d.file.Data):])
	}
	s.touch(path)
}

func (s *Server) didClose(path string, _ *documentParams) {
	delete(s.documents, path)
	delete(s.overlay, path)
	s.touch(path)
	s.dropUnused()
}

// setText takes over the whole text of a document.
func (s *Server) setText(d *document, text []byte) {
	if !bytes.HasPrefix(text, bom) && marked(d.path) {
		text = append(bytes.Clone(bom), text...)
	}
	s.store(d, text)
}

func (s *Server) store(d *document, text []byte) {
	d.file = source.File{Path: d.path, Data: text}
	s.overlay[d.path] = text
}

// marked reports whether a file on disk begins with a byte order mark.
func marked(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	start := make([]byte, len(bom))
	n, _ := f.Read(start)
	return bytes.Equal(start[:n], bom)
}
