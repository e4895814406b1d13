package platform

import (
	"strings"
	"testing"
)

func TestNearestScope(t *testing.T) {
	for _, tt := range []struct {
		p          *Platform
		name, want string
	}{
		{WeChat, "scope.userlocation", "scope.userLocation"},
		{WeChat, "scope.userLoaction", "scope.userLocation"},
		{WeChat, "userLocation", "scope.userLocation"},
		{WeChat, "scope.writePhotoAlbum", "scope.writePhotosAlbum"},
		{WeChat, "something else entirely", ""},
		{WeChat, "", ""},
		{Alipay, "scope.userlocation", "scope.userLocation"},
		{Alipay, "auth_users", "auth_user"},
		{Alipay, "phonenumber", "phoneNumber"},
	} {
		if have := tt.p.NearestScope(tt.name); have != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.p.ID, tt.name, have, tt.want)
		}
	}
	if have := WeChat.NearestPrivateInfo("getFuzyLocation"); have != "getFuzzyLocation" {
		t.Errorf("getFuzyLocation: %q", have)
	}
}

func TestNearest(t *testing.T) {
	for _, tt := range []struct {
		p     *Platform
		name  string
		limit int
		want  string
	}{
		{WeChat, "wx.getlocation", 1, "wx.getLocation"},
		{WeChat, "getLocaton", 1, "wx.getLocation"},
		{Alipay, "getPhoneNumbr", 1, "my.getPhoneNumber"},
		{WeChat, "component:camra", 1, "component:camera"},
		{WeChat, "scope.recrod", 1, "scope.record"},
		{WeChat, "wx.getSystemInfoSyn", 2, "wx.getSystemInfoSync wx.getSystemInfoAsync"},
		{WeChat, "位置", 3, ""},
	} {
		if have := strings.Join(tt.p.Nearest(tt.name, tt.limit), " "); have != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.p.ID, tt.name, have, tt.want)
		}
	}
}

// A third of the letters may differ, whichever name is longer.
func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		query, name string
		edits       int
		ok          bool
	}{
		{"recrod", "record", 2, true}, {"record", "recordss", 2, true}, {"record", "reco", 2, true}, {"Record", "record", 0, true},
		{"record", "recalls", 4, false}, {"reco", "record", 0, false}, {"record", "rec", 0, false},
	} {
		if edits, ok := distance(tt.query, tt.name); edits != tt.edits || ok != tt.ok {
			t.Errorf("%s, %s: %d, %v, want %d, %v", tt.query, tt.name, edits, ok, tt.edits, tt.ok)
		}
	}
}

func TestFoldAttrAndKebab(t *testing.T) {
	for in, want := range map[string]string{"open-type": "opentype", "openType": "opentype", "show-location": "showlocation", "type": "type"} {
		if have := FoldAttr(in); have != want {
			t.Errorf("FoldAttr(%q) = %q", in, have)
		}
	}
	for in, want := range map[string]string{"LivePusher": "live-pusher", "Camera": "camera", "map": "map"} {
		if have := Kebab(in); have != want {
			t.Errorf("Kebab(%q) = %q", in, have)
		}
	}
}
