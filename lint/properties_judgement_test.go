package lint_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/rule"
)

// ofAbsence are the rules that one more request may silence, as each speaks of
// something that nothing asks for or does.
var ofAbsence = []string{
	"permission-unused", "private-info-unused", "optional-unused", // the entry has a use now
	"draft-picker-suffices", // something writes what the permission is for
	"suppression-unused",    // the suppression has something to hide
}

// once are the rules whose one finding stands at the first of several places.
var once = []string{"private-info-undeclared", "purpose-missing", "location-category-gate", "background-mode-mismatch"}

// placeOrRule is where a finding stands, or only its rule where another request
// may come first.
func placeOrRule(f *rule.Finding) string {
	if slices.Contains(once, f.Rule) {
		return f.Rule
	}
	return places([]*rule.Finding{f})[0]
}

// calls are the interfaces of a platform, written as calls.
func calls(p *platform.Platform) (out []string) {
	for _, c := range p.Capabilities() {
		if c.Kind == platform.API && c.Match.ObjectType == "" && c.Match.Option == "" && c.Match.Member != "" && c.On(platform.MiniProgram) {
			out = append(out, p.Object+"."+c.Match.Member+"({ fail() {} })\n")
		}
	}
	return out
}

// propertyMoreRequests: one more request, in a file of its own or behind
// others, removes no finding but of ofAbsence.
func propertyMoreRequests(t *testing.T, all []program) {
	r := rand.New(rand.NewPCG(3, 3))
	found := 0
	for _, p := range all {
		root := filepath.ToSlash(filepath.Dir(mainFile(p)))
		for _, name := range []string{"0-more.js", "zz-more.js"} {
			more := filepath.ToSlash(filepath.Join(root, name))
			put(t, p.dir, more, "")
			p.files[more] = ""
		}
		before := p.lint(t, lint.Options{}, nil)
		found += len(before)
		want := count(before, placeOrRule)
		for _, one := range platform.All() {
			for range 2 {
				list := calls(one)
				call := list[r.IntN(len(list))]
				for _, file := range scriptsOf(p) {
					after := count(p.lint(t, lint.Options{}, func(name, text string) string {
						if name == file {
							return text + "\n;" + call
						}
						return text
					}), placeOrRule)
					for _, gone := range lost(want, after) {
						if !slices.ContainsFunc(ofAbsence, func(id string) bool { return strings.HasSuffix(gone, " "+id) }) {
							t.Errorf("%s: %s in %s removes %s", p.name, strings.TrimSpace(call), file, gone)
						}
					}
				}
			}
		}
	}
	enough(t, found)
}

// mainFile is a manifest of a program.
func mainFile(p program) string {
	for _, name := range []string{"app.json", "game.json", "plugin.json", "manifest.json", "app.config.ts", "app.config.js", "app.mpx", "app.wpy", "app.js"} {
		for file := range p.files {
			if filepath.Base(file) == name {
				return file
			}
		}
	}
	return "app.json"
}

// scriptsOf are the files of a program that end with a statement.
func scriptsOf(p program) (out []string) {
	for name := range p.files {
		if ext := filepath.Ext(name); (ext == ".js" || ext == ".ts") && !strings.Contains(name, "config") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// ofSurplus is the rule that a wider allowance may set off, as it speaks of
// something that is no longer needed.
const ofSurplus = "optional-unused"

// ofAllowance are the rules that say, at one place, that data is outside of the
// allowance: which of them does may change with it.
var ofAllowance = []string{"scope-beyond-category", "scope-conditional", "sensitive-identity"}

// weights are the weights of findings by place and rule, the highest of those
// of ofAllowance. What is said of the config, whose text changes, has no place.
func weights(findings []*rule.Finding) map[string]int {
	out := map[string]int{}
	for _, f := range findings {
		key := places([]*rule.Finding{f})[0]
		switch {
		case f.Rule == ofSurplus:
			continue
		case filepath.Base(f.File.Path) == ".mplint.json":
			key = f.File.Path + f.Rule
		case slices.Contains(ofAllowance, f.Rule):
			key, _ = strings.CutSuffix(key, f.Rule)
			key += f.Platform + " allowance"
		}
		out[key] = max(out[key], f.Severity.Weight())
	}
	return out
}

// propertyWiderAllowance: one more category, all services and data that is
// declared optional add no finding but of the rule ofSurplus, nor make one weigh more.
// Suppressions are left aside: one that hides scope-beyond-category does not hide
// the scope-conditional that comes in its place.
func propertyWiderAllowance(t *testing.T, all []program) {
	r := rand.New(rand.NewPCG(4, 4))
	found, fewer := 0, 0
	for _, p := range all {
		narrow := fmt.Sprint(1 + r.IntN(39))
		before := weights(p.lint(t, lint.Options{Categories: []string{narrow}, NoSuppress: true}, nil))
		found += len(before)
		widen := func(what string, o lint.Options, edit func(name, text string) string) {
			o.NoSuppress = true
			after := weights(p.lint(t, o, edit))
			if len(lost(before, after)) > 0 {
				fewer++
			}
			for _, added := range lost(after, before) {
				t.Errorf("%s, category %s: %s adds %s", p.name, narrow, what, added)
			}
		}
		for range 3 {
			other := fmt.Sprint(1 + r.IntN(39))
			widen("category "+other, lint.Options{Categories: []string{narrow, other}}, nil)
		}
		widen("all services", lint.Options{Categories: []string{narrow}}, configured(func(config map[string]any) {
			config["services"] = categories.Services(categories.All())
		}))
		types := categories.DataTypes()
		widen("optional data", lint.Options{Categories: []string{narrow}}, configured(func(config map[string]any) {
			optional, _ := config["optional"].(map[string]any)
			if optional == nil {
				optional = map[string]any{}
				config["optional"] = optional
			}
			for range 5 {
				if id := types[r.IntN(len(types))].ID; optional[id] == nil {
					optional[id] = map[string]string{"purpose": "a"}
				}
			}
		}))
	}
	enough(t, found)
	if fewer < 100 {
		t.Errorf("the allowance was wider %d times only", fewer)
	}
}

// configured edits the configs of a program.
func configured(edit func(config map[string]any)) func(name, text string) string {
	return func(name, text string) string {
		var config map[string]any
		if filepath.Base(name) != ".mplint.json" || json.Unmarshal([]byte(text), &config) != nil {
			return text
		}
		edit(config)
		out, err := json.Marshal(config)
		if err != nil {
			return text
		}
		return string(out)
	}
}
