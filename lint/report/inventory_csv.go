package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
)

// InventoryCSV prints one row for each place, as spreadsheets read it: RFC 4180
// with CRLF, a byte order mark, without which Excel takes Chinese for something
// else, and no cell that would be a formula.
func InventoryCSV(w io.Writer, r *lint.Result, o Options) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := append(append([]column{}, typeColumns...), inventoryColumns...)
	head := []string{say(o.Lang, "project", "项目"), say(o.Lang, "platform", "平台")}
	for _, c := range columns {
		head = append(head, c.title(o.Lang))
	}
	head = append(head, say(o.Lang, "path", "文件"), say(o.Lang, "line", "行"), say(o.Lang, "column", "列"))
	if err := out.Write(head); err != nil {
		return err
	}
	for _, j := range r.Projects {
		for _, g := range groupsOf(j, o) {
			for _, e := range g.entries {
				if err := csvEntry(out, j, e, columns, o.Lang); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

func csvEntry(out *csv.Writer, j *lint.Project, e *inventory.Entry, columns []column, lang string) error {
	row := []string{csvCell(j.Root), csvCell(platformName(j.Platform.ID, lang))}
	for _, c := range columns {
		row = append(row, csvCell(c.cell(e, lang)))
	}
	for _, place := range e.Places {
		at := place.File.Position(place.Range.Start)
		all := append(row[:len(row):len(row)], csvCell(place.File.Path), fmt.Sprint(at.Line), fmt.Sprint(at.Column))
		if err := out.Write(all); err != nil {
			return err
		}
	}
	return nil
}

// csvCell makes a text safe in a spreadsheet: one that begins like a formula
// gets an apostrophe in front.
func csvCell(s string) string {
	s = clean(s)
	if trimmed := strings.TrimLeft(s, " "); trimmed != "" && strings.ContainsRune("=+-@＝＋－＠␉␍", []rune(trimmed)[0]) {
		return "'" + s
	}
	return s
}
