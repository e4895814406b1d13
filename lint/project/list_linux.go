package project

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// lister reads folders, with buffers that it keeps. It asks the system itself:
// os.ReadDir makes an os.File ready for waiting and sees to its end, and a value
// for each name, which takes 4 % of a run over a program of 2,500 folders.
type lister struct {
	buf     [32 << 10]byte
	entries []listed
}

// list returns what stands in a folder in lexical order, until the next call.
// The folder ends in a separator. With an error comes what was read before it.
func (l *lister) list(dir string) ([]listed, error) {
	l.entries = l.entries[:0]
	fd, err := retry(func() (int, error) {
		return syscall.Open(dir, syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: dir, Err: err}
	}
	defer syscall.Close(fd)
	for {
		n, err := retry(func() (int, error) { return syscall.ReadDirent(fd, l.buf[:]) })
		if n <= 0 || err != nil {
			slices.SortFunc(l.entries, func(a, b listed) int { return strings.Compare(a.name, b.name) })
			if err != nil {
				err = &os.PathError{Op: "readdirent", Path: dir, Err: err}
			}
			return l.entries, err
		}
		l.add(dir, l.buf[:n])
	}
}

// add takes over records of getdents64(2): an inode and an offset of 8 bytes
// each, the length of the record in 2, the type in 1, and the name with zeros
// behind it.
func (l *lister) add(dir string, records []byte) {
	const length, kind, start = 16, 18, 19
	for len(records) > start {
		one := records[:binary.NativeEndian.Uint16(records[length:])]
		records = records[len(one):]
		name := one[start:]
		if end := bytes.IndexByte(name, 0); end >= 0 {
			name = name[:end]
		}
		if string(name) == "." || string(name) == ".." {
			continue
		}
		path := dir + string(name)
		l.entries = append(l.entries, listed{entry{path, path[len(dir):]}, typeOf(one[kind], path)})
	}
}

// typeOf is the type that a record tells. Some file systems leave it out.
func typeOf(kind byte, path string) fs.FileMode {
	switch kind {
	case syscall.DT_REG:
		return 0
	case syscall.DT_DIR:
		return fs.ModeDir
	case syscall.DT_LNK:
		return fs.ModeSymlink
	case syscall.DT_UNKNOWN:
		if info, err := os.Lstat(path); err == nil {
			return info.Mode().Type()
		}
	}
	return fs.ModeIrregular
}
