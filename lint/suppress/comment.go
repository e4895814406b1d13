package suppress

import (
	"bytes"
	"strings"

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
	at := source.Range{Start: c.Range.Start + len(text) - len(body), End: c.Range.End}
	covers := func(*rule.Finding) bool { return true }
	switch {
	case strings.HasPrefix(body, nextLine):
		body = body[len(nextLine):]
		line := c.File.Position(c.Range.End).Line + 1
		covers = func(f *rule.Finding) bool { return f.File.Position(f.Range.Start).Line == line }
	case strings.HasPrefix(body, wholeFile):
		body = body[len(wholeFile):]
	default:
		return nil
	}
	body = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(body), "*/"), "-->"), " \t\r\n")
	at.End = at.Start + len(bytes.TrimRight(c.File.Data[at.Start:c.Range.End], "*/-> \t\r\n"))
	names, reason, _ := strings.Cut(body, "--")
	return split(names, strings.TrimSpace(reason), c.File, at, covers)
}

func split(names, reason string, file *source.File, at source.Range, covers func(*rule.Finding) bool) []*suppression {
	ids := strings.FieldsFunc(names, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
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
