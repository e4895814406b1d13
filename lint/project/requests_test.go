package project

import (
	"cmp"
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
func TestRequests(t *testing.T) { testPrograms(t, "testdata/requests/*.txtar", told) }

// TestTriggers compares what makes the requests of the programs in
// testdata/triggers run, and what their refusal leads to.
func TestTriggers(t *testing.T) { testPrograms(t, "testdata/triggers/*.txtar", triggers) }

func testPrograms(t *testing.T, pattern string, told func([]*Project) string) {
	files, err := filepath.Glob(pattern)
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

// TestTriggersOfCutScripts holds that no half-typed script stops the tool, cut
// at its end or at its start.
func TestTriggersOfCutScripts(t *testing.T) {
	files, _ := filepath.Glob("testdata/triggers/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		for _, f := range archive.Files {
			put(t, dir, f.Name, f.Data)
		}
		for _, f := range archive.Files {
			if ext := filepath.Ext(f.Name); ext != ".js" && ext != ".vue" && ext != ".jsx" && ext != ".wxml" {
				continue
			}
			for n := 0; n < len(f.Data); n += 3 {
				put(t, dir, f.Name, f.Data[:n])
				load(t, dir, LoadOptions{})
				put(t, dir, f.Name, f.Data[n:])
				load(t, dir, LoadOptions{})
			}
			put(t, dir, f.Name, f.Data)
		}
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

func triggers(projects []*Project) string {
	var out strings.Builder
	for _, p := range projects {
		for _, r := range p.Requests {
			if r.Form == ManifestForm {
				continue
			}
			start := r.File.Position(r.Range.Start)
			fmt.Fprintf(&out, "%s:%d %s\n", r.File.Path, start.Line, r.Capability.Name)
			for _, t := range r.Triggers {
				fmt.Fprintf(&out, "  %s %s", t.Kind, t.Hook.Name)
				for _, step := range t.Path {
					fmt.Fprintf(&out, " > %s", step.Name)
				}
				for _, b := range t.Branch {
					fmt.Fprintf(&out, " [%s %s]", b.Outcome, cmp.Or(b.Member, b.At.Name+"?"))
				}
				note(&out, t.Entry, "entry")
				note(&out, t.Tab, "tab")
				note(&out, t.Guard != NoGuard, string(t.Guard))
				note(&out, !t.Sure, "unsure")
				out.WriteString("\n")
			}
			if r.Refusal.Known && !r.Refusal.Handled {
				out.WriteString("  not refused anywhere\n")
			}
			if r.Refusal.Handled || len(r.Refusal.Calls) > 0 {
				fmt.Fprintf(&out, "  refused:")
				note(&out, !r.Refusal.Known, "unknown")
				for _, c := range r.Refusal.Calls {
					fmt.Fprintf(&out, " %s(%s)", c.Member, c.Argument)
					note(&out, c.Branch.Outcome != "fail", c.Branch.Outcome)
					note(&out, c.Chosen, "chosen")
					note(&out, c.Tested, "tested")
					note(&out, !c.Sure, "unsure")
				}
				out.WriteString("\n")
			}
		}
		for _, g := range p.Together {
			fmt.Fprintf(&out, "together %s:", g.Hook.Hook.Name)
			for _, r := range g.Requests {
				fmt.Fprintf(&out, " %s", r.Capability.Name)
			}
			out.WriteString("\n")
		}
		for _, b := range p.Boxes {
			fmt.Fprintf(&out, "%s:%d ticked by %s%s\n", b.File.Path, b.File.Position(b.Range.Start).Line, strings.Join(b.Path, "."), b.Literal)
		}
		for _, h := range p.ConsentHooks {
			fmt.Fprintf(&out, "%s:%d resolve %s\n", h.File.Path, h.File.Position(h.Range.Start).Line, strings.TrimSpace(string(h.Fate)+" "+h.Name))
		}
	}
	return out.String()
}

func note(out *strings.Builder, is bool, text string) {
	if is {
		out.WriteString(" " + text)
	}
}
