package lsp

import (
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/source"
)

// wordAt returns the words around an offset that may be a name, the likeliest
// first: the chain of members up to the one at the offset, the whole chain, and
// a word with hyphens.
func wordAt(f *source.File, offset int) []source.Range {
	var out []source.Range
	member := grow(f.Data, offset, isMember)
	chain := grow(f.Data, offset, func(c byte) bool { return isMember(c) || c == '.' })
	hyphened := grow(f.Data, offset, func(c byte) bool { return isMember(c) || c == '-' })
	for _, r := range []source.Range{{Start: chain.Start, End: member.End}, chain, hyphened, member} {
		for r.Start < r.End && f.Data[r.Start] == '.' {
			r.Start++
		}
		for r.Start < r.End && f.Data[r.End-1] == '.' {
			r.End--
		}
		if r.Start < r.End {
			out = append(out, r)
		}
	}
	return out
}

func isMember(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// maxWord is the length in bytes that a name has at most, on either side of an
// offset.
const maxWord = 200

func grow(data []byte, offset int, is func(byte) bool) source.Range {
	r := source.Range{Start: offset, End: offset}
	for r.Start > 0 && offset-r.Start < maxWord && is(data[r.Start-1]) {
		r.Start--
	}
	for r.End < len(data) && r.End-offset < maxWord && is(data[r.End]) {
		r.End++
	}
	return r
}

// isConfig reports whether a path is that of a config.
func isConfig(path string) bool { return filepath.Base(path) == config.FileName }

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }

func isTemplate(path string) bool {
	switch extension(path) {
	case ".wxml", ".axml":
		return true
	}
	return false
}

func isSingleFile(path string) bool {
	switch extension(path) {
	case ".vue", ".nvue", ".uvue", ".mpx", ".wpy":
		return true
	}
	return false
}

func isScript(path string) bool {
	switch extension(path) {
	case ".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx":
		return true
	}
	return false
}
