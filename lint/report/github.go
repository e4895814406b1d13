package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

// GitHub prints workflow commands, one a line, which GitHub Actions shows as
// annotations of the changed files. Columns count UTF-16 units, the end is
// exclusive; both stand only where a finding keeps to one line, as Actions
// asks for.
func GitHub(w io.Writer, r *lint.Result, o Options) error {
	text := newDescriber(r, o.Lang)
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		start, end := f.File.Position(f.Range.Start), f.File.Position(f.Range.End)
		place := fmt.Sprintf("line=%d,endLine=%d", start.Line, end.Line)
		if start.Line == end.Line {
			place += fmt.Sprintf(",col=%d,endColumn=%d", start.UTF16, end.UTF16)
		}
		fmt.Fprintf(out, "::%s file=%s,%s,title=%s::%s\n", annotationLevel(f.Severity), commandProperty.Replace(clean(f.File.Path)), place,
			commandProperty.Replace("mplint: "+f.Rule), commandData.Replace(text.all(f)))
	}
	return out.Flush()
}

// The two escapings of a workflow command.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func annotationLevel(s rule.Severity) string {
	if s == rule.Info {
		return "notice"
	}
	return string(s)
}
