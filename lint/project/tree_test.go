package project

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint/platform"
)

// plant writes a txtar archive below a new folder and returns the folder.
func plant(t testing.TB, tree string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(tree)).Files {
		put(t, dir, f.Name, f.Data)
	}
	return dir
}

func put(t testing.TB, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func find(t testing.TB, dir string, paths ...string) *Found {
	t.Helper()
	f := &Finder{Dir: dir}
	found, err := f.Find(paths)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// projects describes what was found, one line per project: root, manifest,
// platform, files of the root.
func projects(dir string, found *Found) string {
	var out strings.Builder
	for _, r := range found.Roots {
		var files []string
		for _, e := range r.files {
			rel, _ := filepath.Rel(r.Dir, e.path)
			files = append(files, filepath.ToSlash(rel))
		}
		for _, p := range r.Platforms {
			fmt.Fprintf(&out, "%s %s %s %s: %s\n", display(dir, r.Dir), r.Name, p.ID, r.Surface, strings.Join(files, " "))
		}
	}
	for _, h := range found.Hints {
		fmt.Fprintln(&out, strings.TrimSpace("hint "+h.Kind+" "+h.Path+" "+h.Detail))
	}
	for _, s := range found.Skipped {
		fmt.Fprintln(&out, strings.TrimSpace("skip "+s.Path+" "+s.Reason+" "+s.Detail))
	}
	return out.String()
}

// load reads every project found below a folder.
func load(t testing.TB, dir string, o LoadOptions) []*Project {
	t.Helper()
	o.Dir = dir
	var out []*Project
	for _, r := range find(t, dir, ".").Roots {
		for _, p := range r.Platforms {
			out = append(out, Load(r, p, o))
		}
	}
	return out
}

// requests describes the requests of the projects in their order, each with
// its place in numbers.
func requests(projects []*Project) string {
	var out bytes.Buffer
	for _, p := range projects {
		for _, r := range p.Requests {
			start, end := r.File.Position(r.Range.Start), r.File.Position(r.Range.End)
			fmt.Fprintf(&out, "%s %d:%d-%d:%d %s %s", r.Capability.Name, start.Line, start.Column, end.Line, end.Column, r.Form, orDash(r.Scope))
			if r.Origin != Own {
				fmt.Fprintf(&out, " %s %s", r.Origin, orDash(r.Package))
			}
			if r.Computed {
				out.WriteString(" computed")
			}
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// unresolved describes what could not be read.
func unresolved(projects []*Project) string {
	var lines []string
	for _, p := range projects {
		for _, u := range p.Unresolved {
			start, end := u.File.Position(u.Range.Start), u.File.Position(u.Range.End)
			lines = append(lines, fmt.Sprintf("%s %d:%d-%d:%d %s", u.What, start.Line, start.Column, end.Line, end.Column, u.Detail))
		}
		for _, b := range p.BadScopes {
			at := b.File.Position(b.Range.Start)
			lines = append(lines, fmt.Sprintf("bad-scope %d:%d %s", at.Line, at.Column, b.Name))
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

func skips(projects []*Project) string {
	var lines []string
	for _, p := range projects {
		for _, s := range p.Skipped {
			lines = append(lines, strings.TrimSpace(s.Path+" "+s.Reason+" "+s.Detail))
		}
	}
	return strings.Join(lines, "\n")
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func platformOf(t testing.TB, id string) *platform.Platform {
	t.Helper()
	p, ok := platform.ByID(id)
	if !ok {
		t.Fatalf("no platform %s", id)
	}
	return p
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if got, want = strings.TrimSpace(got), strings.TrimSpace(want); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestWanted: what need not be unpacked is what a walk leaves alone.
func TestWanted(t *testing.T) {
	for path, want := range map[string]bool{
		"app.json": true, ".mplint.json": true, "a/b/p.wxml": true, "a.png": false, "README": false,
		"node_modules/x/index.js": false, "a/node_modules/x.js": false, ".git/x.json": false, "a/.cache/x.js": false, "miniprogram_npm/x/index.js": true,
	} {
		if Wanted(path) != want {
			t.Errorf("%s: %v", path, !want)
		}
	}
}
