package lsp

import (
	"os"

	"github.com/mplint/mplint/lint/source"
)

// maxRead is the size in bytes above which a file is not read for an edit.
const maxRead = 8 << 20

// readFile is the text of a file on disk, empty where it cannot be read.
func readFile(path string) *source.File {
	f := &source.File{Path: path}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() <= maxRead {
		f.Data, _ = os.ReadFile(path)
	}
	return f
}
