package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
)

func TestCSVCell(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "wx.getLocation": "wx.getLocation", "收集": "收集", "a=1": "a=1",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@vant/weapp": "'@vant/weapp", " =1": "' =1", "＝1": "'＝1",
		"\t=1": "'␉=1", "\r=1": "'␍=1",
	} {
		if got := csvCell(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestCSVReads: a reader of RFC 4180 gets as many cells in every row, and the
// only line ends are CRLF.
func TestCSVReads(t *testing.T) {
	for _, by := range InventoryGroups {
		out := text(t, InventoryCSV, full(t), Options{Lang: "en", By: by})
		body, ok := bytes.CutPrefix(out, []byte("\ufeff"))
		if !ok || bytes.Count(body, []byte("\n")) != bytes.Count(body, []byte("\r\n")) {
			t.Errorf("by %s: no byte order mark, or a bare line end", by)
		}
		rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
		if err != nil || len(rows) != 13 {
			t.Errorf("by %s: %d rows, %v", by, len(rows), err)
		}
	}
	if out := text(t, InventoryCSV, &lint.Result{}, Options{Lang: "en"}); strings.Count(string(out), "\n") != 1 {
		t.Errorf("of nothing: %q", out)
	}
}
