package platform

import (
	"slices"
	"strings"
	"testing"
)

// names joins the names of capabilities for a comparison.
func names(list []*Capability) string {
	var out []string
	for _, c := range list {
		out = append(out, c.Name)
	}
	return strings.Join(out, " ")
}

func TestAll(t *testing.T) {
	if all := All(); len(all) != 2 || all[0] != WeChat || all[1] != Alipay {
		t.Errorf("All() = %v", all)
	}
	if p, ok := ByID("alipay"); !ok || p != Alipay {
		t.Errorf("ByID(alipay) = %v, %v", p, ok)
	}
	if _, ok := ByID("douyin"); ok {
		t.Error("douyin is known")
	}
}

func TestAPIs(t *testing.T) {
	for _, tt := range []struct {
		p          *Platform
		path, want string
	}{
		{WeChat, "getLocation", "wx.getLocation"},
		{WeChat, "cloud.callFunction", "wx.cloud.callFunction"},
		{WeChat, "createVKSession", "wx.createVKSession wx.createVKSession#track.face wx.createVKSession#track.body wx.createVKSession#track.hand wx.createVKSession#track.shoe wx.createVKSession#track.OCR wx.createVKSession#track.IDCard"},
		{WeChat, "getlocation", ""},
		{WeChat, "getOpenData", ""},
		{Alipay, "getLocation", "my.getLocation my.getLocation#type-2-3"},
		{Alipay, "ap.faceVerify", "my.ap.faceVerify"},
		{Alipay, "faceVerify", ""},
		{Alipay, "ap.ocr", "my.ap.ocr"},
		{Alipay, "ap.getAddress", "my.getAddress"},
		{Alipay, "chooseImage", "my.chooseImage#album my.chooseImage#camera"},
	} {
		if have := names(tt.p.APIs(tt.path)); have != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.p.ID, tt.path, have, tt.want)
		}
		if have := names(tt.p.APIsBytes([]byte(tt.path))); have != tt.want {
			t.Errorf("%s %s by bytes: %q, want %q", tt.p.ID, tt.path, have, tt.want)
		}
	}
	if n := len(Alipay.APIs("getAuthCode")); n != 12 {
		t.Errorf("my.getAuthCode has %d variants", n)
	}
	if have := names(WeChat.CloudAPIs("openapi.phonenumber.getPhoneNumber")); have != "cloud.openapi.phonenumber.getPhoneNumber" {
		t.Errorf("cloud function: %q", have)
	}
}

