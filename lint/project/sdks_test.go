package project

import "testing"

func TestPackageOf(t *testing.T) {
	for pkg, want := range map[string]string{
		"miniprogram_npm/umtrack-wx":             "umtrack-wx",
		"miniprogram_npm/@tencentcloud/chat":     "@tencentcloud/chat",
		"a/node_modules/b/node_modules/tim-wx":   "tim-wx",
		"sub/uni_modules/x":                      "x",
		"vendor/umtrack-wx":                      "",
		"miniprogram_npm":                        "",
		"":                                       "",
		"utils/qqmap-wx-jssdk.min.js":            "",
		"not_miniprogram_npm/umtrack-wx/more/of": "",
	} {
		if got := packageOf(pkg); got != want {
			t.Errorf("%s: have %q, want %q", pkg, got, want)
		}
	}
}

// TestCopiedSDKIsNotOwn loads a program with an SDK's file among its own.
func TestCopiedSDKIsNotOwn(t *testing.T) {
	dir := plant(t, `
-- app.json --
{ "pages": ["index"] }
-- app.js --
import 'fundebug-wxjs'
wx.getLocation()
-- utils/amap-wx.130.js --
wx.getLocation()
-- utils/fundebug.1.min.js --
wx.getSystemInfo()
`)
	p := load(t, dir, LoadOptions{})[0]
	origins := map[string]string{}
	for _, r := range p.Requests {
		origins[r.File.Path] = string(r.Origin) + " " + r.Package
	}
	for path, want := range map[string]string{
		"app.js": "own ", "utils/amap-wx.130.js": "dependency amap", "utils/fundebug.1.min.js": "dependency fundebug",
	} {
		if origins[path] != want {
			t.Errorf("%s: origin %q, want %q", path, origins[path], want)
		}
	}
	if len(p.SDKs) != 2 || p.SDKs[0].SDK.ID != "fundebug" || p.SDKs[0].File.Path != "app.js" || p.SDKs[0].Package != "fundebug" {
		t.Errorf("SDKs: %+v", p.SDKs)
	}
}

func TestPlugins(t *testing.T) {
	dir := plant(t, `
-- app.json --
{ "pages": ["index"],
  "plugins": {
    "chooser": { "version": "1", "provider": "wx76a9a06e5b4e693e" },
    "own": { "version": "dev", "provider": "wx00000000000000aa" },
    "built": { "version": "*", "provider": "{{currentPluginId}}" } },
  "subpackages": [ { "plugins": { "other": { "provider": "wx00000000000000bb" } } } ] }
-- index.js --
`)
	p := load(t, dir, LoadOptions{})[0]
	got := ""
	for _, use := range p.Plugins() {
		got += use.Name + " "
		if fuzzy := use.MayUse("scope.userFuzzyLocation"); fuzzy == (use.Name == "chooser") {
			t.Errorf("%s may use the approximate location: %v", use.Name, fuzzy)
		}
		if !use.MayUse("scope.userLocation") {
			t.Errorf("%s may not use the location", use.Name)
		}
	}
	if got != "chooser built other " {
		t.Errorf("plug-ins: %s", got)
	}
	check(t, unresolved([]*Project{p}), "plugin-placeholder 5:44-5:65 {{currentPluginId}}")
}
