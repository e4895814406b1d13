package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// pack makes an archive of folders and of entries NAME=TEXT, which are written
// as they are, and of links NAME->TARGET: pack bad.zip shop ../p.js=text.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	var out bytes.Buffer
	add, end := zipTo(&out)
	if !strings.HasSuffix(args[0], ".zip") {
		add, end = tarTo(&out)
	}
	for _, arg := range args[1:] {
		if name, target, isLink := strings.Cut(arg, "->"); isLink {
			ts.Check(add(name, target, true))
		} else if name, text, isText := strings.Cut(arg, "="); isText {
			ts.Check(add(name, text, false))
		} else {
			ts.Check(packFolder(ts.MkAbs(arg), add))
		}
	}
	ts.Check(end())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o644))
}

func packFolder(dir string, add func(name, text string, link bool) error) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return add(filepath.ToSlash(rel), string(text), false)
	})
}

func zipTo(out io.Writer) (add func(name, text string, link bool) error, end func() error) {
	z := zip.NewWriter(out)
	return func(name, text string, link bool) error {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if link {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, text)
		return err
	}, z.Close
}

func tarTo(out io.Writer) (add func(name, text string, link bool) error, end func() error) {
	z := gzip.NewWriter(out)
	t := tar.NewWriter(z)
	add = func(name, text string, link bool) error {
		h := &tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}
		if link {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, text, 0
			text = ""
		}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		_, err := io.WriteString(t, text)
		return err
	}
	return add, func() error {
		if err := t.Close(); err != nil {
			return err
		}
		return z.Close()
	}
}

// cut takes bytes off the end of a file: cut out.ndjson 10.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text[:len(text)-n]), 0o644))
}

// schemas validates every line of a file or "stdout", of which there must be a
// number: schemas batch.schema.json 3 stdout.
func schemas(ts *testscript.TestScript, _ bool, args []string) {
	s, err := compiled(args[0])
	ts.Check(err)
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[2])
	if got := strings.Count(text, "\n"); got != want || text != "" && !strings.HasSuffix(text, "\n") {
		ts.Fatalf("%d lines, want %d:\n%s", got, want, text)
	}
	for line := range strings.Lines(text) {
		v, err := jsonschema.UnmarshalJSON(reader(line))
		ts.Check(err)
		if err := s.Validate(v); err != nil {
			ts.Fatalf("%v\n%s", err, line)
		}
	}
}
