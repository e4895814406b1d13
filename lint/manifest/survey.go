package manifest

import (
	"bytes"

	"github.com/mplint/mplint/lint/source"
)

// survey is what one linear look at the text outside strings has found. It
// splits the text as jsonc does, so that its offsets fit the blanked copy.
type survey struct {
	empty   bool         // nothing but white space and comments
	deep    int          // offset of the bracket that goes too deep, or -1
	lone    int          // offset of the first trailing comma with nothing before it ("[,]", "[1,,]"), or -1
	comment source.Range // the first comment, with its marks and without its line end
	comma   source.Range // the first comma before a closing bracket

	depth, work int
	last        [2]byte // the last two significant bytes, the latest first
	lastAt      int
}

// look surveys data from an offset on. It stops where the nesting is too deep.
func look(data []byte, start int) survey {
	s := survey{empty: true, deep: -1, lone: -1}
	for i := start; i < len(data) && s.deep < 0; {
		c, from := data[i], i
		switch {
		case c == '"':
			i = skipString(data, i)
			s.significant(c, from)
		case c == '/' && commentEnd(data, i) > i:
			i = commentEnd(data, i)
			if s.comment.End == 0 {
				s.comment = source.Range{Start: from, End: i}
			}
		case c <= ' ':
			i++
		default:
			i++
			s.bracket(c, from)
			s.significant(c, from)
		}
		s.work += s.depth * (i - from)
		if s.work > maxWork {
			s.deep = from
		}
	}
	return s
}

func (s *survey) bracket(c byte, at int) {
	switch c {
	case '{', '[':
		s.depth++
		if s.depth > MaxDepth {
			s.deep = at
		}
	case '}', ']':
		s.depth = max(0, s.depth-1)
		if s.last[0] == ',' {
			s.trailingComma()
		}
	}
}

func (s *survey) trailingComma() {
	switch before := s.last[1]; before {
	case 0, ',', '{', '[', ':':
		if s.lone < 0 {
			s.lone = s.lastAt
		}
	default:
		if s.comma.End == 0 {
			s.comma = source.Range{Start: s.lastAt, End: s.lastAt + 1}
		}
	}
}

func (s *survey) significant(c byte, at int) {
	s.empty = false
	s.last = [2]byte{c, s.last[0]}
	s.lastAt = at
}

// skipString returns the offset after the string that starts at i, or the end
// of data.
func skipString(data []byte, i int) int {
	for i++; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// commentEnd returns the offset after the comment that starts at i, or i when
// none does. A block comment without an end reaches to the end of data.
func commentEnd(data []byte, i int) int {
	switch {
	case bytes.HasPrefix(data[i:], []byte("//")):
		n := bytes.IndexByte(data[i:], '\n')
		if n < 0 {
			return len(data)
		}
		if data[i+n-1] == '\r' {
			n--
		}
		return i + n
	case bytes.HasPrefix(data[i:], []byte("/*")):
		n := bytes.Index(data[i+2:], []byte("*/"))
		if n < 0 {
			return len(data)
		}
		return i + 2 + n + 2
	}
	return i
}
