package archive

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// What every file system of today takes: bytes of one element of a path, and
// of a path that still has to fit below a temporary folder.
const (
	maxElement = 255
	maxName    = 1000
)

// clean returns the path of an entry as it is unpacked, relative and with
// slashes, or why it must not be. Archives made on Windows have backslashes.
func clean(name string) (cleaned string, why Reason) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	elements := strings.Split(slashed, "/")
	switch {
	case name == "":
		return "", NoName
	case strings.Contains(name, "\x00"):
		return "", NulInName
	case slashed[0] == '/':
		return "", Absolute
	case hasDrive(slashed):
		return "", Drive
	case slices.Contains(elements, ".."):
		return "", Upward
	case len(name) > maxName || slices.ContainsFunc(elements, func(e string) bool { return len(e) > maxElement }):
		return "", NameTooLong
	}
	cleaned = path.Clean(slashed)
	if !filepath.IsLocal(filepath.FromSlash(cleaned)) {
		return "", NotHere
	}
	return cleaned, ""
}

// leadsOut reports whether a link in a folder of the archive leads out of it.
// No link is made; this only tells a hostile archive from a careless one.
func leadsOut(folder, target string) bool {
	slashed := strings.ReplaceAll(target, `\`, "/")
	if slashed == "" || slashed[0] == '/' || hasDrive(slashed) || strings.Contains(slashed, "\x00") {
		return true
	}
	to := path.Join(folder, slashed)
	return to == ".." || strings.HasPrefix(to, "../")
}

func hasDrive(name string) bool {
	return len(name) > 1 && name[1] == ':' && (name[0]|0x20) >= 'a' && (name[0]|0x20) <= 'z'
}
