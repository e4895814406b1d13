//go:build !unix

package project

import (
	"errors"
	"io"
	"os"
)

// readFile reads a file into a buffer that the caller reuses, as far as
// MaxScript and a little more.
func readFile(path string, buf []byte) ([]byte, error) {
	buf = buf[:0]
	f, err := os.Open(path)
	if err != nil {
		return buf, err
	}
	defer f.Close()
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if errors.Is(err, io.EOF) || len(buf) > MaxScript {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}
