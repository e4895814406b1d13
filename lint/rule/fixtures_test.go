package rule_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/rule"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected findings of the fixtures")

// TestFixtures lints every project in testdata/<rule>/*.txtar and compares the
// findings of that rule with the section "want": one line per finding,
// path:line:column-line:column severity message. A file named silent-* must
// have none, every other at least one. A section "cited", where there is one,
// holds what each of them cites. What the findings say beside their messages
// stands in testdata/<rule>/texts, once for all fixtures that say the same.
func TestFixtures(t *testing.T) {
	for _, id := range rule.IDs() {
		said := &texts{}
		files, err := filepath.Glob(filepath.Join("testdata", id, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		var catching, silent int
		for _, file := range files {
			if strings.HasPrefix(filepath.Base(file), "silent-") {
				silent++
			} else {
				catching++
			}
			t.Run(id+"/"+filepath.Base(file), func(t *testing.T) { testFixture(t, id, file, said) })
		}
		t.Run(id+"/texts", said.compare(filepath.Join("testdata", id, "texts")))
		if catching == 0 || silent == 0 {
			t.Errorf("%s: %d catching and %d silent fixtures; each rule needs both", id, catching, silent)
		}
	}
}

func testFixture(t *testing.T, id, file string, said *texts) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	want, wantAt, cited := "", -1, -1
	for i, f := range archive.Files {
		switch f.Name {
		case "want":
			want, wantAt = string(f.Data), i
		case "cited":
			cited = i
		default:
			write(t, dir, f.Name, f.Data)
		}
	}
	got, citations := findingsOf(t, dir, id, said)
	if cited >= 0 && string(archive.Files[cited].Data) != citations {
		if !*update {
			t.Errorf("cited:\n%swant:\n%s", citations, archive.Files[cited].Data)
		}
		archive.Files[cited].Data = []byte(citations)
	}
	if *update && wantAt >= 0 {
		archive.Files[wantAt].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		want = got
	}
	if wantAt < 0 {
		t.Fatal("no section \"want\"")
	}
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
	if silent := strings.HasPrefix(filepath.Base(file), "silent-"); silent != (got == "") {
		t.Errorf("the name says silent=%v, findings:\n%s", silent, got)
	}
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir string) *lint.Result {
	t.Helper()
	o := lint.Options{Dir: dir, Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)}
	if _, err := os.Stat(filepath.Join(dir, lock.FileName)); err == nil {
		o.Lock = lock.FileName // as lock --check does
	}
	result, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// findingsOf returns the findings of a rule and what they cite, a line each. It
// checks what holds for the findings of every rule.
func findingsOf(t *testing.T, dir, id string, said *texts) (findings, cited string) {
	t.Helper()
	var out, sources strings.Builder
	for _, f := range run(t, dir).Findings {
		r, _ := rule.ByID(f.Rule)
		for _, c := range f.Citations {
			if !slices.Contains(r.Sources, c.ID) {
				t.Errorf("%s cites %q, which is not among its sources", f.Rule, c.ID)
			}
		}
		if f.Rule != id {
			continue
		}
		if text := f.Message.En + f.Message.Zh + f.Why.En + f.Why.Zh + f.Help.En + f.Help.Zh; strings.Contains(text, "%!") {
			t.Errorf("a text is not formatted: %s", text)
		}
		said.add(f)
		start, end := f.File.Position(f.Range.Start), f.File.Position(f.Range.End)
		fmt.Fprintf(&out, "%s:%d:%d-%d:%d %s %s\n", f.File.Path, start.Line, start.Column, end.Line, end.Column, f.Severity, f.Message.En)
		var list []string
		for _, c := range f.Citations {
			list = append(list, strings.TrimSpace(c.ID+" "+c.Article))
		}
		fmt.Fprintf(&sources, "%s:%d %s\n", f.File.Path, start.Line, strings.Join(list, ", "))
	}
	return out.String(), sources.String()
}
