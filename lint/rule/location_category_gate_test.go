package rule_test

import (
	"strings"
	"testing"
)

// TestGateAlternatives checks that the help names what is open to the category
// and nothing else: a restaurant gets a single fix, but no stream of them.
func TestGateAlternatives(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".mplint.json", []byte(`{ "category": "餐饮服务/餐饮服务场所/餐饮服务管理企业" }`))
	write(t, dir, "app.json", []byte(`{ "pages": ["pages/index/index"], "requiredPrivateInfos": ["onLocationChange"] }`))
	write(t, dir, "pages/index/index.js", []byte("wx.onLocationChange(() => {})"))
	for _, f := range run(t, dir).Findings {
		if f.Rule != "location-category-gate" {
			continue
		}
		if help := f.Help.Zh; !strings.Contains(help, "`wx.getLocation`") || !strings.Contains(help, "`wx.chooseLocation`") || strings.Contains(help, "LocationUpdate") || strings.Contains(help, "`wx.onLocationChange`") {
			t.Errorf("help: %s", help)
		}
		if len(f.Citations) != 2 || f.Citations[0].ID != "wechat-on-location-change" || len(f.Gates) != 1 || f.Gates[0].Code != "61040" {
			t.Errorf("citations %v, gates %v", f.Citations, f.Gates)
		}
		return
	}
	t.Error("no finding")
}
