package project

import (
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// mentionsElsewhere reports whether another file of the program holds one of
// the names.
func (l *loader) mentionsElsewhere(h *ConsentHook, tasks []task, names ...string) bool {
	var buf []byte
	for i := range tasks {
		t := &tasks[i]
		if t.kind == document || display(l.options.Dir, t.path) == h.File.Path {
			continue
		}
		data, err := l.options.Overlay.readInto(t.path, buf)
		if buf = data; err != nil || slices.ContainsFunc(names, func(name string) bool { return countWord(data, name) > 0 }) {
			return true
		}
	}
	return false
}

// isUnnamed reports whether a hook stands in a component that is registered by
// the folder it lies in and that no other file names: ws-popup or WsPopup.
func (l *loader) isUnnamed(h *ConsentHook, tasks []task) bool {
	if l.root.pageList == nil || !isSingleFile(extension(h.File.Path)) || !strings.Contains(h.File.Path, "components/") {
		return false
	}
	name := strings.TrimSuffix(path.Base(h.File.Path), extension(h.File.Path))
	if name == "index" {
		name = path.Base(path.Dir(h.File.Path))
	}
	return !l.mentionsElsewhere(h, tasks, name, platform.Kebab(name), pascal(name))
}

// reads reports whether a file does more with a name than to write to it: in
// its scripts, in their strings, or in the template of a single-file component.
func (ff *flowFile) reads(name string) bool {
	code := 0
	for _, s := range ff.scripts {
		for i, t := range s.Tokens {
			text := s.Data[t.Start:t.End]
			switch t.Kind {
			case scan.Ident:
				if string(text) == name && !s.isWritten(i) {
					return true
				}
			case scan.String, scan.TemplatePart:
				if countWord(text, name) > 0 {
					return true
				}
			}
		}
		if n := len(s.Tokens); n > 0 {
			code += countWord(s.Data[s.Tokens[0].Start:s.Tokens[n-1].End], name)
		}
	}
	return isSingleFile(extension(ff.file.Path)) && countWord(ff.file.Data, name) > code
}

// isWritten reports whether the name at token i is only declared or written
// to: let x, x = null, this.x = resolve, { x: null }, x.push(resolve).
func (s *flowScript) isWritten(i int) bool {
	after := i + 1
	if s.Is(after, ".") && (s.Is(after+1, "current") || s.Is(after+1, "value")) {
		after += 2
	}
	switch {
	case s.Is(i-1, "let"), s.Is(i-1, "var"), s.Is(i-1, "const"):
		return true
	case s.Is(after, "="):
		return true
	case s.Is(after, ":"):
		_, text := s.Literal(after + 1)
		return text || s.Is(after+1, "{") && s.Is(after+2, "}") || s.Is(after+1, "[") && s.Is(after+2, "]") || s.Is(after+1, "null") || s.Is(after+1, "undefined")
	case s.Is(after, "."):
		return (s.Is(after+1, "push") || s.Is(after+1, "add")) && s.Is(after+2, "(") && s.Is(after+4, ")")
	}
	return false
}

// countWord returns how often a name stands in a text as a word of its own.
func countWord(text []byte, name string) int {
	n, rest := 0, string(text)
	for {
		i := strings.Index(rest, name)
		if i < 0 {
			return n
		}
		end := i + len(name)
		if (i == 0 || !wordByte(rest[i-1])) && (end == len(rest) || !wordByte(rest[end])) {
			n++
		}
		rest = rest[end:]
	}
}
