package project

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected requests")

// TestRequests loads every program in testdata/requests and compares what it
// asks for with the section "want": a line per project and, indented, one per
// request and per place that could not be read.
func TestRequests(t *testing.T) {
	files, err := filepath.Glob("testdata/requests/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir, want := t.TempDir(), ""
			files := archive.Files[:0]
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				files = append(files, f)
				put(t, dir, f.Name, f.Data)
			}
			got := told(load(t, dir, LoadOptions{}))
			if *update {
				archive.Files = append(files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			check(t, got, want)
		})
	}
}

func told(projects []*Project) string {
	var out strings.Builder
	for _, p := range projects {
		fmt.Fprintf(&out, "%s %s %s\n", p.Platform.ID, p.Framework, p.ManifestName)
		for _, r := range p.Requests {
			start, end := r.File.Position(r.Range.Start), r.File.Position(r.Range.End)
			fmt.Fprintf(&out, "  %s:%d:%d-%d:%d %s %s %s\n", r.File.Path, start.Line, start.Column, end.Line, end.Column, r.Capability.Name, r.Form, r.Pointer)
		}
		for _, u := range p.Unresolved {
			start := u.File.Position(u.Range.Start)
			fmt.Fprintf(&out, "  %s:%d:%d ? %s\n", u.File.Path, start.Line, start.Column, u.What)
		}
	}
	return strings.ReplaceAll(out.String(), " \n", "\n")
}
