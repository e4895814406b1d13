package scan

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// Conditional visits the parts of a file that uni-app's conditional comments
// leave out: what stands between #ifdef or #ifndef, #else and #endif, in
// comments of any language, when their condition does not hold. holds tells
// for a platform name of the condition, "MP-WEIXIN", whether it is built, and
// whether that is known; a condition with an unknown name leaves nothing out.
// A directive without its #endif leaves nothing out either.
func Conditional(data []byte, holds func(name string) (is, known bool), visit func(source.Range)) {
	var open []block
	for i := 0; ; {
		n := bytes.IndexByte(data[i:], '#')
		if n < 0 {
			return
		}
		i += n + 1
		word, rest := directive(data, i)
		switch word {
		case "ifdef", "ifndef":
			is, known := condition(rest, holds)
			open = append(open, block{start: lineEnd(data, i), out: known && is != (word == "ifdef"), known: known})
		case "else":
			if len(open) > 0 {
				b := &open[len(open)-1]
				b.end(data, i, visit)
				*b = block{start: lineEnd(data, i), out: b.known && !b.out, known: b.known}
			}
		case "endif":
			if len(open) > 0 {
				open[len(open)-1].end(data, i, visit)
				open = open[:len(open)-1]
			}
		}
	}
}

// block is what stands behind one directive.
type block struct {
	start      int
	out, known bool
}

func (b *block) end(data []byte, i int, visit func(source.Range)) {
	if end := bytes.LastIndexByte(data[:i], '\n') + 1; b.out && end > b.start {
		visit(source.Range{Start: b.start, End: end})
	}
}

// directive returns the word behind the "#" before offset i and the rest of
// its line, when a comment opens before it on the line.
func directive(data []byte, i int) (word, rest string) {
	head := bytes.TrimRight(data[bytes.LastIndexByte(data[:i-1], '\n')+1:i-1], " \t")
	if !bytes.HasSuffix(head, []byte("//")) && !bytes.HasSuffix(head, []byte("/*")) && !bytes.HasSuffix(head, []byte("<!--")) {
		return "", ""
	}
	line := string(data[i:lineEnd(data, i)])
	line = strings.TrimSpace(strings.TrimLeft(line, " \t"))
	word, rest, _ = strings.Cut(line, " ")
	word, _, _ = strings.Cut(word, "*/")
	word, _, _ = strings.Cut(word, "-->")
	return strings.TrimSpace(word), rest
}

// condition evaluates names joined by "||" and "&&", the latter binding closer.
func condition(text string, holds func(string) (is, known bool)) (is, known bool) {
	text, _, _ = strings.Cut(text, "*/")
	text, _, _ = strings.Cut(text, "-->")
	known = true
	for _, either := range strings.Split(text, "||") {
		all := true
		for _, name := range strings.Split(either, "&&") {
			on, sure := holds(strings.TrimSpace(name))
			all, known = all && on, known && sure
		}
		is = is || all
	}
	return is, known
}

// lineEnd returns the offset behind the line that i lies in.
func lineEnd(data []byte, i int) int {
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(data)
}
