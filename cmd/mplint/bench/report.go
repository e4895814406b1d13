package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"text/tabwriter"
	"time"
)

// report is what one run has measured, and a line of the history.
type report struct {
	Date    string   `json:"date"`
	Cores   int      `json:"cores"`
	Files   int      `json:"files"`   // of those that mplint reads
	Bytes   int64    `json:"bytes"`   // of them
	Largest int64    `json:"largest"` // bytes of the largest
	Binary  int64    `json:"binary"`  // bytes of the stripped binary
	Figures []figure `json:"figures"` // on the tree; the first is mplint
	Start   []figure `json:"start"`   // the first is mplint
}

func newReport(t *tools, tree string, figures, start []figure) (*report, error) {
	r := &report{Date: time.Now().Format(time.DateOnly), Cores: runtime.GOMAXPROCS(0), Figures: figures, Start: start}
	err := filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "node_modules" {
			return filepath.SkipDir
		}
		if err == nil && d.Type().IsRegular() && isRead(d.Name()) {
			if info, err := d.Info(); err == nil {
				r.Files, r.Bytes, r.Largest = r.Files+1, r.Bytes+info.Size(), max(r.Largest, info.Size())
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(t.mplint)
	if err != nil {
		return nil, err
	}
	r.Binary = info.Size()
	return r, nil
}

// print writes the table. A ratio is how many times as long a command takes as
// mplint.
func (r *report) print(out io.Writer) {
	fmt.Fprintf(out, "%d files, %.1f MB, the largest %.1f MB; %d cores\n\n", r.Files, mega(r.Bytes), mega(r.Largest), r.Cores)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "command\tmedian\tratio to mplint\ttarget\tpeak memory\t\n")
	for _, list := range [][]figure{r.Figures, r.Start} {
		for _, f := range list {
			line(w, f, list[0])
		}
	}
	w.Flush()
	limit := 12<<20 + 2*r.Largest
	fmt.Fprintf(out, "\npeak memory %.1f MB, target %.1f MB: %s\n", float64(r.Figures[0].PeakKB)/1024, mega(limit), verdict(r.Figures[0].PeakKB*1024 <= limit))
	fmt.Fprintf(out, "stripped binary %.1f MB, target 6 MB: %s\n", mega(r.Binary), verdict(r.Binary <= 6_000_000))
}

func line(w io.Writer, f, first figure) {
	target := ""
	ratio := f.Median / first.Median
	if f.target > 0 {
		target = fmt.Sprintf("%.2f %s", f.target, verdict(ratio >= f.target))
	}
	fmt.Fprintf(w, "%s\t%.1f ms\t%.2f\t%s\t%.1f MB\t\n", f.Name, f.Median*1000, ratio, target, float64(f.PeakKB)/1024)
}

func verdict(held bool) string {
	if held {
		return "held"
	}
	return "missed"
}

func mega(bytes int64) float64 { return float64(bytes) / 1e6 }

// append adds the run to a history file, if one is named.
func (r *report) append(path string) error {
	if path == "" {
		return nil
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(f).Encode(r); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", path, err)
	}
	return f.Close()
}
