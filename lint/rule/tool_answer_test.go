package rule_test

import (
	"strings"
	"testing"
)

// TestToolAnswers checks the words of the developer tool that findings about
// a manifest quote.
func TestToolAnswers(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "app.json", []byte(`{
		"pages": ["pages/index/index"],
		"permission": { "scope.record": { "desc": "录制语音留言" }, "scope.userlocation": {}, "scope.userLocation": {}, "scope.userLocationBackground": {} },
		"requiredPrivateInfos": ["getFuzzyLocation", "getLocation"]
	}`))
	want := map[string]string{
		"permission-ineffective scope.record":          `无效的 app.json permission["scope.record"]`,
		"unknown-scope scope.userlocation":             `无效的 app.json permission["scope.userlocation"]`,
		"purpose-missing scope.userLocation":           "… 不能为空",
		"purpose-missing scope.userLocationBackground": "",
		"location-conflict ":                           "requiredPrivateInfos … 与 … 互斥",
	}
	for _, f := range run(t, dir).Findings {
		text, ok := want[f.Rule+" "+f.Scope]
		if !ok {
			continue
		}
		delete(want, f.Rule+" "+f.Scope)
		switch {
		case text == "" && len(f.Gates) > 0:
			t.Errorf("%s %s: gates %v", f.Rule, f.Scope, f.Gates)
		case text != "" && (len(f.Gates) != 1 || f.Gates[0].Text != text || f.Gates[0].By != "wechat-devtools"):
			t.Errorf("%s %s: gates %v, want %s", f.Rule, f.Scope, f.Gates, text)
		case !strings.Contains(f.Why.Zh, text) || !strings.Contains(f.Why.En, text):
			t.Errorf("%s %s: the reason does not quote %s", f.Rule, f.Scope, text)
		}
	}
	if len(want) > 0 {
		t.Errorf("no finding for %v", want)
	}
}

// TestNoToolAnswerOnAlipay: the words are those of WeChat's tool.
func TestNoToolAnswerOnAlipay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "app.json", []byte(`{ "pages": ["pages/index/index"], "permission": { "scope.camera": {}, "scope.werun": { "desc": "记步" } } }`))
	write(t, dir, "pages/index/index.axml", []byte("<view/>"))
	findings := run(t, dir).Findings
	for _, f := range findings {
		if len(f.Gates) > 0 {
			t.Errorf("%s: gates %v", f.Rule, f.Gates)
		}
	}
	if len(findings) == 0 {
		t.Error("no findings at all")
	}
}
