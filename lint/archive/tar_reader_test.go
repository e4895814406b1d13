package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// resum writes the check sum of a header anew.
func resum(header []byte) {
	copy(header[148:156], "        ")
	sum := 0
	for _, c := range header[:tarBlock] {
		sum += int(c)
	}
	copy(header[148:156], fmt.Sprintf("%06o\x00 ", sum))
}

// resumAll writes the check sums of all blocks that may be headers anew, so that
// a fuzzer gets past them.
func resumAll(data []byte) []byte {
	data = bytes.Clone(data)
	for at := 0; at+tarBlock <= len(data); at += tarBlock {
		if block := data[at : at+tarBlock]; at == 0 || bytes.HasPrefix(block[257:], []byte("ustar")) {
			resum(block)
		}
	}
	return data
}

// ours and theirs list a tar stream with both readers, a line an entry.
func ours(data []byte) (out []string, err error) {
	t := &tarReader{r: bytes.NewReader(data)}
	for {
		h, err := t.next()
		if err != nil {
			return out, ignoreEOF(err)
		}
		if h.kind == tarGlobal {
			continue
		}
		if h.kind == tar.TypeGNUSparse {
			return out, errors.New("not read") // the library makes gigabytes of it
		}
		text, err := io.ReadAll(t)
		if err != nil {
			return out, err
		}
		out = append(out, fmt.Sprintf("%c %q %q %q", h.kind, h.name, h.link, text))
	}
}

func theirs(data []byte) (out []string, err error) {
	t := tar.NewReader(bytes.NewReader(data))
	for {
		h, err := t.Next()
		if err != nil {
			return out, ignoreEOF(err)
		}
		if h.Typeflag == tar.TypeXGlobalHeader {
			continue
		}
		text, err := io.ReadAll(t)
		if err != nil {
			return out, err
		}
		out = append(out, fmt.Sprintf("%c %q %q %q", h.Typeflag, h.Name, h.Linkname, text))
	}
}

func ignoreEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// streams are tar streams in every format that the library writes.
func streams(t testing.TB) [][]byte {
	var out [][]byte
	long := strings.Repeat("folder/", 30)
	for _, format := range []tar.Format{tar.FormatUSTAR, tar.FormatPAX, tar.FormatGNU, tar.FormatUnknown} {
		for _, h := range []tar.Header{
			{Name: "a.js"}, {Name: "dir/", Typeflag: tar.TypeDir}, {Name: long + "p.js"}, {Name: "位置.js"}, {Name: strings.Repeat("x", 300)},
			{Name: "l", Typeflag: tar.TypeSymlink, Linkname: "a.js"}, {Name: "l", Typeflag: tar.TypeSymlink, Linkname: strings.Repeat("y", 200)},
			{Name: "h", Typeflag: tar.TypeLink, Linkname: "位置.js"}, {Name: "f", Typeflag: tar.TypeFifo}, {Name: "u", Uid: 1 << 30},
		} {
			var b bytes.Buffer
			w := tar.NewWriter(&b)
			h.Format, h.Mode = format, 0o644
			if h.Typeflag == 0 {
				h.Size = 700
			}
			if w.WriteHeader(&h) != nil {
				continue // a format cannot say everything
			}
			_, err := w.Write(make([]byte, h.Size))
			check(t, err)
			check(t, w.WriteHeader(&tar.Header{Name: "last.js", Size: 3, Mode: 0o600}))
			_, err = w.Write([]byte("end"))
			check(t, err)
			check(t, w.Close())
			out = append(out, b.Bytes())
		}
	}
	return out
}

func TestTarReader(t *testing.T) {
	all := streams(t)
	if len(all) < 30 {
		t.Fatalf("%d streams", len(all))
	}
	for _, data := range all {
		got, err := ours(data)
		want, wrong := theirs(data)
		if err != nil || wrong != nil || len(want) != 2 || !slices.Equal(got, want) {
			t.Errorf("%v %v:\n%.300q\n%.300q", err, wrong, got, want)
		}
		for _, end := range []int{tarBlock - 1, tarBlock + 1, len(data) / 2} {
			_, err := ours(data[:end])
			if _, wrong := theirs(data[:end]); (err == nil) != (wrong == nil) {
				t.Errorf("cut at %d: %v, the library %v", end, err, wrong)
			}
		}
	}
}

func TestTarSparse(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	check(t, w.WriteHeader(&tar.Header{Name: "a.js", Format: tar.FormatPAX, PAXRecords: map[string]string{"MPLINT.sparse.major": "1"}}))
	check(t, w.Close())
	data := bytes.Replace(b.Bytes(), []byte("MPLINT.sparse.major=1"), []byte("GNU.sparse.majorxxx=1"), 1)
	if len(data) != b.Len() {
		t.Fatal("no record was written")
	}
	if _, err := ours(data); err == nil || !strings.Contains(err.Error(), "special") {
		t.Errorf("got %v", err)
	}
}

// ambiguous reports a GNU header with something behind the fields that GNU tar
// writes: the library takes it for a prefix of the name when it is no time,
// because an old version of itself wrote such headers.
func ambiguous(data []byte) bool {
	for at := 0; at+tarBlock <= len(data); at += tarBlock {
		block := data[at : at+tarBlock]
		if bytes.HasPrefix(block[257:], []byte("ustar  ")) && len(bytes.Trim(block[345:500], "\x00")) > 0 {
			return true
		}
	}
	return false
}

// FuzzTarReader: what both readers take, they read alike.
func FuzzTarReader(f *testing.F) {
	for _, data := range streams(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = resumAll(data)
		got, err := ours(data)
		if err != nil || ambiguous(data) {
			return
		}
		if want, wrong := theirs(data); wrong == nil && !slices.Equal(got, want) {
			t.Errorf("%.200q\nthe library: %.200q", got, want)
		}
	})
}