func TestLookupByBytesDoesNotAllocate(t *testing.T) {
	key := []byte("a.member.path.longer.than.any.buffer.on.the.stack")
	WeChat.APIsBytes(key)
	if n := testing.AllocsPerRun(100, func() { WeChat.APIsBytes(key) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestFactoriesAndMethods(t *testing.T) {
	for _, tt := range []struct {
		p                           *Platform
		factory, typ, method, names string
	}{
		{WeChat, "getRecorderManager", "RecorderManager", "start", "RecorderManager.start"},
		{WeChat, "createCameraContext", "CameraContext", "takePhoto", "CameraContext.takePhoto"},
		{WeChat, "createMapContext", "MapContext", "getCenterLocation", ""},
		{Alipay, "createMapContext", "MapContext", "getCenterLocation", "MapContext.getCenterLocation"},
		{Alipay, "CameraContext.onCameraFrame", "CameraFrameListener", "start", "CameraFrameListener.start"},
	} {
		typ, ok := tt.p.FactoryType(tt.factory)
		if !ok || typ != tt.typ || !slices.Contains(tt.p.Factories(), tt.factory) {
			t.Errorf("%s %s returns %q, want %q", tt.p.ID, tt.factory, typ, tt.typ)
		}
		if have := names(tt.p.Methods(tt.typ, tt.method)); have != tt.names {
			t.Errorf("%s %s.%s: %q, want %q", tt.p.ID, tt.typ, tt.method, have, tt.names)
		}
	}
	if _, ok := WeChat.FactoryType("createInnerAudioContext"); ok {
		t.Error("createInnerAudioContext is a factory")
	}
}

func TestTemplates(t *testing.T) {
	for _, tt := range []struct {
		p                          *Platform
		element, attr, value, want string
	}{
		{WeChat, "button", "open-type", "getPhoneNumber", "open-type:button.getPhoneNumber"},
		{WeChat, "button", "openType", "chooseAvatar", "open-type:button.chooseAvatar"},
		{WeChat, "button", "open-type", "getphonenumber", ""},
		{WeChat, "view", "open-type", "getPhoneNumber", ""},
		{WeChat, "map", "showLocation", "", "attr:map.show-location"},
		{WeChat, "map", "show-location", "false", ""},
		{WeChat, "input", "type", "nickname", "attr:input.type=nickname"},
		{WeChat, "input", "type", "idcard", "attr:input.type=idcard"},
		{WeChat, "input", "type", "text", ""},
		{WeChat, "open-data", "type", "userNickName", "attr:open-data.type=userNickName"},
		{Alipay, "button", "onGetPhoneNumber", "onPhone", "attr:button.onGetPhoneNumber"},
		{Alipay, "button", "open-type", "getAuthorize", "open-type:button.getAuthorize#phoneNumber open-type:button.getAuthorize#userInfo open-type:button.getAuthorize#dynamic"},
		{Alipay, "map", "show-location", "", "attr:map.show-location"},
		{Alipay, "map", "show-location", "false", ""},
		{Alipay, "input", "type", "idcardpad", "attr:input.type=idcard"},
	} {
		list := slices.DeleteFunc(slices.Clone(tt.p.Attrs(tt.element, tt.attr)), func(c *Capability) bool { return !c.MatchesValue(tt.value) })
		if have := names(list); have != tt.want {
			t.Errorf("%s <%s %s=%q>: %q, want %q", tt.p.ID, tt.element, tt.attr, tt.value, have, tt.want)
		}
	}
	if have := names(WeChat.Components(Kebab("LivePusher"))); have != "component:live-pusher" {
		t.Errorf("LivePusher: %q", have)
	}
	if have := names(Alipay.Components("camera")); have != "component:camera" {
		t.Errorf("camera: %q", have)
	}
}

func TestManifestLookups(t *testing.T) {
	for _, tt := range []struct {
		p    *Platform
		keys string
		want string
	}{
		{WeChat, "app.json permission scope.userLocation", "manifest:app.json#permission.scope.userLocation"},
		{WeChat, "ext.json requiredPrivateInfos getLocation", "manifest:app.json#requiredPrivateInfos=getLocation"},
		{WeChat, "app.json requiredBackgroundModes location", "manifest:app.json#requiredBackgroundModes=location"},
		{WeChat, "app.json permission scope.record", ""},
		{WeChat, "plugin.json requiredPrivateInfos getLocation", ""},
		{Alipay, "app.json permission scope.record", "manifest:app.json#permission.scope.record"},
		{Alipay, "preload.json jsapiPre my.getLocation", "manifest:preload.json#jsapiPre-getLocation"},
		{Alipay, "app.json plugins provider 2021001130699293", "manifest:app.json#plugins=ocr-plate"},
		{Alipay, "app.json requiredPrivateInfos getLocation", ""},
	} {
		keys := strings.Fields(tt.keys)
		have := ""
		if c, ok := tt.p.ManifestCapability(keys[0], keys[1:]...); ok {
			have = c.Name
		}
		if have != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.p.ID, tt.keys, have, tt.want)
		}
	}
	at := names(WeChat.ManifestAt("app.json", "/subPackages/1/plugins/chat/provider"))
	if at != "manifest:app.json#plugins" {
		t.Errorf("plug-in of a sub-package: %q", at)
	}
	if n := len(WeChat.ManifestAt("app.json", "/requiredPrivateInfos/3")); n != 8 {
		t.Errorf("%d capabilities at requiredPrivateInfos", n)
	}
	at = names(Alipay.ManifestAt("skills/taxi/mcp.json", "/components/0/permissions/scope.dynamic"))
	if at != "manifest:mcp.json#components.permissions.scope.dynamic" {
		t.Errorf("skill: %q", at)
	}
}

func TestPermissionKeys(t *testing.T) {
	for _, tt := range []struct {
		p          *Platform
		file, want string
	}{
		{WeChat, "app.json", "scope.userLocation scope.userFuzzyLocation"},
		{WeChat, "game.json", "scope.userLocation scope.userFuzzyLocation"},
		{WeChat, "ext.json", "scope.userLocation"},
		{WeChat, "pages/index/index.json", ""},
		{Alipay, "app.json", "scope.album scope.writePhotosAlbum scope.camera scope.record scope.userLocation"},
	} {
		if have := strings.Join(tt.p.PermissionKeys(tt.file), " "); have != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.p.ID, tt.file, have, tt.want)
		}
	}
	if !WeChat.PermissionTolerated("app.json", "scope.userLocationBackground") || WeChat.PermissionTolerated("app.json", "scope.record") ||
		WeChat.PermissionTolerated("pages/index/index.json", "scope.userLocationBackground") {
		t.Error("only scope.userLocationBackground is let pass, and not in a page")
	}
	if f, ok := Alipay.ForeignField("app.json", "requiredPrivateInfos"); !ok || f.Platform != "wechat" || !f.Privacy {
		t.Errorf("requiredPrivateInfos on Alipay: %+v", f)
	}
	if _, ok := WeChat.ForeignField("app.json", "requiredPrivateInfos"); ok {
		t.Error("requiredPrivateInfos is foreign to WeChat")
	}
	if WeChat.Manifest().DescMaxChars != 30 || Alipay.Manifest().DescMaxChars != 0 {
		t.Error("wrong limit of a purpose")
	}
}

