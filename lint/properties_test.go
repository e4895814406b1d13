package lint_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// program is one program that the properties are held against.
type program struct {
	name, dir string
	files     map[string]string
}

// TestProperties holds every property against the same programs, written to the
// disk once. Those that add files to them come last.
func TestProperties(t *testing.T) {
	all := programs(t)
	for _, property := range []struct {
		name string
		hold func(*testing.T, []program)
	}{
		{"line ends", propertyLineEnds}, {"indentation", propertyIndentation}, {"comments", propertyComments},
		{"order", propertyOrder}, {"fix", propertyFix}, {"overlay", propertyOverlay}, {"wider allowance", propertyWiderAllowance},
		{"more requests", propertyMoreRequests}, {"baseline", propertyBaseline},
	} {
		t.Run(property.name, func(t *testing.T) { property.hold(t, all) })
	}
}

// leastPrograms is how many the properties see, lest a glob that matches
// nothing makes them hold.
const leastPrograms = 400

// programs returns those of all rules' fixtures, the examples, those of
// testdata/whole.txtar as they are, and with files of random pieces.
func programs(t testing.TB) []program {
	t.Helper()
	var all []program
	fixtures, err := filepath.Glob("rule/testdata/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range fixtures {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, program{name: strings.TrimPrefix(name, "rule/testdata/"), files: filesOf(archive)})
	}
	examples, err := filepath.Glob("../examples/*/.mplint.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, config := range examples {
		all = append(all, program{name: filepath.Dir(config), files: readTree(t, filepath.Dir(config))})
	}
	all = append(all, generated(t)...)
	if len(all) < leastPrograms {
		t.Fatalf("only %d programs", len(all))
	}
	top := t.TempDir()
	put(t, top, ".git/HEAD", "") // configs are looked for up to here
	for i := range all {
		all[i].dir = filepath.Join(top, fmt.Sprint(i))
		for name, text := range all[i].files {
			put(t, all[i].dir, name, text)
		}
	}
	return all
}

func filesOf(archive *txtar.Archive) map[string]string {
	files := map[string]string{}
	for _, f := range archive.Files {
		if f.Name != "want" && f.Name != "cited" {
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

func readTree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// generated returns the programs of testdata/whole.txtar, then some in which
// files are made of pieces, the same ones each time.
func generated(t testing.TB) []program {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/whole.txtar")
	if err != nil {
		t.Fatal(err)
	}
	roots := map[string]map[string]string{}
	for name, text := range filesOf(archive) {
		root, rest, _ := strings.Cut(name, "/")
		if roots[root] == nil {
			roots[root] = map[string]string{}
		}
		roots[root][rest] = text
	}
	r := rand.New(rand.NewPCG(8, 6))
	var all []program
	for _, root := range slices.Sorted(maps.Keys(roots)) {
		all = append(all, program{name: root, files: roots[root]})
		for i := range 12 {
			p := program{name: fmt.Sprintf("%s-%d", root, i), files: maps.Clone(roots[root])}
			for _, at := range targets {
				if rest, ok := strings.CutPrefix(at.path, root+"/"); ok && filepath.Ext(rest) != ".json" && r.IntN(2) == 0 {
					p.files[rest] = compose(withoutLooseEnds(at.pieces), randomBytes(r, 2*r.IntN(40)))
				}
			}
			all = append(all, p)
		}
	}
	return all
}

func randomBytes(r *rand.Rand, n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.IntN(256))
	}
	return out
}

// lint returns the findings of a program, with another text of each file that
// edit changes; none where its config is wrong or it is no program.
func (p program) lint(t testing.TB, o lint.Options, edit func(name, text string) string) []*rule.Finding {
	t.Helper()
	o.Dir, o.Now, o.Overlay = p.dir, today, project.Overlay{}
	if edit != nil {
		for _, name := range slices.Sorted(maps.Keys(p.files)) {
			o.Overlay[filepath.Join(p.dir, filepath.FromSlash(name))] = []byte(edit(name, p.files[name]))
		}
	}
	result, err := lint.Run(context.Background(), o)
	if err != nil {
		return nil
	}
	return result.Findings
}

// count counts what describe says of each finding.
func count(findings []*rule.Finding, describe func(*rule.Finding) string) map[string]int {
	out := map[string]int{}
	for _, f := range findings {
		out[describe(f)]++
	}
	return out
}

// lost describes what of a is not in b, as often as it is missing.
func lost(a, b map[string]int) (out []string) {
	for _, key := range slices.Sorted(maps.Keys(a)) {
		if n := a[key] - b[key]; n > 0 {
			out = append(out, fmt.Sprintf("%d x %s", n, key))
		}
	}
	return out
}

// differ reports what two runs say that should say the same.
func differ(t *testing.T, p program, before, after map[string]int) {
	t.Helper()
	gone, added := lost(before, after), lost(after, before)
	if len(gone)+len(added) > 0 {
		t.Errorf("%s\ngone:\n  %s\nnew:\n  %s", p.name, strings.Join(gone, "\n  "), strings.Join(added, "\n  "))
	}
}

// inWords is all that a finding says, without its place and without blanks,
// which what it quotes may have.
func inWords(f *rule.Finding) string {
	return strings.ReplaceAll(fmt.Sprint(f.File.Path, "|", f.Rule, "|", f.Severity, "|", f.Confidence, "|", f.Pointer, "|", f.Message.En, "|", f.Capability, "|", f.Scope, "|", len(f.Related)), " ", "")
}

// inPlace is all that a finding says, with its lines and columns.
func inPlace(f *rule.Finding) string { return places([]*rule.Finding{f})[0] + " " + inWords(f) }
