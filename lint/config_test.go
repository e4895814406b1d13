package lint_test

import (
	"path/filepath"
	"testing"

	"github.com/mplint/mplint/lint"
)

// monorepo has a config of its own in one of its projects.
const monorepo = `
-- .mplint.json --
{ "category": "utility-tools", "exclude": ["packages/one/old/**"],
  "optional": { "camera-image": { "purpose": "x" }, "nfc": { "purpose": "x" } },
  "ignore": [ { "rule": "duplicate-key", "path": "packages/one/*", "reason": "x" } ] }
-- packages/one/app.json --
{ "pages": ["a"] }
-- packages/one/a.wxml --
-- packages/one/a.js --
wx.startRecord({ fail() {} })
-- packages/one/old/b.js --
wx.startRecord({ fail() {} })
-- packages/two/app.json --
{ "pages": ["a"] }
-- packages/two/a.wxml --
<camera/>
-- packages/two/a.js --
wx.startRecord({ fail() {} })
-- packages/three/app.json --
{ "pages": ["a"] }
-- packages/three/a.js --
wx.startRecord({ fail() {} })
-- packages/three/.mplint.json --
{ "category": "3" }
`

func TestConfigsOfAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	all := run(t, dir, lint.Options{})
	var configs []string
	for _, p := range all.Projects {
		configs = append(configs, p.Root+" "+p.Config.Categories[0].Slug+" "+p.CategorySource)
	}
	check(t, configs, `
packages/one utility-tools .mplint.json
packages/three instant-messaging packages/three/.mplint.json
packages/two utility-tools .mplint.json`)
	check(t, places(all.Findings), `
.mplint.json:2:53-2:58 optional-unused
.mplint.json:3:15-3:83 suppression-unused
packages/one/a.js:1:1-1:15 scope-beyond-category
packages/three/a.js:1:1-1:15 scope-beyond-category
packages/two/a.js:1:1-1:15 scope-beyond-category
packages/two/a.wxml:1:2-1:8 scope-beyond-category`)
	if want := []string{"packages/one/old/b.js excluded"}; len(all.Skipped) != 1 || all.Skipped[0].Path+" "+all.Skipped[0].Reason != want[0] {
		t.Errorf("skipped %v, want %v", all.Skipped, want)
	}
}

// A category by flag makes no second config of the shared one.
func TestCategoryByFlagInAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	all := run(t, dir, lint.Options{Categories: []string{"utility-tools"}})
	for _, p := range all.Projects {
		if p.CategorySource != "flag" || p.Config.Categories[0].Slug != "utility-tools" {
			t.Errorf("%s: %s by %q", p.Root, p.Config.Categories[0].Slug, p.CategorySource)
		}
	}
	check(t, places(all.Findings)[:3], `
.mplint.json:2:53-2:58 optional-unused
.mplint.json:3:15-3:83 suppression-unused
packages/one/a.js:1:1-1:15 scope-beyond-category`)
}

// TestCategoryByFlagReplacesServiceCategory: the service category that the
// config's category was given as goes with it; one that stands by itself stays.
func TestCategoryByFlagReplacesServiceCategory(t *testing.T) {
	for _, test := range []struct{ config, flag, want string }{
		{`{"category": "社交/社区/论坛"}`, "food-delivery", ""},
		{`{"category": ["社交/社区/论坛", "生活服务/跑腿"]}`, "food-delivery", ""},
		{`{"category": "社交/社区/论坛"}`, "餐饮服务/外卖平台", "餐饮服务/外卖平台"},
		{`{"category": 7, "platformCategory": {"wechat": "社交/社区/论坛"}}`, "food-delivery", "社交/社区/论坛"},
		{`{"category": "生活服务/跑腿", "platformCategory": {"wechat": "社交/社区/论坛"}}`, "food-delivery", "社交/社区/论坛"},
		{`{}`, "餐饮服务/外卖平台", "餐饮服务/外卖平台"},
	} {
		dir := plant(t, "\n-- app.json --\n{\"pages\": [\"p\"]}\n-- p.js --\n-- .mplint.json --\n"+test.config+"\n")
		cfg := run(t, dir, lint.Options{Categories: []string{test.flag}}).Projects[0].Config
		if got := cfg.PlatformCategory["wechat"]; got != test.want {
			t.Errorf("%s with %s: got %q, want %q", test.config, test.flag, got, test.want)
		}
		for _, path := range cfg.ServicePaths {
			if path != test.want {
				t.Errorf("%s with %s: the path %q is left", test.config, test.flag, path)
			}
		}
	}
}

// What one project of several leaves unused the others may use.
func TestOneProjectOfAMonorepo(t *testing.T) {
	dir := plant(t, monorepo)
	one := run(t, dir, lint.Options{Paths: []string{"packages/one"}})
	check(t, places(one.Findings), "packages/one/a.js:1:1-1:15 scope-beyond-category")
	given := run(t, dir, lint.Options{Paths: []string{"packages/one"}, ConfigPath: ".mplint.json"})
	check(t, places(given.Findings)[:3], ".mplint.json:2:17-2:31 optional-unused\n.mplint.json:2:53-2:58 optional-unused\n.mplint.json:3:15-3:83 suppression-unused")
	inside := run(t, filepath.Join(dir, "packages", "one", "old"), lint.Options{Paths: []string{".."}})
	check(t, places(inside.Findings), "../a.js:1:1-1:15 scope-beyond-category")
	if len(inside.Skipped) != 1 {
		t.Errorf("the config's exclude is lost from another folder: %v", inside.Skipped)
	}
}

func TestNoConfig(t *testing.T) {
	dir := plant(t, monorepo)
	for _, p := range run(t, dir, lint.Options{NoConfig: true}).Projects {
		if p.Config.File != nil || p.CategorySource != "" {
			t.Errorf("%s has %v", p.Root, p.Config.File)
		}
	}
	for _, p := range run(t, dir, lint.Options{ConfigPath: "packages/three/.mplint.json"}).Projects {
		if p.CategorySource != "packages/three/.mplint.json" {
			t.Errorf("%s has %s", p.Root, p.CategorySource)
		}
	}
}
