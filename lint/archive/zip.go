package archive

import (
	"archive/zip"
	"io"
	"io/fs"
	"strings"
)

// zip unpacks a zip archive.
func (u *unpacker) zip(r io.ReaderAt) error {
	directory := &bounded{r: r, left: u.options.Limits.Names, err: &RefusedError{Why: NamesTooLarge, Limit: u.options.Limits.Names}}
	z, err := zip.NewReader(directory, u.size)
	if err != nil {
		return damaged("", err)
	}
	directory.off = true
	if len(z.File) > u.options.Limits.Entries {
		return &RefusedError{Why: TooManyEntries, Limit: int64(u.options.Limits.Entries)} // before any is written
	}
	for _, f := range z.File {
		if err := u.zipEntry(f); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacker) zipEntry(f *zip.File) error {
	e := entry{name: f.Name, size: -1}
	if f.UncompressedSize64 <= uint64(u.options.Limits.Entry) {
		e.size = int64(f.UncompressedSize64)
	}
	switch mode := f.Mode(); {
	case mode.IsDir(), strings.HasSuffix(f.Name, `\`):
		e.kind = folder
	case mode&fs.ModeSymlink != 0:
		e.kind = symlink
	case !mode.IsRegular():
		e.kind = special
	}
	const encrypted = 1 // of the general purpose flags
	if f.Flags&encrypted != 0 && e.kind != folder {
		return &RefusedError{Why: Encrypted, Entry: f.Name}
	}
	if e.kind == symlink {
		var err error
		if e.target, err = linkTarget(f); err != nil {
			return damaged(f.Name, err)
		}
	}
	return u.add(e, f.Open)
}

// linkTarget reads where a symbolic link leads; a zip keeps it as the bytes of
// the entry.
func linkTarget(f *zip.File) (string, error) {
	in, err := f.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	target, err := io.ReadAll(io.LimitReader(in, 4<<10))
	return string(target), err
}

// bounded lets only so many bytes be read while it is on: the directory of a
// zip is held in memory as a whole.
type bounded struct {
	r    io.ReaderAt
	left int64
	err  error
	off  bool
}

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if !b.off {
		if b.left -= int64(len(p)); b.left < 0 {
			return 0, b.err
		}
	}
	return b.r.ReadAt(p, at)
}
