//go:build truth

package project

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/platform"
)

// hit is one request as the module and testdata/truth/truth.mjs both give it.
// Column counts UTF-16 units from 1, member is a path below the platform's
// object or a scope.
type hit struct {
	File         string `json:"file"`
	Line, Column int
	Member       string
	Form         Form
}

func (h hit) String() string {
	data, _ := os.ReadFile(h.File)
	lines := strings.Split(string(data), "\n")
	return fmt.Sprintf("%s:%d:%d %s %s: %s", filepath.Base(h.File), h.Line, h.Column, h.Member, h.Form, strings.TrimSpace(lines[h.Line-1]))
}

// leastOfForm is how many requests of each form the compiler has to find in
// the generated programs, lest two empty sets agree.
var leastOfForm = map[Form]int{Direct: 1900, Alias: 1300, Reference: 1250, Promisified: 400, StringScope: 200, DynamicLiteral: 60}

func TestTruthOfGeneratedScripts(t *testing.T) {
	programs, _ := generate(1, 400)
	forms := map[Form]int{}
	for _, object := range []string{"wx", "my"} {
		dir := plant(t, map[string]string{"wx": wxShell, "my": myShell}[object])
		for _, p := range programs {
			if p.object == object {
				put(t, dir, p.name, []byte(p.text))
			}
		}
		for _, h := range compare(t, dir) {
			forms[h.Form]++
		}
	}
	t.Logf("requests by form: %v", forms)
	for form, least := range leastOfForm {
		if forms[form] < least {
			t.Errorf("the compiler found %d requests of form %s, want at least %d", forms[form], form, least)
		}
	}
}

// TestTruthOfEachForm holds that the compiler finds something in every form of
// use and nothing in what only looks like one.
func TestTruthOfEachForm(t *testing.T) {
	for _, object := range []string{"wx", "my"} {
		dir := plant(t, map[string]string{"wx": wxShell, "my": myShell}[object])
		files := map[string]string{}
		g := &generator{Rand: rand.New(rand.NewPCG(1, 1)), object: object}
		for _, list := range [][]string{calls, passed, keeping, aliases, objects, lookAlikes, byName[object]} {
			for i, form := range slices.Concat(list, inTS[&list[0]], inTSX[&list[0]]) {
				name := fmt.Sprintf("%p-%d.tsx", &list[0], i)
				files[filepath.Join(dir, name)] = form
				put(t, dir, name, []byte(g.fill(form, 1)))
			}
		}
		r := find(t, dir, ".").Roots[0]
		want, _ := both(t, r, r.Platforms[0], dir)
		for file, form := range files {
			silent := slices.Contains(slices.Concat(lookAlikes, inTS[&lookAlikes[0]], inTSX[&lookAlikes[0]]), form)
			if n := hitsIn(want, file); (n == 0) != silent {
				t.Errorf("the compiler found %d requests in %s", n, form)
			}
		}
	}
}

func TestTruthOfExamples(t *testing.T) {
	dir, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	if hits := compare(t, dir); len(hits) < 10 {
		t.Errorf("the compiler found %d requests, want at least 10", len(hits))
	}
}

// compare reads the projects in a folder with the module and with the compiler
// and fails where they differ. It returns what the compiler found.
func compare(t *testing.T, dir string) []hit {
	t.Helper()
	var all []hit
	for _, r := range find(t, dir, ".").Roots {
		for _, p := range r.Platforms {
			want, got := both(t, r, p, dir)
			missed, extra := difference(want, got), difference(got, want)
			t.Logf("%s for %s: %d requests, %d missed, %d false", filepath.Base(r.Dir), p.ID, len(want), len(missed), len(extra))
			for _, h := range missed {
				t.Errorf("missed %v", h)
			}
			for _, h := range extra {
				t.Errorf("false %v", h)
			}
			all = append(all, want...)
		}
	}
	return all
}

