package archive

import (
	"compress/gzip"
	"errors"
	"io"
)

// tarGzip unpacks a tar archive that is packed with gzip.
func (u *unpacker) tarGzip(r io.Reader) error {
	packed, err := gzip.NewReader(r)
	if err != nil {
		return damaged("", err)
	}
	stream := &stream{r: packed, u: u}
	t := &tarReader{r: stream}
	for {
		h, err := t.next()
		if err == io.EOF {
			return stream.rest()
		}
		if err != nil {
			return damaged("", err)
		}
		if err := u.tarEntry(h, t); err != nil {
			return err
		}
	}
}

func (u *unpacker) tarEntry(h *tarHeader, t *tarReader) error {
	e := entry{name: h.name, size: h.size, target: h.link}
	switch h.kind {
	case tarGlobal: // holds no file; git writes one
		return u.count("")
	case tarFile, tarContiguous:
	case tarFolder:
		e.kind = folder
	case tarSymlink:
		e.kind = symlink
	case tarHardLink:
		e.kind = hardlink
	default:
		e.kind = special
	}
	return u.add(e, func() (io.ReadCloser, error) { return io.NopCloser(t), nil })
}

// stream is the tar stream as it comes out of gzip. It is bounded as a whole:
// most of it may be headers, which count as no file.
type stream struct {
	r    io.Reader
	u    *unpacker
	read int64
}

func (s *stream) Read(p []byte) (int, error) {
	if err := s.u.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.r.Read(p)
	s.read += int64(n)
	const header = 4 << 10 // bytes of headers and padding that an entry comes to at most, but for the longest names
	l := s.u.options.Limits
	if s.read > l.Total+header*int64(l.Entries) {
		return n, &RefusedError{Why: TotalTooLarge, Limit: l.Total}
	}
	return n, err
}

// rest reads on to the end, where gzip keeps its check sum. What follows a
// whole archive and is no gzip is of no concern.
func (s *stream) rest() error {
	_, err := io.Copy(io.Discard, s)
	if err != nil && !errors.Is(err, gzip.ErrHeader) {
		return damaged("", err)
	}
	return nil
}
