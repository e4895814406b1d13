//go:build unix

package project

import (
	"os"
	"syscall"
)

// readFile reads a file into a buffer that the caller reuses, as far as
// MaxScript and a little more. It asks the system itself: an os.File is
// made ready for waiting, which costs half as much again as to open and read
// the small files that programs consist of.
func readFile(path string, buf []byte) ([]byte, error) {
	buf = buf[:0]
	fd, err := retry(func() (int, error) { return syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0) })
	if err != nil {
		return buf, &os.PathError{Op: "open", Path: path, Err: err}
	}
	defer syscall.Close(fd)
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := retry(func() (int, error) { return syscall.Read(fd, buf[len(buf):cap(buf)]) })
		if err != nil {
			return buf, &os.PathError{Op: "read", Path: path, Err: err}
		}
		buf = buf[:len(buf)+n]
		if n == 0 || len(buf) > MaxScript {
			return buf, nil
		}
	}
}

// retry repeats a call that a signal has interrupted.
func retry(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != syscall.EINTR {
			return n, err
		}
	}
}
