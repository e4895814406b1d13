package lsp

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestHover(t *testing.T) {
	const beyond, within = "is not in the necessary set of category 7 Food", "is in the necessary set of category 7 Food"
	for _, tt := range []struct {
		name, text string
		want       []string // in the hover; none: there is none
	}{
		{"pages/a/a.js", "wx.getLoc|ation()", []string{"**`wx.getLocation`**", "Collects: Precise location, single fix `location-precise`", "Necessary in: 1 Map and navigation (5(1).1)", "Scope: `scope.userLocation`", "Must stand in `requiredPrivateInfos`: `getLocation`", beyond, "](<https://"}},
		{"pages/a/a.js", "wx.choose|Media()", []string{"`album`\n\nNecessary in: none of the 39 categories\n\nMay collect: Camera images and video `camera-image`, when: "}},
		{"pages/a/a.js", "x = 'scope.userIn|fo'", []string{"Status: recycled"}},
		{"pages/a/a.tsx", "x = <Came|ra/>", []string{"**`<camera>`**"}},
		{"pages/a/a.jsx", "x = <Came|ra/>", []string{"**`<camera>`**"}},
		{"pages/a/a.js", "w|x.getLocation()", []string{"**`wx.getLocation`**"}},
		{"pages/a/a.js", "const { getLocation: g } = wx; |g()", []string{"**`wx.getLocation`**"}},
		{"pages/a/a.js", "uni.getLoc|ation()", []string{"**`wx.getLocation`**", beyond}},
		{"pages/a/a.js", "await Taro.getLocation|({})", []string{"**`wx.getLocation`**"}},
		{"pages/a/a.js", "// wx.choose|Address", []string{"**`wx.chooseAddress`**", within}},
		{"pages/a/a.js", "x = 'scope.rec|ord'", []string{"**`scope.record`**", "Interfaces: `wx.", beyond}},
		{"pages/a/a.js", "// mplint-ignore-next-line scope-beyond-cat|egory -- x", []string{"**`scope-beyond-category`**", "/lint/rule/doc/scope-beyond-category.md"}},
		{"pages/a/a.js", "foo.ba|r()", nil},
		{"pages/a/a.js", "my.getLocation|()", nil},
		{"pages/a/a.js", "|", nil},
		{"pages/a/a.wxml", "<cam|era/>", []string{"**`<camera>`**", beyond}},
		{"pages/a/a.wxml", `<button open-type="getPhone|Number">`, []string{"getPhoneNumber", "`phone-number`", within}},
		{"app.json", `{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["choose|Address"] }`, []string{"chooseAddress", within}},
		{"app.json", `{ "pages": ["pages/a/a"], "permission": {"scope.user|Location": {"desc": "x"}} }`, []string{"scope.userLocation", beyond}},
		{".mplint.json", `{ "category": "food-|delivery" }`, []string{"**`food-delivery`** 7", "5(7).1 ", "`phone-number`"}},
		{".mplint.json", `{ "category": "utility-|tools" }`, []string{"Necessary: none (article 5, item 38)"}},
		{".mplint.json", `{ "category": "food-delivery", "optional": {"v|in": {"purpose": "x"}} }`, []string{"Necessary in: 14 Used-car trading (5(14).3) (User acting as seller)"}},
		{".mplint.json", `{ "category": "food-delivery", "optional": {"phone-|number": {"purpose": "x"}} }`, []string{"Necessary in: 2 Ride-hailing (5(2).1), 3 Instant messaging (5(3).1), "}},
		{".mplint.json", `{ "category": "food-delivery", "optional": {"location-pre|cise": {"purpose": "x"}} }`, []string{"**`location-precise`**", "Necessary in: 1 "}},
		{".mplint.json", `{ "category": "food-delivery", "rules": {"json-not-|strict": "off"} }`, []string{"**`json-not-strict`**"}},
	} {
		c := serve(t, food, Options{After: now}, "")
		params, text := c.at(tt.name, tt.text)
		c.open(tt.name, text)
		raw := c.call("textDocument/hover", params)
		var h hover
		if err := json.Unmarshal(raw, &h); err != nil {
			t.Fatal(err)
		}
		if (string(raw) == "null") != (tt.want == nil) {
			t.Errorf("%s: %s", tt.text, raw)
		}
		for _, want := range tt.want {
			if !strings.Contains(h.Contents.Value, want) {
				t.Errorf("%s: no %q in\n%s", tt.text, want, h.Contents.Value)
			}
		}
	}
}

// A client in Chinese reads Chinese, also where the program has no category.
func TestHoverInChinese(t *testing.T) {
	for _, tt := range []struct{ config, want string }{
		{`{ "category": "food-delivery" }`, "不属于第 7 类“餐饮外卖类”（第五条第（7）项）的必要个人信息"},
		{`{}`, "尚未设置类别"},
		{`{ "category": "food-delivery", "optional": { "location-precise": { "purpose": "x" } } }`, "已声明为可选"},
	} {
		c := serve(t, food, Options{After: now}, `{"locale": "zh-CN", "capabilities": {}}`)
		c.open(".mplint.json", tt.config)
		params, text := c.at("pages/a/a.js", "wx.getLoc|ation()")
		c.open("pages/a/a.js", text)
		c.notify("workspace/didChangeWorkspaceFolders", `{"event": {"added": [{"uri": "`+c.uri("")+`"}], "removed": []}}`)
		if got := string(c.call("textDocument/hover", params)); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s", tt.config, got)
		}
	}
}

// TestLanguageOfTheSettings: a client says the language when it starts or later.
func TestLanguageOfTheSettings(t *testing.T) {
	for _, tt := range []struct{ start, later, want string }{
		{`{"capabilities": {}, "initializationOptions": {"lang": "zh"}}`, "", "微信 权限"},
		{`{"capabilities": {}, "initializationOptions": {"mplint": {"lang": "zh"}}}`, "", "微信 权限"},
		{`{"capabilities": {}}`, `{"settings": {"mplint": {"lang": "zh"}}}`, "微信 权限"},
		{`{"capabilities": {}}`, "", "WeChat scope"},
		{`{"capabilities": {}, "initializationOptions": []}`, "", "WeChat scope"},
	} {
		c := serve(t, food, Options{After: now}, tt.start)
		params, text := c.at("pages/a/a.js", "x = 'scope.rec|ord'")
		c.open("pages/a/a.js", text)
		if tt.later != "" {
			c.notify("workspace/didChangeConfiguration", tt.later)
		}
		if got := string(c.call("textDocument/hover", params)); !strings.Contains(got, tt.want) || strings.Contains(got, "Status: active") {
			t.Errorf("%s: %s", tt.start, got)
		}
	}
}