// both returns what the compiler and what the module find in a root's scripts.
func both(t *testing.T, r *Root, p *platform.Platform, dir string) (want, got []hit) {
	t.Helper()
	l := newLoader(r, p, LoadOptions{Dir: dir}, &Project{})
	var files []string
	for _, task := range l.tasks() {
		if task.kind == script {
			files = append(files, task.path)
		}
	}
	return truth(t, p, files), ours(Load(r, p, l.options), dir)
}

// truth asks the compiler, leaving out what is no capability of the platform
// and those that depend on options.
func truth(t *testing.T, p *platform.Platform, files []string) []hit {
	t.Helper()
	cmd := exec.Command("node", filepath.Join("testdata", "truth", "truth.mjs"), p.Object)
	cmd.Stdin = bytes.NewReader(question(t, p, files))
	out, err := cmd.Output()
	if err != nil {
		detail := ""
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			detail = string(exit.Stderr)
		}
		t.Fatalf("run node with typescript, which NODE_PATH or MPLINT_TYPESCRIPT has to lead to: %v\n%s", err, detail)
	}
	var answer struct {
		Version  string
		Requests []hit
		Syntax   []string
	}
	if err := json.NewDecoder(bytes.NewReader(out)).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(answer.Version, "6.") {
		t.Fatalf("typescript is %s, want 6", answer.Version)
	}
	for _, s := range answer.Syntax {
		t.Errorf("the compiler cannot parse %s", s)
	}
	var hits []hit
	for _, h := range answer.Requests {
		if h.Form == StringScope {
			_, known := p.ScopeCapability(h.Member)
			if known {
				hits = append(hits, h)
			}
		} else if kind, method, _ := strings.Cut(h.Member, "."); len(p.Methods(kind, method)) > 0 {
			hits = append(hits, h)
		} else if list := p.APIs(h.Member); len(list) > 0 && plain(list[0]) {
			hits = append(hits, h)
		}
	}
	return hits
}

// question is what the compiler is asked, with the platform's facts about
// objects that calls give back.
func question(t *testing.T, p *platform.Platform, files []string) []byte {
	t.Helper()
	factories, methods := map[string]string{}, map[string][]string{}
	for _, factory := range p.Factories() {
		factories[factory], _ = p.FactoryType(factory)
	}
	for _, c := range p.Capabilities() {
		if c.Match.ObjectType != "" && plain(c) {
			methods[c.Match.ObjectType] = append(methods[c.Match.ObjectType], c.Match.Member)
		}
	}
	data, err := json.Marshal(map[string]any{"files": files, "factories": factories, "methods": methods})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// plain reports whether a capability stands for every use of its member.
func plain(c *platform.Capability) bool {
	return c.Match.Option == "" && (c.On(platform.MiniProgram) || c.On(platform.Plugin))
}

// ours lists the requests that the module found in scripts.
func ours(p *Project, dir string) []hit {
	var hits []hit
	for _, r := range p.Requests {
		if !plain(r.Capability) || r.Capability.Kind != platform.API && r.Form != StringScope {
			continue
		}
		switch r.Form {
		case Direct, Alias, Reference, Promisified, DynamicLiteral, StringScope:
			h := hit{File: filepath.Join(dir, filepath.FromSlash(r.File.Path)), Member: r.Capability.Match.Member, Form: r.Form}
			if kind := r.Capability.Match.ObjectType; kind != "" {
				h.Member = kind + "." + h.Member
			}
			if r.Form == StringScope {
				h.Member = r.Scope
			}
			at := r.File.Position(r.Range.Start)
			h.Line, h.Column = at.Line, at.UTF16
			hits = append(hits, h)
		}
	}
	return hits
}

// difference returns what of a is not in b, each as often as it is missing.
func difference(a, b []hit) []hit {
	left := map[hit]int{}
	for _, h := range b {
		left[h]++
	}
	var out []hit
	for _, h := range a {
		if left[h]--; left[h] < 0 {
			out = append(out, h)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].String() < out[j].String() })
	return out
}
