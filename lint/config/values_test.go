package config

import (
	"reflect"
	"strings"
	"testing"
)

func TestCategories(t *testing.T) {
	tests := []struct{ text, slugs, wechat string }{
		{`"food-delivery"`, "food-delivery", ""},
		{`7`, "food-delivery", ""},
		{`"7"`, "food-delivery", ""},
		{`"餐饮外卖"`, "food-delivery", ""},
		{`"餐饮外卖类"`, "food-delivery", ""},
		{`["news", 7]`, "news food-delivery", ""},
		{`["food-delivery", 7, "餐饮外卖"]`, "food-delivery", ""},
		{`"餐饮服务/外卖平台"`, "food-delivery", "餐饮服务/外卖平台"},
		{`"餐饮服务 > 外卖平台"`, "food-delivery", "餐饮服务/外卖平台"},
		{`[]`, "", ""},
	}
	for _, test := range tests {
		cfg, err := parse(`{"category": ` + test.text + `}`)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		var slugs []string
		for _, c := range cfg.Categories {
			slugs = append(slugs, c.Slug)
		}
		if got := strings.Join(slugs, " "); got != test.slugs || cfg.PlatformCategory["wechat"] != test.wechat {
			t.Errorf("%s: got %q and WeChat path %q", test.text, got, cfg.PlatformCategory["wechat"])
		}
	}
}

// TestPlatformCategoryWins: what the config says outright counts more than the
// path that "category" happens to be, in either order.
func TestPlatformCategoryWins(t *testing.T) {
	category, platform := `"category": "餐饮服务/外卖平台"`, `"platformCategory": {"wechat": "餐饮服务/点餐平台"}`
	for _, text := range []string{category + "," + platform, platform + "," + category} {
		cfg, err := parse("{" + text + "}")
		if err != nil || cfg.PlatformCategory["wechat"] != "餐饮服务/点餐平台" {
			t.Errorf("%s: got %v, %v", text, cfg, err)
		}
	}
}

const everything = "\ufeff" + `{
  // all keys, with comments and trailing commas
  "$schema": "https://example.com/schema.json",
  "category": "car-services",
  "services": ["etc"],
  "optional": { /* one */
    "location-precise": { "purpose": "附近门店", "pages": ["pages/nearby/*"] },
    "scope.record": { "purpose": "voice search" },
    "wx.chooseMedia": { "purpose": "reviews" },
  },
  "platformCategory": { "wechat": "餐饮服务/外卖平台", "alipay": "美食" },
  "subject": "enterprise",
  "memberFields": ["mobile", "user_name"],
  "rules": { "purpose-missing": "off" },
  "ignore": [{ "rule": "private-info-unused", "path": "**/app.json", "pointer": "/a/2", "reason": "r", "until": "2027-01-01" }],
  "exclude": ["legacy/**"],
  "lang": "zh",
  "rulebook": "draft-2026",
  "baseline": "base.json",
}`

func TestEveryKey(t *testing.T) {
	cfg, err := parse(everything)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cfg.Optional {
		cfg.Optional[i].Range = cfg.Optional[0].Range
	}
	at := cfg.Optional[0].Range
	if got := cfg.File.Text(at); got != `"location-precise"` {
		t.Errorf("the first optional stands at %s", got)
	}
	if e := cfg.Ignore[0]; !strings.HasPrefix(cfg.File.Text(e.Range), `{ "rule"`) {
		t.Errorf("the ignore entry stands at %s", cfg.File.Text(e.Range))
	}
	want := &Config{
		File: cfg.File, Categories: cfg.Categories, Services: []string{"etc"},
		Optional: []Optional{
			{"location-precise", "附近门店", []string{"pages/nearby/*"}, at, "/optional/location-precise"},
			{"scope.record", "voice search", nil, at, "/optional/scope.record"},
			{"wx.chooseMedia", "reviews", nil, at, "/optional/wx.chooseMedia"},
		},
		PlatformCategory: map[string]string{"wechat": "餐饮服务/外卖平台", "alipay": "美食"},
		Subject:          "enterprise",
		MemberFields:     []string{"mobile", "user_name"},
		Rules:            map[string]string{"purpose-missing": "off"},
		Ignore: []Ignore{{
			Rule: "private-info-unused", Path: "**/app.json", JSONPointer: "/a/2", Reason: "r", Until: "2027-01-01",
			Range: cfg.Ignore[0].Range, Pointer: "/ignore/0",
		}},
		Exclude: []string{"legacy/**"}, Lang: "zh", Rulebook: "draft-2026", Baseline: "base.json",
	}
	if !reflect.DeepEqual(cfg, want) {
		t.Errorf("got  %+v\nwant %+v", cfg, want)
	}
	for key := range fields {
		if !strings.Contains(everything, `"`+key+`"`) {
			t.Errorf("the test does not cover the key %q", key)
		}
	}
}

func TestTemplateIsAConfig(t *testing.T) {
	cfg, err := parse(Template("news"))
	if err != nil || len(cfg.Categories) != 1 || cfg.Categories[0].Slug != "news" {
		t.Errorf("got %+v, %v", cfg, err)
	}
}

func TestNearest(t *testing.T) {
	words := []string{"lint", "init", "rules", "categories"}
	for name, want := range map[string]string{
		"lnit": "init", "ruels": "rules", "RULES": "rules", "categorys": "categories", "x": "", "banana": "", "": "",
	} {
		if got := strings.Join(Nearest(name, words), " "); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// TestServicePaths: a program may hold several service categories.
func TestServicePaths(t *testing.T) {
	cfg, err := parse(`{"category": ["餐饮服务/外卖平台", "news", "生活服务>跑腿"]}`)
	if err != nil || strings.Join(cfg.ServicePaths, " ") != "餐饮服务/外卖平台 生活服务/跑腿" || cfg.PlatformCategory["wechat"] != "餐饮服务/外卖平台" {
		t.Errorf("got %+v, %v", cfg, err)
	}
}
