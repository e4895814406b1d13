package project

import "bytes"

// indexOf returns the first place of a word in a text, or -1. It looks for the
// byte of the word that is rarest in programs: looking for a common one, such as
// the first of "import", stops all the time.
func indexOf(text []byte, word string) int {
	if word == "" {
		return 0
	}
	k := rarest(word)
	for from := k; from < len(text); {
		i := bytes.IndexByte(text[from:], word[k])
		if i < 0 {
			return -1
		}
		start := from + i - k
		if start+len(word) <= len(text) && string(text[start:start+len(word)]) == word {
			return start
		}
		from += i + 1
	}
	return -1
}

func holds(text []byte, word string) bool { return indexOf(text, word) >= 0 }

// rarest returns the index of the rarest byte of a word.
func rarest(word string) int {
	best := 0
	for i := range len(word) {
		if commonness[word[i]] < commonness[word[best]] {
			best = i
		}
	}
	return best
}

// commonness orders bytes by how often they stand in programs. Those that are
// not listed are rarer than all that are.
var commonness = [256]uint8{
	'J': 1, 'Q': 2, 'X': 3, 'Z': 4, 'K': 5, 'W': 6, 'V': 7, 'Y': 8, 'U': 9, 'H': 10,
	'j': 11, 'q': 12, 'z': 13, 'x': 14, 'k': 15, 'v': 16, 'w': 17, 'y': 18, 'b': 19, 'g': 20, 'f': 21, 'p': 22, 'm': 23,
	'h': 24, 'u': 25, 'd': 26, 'c': 27, 's': 28, 'l': 29, 'i': 30, 'r': 31, 'n': 32, 'a': 33, 'o': 34, 't': 35, 'e': 36,
}
