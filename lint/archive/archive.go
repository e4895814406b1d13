// Package archive unpacks the archives in which programs are handed over, .zip
// and .tar.gz, into a folder. It trusts nothing that they say: names that lead
// elsewhere, links, names that stand twice and archives that grow too large
// are refused.
package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// The kinds of archives.
const (
	Zip     = "zip"
	TarGzip = "tar.gz"
)

// Kind returns the kind of an archive by the name of its file, or "".
func Kind(name string) string {
	name = strings.ToLower(name)
	switch {
	case strings.HasSuffix(name, ".zip"):
		return Zip
	case strings.HasSuffix(name, ".tar.gz"), strings.HasSuffix(name, ".tgz"):
		return TarGzip
	}
	return ""
}

// Limits bound what an archive may hold. They count every entry, also those
// that are not wanted.
type Limits struct {
	Entries int   // files, folders and all else, and the folders made for them
	Names   int64 // bytes of all names; of a zip, of its whole directory
	Entry   int64 // bytes of one file
	Total   int64 // bytes of all files together
	Ratio   int64 // how many times as large as the archive the files may be
	Small   int64 // bytes of all files up to which Ratio is not asked
}

// DefaultLimits are far above what a program holds: the platforms take no
// package above 30 MB.
var DefaultLimits = Limits{Entries: 100_000, Names: 16 << 20, Entry: 256 << 20, Total: 1 << 30, Ratio: 100, Small: 32 << 20}

// Options says what to unpack.
type Options struct {
	Limits Limits
	Wanted func(name string) bool // by its path in the archive, with slashes; others are checked and left out
}

// Unpack writes the wanted files of an archive of size bytes below dir, which
// is there and empty, and nothing outside it. It returns the names of wanted
// symbolic links: those that stay inside the archive are left out, as a walk
// of a folder does not follow them either. The error is a *RefusedError, a
// *DamagedError, a *HostError or that of the context; dir then holds a part.
func Unpack(ctx context.Context, kind string, r io.ReaderAt, size int64, dir string, o Options) (links []string, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &HostError{err}
	}
	defer root.Close()
	u := &unpacker{ctx: ctx, root: root, options: o, size: size, seen: map[string]bool{}, buf: make([]byte, 32<<10)}
	if kind == Zip {
		err = u.zip(r)
	} else {
		err = u.tarGzip(io.NewSectionReader(r, 0, size))
	}
	if ctx.Err() != nil {
		return nil, ctx.Err() // also where a reader has wrapped it
	}
	if err != nil {
		return nil, tell(err)
	}
	return u.links, nil
}

type unpacker struct {
	ctx     context.Context
	root    *os.Root
	options Options
	size    int64 // of the archive
	buf     []byte

	seen    map[string]bool // files and links
	entries int
	names   int64
	total   int64 // bytes of files
	links   []string
	folder  string // the one made last
}

// entry is what an archive says of one of its entries.
type entry struct {
	name   string
	kind   entryKind
	size   int64
	target string // of a link
}

type entryKind uint8

const (
	file entryKind = iota
	folder
	symlink
	hardlink
	special // a device, a pipe
)

// add checks one entry and unpacks it when it is a wanted file. read gives its
// bytes, which may be more or less than the entry says; a zip's bytes are not
// read when nobody wants them.
func (u *unpacker) add(e entry, read func() (io.ReadCloser, error)) error {
	if err := u.ctx.Err(); err != nil {
		return err
	}
	if err := u.count(e.name); err != nil {
		return err
	}
	name, why := clean(e.name)
	if why != "" {
		return &RefusedError{Why: why, Entry: e.name}
	}
	if e.kind == folder {
		return nil // made when a file lies in it
	}
	if name == "." || u.seen[name] {
		return &RefusedError{Why: Twice, Entry: e.name}
	}
	u.seen[name] = true
	wanted := u.options.Wanted == nil || u.options.Wanted(name)
	switch {
	case e.kind == special:
		return &RefusedError{Why: Special, Entry: e.name}
	case e.kind == symlink && leadsOut(path.Dir(name), e.target), e.kind == hardlink && leadsOut(".", e.target):
		return &RefusedError{Why: LinkOut, Entry: e.name}
	case e.kind == hardlink && wanted:
		return &RefusedError{Why: HardLink, Entry: e.name}
	case e.kind == symlink && wanted:
		u.links = append(u.links, name)
	case e.kind == file:
		return u.unpack(name, e.size, wanted, read)
	}
	return nil
}

// count counts an entry.
func (u *unpacker) count(name string) error {
	u.entries++
	u.names += int64(len(name))
	if u.entries > u.options.Limits.Entries {
		return &RefusedError{Why: TooManyEntries, Limit: int64(u.options.Limits.Entries)}
	}
	if u.names > u.options.Limits.Names {
		return &RefusedError{Why: NamesTooLarge, Limit: u.options.Limits.Names}
	}
	return nil
}

// unpack writes a file, or reads over it where that is the only way to the
// next one.
func (u *unpacker) unpack(name string, size int64, wanted bool, read func() (io.ReadCloser, error)) error {
	if size < 0 || size > u.options.Limits.Entry {
		return &RefusedError{Why: EntryTooLarge, Entry: name, Limit: u.options.Limits.Entry}
	}
	if !wanted {
		return u.spend(size)
	}
	in, err := read()
	if err != nil {
		return damaged(name, err)
	}
	defer in.Close()
	out, err := u.create(name)
	if err != nil {
		return err
	}
	err = u.copy(out, in, name)
	if closing := out.Close(); err == nil && closing != nil {
		err = &HostError{closing}
	}
	return err
}

// create makes a file that is not there yet, with the folders around it.
func (u *unpacker) create(name string) (*os.File, error) {
	if err := u.makeFolder(path.Dir(name)); err != nil {
		return nil, err
	}
	f, err := u.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, notMade(name, err)
	}
	return f, nil
}

func (u *unpacker) makeFolder(name string) error {
	if name == u.folder || name == "." {
		return nil
	}
	err := u.root.Mkdir(name, 0o700)
	if errors.Is(err, fs.ErrNotExist) {
		if err := u.makeFolder(path.Dir(name)); err != nil {
			return err
		}
		err = u.root.Mkdir(name, 0o700)
	}
	u.folder = name
	switch {
	case err == nil:
		return u.count("")
	case errors.Is(err, fs.ErrExist):
		return nil // a file of that name is noticed by what is made in it
	}
	return notMade(name, err)
}

func (u *unpacker) copy(out io.Writer, in io.Reader, name string) error {
	var written int64
	for {
		if err := u.ctx.Err(); err != nil {
			return err
		}
		n, readErr := in.Read(u.buf)
		if written += int64(n); written > u.options.Limits.Entry {
			return &RefusedError{Why: EntryTooLarge, Entry: name, Limit: u.options.Limits.Entry}
		}
		if err := u.spend(int64(n)); err != nil {
			return err
		}
		if _, err := out.Write(u.buf[:n]); err != nil {
			return &HostError{err}
		}
		switch {
		case readErr == io.EOF:
			return nil
		case readErr != nil:
			return damaged(name, readErr)
		}
	}
}

// spend counts bytes of files.
func (u *unpacker) spend(n int64) error {
	u.total += n
	l := u.options.Limits
	if u.total > l.Total {
		return &RefusedError{Why: TotalTooLarge, Limit: l.Total}
	}
	if u.total > l.Small && u.total/l.Ratio > u.size {
		return &RefusedError{Why: RatioTooLarge, Limit: l.Ratio}
	}
	return nil
}
