package rule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

const unreachableTree = `
-- app.json --
{ "pages": ["pages/index/index"] }
-- pages/index/index.wxml --
-- pages/index/index.js --
wx.getLocation()
wx.chooseImage()
-- pages/other.js --
wx.getLocation()
-- miniprogram_npm/kit/one/index.js --
wx.startRecord()
-- miniprogram_npm/kit/two/index.js --
wx.startRecord()
`

// unreachable lints the tree with the requests of some files, or of all for
// "", marked as reached by no page.
func unreachable(t *testing.T, cfg *config.Config, files ...string) []*rule.Finding {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(unreachableTree)).Files {
		write(t, dir, f.Name, f.Data)
	}
	found, err := (&project.Finder{Dir: dir}).Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	p := project.Load(found.Roots[0], found.Roots[0].Platforms[0], project.LoadOptions{Dir: dir})
	for _, r := range p.Requests {
		r.Reachable = !slices.ContainsFunc(files, func(file string) bool { return strings.HasPrefix(r.File.Path, file) })
	}
	tools, _ := categories.ByNumber(38)
	cfg.Categories = []*categories.Category{tools}
	return rule.Run(p, cfg)
}

func weights(findings []*rule.Finding, rules ...string) string {
	var out []string
	for _, f := range findings {
		if slices.Contains(rules, f.Rule) {
			out = append(out, fmt.Sprintf("%s:%d %s %s unreachable=%v", f.File.Path, f.File.Position(f.Range.Start).Line, f.Rule, f.Severity, f.Unreachable))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func TestUnreachableWeighsLess(t *testing.T) {
	cases := []struct {
		name  string
		files []string
		rules map[string]string
		want  string
	}{
		{"everything is reachable", []string{"none"}, nil, `
miniprogram_npm/kit/one/index.js:1 dependency-collects warning unreachable=false
pages/index/index.js:1 private-info-undeclared error unreachable=false
pages/index/index.js:1 purpose-missing warning unreachable=false
pages/index/index.js:1 scope-beyond-category error unreachable=false
pages/index/index.js:2 scope-beyond-category warning unreachable=false
pages/other.js:1 scope-beyond-category error unreachable=false`},
		{"nothing is", []string{""}, nil, `
miniprogram_npm/kit/one/index.js:1 dependency-collects info unreachable=true
pages/index/index.js:1 private-info-undeclared warning unreachable=true
pages/index/index.js:1 purpose-missing info unreachable=true
pages/index/index.js:1 scope-beyond-category warning unreachable=true
pages/index/index.js:2 scope-beyond-category info unreachable=true
pages/other.js:1 scope-beyond-category warning unreachable=true`},
		{"a finding for several places takes one that is reachable", []string{"pages/index/", "miniprogram_npm/kit/one/"}, nil, `
miniprogram_npm/kit/two/index.js:1 dependency-collects warning unreachable=false
pages/index/index.js:1 scope-beyond-category warning unreachable=true
pages/index/index.js:2 scope-beyond-category info unreachable=true
pages/other.js:1 private-info-undeclared error unreachable=false
pages/other.js:1 purpose-missing warning unreachable=false
pages/other.js:1 scope-beyond-category error unreachable=false`},
		{"the config decides", []string{""}, map[string]string{"scope-beyond-category": "error", "dependency-collects": "warning", "purpose-missing": "off"}, `
miniprogram_npm/kit/one/index.js:1 dependency-collects warning unreachable=true
pages/index/index.js:1 private-info-undeclared warning unreachable=true
pages/index/index.js:1 scope-beyond-category error unreachable=true
pages/index/index.js:2 scope-beyond-category error unreachable=true
pages/other.js:1 scope-beyond-category error unreachable=true`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := weights(unreachable(t, &config.Config{Rules: c.rules}, c.files...),
				"scope-beyond-category", "dependency-collects", "private-info-undeclared", "purpose-missing")
			if want := strings.TrimSpace(c.want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestUnreachableSaysSo: the reason names the lower level exactly where there
// is one, once per finding, and the package says what can be dropped.
func TestUnreachableSaysSo(t *testing.T) {
	for _, rules := range []map[string]string{nil, {"scope-beyond-category": "error"}} {
		for _, f := range unreachable(t, &config.Config{Rules: rules}, "") {
			if f.Capability == "" {
				continue
			}
			en, zh := strings.Count(f.Why.En, "reaches this code"), strings.Count(f.Why.Zh, "用到这段代码")
			lower := strings.HasSuffix(f.Why.En, ", so it weighs one level less.")
			own := rules[f.Rule] != "" || f.Rule == "prefer-coarser-location" || f.Rule == "refusal-unhandled"
			if en != 1 || zh != 1 || lower == own || lower != strings.HasSuffix(f.Why.Zh, "因此降低一级。") {
				t.Errorf("%s: %s\n%s", f.Rule, f.Why.En, f.Why.Zh)
			}
			if f.Rule == "dependency-collects" && (!strings.HasSuffix(f.Message.En, "no page of yours reaches it") ||
				!strings.HasPrefix(f.Help.En, "`miniprogram_npm/kit/one`, `miniprogram_npm/kit/two` can be dropped")) {
				t.Errorf("%s\n%s", f.Message.En, f.Help.En)
			}
		}
	}
}

// TestRelatedOfDependency: further capabilities are related, at most five.
func TestRelatedOfDependency(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".mplint.json", []byte(`{ "category": "utility-tools" }`))
	write(t, dir, "app.json", []byte(`{ "pages": ["a"] }`))
	write(t, dir, "miniprogram_npm/kit/a.js", []byte("wx.getLocation()\nwx.getLocation()\nwx.startLocationUpdate()\nwx.onLocationChange(f)\nwx.authorize({ scope: 'scope.userLocation' })\n"))
	for _, f := range run(t, dir).Findings {
		if f.Rule != "dependency-collects" || !slices.Equal(f.DataTypes, []string{"location-precise"}) {
			continue
		}
		if len(f.Related) == 0 || len(f.Related) > 5 || f.Range.Start != 0 {
			t.Errorf("at %d, related %v", f.Range.Start, f.Related)
		}
		return
	}
	t.Error("no finding")
}

// A form that no page reaches is not reported: nobody fills it in.
func TestUnreachableForm(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "app.json", []byte(`{ "pages": ["a"] }`))
	write(t, dir, "a.wxml", []byte(`<input placeholder="姓名"/>`))
	found, err := (&project.Finder{Dir: dir}).Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	p := project.Load(found.Roots[0], found.Roots[0].Platforms[0], project.LoadOptions{Dir: dir})
	tools, _ := categories.ByNumber(38)
	for _, reachable := range []bool{true, false} {
		p.Fields[0].Reachable = reachable
		got := weights(rule.Run(p, &config.Config{Categories: []*categories.Category{tools}}), "form-beyond-category")
		if (got != "") != reachable {
			t.Errorf("reachable %v: %q", reachable, got)
		}
	}
}
