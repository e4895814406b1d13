package scan

import "github.com/mplint/mplint/lint/source"

// quoted reads a value in quotes. One that is not closed ends at the first
// angle bracket or with its line.
func (r *templateReader) quoted(quote byte) source.Range {
	r.pos++
	value := source.Range{Start: r.pos}
	mark := len(r.mustaches)
	if end := r.quoteEnd(quote); end >= 0 {
		value.End, r.pos = end, end+1
		return value
	}
	r.incomplete = true
	r.mustaches = r.mustaches[:mark]
	r.pos = r.findAny(r.pos, "<>\r\n")
	if r.pos > value.Start && r.at(r.pos) == '>' && r.data[r.pos-1] == '/' {
		r.pos--
	}
	value.End = r.pos
	return value
}

// quoteEnd returns the offset of the quote that closes the value at r.pos, or
// -1 when a line that opens a tag or the end comes first. Quotes in a mustache
// do not count.
func (r *templateReader) quoteEnd(quote byte) int {
	unclosed := &r.unclosed[quote&1] // '"' is even and '\'' is odd
	if r.pos < *unclosed {
		return -1
	}
	for i := r.pos; i < r.end; i++ {
		switch c := r.data[i]; {
		case c == quote:
			r.work += i - r.pos
			return i
		case c == '{' && r.at(i+1) == '{':
			if end := r.mustacheEnd(i); end >= 0 {
				r.keep(i, end)
				i = end - 1
			}
		case c == '\n' && r.tagAt(r.indented(i+1)):
			r.work += i - r.pos
			*unclosed = i
			return -1
		}
	}
	r.work += r.end - r.pos
	*unclosed = r.end
	return -1
}

// bare reads a value without quotes; blanks in a mustache do not end it.
func (r *templateReader) bare() source.Range {
	start := r.pos
	for r.pos < r.end {
		c := r.data[r.pos]
		if c <= ' ' || c == '<' || c == '>' || c == '/' && r.at(r.pos+1) == '>' {
			break
		}
		if !r.mustache() {
			r.pos++
		}
	}
	r.work += r.pos - start
	return source.Range{Start: start, End: r.pos}
}

// mustache moves behind a mustache in a tag at r.pos and reports whether one
// is there.
func (r *templateReader) mustache() bool {
	if r.at(r.pos) != '{' || r.at(r.pos+1) != '{' {
		return false
	}
	end := r.mustacheEnd(r.pos)
	if end < 0 {
		return false
	}
	r.keep(r.pos, end)
	r.pos = end
	return true
}

// keep notes a mustache for after its element.
func (r *templateReader) keep(start, end int) {
	if r.visit.Mustache != nil {
		r.mustaches = append(r.mustaches, source.Range{Start: start + 2, End: end - 2})
	}
}

// mustacheEnd returns the offset after the mustache that starts at open, or -1
// when a blank line, a line that opens a tag or another "{{" shows that it is
// half-typed. First strings and brackets are taken for what they are; where
// that fails the first "}}" counts.
func (r *templateReader) mustacheEnd(open int) int {
	if open >= r.damaged {
		end, stop := r.balanced(open + 2)
		r.work += stop - open
		if end >= 0 {
			return end
		}
		r.damaged = stop
	}
	end, stop := r.firstClose(open + 2)
	r.work += stop - open
	return end
}

// balanced returns the offset after the "}}" that closes a mustache whose
// inside starts at i, or -1, and where it stopped looking.
func (r *templateReader) balanced(i int) (end, stop int) {
	for depth := 0; i < r.end; i++ {
		switch c := r.data[i]; c {
		case '"', '\'':
			if i = r.stringClose(i); r.at(i) != c {
				return -1, i
			}
		case '{':
			if r.at(i+1) == '{' {
				return -1, i
			}
			depth++
		case '}':
			if depth > 0 {
				depth--
			} else if r.at(i+1) == '}' {
				return i + 2, i + 2
			}
		case '\n':
			if r.breaksOff(i) {
				return -1, i
			}
		}
	}
	return -1, r.end
}

// firstClose does as balanced does, without regard to strings and brackets.
func (r *templateReader) firstClose(i int) (end, stop int) {
	for ; i < r.end; i++ {
		switch c := r.data[i]; {
		case c == '}' && r.at(i+1) == '}':
			return i + 2, i + 2
		case c == '{' && r.at(i+1) == '{', c == '\n' && r.breaksOff(i):
			return -1, i
		}
	}
	return -1, r.end
}

// stringClose returns the offset of the quote that closes the string at i, or
// of the end of its line.
func (r *templateReader) stringClose(i int) int {
	quote := r.data[i]
	for i++; i < r.end; i++ {
		switch c := r.data[i]; {
		case c == quote || c == '\n':
			return i
		case c == '\\' && r.at(i+1) != '\n':
			i++
		}
	}
	return r.end
}

// breaksOff reports whether the line after the line end at i is blank or opens
// a tag.
func (r *templateReader) breaksOff(i int) bool {
	next := r.indented(i + 1)
	return next == r.end || r.data[next] == '\n' || r.tagAt(next)
}

// indented returns the offset after the indentation of the line that starts
// at i.
func (r *templateReader) indented(i int) int {
	start := i
	for c := r.at(i); c == ' ' || c == '\t' || c == '\r'; c = r.at(i) {
		i++
	}
	r.work += i - start
	return i
}

// tagAt reports whether a tag or a comment starts at i.
func (r *templateReader) tagAt(i int) bool {
	c := r.at(i + 1)
	return r.at(i) == '<' && (startsName(c) || c == '/' || c == '!')
}

// Mustaches visits the insides of the mustaches in the value of an attribute,
// as offsets into the value.
func Mustaches(value []byte, visit func(start, end int)) {
	r := templateReader{data: value, end: len(value)}
	for i := r.find(0, "{{"); i < r.end; i = r.find(i, "{{") {
		end := r.mustacheEnd(i)
		if end < 0 {
			i += 2
			continue
		}
		visit(i+2, end-2)
		i = end
	}
}

// SameAttr reports whether an attribute's name is the wanted one, which is
// written in kebab case, in any case or in camel case: open-type or openType.
// Prefixes such as ":" are part of a name.
func SameAttr(name []byte, want string) bool {
	i := 0
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			if i > 0 && i < len(want) && want[i] == '-' {
				i++
			}
			c += 'a' - 'A'
		}
		if i >= len(want) || want[i] != c {
			return false
		}
		i++
	}
	return i == len(want)
}
