package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io/fs"
	"testing"
)

// item is an entry of an archive that a test makes. An archive of them holds
// whatever the items say, however wrong.
type item struct {
	name   string
	text   string
	kind   entryKind
	target string
}

// makeZip and makeTar make an archive of items.
func makeZip(t testing.TB, items ...item) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, i := range items {
		h := &zip.FileHeader{Name: i.name, Method: zip.Deflate}
		text := i.text
		switch i.kind {
		case file:
			h.SetMode(0o644)
		case folder:
			h.SetMode(fs.ModeDir | 0o755)
			h.Name, h.Method = i.name+"/", zip.Store
		case symlink:
			h.SetMode(fs.ModeSymlink | 0o777)
			text = i.target
		default:
			h.SetMode(fs.ModeDevice | 0o644)
		}
		w, err := z.CreateHeader(h)
		check(t, err)
		_, err = w.Write([]byte(text))
		check(t, err)
	}
	check(t, z.Close())
	return b.Bytes()
}

func makeTar(t testing.TB, items ...item) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, i := range items {
		h := &tar.Header{Name: i.name, Mode: 0o644, Size: int64(len(i.text)), Linkname: i.target}
		switch i.kind {
		case folder:
			h.Typeflag = tar.TypeDir
		case symlink:
			h.Typeflag = tar.TypeSymlink
		case hardlink:
			h.Typeflag = tar.TypeLink
		case special:
			h.Typeflag = tar.TypeFifo
		}
		check(t, w.WriteHeader(h))
		_, err := w.Write([]byte(i.text))
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

func makeTarGzip(t testing.TB, items ...item) []byte { return pack(t, makeTar(t, items...)) }

func pack(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(data)
	check(t, err)
	check(t, z.Close())
	return b.Bytes()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
