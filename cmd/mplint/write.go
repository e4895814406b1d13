package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/mplint/mplint/lint"
)

// writeFile writes a whole file or nothing: to a temporary file beside it,
// renamed at the end. What is there and is no plain file, such as /dev/null or
// a pipe, is written to as it is.
func writeFile(path string, write func(io.Writer) error) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		target = path
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		if mode = info.Mode(); !mode.IsRegular() {
			return plain(path, writeInto(target, write))
		}
	}
	s, err := stage(target, mode.Perm(), write)
	if err != nil {
		return plain(path, err)
	}
	defer s.discard()
	return plain(path, s.commit())
}

// writeFixed writes the fixed files, through links to where they lie. All are
// written beside their places before the first one is renamed, so that a file
// that cannot be written leaves the others as they were.
func writeFixed(files []lint.FixedFile) error {
	var all []*staged
	defer func() {
		for _, s := range all {
			s.discard()
		}
	}()
	for _, f := range files {
		s, err := stageFixed(&f)
		if err != nil {
			return plain(f.Path, err)
		}
		all = append(all, s)
	}
	for i, s := range all {
		if err := s.commit(); err != nil {
			return plain(files[i].Path, err)
		}
	}
	return nil
}

func stageFixed(f *lint.FixedFile) (*staged, error) {
	target, err := filepath.EvalSymlinks(f.File)
	if err != nil {
		return nil, err
	}
	// A rename would replace a file that is write-protected.
	file, err := os.OpenFile(target, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	now, err := io.ReadAll(file)
	info, statErr := file.Stat()
	if err := errors.Join(err, statErr, file.Close()); err != nil {
		return nil, err
	}
	if !bytes.Equal(now, f.Before) {
		return nil, errors.New("it was changed in the meantime")
	}
	return stage(target, info.Mode().Perm(), func(w io.Writer) error {
		_, err := w.Write(f.After)
		return err
	})
}

// plain names the file that was asked for, not the temporary one.
func plain(path string, err error) error {
	if err == nil {
		return nil
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("write %s: %w", path, err)
}

func writeInto(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// staged is a file whose new text lies beside it.
type staged struct{ path, temporary string }

// stage writes the new text of a file.
func stage(path string, mode fs.FileMode, write func(io.Writer) error) (*staged, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".mplint-*")
	if err != nil {
		return nil, err
	}
	s := &staged{path, f.Name()}
	if err := errors.Join(write(f), f.Chmod(mode), f.Close()); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

func (s *staged) commit() error { return os.Rename(s.temporary, s.path) }

// discard removes the new text, which is gone already when all went well.
func (s *staged) discard() { os.Remove(s.temporary) }
