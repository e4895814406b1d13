package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

var update = flag.Bool("update", false, "write the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

// text is what a format makes of a result, twice the same.
func text(t *testing.T, format Format, r *lint.Result, o Options) []byte {
	t.Helper()
	var first, second bytes.Buffer
	if err := format(&first, r, o); err != nil {
		t.Fatal(err)
	}
	if err := format(&second, r, o); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("two runs differ:\n%s\n%s", first.Bytes(), second.Bytes())
	}
	return first.Bytes()
}

const manifestText = `{"permission": {"scope.userLocation": {"desc": "用于显示附近的门店"}}}`

const scriptText = "Page({\n\tonTap() { // 点击“附近”\n\t\tconst 位置 = wx.getLocation({ type: 'gcj02' })\n\t\twx.chooseMedia({})\n\t\twx.login()\n\t}\n})\n"

func span(f *source.File, mark string) source.Range {
	start := strings.Index(string(f.Data), mark)
	return source.Range{Start: start, End: start + len(mark)}
}

// fixture is a small result with one finding of each severity and everything
// that a finding can carry.
func fixture(t *testing.T) *lint.Result {
	app := &source.File{Path: "shop/app.json", Data: []byte(manifestText)}
	page := &source.File{Path: "shop/pages/index.js", Data: []byte(scriptText)}
	near := source.Range{Start: 0, End: 1}
	findings := []*rule.Finding{
		{
			Rule: "purpose-boilerplate", Severity: rule.Info, Confidence: rule.Medium,
			File: app, Range: span(app, `"用于显示附近的门店"`), Pointer: "/permission/scope.userLocation/desc",
			Message: rule.Both("the purpose says little", "用途说明过于笼统"),
			Project: "shop", Platform: "wechat", Origin: "own", Scope: "scope.userLocation", Fingerprint: "00aa",
		},
		{
			Rule: "scope-beyond-category", Severity: rule.Error, Confidence: rule.High, File: page, Range: span(page, "wx.getLocation"),
			Message: rule.Both("`wx.getLocation` asks for precise location, which is not in the necessary set of category 7 \"Food ordering and delivery\"", "`wx.getLocation` 收集精准位置，不属于第 7 类“餐饮外卖类”的必要个人信息"),
			Why:     rule.Both("Article 5, item 7 lists a phone number, a recipient and payment information. Users may refuse anything beyond that.", "第五条第（七）项所列必要个人信息不含位置，用户可以拒绝提供，且仍应能使用基本功能服务。"),
			Help:    rule.Both("use `wx.chooseAddress`, or declare it optional", "改用 `wx.chooseAddress`，或声明为可选"),
			Project: "shop", Platform: "wechat", Capability: "wx.getLocation", Scope: "scope.userLocation", Request: platform.Prompt,
			DataTypes: []string{"location-precise"}, Categories: []string{"food-delivery"}, Origin: "own", Link: "https://example.com/getLocation",
			Citations: []rule.Citation{{ID: "cac-2021", Article: "5(7)"}, {ID: "cac-2021", Article: "4"}},
			Gates:     []rule.Gate{{By: "wechat-upload", Code: "61040"}},
			Related: []rule.Related{
				{File: app, Range: near, Message: rule.Both("declared here", "在此声明")}, {File: page, Range: near, Message: rule.Both("first", "一")},
				{File: page, Range: near}, {File: page, Range: near}, {File: page, Range: near},
			},
			Fixes: []rule.Fix{
				{Title: rule.Both("drop the call", "删除该调用"), Edits: []source.Edit{{File: page, Range: span(page, "wx.login()")}}},
				{Title: rule.Both("reword it", "改写"), Safe: true, Edits: []source.Edit{
					{File: page, Range: span(page, "Page"), NewText: "页"}, {File: app, Range: near, NewText: "{\n"},
				}},
			},
			Fingerprint: "11bb",
		},
		{
			Rule: "scope-beyond-category", Severity: rule.Warning, Confidence: rule.High, File: page, Range: span(page, "wx.chooseMedia"),
			Message: rule.Both("`wx.chooseMedia` asks for photos or videos", "`wx.chooseMedia` 收集照片或视频"),
			Project: "shop", Platform: "wechat", Origin: "own", Unreachable: true, Fingerprint: "22cc",
		},
	}
	return &lint.Result{
		Projects: []*lint.Project{fixtureProject(t, app, page)}, Findings: findings, Suppressed: 2, Files: 5, Baselined: 3, Stale: []lint.Stale{{Path: "mplint-baseline.json", Findings: 2}},
		Skipped: []project.Skip{{Path: "shop/big.js", Reason: "too-large", Detail: "9 MB"}, {Path: "shop/a.js", Reason: "symlink"}, {Path: "shop/b.js", Reason: "symlink"}},
	}
}

func fixtureProject(t *testing.T, app, page *source.File) *lint.Project {
	food, _ := categories.ByNumber(7)
	request := func(name, mark string, more project.Request) *project.Request {
		c, ok := platform.WeChat.ByName(name)
		if !ok {
			t.Fatalf("no capability %s", name)
		}
		more.Capability, more.File, more.Range, more.DataTypes = c, page, span(page, mark), c.DataTypes
		more.Scope = c.ScopeName()
		if more.Form == "" {
			more.Form = project.Direct
		}
		if more.Origin == "" {
			more.Origin, more.Reachable = project.Own, true
		}
		return &more
	}
	return &lint.Project{
		Project: &project.Project{
			Root: "shop", Platform: platform.WeChat, Surface: platform.MiniProgram, Framework: "native",
			ManifestPath: app.Path, Manifest: manifest.Parse(app), Files: 5,
			Requests: []*project.Request{
				request("wx.getLocation", "wx.getLocation", project.Request{}),
				request("wx.getLocation", "位置", project.Request{Form: project.Alias}),
				request("wx.getLocation", "Page", project.Request{Origin: project.Dependency, Package: "miniprogram_npm/map"}),
				request("wx.chooseMedia", "wx.chooseMedia", project.Request{}),
				request("wx.chooseAddress", "onTap", project.Request{}),
				request("wx.login", "wx.login", project.Request{}),
			},
		},
		Config: &config.Config{
			Categories: []*categories.Category{food},
			Optional:   []config.Optional{{Name: "album", Purpose: "reviews with pictures"}},
		},
		CategorySource: ".mplint.json",
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// full is the fixture with everything that an inventory can hold besides.
func full(t *testing.T) *lint.Result {
	r := fixture(t)
	j := r.Projects[0]
	form := &source.File{Path: "shop/pages/form.wxml", Data: []byte("<input placeholder=\"姓名\"/>\n<input placeholder=\"=1+1\"/>\n")}
	j.Fields = []*project.Field{
		{Label: "姓名", DataType: "name", File: form, Range: span(form, "姓名"), Reachable: true},
		{Label: "=1+1|<b>", DataType: "gender", File: form, Range: span(form, "=1+1"), Reachable: true},
	}
	sdk, ok := platform.WeChat.SDKByPackage("umtrack-wx")
	if !ok {
		t.Fatal("no such SDK")
	}
	j.SDKs = []project.SDKUse{{SDK: sdk, File: form}}
	j.Packages = map[string]string{"miniprogram_npm/map": "1.4.0"}
	plugins := &source.File{Path: "shop/app.json", Data: []byte(`{"permission": {"scope.userLocation": {"desc": "用于显示附近的门店"}}, "plugins": {"chat": {"version": "1.0.0", "provider": "wx0123456789abcdef"}}}`)}
	j.Manifest = manifest.Parse(plugins)
	return r
}
