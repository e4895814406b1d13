package project

import "os"

// Overlay holds texts that stand for those of files on disk, by absolute path:
// what an editor has not saved, or what fixes would make of a file.
type Overlay map[string][]byte

// read returns the text of a file.
func (o Overlay) read(path string) ([]byte, error) {
	if text, ok := o[path]; ok {
		return text, nil
	}
	return os.ReadFile(path)
}

// readInto is read into a buffer that the caller reuses.
func (o Overlay) readInto(path string, buf []byte) ([]byte, error) {
	if text, ok := o[path]; ok {
		return append(buf[:0], text...), nil
	}
	return readFile(path, buf)
}

// exists reports whether a file is on disk or has a text here.
func (o Overlay) exists(path string) bool {
	if _, ok := o[path]; ok {
		return true
	}
	_, err := os.Stat(path)
	return err == nil
}
