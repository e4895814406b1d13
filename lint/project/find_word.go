package project

import "bytes"

// indexOf returns the first place of a word in a text, or -1. It looks for the
// byte of the word that is rarest in programs: looking for a common one, such as
// the first of "import", stops all the time.
func indexOf(text []byte, word string) int {
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

// byRarity are letters, the rare ones first, as they are in programs. Other
// bytes are rarer than all of these.
const byRarity = "JQXZKWVYUHjqzxkvwybgfpmhudcslirnaote"

// rarest returns the index of the rarest byte of a word.
func rarest(word string) int {
	best, rank := 0, len(byRarity)+1
	for i := range len(word) {
		if r := bytes.IndexByte([]byte(byRarity), word[i]); r < rank {
			best, rank = i, r
		}
	}
	return best
}
