package rule

import (
	"testing"

	"github.com/mplint/mplint/lint/platform"
)

// TestRequestSeverity goes through the kinds of request; a manifest entry
// weighs what the interface it names weighs.
func TestRequestSeverity(t *testing.T) {
	tests := []struct {
		platform *platform.Platform
		name     string
		want     Severity
	}{
		{platform.WeChat, "wx.getLocation", Error},
		{platform.WeChat, "wx.chooseMedia", Warning},
		{platform.WeChat, "wx.saveImageToPhotosAlbum", Warning},
		{platform.WeChat, "wx.getClipboardData", Warning},
		{platform.WeChat, "wx.login", Off},
		{platform.WeChat, "scope:scope.record", Error},
		{platform.WeChat, "manifest:app.json#requiredPrivateInfos=getLocation", Error},
		{platform.WeChat, "manifest:app.json#requiredPrivateInfos=chooseAddress", Warning},
		{platform.WeChat, "manifest:app.json#requiredBackgroundModes=location", Error},
		{platform.WeChat, "manifest:app.json#permission.scope.userLocation", Error},
		{platform.WeChat, "manifest:app.json#supportedMaterials", Warning},
		{platform.Alipay, "manifest:app.json#permission.scope.album", Warning},
		{platform.Alipay, "manifest:app.json#permission.scope.record", Error},
		{platform.Alipay, "manifest:preload.json#jsapiPre-getLocation", Error},
		{platform.Alipay, "my.getAuthCode#auth_user", Error},
		{platform.Alipay, "my.getAuthCode#auth_base", Off},
	}
	for _, tt := range tests {
		c, ok := tt.platform.ByName(tt.name)
		if !ok {
			t.Errorf("no capability %s", tt.name)
			continue
		}
		if got := requestSeverity(tt.platform, c); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
