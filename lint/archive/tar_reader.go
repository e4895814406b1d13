package archive

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"strconv"
	"strings"
)

// tarReader reads a tar stream as GNU tar, BSD tar, git and the Go library
// write it. The library's own reader would do, but it imports os/user, and
// with that the command is linked with C wherever it is built with cgo, which
// slows down its start. Sparse files are not read.
type tarReader struct {
	r     io.Reader
	left  int64 // bytes of the entry not read yet
	pad   int64 // bytes after them up to the next block
	block [tarBlock]byte
}

const tarBlock = 512

// The kinds of entries that are more than a special file.
const (
	tarFile       = '0'
	tarOldFile    = 0
	tarHardLink   = '1'
	tarSymlink    = '2'
	tarFolder     = '5'
	tarContiguous = '7'
	tarGlobal     = 'g' // what holds for all entries that follow
	tarExtended   = 'x' // what holds for the next entry
	tarLongName   = 'L' // GNU: the name of the next entry
	tarLongLink   = 'K'
)

type tarHeader struct {
	name, link string
	size       int64
	kind       byte
}

var errTar = errors.New("not a tar archive, or damaged")

// next goes to the next entry. Its bytes are then read from t.
func (t *tarReader) next() (*tarHeader, error) {
	var long tarHeader // as GNU says it
	extended := tarHeader{size: -1}
	for before := 0; ; before++ {
		h, err := t.header()
		if err == io.EOF && before > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch h.kind {
		case tarExtended:
			err = t.extend(&extended)
		case tarLongName:
			long.name, err = t.text()
		case tarLongLink:
			long.link, err = t.text()
		default:
			h.name = cmp.Or(long.name, extended.name, h.name)
			h.link = cmp.Or(long.link, extended.link, h.link)
			if extended.size >= 0 {
				h.size = extended.size
			}
			t.complete(h)
			return h, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// complete settles what kind of entry a header is, and how many bytes follow.
func (t *tarReader) complete(h *tarHeader) {
	if h.kind == tarOldFile {
		h.kind = tarFile
		if strings.HasSuffix(h.name, "/") {
			h.kind = tarFolder
		}
	}
	if h.kind >= tarHardLink && h.kind < tarContiguous {
		h.size = 0 // whatever it says, no bytes follow
	}
	t.expect(h.size)
}

// expect says how many bytes follow a header.
func (t *tarReader) expect(size int64) { t.left, t.pad = size, -size&(tarBlock-1) }

// header reads the next block that is a header.
func (t *tarReader) header() (*tarHeader, error) {
	if err := t.skip(); err != nil {
		return nil, err
	}
	if _, err := io.ReadFull(t.r, t.block[:]); err != nil {
		return nil, err // io.EOF where another entry could begin
	}
	b := t.block[:]
	if bytes.Equal(b, make([]byte, tarBlock)) {
		return nil, t.end()
	}
	size, ok := number(b[124:136])
	if !ok || size < 0 || !summed(b) {
		return nil, errTar
	}
	h := &tarHeader{name: word(b[:100]), link: word(b[157:257]), size: size, kind: b[156]}
	switch magic := string(b[257:265]); {
	case magic == "ustar\x0000" && string(b[508:]) == "tar\x00": // of star, whose prefix is shorter
		h.name = join(word(b[345:476]), h.name)
	case strings.HasPrefix(magic, "ustar\x00"):
		h.name = join(word(b[345:500]), h.name)
	}
	t.expect(size)
	return h, nil
}

// skip reads over what is left of an entry.
func (t *tarReader) skip() error {
	n, err := io.CopyN(io.Discard, t.r, t.left+t.pad)
	if err == io.EOF {
		if n >= t.left {
			return io.EOF // without the padding, at the end
		}
		return io.ErrUnexpectedEOF
	}
	t.left, t.pad = 0, 0
	return err
}

// end is io.EOF where a second block of zeros follows, as at the end of an
// archive, or nothing at all.
func (t *tarReader) end() error {
	_, err := io.ReadFull(t.r, t.block[:])
	switch {
	case err == io.EOF:
		return io.EOF
	case err != nil:
		return err
	case !bytes.Equal(t.block[:], make([]byte, tarBlock)):
		return errTar
	}
	return io.EOF
}

// Read reads from the entry.
func (t *tarReader) Read(p []byte) (int, error) {
	if t.left == 0 {
		return 0, io.EOF
	}
	n, err := t.r.Read(p[:min(int64(len(p)), t.left)])
	t.left -= int64(n)
	if err == io.EOF && t.left > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// maxTarText bounds what precedes one entry: it is held in memory.
const maxTarText = 1 << 20

// text reads an entry that is a word about the next one.
func (t *tarReader) text() (string, error) {
	data, err := t.all()
	return word(data), err
}

func (t *tarReader) all() ([]byte, error) {
	if t.left > maxTarText {
		return nil, errTar
	}
	return io.ReadAll(t)
}

// extend reads records "LENGTH KEY=VALUE\n" about the next entry.
func (t *tarReader) extend(h *tarHeader) error {
	data, err := t.all()
	if err != nil {
		return err
	}
	for len(data) > 0 {
		digits, _, _ := bytes.Cut(data, []byte(" "))
		n, err := strconv.Atoi(string(digits))
		if err != nil || n <= len(digits)+1 || n > len(data) || data[n-1] != '\n' {
			return errTar
		}
		key, value, found := strings.Cut(string(data[len(digits)+1:n-1]), "=")
		if !found {
			return errTar
		}
		if err := h.record(key, value); err != nil {
			return err
		}
		data = data[n:]
	}
	return nil
}

func (h *tarHeader) record(key, value string) error {
	switch {
	case key == "path":
		h.name = value
	case key == "linkpath":
		h.link = value
	case key == "size":
		size, err := strconv.ParseInt(value, 10, 64)
		if err != nil || size < 0 {
			return errTar
		}
		h.size = size
	case strings.HasPrefix(key, "GNU.sparse."):
		return &RefusedError{Why: Special}
	}
	return nil
}

// word is a text that ends at a NUL or with the field.
func word(field []byte) string {
	text, _, _ := bytes.Cut(field, []byte{0})
	return string(text)
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "/" + name
}

// number reads a number in octal digits, or in binary where the first bit is
// set.
func number(field []byte) (n int64, ok bool) {
	if field[0]&0x80 != 0 {
		for i, c := range field {
			if i == 0 {
				c &= 0x7f // a negative number is too large for a size
			}
			if n >= 1<<54 {
				return 0, false
			}
			n = n<<8 | int64(c)
		}
		return n, true
	}
	digits := strings.Trim(string(field), " \x00")
	if digits == "" {
		return 0, true
	}
	n, err := strconv.ParseInt(digits, 8, 64)
	return n, err == nil
}

// summed compares a header with its check sum, which counts itself as spaces.
// Some old programs summed up signed bytes.
func summed(b []byte) bool {
	want, ok := number(b[148:156])
	if !ok {
		return false
	}
	var unsigned, signed int64
	for i, c := range b {
		if i >= 148 && i < 156 {
			c = ' '
		}
		unsigned += int64(c)
		signed += int64(int8(c))
	}
	return want == unsigned || want == signed
}
