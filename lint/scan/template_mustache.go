package scan

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
