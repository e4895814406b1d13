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
