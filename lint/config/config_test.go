package config

import (
	"errors"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

var known = Known{Rules: []string{"scope-beyond-category", "private-info-unused", "purpose-missing"}}

func parse(text string) (*Config, error) {
	return Parse(&source.File{Path: "dir/.mplint.json", Data: []byte(text)}, known)
}

// TestFaults has the whole text of the error, without the path, for each
// faulty config: one "line:column: message" per fault.
func TestFaults(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown key, near", `{"categry": "news"}`, `1:2: unknown key "categry"; did you mean category?`},
		{"unknown key, far", `{"xyzzyxyzzy": 1}`, `1:2: unknown key "xyzzyxyzzy"; known: $schema, baseline, category, exclude, ignore, lang, memberFields, optional, platformCategory, rulebook, rules, services, subject`},
		{"unknown key in optional", `{"optional": {"album": {"purpos": "x", "purpose": "y"}}}`, `1:25: unknown key "purpos"; did you mean purpose?`},
		{"unknown key in ignore", `{"ignore": [{"rule": "purpose-missing", "paths": "*"}]}`, `1:41: unknown key "paths"; did you mean path?`},
		{"root is no object", `[]`, `1:1: expected an object`},
		{"category of the wrong type", `{"category": true}`, `1:14: a category is a slug, a number or a Chinese name`},
		{"category null", `{"category": null}`, `1:14: a category is a slug, a number or a Chinese name`},
		{"services of the wrong type", `{"services": "etc"}`, `1:14: expected a list of strings`},
		{"element of the wrong type", `{"services": ["etc", 1]}`, `1:22: expected a string`},
		{"optional of the wrong type", `{"optional": ["album"]}`, `1:14: expected an object`},
		{"purpose of the wrong type", `{"optional": {"album": {"purpose": 1}}}`, `1:36: expected a string`},
		{"pages of the wrong type", `{"optional": {"album": {"purpose": "p", "pages": "a/*"}}}`, `1:50: expected a list of globs`},
		{"rules of the wrong type", `{"rules": []}`, `1:11: expected an object`},
		{"severity of the wrong type", `{"rules": {"purpose-missing": 2}}`, `1:31: expected a string`},
		{"ignore of the wrong type", `{"ignore": {}}`, `1:12: expected a list of entries`},
		{"ignore entry of the wrong type", `{"ignore": ["purpose-missing"]}`, `1:13: expected an object`},
		{"ignore rule of the wrong type", `{"ignore": [{"rule": 1}]}`, `1:22: expected a string`},
		{"until of the wrong type", `{"ignore": [{"rule": "purpose-missing", "until": 2027}]}`, `1:50: expected a string`},
		{"baseline of the wrong type", `{"baseline": 1}`, `1:14: expected a string`},
		{"category, near", `{"category": "food-delivry"}`, `1:14: unknown category "food-delivry"; did you mean food-delivery? (` + "`mplint categories --search WORD`" + ` finds one)`},
		{"category, Chinese", `{"category": "网络游"}`, `1:14: unknown category "网络游"; did you mean 网络游戏? (` + "`mplint categories --search WORD`" + ` finds one)`},
		{"category number out of range", `{"category": 40}`, `1:14: unknown category "40" (` + "`mplint categories --search WORD`" + ` finds one)`},
		{"second category", `{"category": ["news", "newz"]}`, `1:23: unknown category "newz"; did you mean news? (` + "`mplint categories --search WORD`" + ` finds one)`},
		{"empty category", `{"category": ""}`, `1:14: unknown category "" (` + "`mplint categories --search WORD`" + ` finds one)`},
		{"rule, near", `{"rules": {"purpose-mising": "off"}}`, `1:12: unknown rule "purpose-mising"; did you mean purpose-missing?`},
		{"rule, far", `{"rules": {"no-console": "off"}}`, `1:12: unknown rule "no-console"; known: scope-beyond-category, private-info-unused, purpose-missing`},
		{"severity", `{"rules": {"purpose-missing": "warn"}}`, `1:31: unknown severity "warn"; known: error, warning, info, off`},
		{"service", `{"services": ["ect"]}`, `1:15: unknown service "ect"; did you mean etc?`},
		{"subject", `{"subject": "company"}`, `1:13: unknown subject "company"; known: enterprise, individual`},
		{"lang", `{"lang": "zh-CN"}`, `1:10: unknown lang "zh-CN"; known: en, zh, auto`},
		{"rulebook", `{"rulebook": "draft-2025"}`, `1:14: unknown rulebook "draft-2025"; did you mean draft-2026?`},
		{"platform", `{"platformCategory": {"weixin": "餐饮服务/外卖平台"}}`, `1:23: unknown platform "weixin"; known: wechat, alipay`},
		{"service category, near", `{"platformCategory": {"wechat": "餐饮服务/外卖平"}}`, `1:33: unknown WeChat service category "餐饮服务/外卖平"; did you mean 餐饮服务/外卖平台 or 餐饮服务/点餐平台?`},
		{"service category, far", `{"platformCategory": {"wechat": "xyzzy"}}`, `1:33: unknown WeChat service category "xyzzy"; write it as the console shows it, or leave it out`},
		{"member field", `{"memberFields": ["mobil"]}`, `1:19: unknown member field "mobil"; did you mean mobile?`},
		{"optional name, data type", `{"optional": {"location-precis": {"purpose": "p"}}}`, `1:15: "location-precis" is no data type, scope or interface; did you mean location-precise or location-track or location?`},
		{"optional name, scope", `{"optional": {"scope.userLocaton": {"purpose": "p"}}}`, `1:15: "scope.userLocaton" is no data type, scope or interface; did you mean scope.userLocation?`},
		{"optional name, interface", `{"optional": {"wx.getLocaton": {"purpose": "p"}}}`, `1:15: "wx.getLocaton" is no data type, scope or interface; did you mean wx.getLocation or my.getLocation?`},
		{"no purpose", `{"optional": {"album": {}}}`, `1:15: optional "album" needs a "purpose": why it is asked for`},
		{"blank purpose", `{"optional": {"album": {"purpose": " "}}}`, `1:15: optional "album" needs a "purpose": why it is asked for`},
		{"ignore without rule", `{"ignore": [{"path": "*"}]}`, `1:13: an entry of "ignore" needs a "rule"`},
		{"date", `{"ignore": [{"rule": "purpose-missing", "until": "2027-02-30"}]}`, `1:50: "2027-02-30" is no date; write YYYY-MM-DD`},
		{"date without zeros", `{"ignore": [{"rule": "purpose-missing", "until": "2027-1-1"}]}`, `1:50: "2027-1-1" is no date; write YYYY-MM-DD`},
		{"glob in exclude", `{"exclude": ["a/[", "b"]}`, `1:14: "a/[" is no valid glob`},
		{"glob in pages", `{"optional": {"album": {"purpose": "p", "pages": ["{a"]}}}`, `1:51: "{a" is no valid glob`},
		{"glob in ignore", `{"ignore": [{"rule": "purpose-missing", "path": "["}]}`, `1:49: "[" is no valid glob`},
		{"syntax", "{\n  \"lang\" \"zh\"\n}", `2:10: syntax error: expected ':' after the key`},
		{"syntax after Chinese text", `{"category": "餐饮外卖" "lang": "zh"}`, `1:21: syntax error: expected ',' or '}'`},
		{"syntax after tabs", "{\n\t\t\"lang\": zh\n}", `2:11: syntax error: expected true, false, null or a string in double quotes`},
		{"syntax after an emoji", `{"category": "🛵" 1}`, `1:18: syntax error: expected ',' or '}'`},
		{"duplicate key", "{\"lang\": \"zh\",\r\n \"lang\": \"en\"}", `2:2: key "lang" stands twice`},
		{"empty file", "", `1:1: the file is empty; write {} at least`},
		{"nothing but a comment", "// later\n", `1:1: the file is empty; write {} at least`},
		{"not UTF-8", "{\"lang\": \"\xff\"}", `1:11: not UTF-8; save the config in that encoding`},
		{"nested too deep", `{"category": ` + strings.Repeat("[", 2000), `1:1013: nested too deep for a config`},
		{"too large", `{"category": "news"` + strings.Repeat(" ", 5<<20), `1:1: too large for a config`},
		{"behind a byte order mark", "\ufeff{\"lag\": \"zh\"}", `1:2: unknown key "lag"; did you mean lang?`},
		{"several at once", "{\n  \"categry\": \"news\",\n  \"lang\": \"de\",\n  \"rules\": { \"purpose-missing\": \"of\" }\n}",
			"2:3: unknown key \"categry\"; did you mean category?\n3:11: unknown lang \"de\"; known: en, zh, auto\n4:33: unknown severity \"of\"; did you mean off?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cfg, err := parse(test.text)
			var faults *Error
			if !errors.As(err, &faults) || cfg != nil {
				t.Fatalf("got %v, %v; want faults only", cfg, err)
			}
			want := "dir/.mplint.json:" + strings.ReplaceAll(test.want, "\n", "\ndir/.mplint.json:")
			if got := err.Error(); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestFaultsInChinese has one fault of each kind.
func TestFaultsInChinese(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"categry": 1}`, `1:2: 未知的键 "categry"；是否想用 category？`},
		{`{"rules": {"no-console": "off"}}`, `1:12: 未知的规则 "no-console"；可用：scope-beyond-category, private-info-unused, purpose-missing`},
		{`{"lang": "de"}`, `1:10: 未知的 lang 取值 "de"；可用：en, zh, auto`},
		{`{"category": "newz"}`, "1:14: 未知的类别 \"newz\"；是否想用 news？（可用 `mplint categories --search 关键词` 查找）"},
		{`{"category": true}`, `1:14: 类别应为 slug、编号或中文名`},
		{`{"lang": 1}`, `1:10: 此处应为字符串`},
		{`{"optional": {"album": {}}}`, `1:15: optional 中的 "album" 缺少 "purpose"：请写明为什么要收集`},
		{`{"lang" "zh"}`, `1:9: 语法错误：键后面缺少冒号`},
		{`{"exclude": ["["]}`, `1:14: "[" 不是有效的 glob`},
	}
	for _, test := range tests {
		_, err := parse(test.text)
		var faults *Error
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", test.text, err)
		} else if got := strings.TrimPrefix(faults.Faults[0].In("zh"), "dir/.mplint.json:"); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}
