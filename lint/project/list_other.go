//go:build !linux

package project

import "os"

// lister reads folders, with a buffer that it keeps.
type lister struct{ entries []listed }

// list returns what stands in a folder in lexical order, until the next call.
// The folder ends in a separator. With an error comes what was read before it.
func (l *lister) list(dir string) ([]listed, error) {
	l.entries = l.entries[:0]
	entries, err := os.ReadDir(dir)
	for _, d := range entries {
		path := dir + d.Name()
		l.entries = append(l.entries, listed{entry{path, path[len(dir):]}, d.Type()})
	}
	return l.entries, err
}
