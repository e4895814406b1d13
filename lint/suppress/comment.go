package suppress

import (
	"strings"
	"unicode"

	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

const (
	nextLine  = "mplint-ignore-next-line"
	wholeFile = "mplint-ignore-file"
)

// parse reads "mplint-ignore-next-line RULE[, RULE] -- reason" and its like for
// a whole file. A comment that only speaks of them holds no suppression.
func parse(c project.Comment) []*suppression {
	text := c.File.Text(c.Range)
	body := strings.TrimLeft(text, "/*<!- \t\r\n#")
	at := source.Range{Start: c.Range.Start + len(text) - len(body)}
	body = strings.TrimRight(body, "*/-> \t\r\n")
	at.End = at.Start + len(body)
	word := directive(body)
	covers := func(*rule.Finding) bool { return true }
	switch {
	case word == nextLine:
		line := c.File.Position(c.Range.End).Line + 1
		covers = func(f *rule.Finding) bool { return f.File.Position(f.Range.Start).Line == line }
	case word == wholeFile:
	case strings.HasPrefix(word, "mplint-ignore"):
		return []*suppression{{misspelt: word, file: c.File, at: at, covers: func(*rule.Finding) bool { return false }}}
	default:
		return nil
	}
	names, reason, given := strings.Cut(body[len(word):], "--")
	if !given {
		names = withoutReason(names)
	}
	return split(names, strings.TrimSpace(reason), c.File, at, covers)
}

// directive returns the word of letters and hyphens that a comment begins with.
func directive(body string) string {
	end := strings.IndexFunc(body, func(r rune) bool { return r != '-' && !unicode.IsLower(r) })
	if end < 0 {
		end = len(body)
	}
	word, _, _ := strings.Cut(body[:end], "--")
	return word
}

// withoutReason keeps the rules of a comment that has no "--": the first word
// and those that commas join to it. The rest is a reason written wrongly.
func withoutReason(names string) string {
	words := strings.Fields(names)
	for i, w := range words {
		if !strings.HasSuffix(w, ",") {
			return strings.Join(words[:i+1], " ")
		}
	}
	return names
}

func split(names, reason string, file *source.File, at source.Range, covers func(*rule.Finding) bool) []*suppression {
	ids := strings.FieldsFunc(names, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",，、*", r) })
	if len(ids) == 0 {
		ids = []string{""}
	}
	var out []*suppression
	for _, id := range ids {
		out = append(out, &suppression{
			rule: id, reason: reason, file: file, at: at,
			covers: func(f *rule.Finding) bool { return f.File.Path == file.Path && covers(f) },
		})
	}
	return out
}
