package archive

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// FuzzUnpack: whatever the bytes are, nothing is written outside the folder, no
// more than the limits allow, nothing but plain files and folders, and the
// error is one that is known.
func FuzzUnpack(f *testing.F) {
	items := []item{
		{name: "a", kind: folder}, {name: "a/app.json", text: "{}"}, {name: `b\p.js`, text: "wx.getLocation()"},
		{name: "l", kind: symlink, target: "a/app.json"}, {name: "../x"}, {name: "/x"}, {name: "a/app.json"}, {name: "h", kind: hardlink, target: "x"},
	}
	for i := range items {
		f.Add(true, makeZip(f, items[:i+1]...))
		f.Add(false, makeTar(f, items[:i+1]...))
	}
	limits := Limits{Entries: 8, Names: 1 << 17, Entry: 2000, Total: 4000, Ratio: 50, Small: 1000}
	f.Fuzz(func(t *testing.T, isZip bool, data []byte) {
		kind := Zip
		if !isZip {
			kind, data = TarGzip, pack(t, resumAll(data)) // check sums would hide the tar from the fuzzer
		}
		once, err := contained(t, kind, data, limits)
		again, errAgain := contained(t, kind, data, limits)
		if !maps.Equal(once, again) || (err == nil) != (errAgain == nil) || err != nil && err.Error() != errAgain.Error() {
			t.Errorf("%v, then %v", err, errAgain)
		}
	})
}

// contained unpacks below a folder of its own and looks at all that is there.
func contained(t *testing.T, kind string, data []byte, limits Limits) (files map[string]int64, err error) {
	top := t.TempDir()
	dir := filepath.Join(top, "x", "y")
	check(t, os.MkdirAll(dir, 0o700))
	_, err = Unpack(context.Background(), kind, bytes.NewReader(data), int64(len(data)), dir, Options{Limits: limits})
	var refused *RefusedError
	var damaged *DamagedError
	if err != nil && !errors.As(err, &refused) && !errors.As(err, &damaged) {
		t.Errorf("unknown error %v", err)
	}
	files = map[string]int64{}
	var total int64
	made := 0
	check(t, filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil || slices.Contains([]string{top, filepath.Dir(dir), dir}, path) {
			return err
		}
		rel, relErr := filepath.Rel(dir, path)
		if relErr != nil || !filepath.IsLocal(rel) || !d.IsDir() && !d.Type().IsRegular() {
			t.Errorf("%s was made", path)
		}
		info, err := d.Info()
		made++
		if d.Type().IsRegular() {
			files[rel] = info.Size()
			total += info.Size()
		}
		return err
	}))
	if made > limits.Entries || total > limits.Total {
		t.Errorf("%d files and folders, %d bytes", made, total)
	}
	return files, err
}
