package rule_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestOffers checks which fixes are offered, and which of them only after a
// look.
func TestOffers(t *testing.T) {
	page := "Page({ a() { wx.chooseAddress() } })"
	for _, tt := range []struct{ name, app, script, want string }{
		{"used", `{"pages": ["p"]}`, page, "private-info-undeclared safe add \"chooseAddress\" to `requiredPrivateInfos`"},
		{"unused", `{"pages": ["p"], "requiredPrivateInfos": ["choosePoi"]}`, "", `private-info-unused safe remove "choosePoi"`},
		{"unused beside a plug-in", `{"pages": ["p"], "requiredPrivateInfos": ["choosePoi"], "plugins": {"m": {"version": "1.0.0", "provider": "wx0123456789abcdef"}}}`, "", `private-info-unused unsafe remove "choosePoi"`},
		{"misspelt and used", `{"pages": ["p"], "requiredPrivateInfos": ["chooseAdress"]}`, page, `unknown-private-info safe write "chooseAddress"`},
		{"misspelt and not used", `{"pages": ["p"], "requiredPrivateInfos": ["chooseAdress"]}`, "", `unknown-private-info unsafe write "chooseAddress"`},
		{"misspelt beside the right one", `{"pages": ["p"], "requiredPrivateInfos": ["chooseAddress", "chooseAdress"]}`, page, `unknown-private-info safe remove "chooseAdress": "chooseAddress" is listed too`},
		{"no such name", `{"pages": ["p"], "requiredPrivateInfos": ["getUserProfile"]}`, "", `unknown-private-info unsafe remove "getUserProfile"`},
		{"a list that is none", `{"pages": ["p"], "requiredPrivateInfos": "chooseAddress"}`, page, ""},
		{"scope", `{"pages": ["p"], "permission": {"userLocation": {"desc": "门店"}}}`, "", "unknown-scope safe write `scope.userLocation`"},
		{"scope far from any", `{"pages": ["p"], "permission": {"scope.locations": {"desc": "门店"}}}`, "", ""},
		{"scope that is there already", `{"pages": ["p"], "permission": {"scope.userlocation": {}, "scope.userLocation": {"desc": "门店"}}}`, "", ""},
		{"scope that is not read there", `{"pages": ["p"], "permission": {"scope.recrod": {"desc": "留言"}}}`, "", ""},
		{"scope in code", `{"pages": ["p"]}`, "wx.authorize({ scope: 'scope.recrod' })", "unknown-scope safe write `scope.record`"},
		{"scope by a name", `{"pages": ["p"]}`, "const s = 'scope.recrod'\nwx.authorize({ scope: s })", ""},
		{"keys to merge", `{"pages": ["p"], "window": {"a": 1}, "window": {"b": 1}}`, "", `duplicate-key unsafe remove the first "window", which has no effect`},
		{"a comment in what would go", "{\"pages\": [\"p\"], \"style\": /* c */ \"v1\", \"style\": \"v2\"}", "", `duplicate-key unsafe remove the first "style", which has no effect`},
		{"byte order mark", "\uFEFF{\"pages\": [\"p\"]}", "", "json-not-strict safe remove the byte order mark"},
		{"broken", `{"pages": ["p"], "a": 1, "a": 2, "requiredPrivateInfos": [}`, page, ""},
	} {
		dir := t.TempDir()
		write(t, dir, "app.json", []byte(tt.app))
		write(t, dir, "p.js", []byte(tt.script))
		write(t, dir, "p.wxml", []byte("<view/>"))
		var got []string
		for _, f := range run(t, dir).Findings {
			for _, fix := range f.Fixes {
				safe := map[bool]string{true: "safe", false: "unsafe"}[fix.Safe]
				got = append(got, fmt.Sprintf("%s %s %s", f.Rule, safe, fix.Title.En))
			}
		}
		if got := strings.Join(got, "\n"); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}
