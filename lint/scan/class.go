package scan

// charClass sorts bytes by what a token that starts with them is.
type charClass uint8

const (
	other charClass = iota
	space
	newline
	letter // also "$", "_", "#" of a private name, "\" of a \u escape and every byte from 0x80 up
	digit
	quote
	open
	closing
)

var class = classes()

func classes() (t [256]charClass) {
	for c := range t {
		switch {
		case c == '\n' || c == '\r':
			t[c] = newline
		case c <= ' ':
			t[c] = space
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == '$', c == '#', c == '\\', c >= 0x80:
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == '\'' || c == '"':
			t[c] = quote
		case c == '(' || c == '[' || c == '{':
			t[c] = open
		case c == ')' || c == ']' || c == '}':
			t[c] = closing
		}
	}
	return t
}

// expectsExpression reports whether an expression follows a keyword.
func expectsExpression(word []byte) bool {
	switch string(word) {
	case "return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case", "do", "else", "yield", "await", "default", "extends":
		return true
	}
	return false
}

// operatorLength returns the length of the operator that text starts with.
// Only those longer than a byte matter whose first bytes mean something else.
func operatorLength(text []byte) int {
	if len(text) < 2 || class[text[1]] != other {
		return 1
	}
	for n := min(4, len(text)); n > 1; n-- {
		switch string(text[:n]) {
		case ">>>=",
			"===", "!==", "**=", "...", "&&=", "||=", "??=", "<<=",
			"=>", "==", "!=", "<=", ">=", "&&", "||", "??", "++", "--", "**",
			"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<":
			return n
		case "?.":
			if len(text) > 2 && class[text[2]] == digit {
				return 1 // a ? .5 : b
			}
			return n
		}
	}
	return 1
}
