package report

import (
	"bytes"
	"fmt"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// htmlFinding is one finding of the page.
type htmlFinding struct {
	ID, Severity, SeverityName, Rule string
	What, Why, Help, Sources, Link   string
	Place, Platform                  string
	Code                             []codeLine
	Related                          []htmlRelated
}

// htmlRelated is one of the places on the way to a finding.
type htmlRelated struct {
	Place, What string
	Code        []codeLine
}

// codeLine is a line of source in three parts, the middle one marked.
type codeLine struct {
	Number               int
	Before, Mark, Behind string
}

// codeCells is how much of a long line is shown, and codeAround how many lines
// before and behind it.
const (
	codeCells  = 160
	codeAround = 2
)

func (p *printer) htmlFinding(f *rule.Finding, several bool) htmlFinding {
	out := htmlFinding{
		ID: htmlID(f), Severity: string(f.Severity), SeverityName: p.severityName(f.Severity), Rule: clean(f.Rule),
		What: f.Message.In(p.Lang), Why: f.Why.In(p.Lang), Help: p.help(f), Sources: p.sources(f), Link: f.Link,
		Place: p.place(f), Code: codeOf(f.File, f.Range, codeAround),
	}
	if several {
		out.Platform = platformName(f.Platform, p.Lang)
	}
	for _, r := range f.Related {
		at := r.File.Position(r.Range.Start)
		out.Related = append(out.Related, htmlRelated{
			Place: clean(fmt.Sprintf("%s:%d:%d", r.File.Path, at.Line, at.Column)), What: r.Message.In(p.Lang), Code: codeOf(r.File, r.Range, 0),
		})
	}
	return out
}

// codeOf returns the first line of a range with its neighbours, none for a
// file whose text is not at hand.
func codeOf(f *source.File, r source.Range, around int) []codeLine {
	if len(f.Data) == 0 {
		return nil
	}
	var lines []codeLine
	at := f.Position(r.Start).Line
	last := f.Position(len(bytes.TrimRight(f.Data, "\r\n"))).Line // nothing stands behind the last line end
	for n := max(1, at-around); n <= max(at, min(last, at+around)); n++ {
		line := f.LineRange(n)
		if n == at {
			lines = append(lines, markedLine(f, n, line, r))
		} else {
			lines = append(lines, markedLine(f, n, line, source.Range{Start: line.Start, End: line.Start}))
		}
	}
	return lines
}

// markedLine cuts a line around a range and takes it apart.
func markedLine(f *source.File, number int, line, r source.Range) codeLine {
	from, to := clamp(r.Start, line), clamp(r.End, line)
	left, right := window(f.Data, line, from, codeCells)
	to = max(from, min(to, right))
	text := func(start, end int) string { return expand(f.Text(source.Range{Start: start, End: end}), 0) }
	out := codeLine{number, text(left, from), text(from, to), text(to, right)}
	if left > line.Start {
		out.Before = "…" + out.Before
	}
	if right < line.End {
		out.Behind += "…"
	}
	return out
}

// htmlAnchors maps places, path and offset, to the finding that stands there;
// the heaviest comes first.
func htmlAnchors(shown []htmlFinding, findings []*rule.Finding) map[string]string {
	at := map[string]string{}
	for i, f := range findings {
		if key := placeKey(f.File, f.Range); at[key] == "" {
			at[key] = shown[i].ID
		}
	}
	return at
}

func placeKey(f *source.File, r source.Range) string { return fmt.Sprint(f.Path, "\x00", r.Start) }
