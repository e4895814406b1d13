package project

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
	"testing"
)

// damage is one way in which a script is broken while somebody types. Before
// and after are the least shares, in per cent, of the requests on the lines
// before and behind the damaged one that are still found, a little below what
// was measured. What is lost behind a comment stands before the next "*/"; what
// is lost before a brace is a call that now reads like a method, login() {.
type damage struct {
	name          string
	insert        string // at the end of a line
	before, after float64
}

var damages = []damage{
	{"quote", " '", 99.9, 99.5},
	{"parenthesis", " (", 99.9, 98.5},
	{"bracket", " [", 99, 99},
	{"brace", " {", 99, 99},
	{"bare dot", "\n$O.", 99.9, 99},
	{"half call", "\n$O.showToast({ title:", 99.9, 98.5},
	{"back-tick", " `", 99.9, 97},
	{"comment", " /*", 99.9, 80},
	{"truncated", "", 99, 0},
}

// damaged is a script with its damage: what stood before byte start still
// does, what stood from byte end on is moved by shift.
type damaged struct {
	text              string
	start, end, shift int
}

// apply breaks a script at a place that r chooses.
func (d *damage) apply(p program, r *rand.Rand) damaged {
	if d.name == "truncated" {
		cut := r.IntN(len(p.text))
		line := strings.LastIndexByte(p.text[:cut], '\n') + 1
		return damaged{p.text[:cut], line, len(p.text), 0}
	}
	lines := strings.SplitAfter(p.text, "\n")
	n := r.IntN(len(lines) - 1)
	start := len(strings.Join(lines[:n], ""))
	end := start + len(lines[n])
	insert := strings.ReplaceAll(d.insert, "$O", p.object)
	return damaged{p.text[:end-1] + insert + p.text[end-1:], start, end, len(insert)}
}

// TestDamagedScripts holds how much of a script is still understood when one
// line of it is broken.
func TestDamagedScripts(t *testing.T) {
	programs, _ := generate(2, 200)
	whole := offsets(t, programs)
	r := rand.New(rand.NewPCG(3, 3))
	for _, d := range damages {
		broken, files := make([]damaged, len(programs)), make([]program, len(programs))
		for i, p := range programs {
			broken[i] = d.apply(p, r)
			if strings.Contains(p.name, "other") {
				broken[i] = damaged{text: p.text, end: len(p.text)} // what others import
			}
			files[i] = program{p.name, p.object, broken[i].text}
		}
		found := offsets(t, files)
		var before, after share
		for i, p := range programs {
			before.add(whole[p.name], found[p.name], 0, broken[i].start, 0)
			after.add(whole[p.name], found[p.name], broken[i].end, len(p.text), broken[i].shift)
		}
		t.Logf("%-12s before %6.2f %% of %d, after %6.2f %% of %d", d.name, before.percent(), before.all, after.percent(), after.all)
		if before.percent() < d.before || d.after > 0 && after.percent() < d.after {
			t.Errorf("%s: want at least %v %% before and %v %% after", d.name, d.before, d.after)
		}
	}
}

// share counts what is kept.
type share struct{ kept, all int }

// add counts the requests between two offsets of the whole script that are
// found, moved by shift, in the broken one.
func (s *share) add(whole, found map[string]int, start, end, shift int) {
	for key, at := range whole {
		if at < start || at >= end {
			continue
		}
		s.all++
		name, _, _ := strings.Cut(key, "@")
		if _, ok := found[fmt.Sprintf("%s@%d", name, at+shift)]; ok {
			s.kept++
		}
	}
}

func (s *share) percent() float64 { return 100 * float64(s.kept) / float64(max(s.all, 1)) }

// offsets returns the requests of each script by name and offset.
func offsets(t *testing.T, programs []program) map[string]map[string]int {
	var tree bytes.Buffer
	fmt.Fprintf(&tree, "-- wx/app.json --\n%s-- my/app.json --\n%s", pageOf("wx", "wxml"), pageOf("my", "axml"))
	dir := plant(t, tree.String())
	found := map[string]map[string]int{}
	for _, p := range programs {
		put(t, dir, p.object+"/"+p.name, []byte(p.text))
		found[p.name] = map[string]int{}
	}
	for _, project := range load(t, dir, LoadOptions{}) {
		for _, r := range project.Requests {
			found[path.Base(r.File.Path)][fmt.Sprintf("%s@%d", r.Capability.Name, r.Range.Start)] = r.Range.Start
		}
	}
	return found
}

func pageOf(dir, ext string) string {
	return fmt.Sprintf("{ \"pages\": [\"a\"] }\n-- %s/a.%s --\n", dir, ext)
}
