// Package changes finds the lines that differ from an earlier revision. It is
// the only place that runs git.
package changes

import (
	"bytes"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Set is the changed lines by file.
type Set struct {
	files map[string][]hunk // by absolute path without links
}

// hunk is changed lines of the new file. Where count is 0, lines behind line
// start were deleted.
type hunk struct{ start, count int }

// everything is the hunk of a new file.
var everything = hunk{1, 1 << 30}

// Changed reports whether anything in a file changed.
func (s *Set) Changed(path string) bool { return s.files[unlinked(path)] != nil }

// Below reports whether a file in a folder changed.
func (s *Set) Below(dir string) bool {
	prefix := strings.TrimSuffix(unlinked(dir), string(filepath.Separator)) + string(filepath.Separator)
	for path := range s.files {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}

// touches reports whether one of some lines changed, or something between two
// of them was deleted.
func (s *Set) touches(path string, first, last int) bool {
	return slices.ContainsFunc(s.files[unlinked(path)], func(h hunk) bool {
		if h.count == 0 {
			return first <= h.start && h.start < last
		}
		return first < h.start+h.count && h.start <= last
	})
}

func (s *Set) add(top, name string, h hunk) {
	path := filepath.Join(top, filepath.FromSlash(name))
	s.files[path] = append(s.files[path], h)
}

// addDiff reads a diff without context lines. The text of the lines is passed
// over by its number, as it can look like anything.
func (s *Set) addDiff(top string, diff []byte) {
	name, skip := "", 0
	for line := range bytes.Lines(diff) {
		text := strings.TrimSuffix(string(line), "\n")
		switch {
		case strings.HasPrefix(text, `\`): // "\ No newline at end of file"
		case skip > 0:
			skip--
		case strings.HasPrefix(text, "+++ "):
			name = newName(text[len("+++ "):])
		case strings.HasPrefix(text, "@@ "):
			old, now, ok := hunkHeader(text)
			if !ok {
				continue
			}
			skip = old.count + now.count
			if name != "" {
				s.add(top, name, now)
			}
		}
	}
}

// newName is the path behind "+++ ", "" for a deleted file. Git puts a tab
// behind one with spaces, and one with control characters in quotes.
func newName(text string) string {
	text = strings.TrimSuffix(text, "\t")
	if strings.HasPrefix(text, `"`) {
		if plain, err := strconv.Unquote(text); err == nil {
			text = plain
		}
	}
	name, ok := strings.CutPrefix(text, "b/")
	if !ok {
		return ""
	}
	return name
}

// hunkHeader reads "@@ -1,2 +3 @@".
func hunkHeader(text string) (old, now hunk, ok bool) {
	fields := strings.Fields(text)
	if len(fields) < 3 {
		return old, now, false
	}
	old, okOld := lines(strings.TrimPrefix(fields[1], "-"))
	now, okNow := lines(strings.TrimPrefix(fields[2], "+"))
	return old, now, okOld && okNow
}

func lines(text string) (hunk, bool) {
	start, count, several := strings.Cut(text, ",")
	h := hunk{count: 1}
	var err, err2 error
	h.start, err = strconv.Atoi(start)
	if several {
		h.count, err2 = strconv.Atoi(count)
	}
	return h, err == nil && err2 == nil
}

// unlinked is a path without links, as git prints paths.
func unlinked(path string) string {
	if p, err := filepath.EvalSymlinks(path); err == nil {
		return p
	}
	return path
}