func TestScopes(t *testing.T) {
	for _, tt := range []struct {
		p            *Platform
		name, status string
	}{
		{WeChat, "scope.record", "active"},
		{WeChat, "scope.address", "cancelled"},
		{WeChat, "scope.userInfo", "recycled"},
		{WeChat, "scope.userlocation", ""},
		{WeChat, "location", ""},
		{Alipay, "location", "active"},
		{Alipay, "scope.album", "active"},
		{Alipay, "auth_user", "active"},
		{Alipay, "_RVA_APPID", "noise"},
		{Alipay, "scope.werun", ""},
	} {
		s, ok := tt.p.ScopeByName(tt.name)
		if ok != (tt.status != "") || ok && s.Status != tt.status {
			t.Errorf("%s %s: %+v, want status %q", tt.p.ID, tt.name, s, tt.status)
		}
	}
	if c, ok := Alipay.ScopeCapability("audioRecord"); !ok || c.Name != "scope:authSetting.audioRecord" {
		t.Errorf("audioRecord: %v", c)
	}
	for name, want := range map[string]string{
		"my.getLocation": "scope.userLocation", "my.getAddress": "aliaddress", "my.getAuthCode#auth_user": "auth_user", "my.getSystemInfo": "",
	} {
		if c, ok := Alipay.ByName(name); !ok || c.ScopeName() != want {
			t.Errorf("%s asks for %q, want %q", name, c.ScopeName(), want)
		}
	}
}

func TestMemberFields(t *testing.T) {
	for field, want := range map[string]string{"cert_no": "id-document", "user_name": "name", "firm_type": "company-info"} {
		if f, ok := Alipay.MemberField(field); !ok || f.DataType != want {
			t.Errorf("%s: %+v, want %s", field, f, want)
		}
	}
	if _, ok := Alipay.MemberField("mobil"); ok {
		t.Error("mobil is a member field")
	}
}

func TestDeprecations(t *testing.T) {
	for _, tt := range []struct {
		p         *Platform
		name      string
		withdrawn bool
		status    string
		date      string
	}{
		{WeChat, "wx.getUserProfile", true, "recycled", "2022-11-08"},
		{WeChat, "attr:open-data.type=userNickName", true, "recycled", "2022-02-21"},
		{WeChat, "wx.chooseImage", false, "deprecated", ""},
		{WeChat, "wx.getLocation", false, "deprecated-in-minigame-only", ""},
		{Alipay, "my.startRecord", false, "deprecated", ""},
	} {
		c, ok := tt.p.ByName(tt.name)
		if !ok || c.Withdrawn() != tt.withdrawn || c.Deprecated.Status != tt.status || c.Deprecated.Date != tt.date {
			t.Errorf("%s: %+v", tt.name, c.Deprecated)
		}
	}
}
