package project

import "bytes"

// maxLook bounds how far around a word is looked, in bytes, so that no file
// can make the search cost more than a multiple of its size.
const maxLook = 2048

// nextWord returns the offset behind the next occurrence of a word from i on, or
// -1. Letters other than ASCII may be spaces and do not make it a longer word.
func nextWord(data []byte, i int, word string) int {
	for {
		j := indexOf(data[i:], word)
		if j < 0 {
			return -1
		}
		start := i + j
		i = start + len(word)
		if (start == 0 || !asciiWord(data[start-1])) && (i == len(data) || !asciiWord(data[i])) {
			return i
		}
	}
}

func asciiWord(b byte) bool { return b < 0x80 && wordByte(b) }

// literal returns the text of the string at i and the offset behind it. The
// offset is -1 where there is no string or one that has to be worked out.
func literal(data []byte, i int) ([]byte, int) {
	quote := byteAt(data, i)
	if quote != '\'' && quote != '"' && quote != '`' {
		return nil, -1
	}
	n := bytes.IndexByte(data[i+1:], quote)
	if n < 0 {
		return nil, -1
	}
	text := data[i+1 : i+1+n]
	if bytes.IndexByte(text, '\n') >= 0 || bytes.IndexByte(text, '\\') >= 0 || quote == '`' && bytes.Contains(text, []byte("${")) {
		return text, -1
	}
	return text, i + n + 2
}

// skipBlank returns the first offset from i on that is neither space nor
// comment, as far as it looks. Whatever is not ASCII counts as space.
func skipBlank(data []byte, i int) int {
	data = data[:min(len(data), i+maxLook)]
	for i < len(data) {
		rest, n := data[i:], 1
		switch {
		case rest[0] <= ' ' || rest[0] >= 0x80:
		case bytes.HasPrefix(rest, []byte("//")):
			n = bytes.IndexByte(rest, '\n')
		case bytes.HasPrefix(rest, []byte("/*")):
			n = bytes.Index(rest, []byte("*/")) + 2
		default:
			return i
		}
		if n < 2 && rest[0] == '/' {
			return len(data)
		}
		i += n
	}
	return i
}

// byteAt returns the byte at i, or 0 behind the end.
func byteAt(data []byte, i int) byte {
	if i < len(data) {
		return data[i]
	}
	return 0
}

// lastByte returns the last byte, or 0.
func lastByte(data []byte) byte {
	return byteAt(data, max(0, len(data)-1))
}
