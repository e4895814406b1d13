package platform

import (
	"strings"
	"testing"
)

func TestMatchesValue(t *testing.T) {
	for _, tt := range []struct {
		name  string
		match Match
		value string
		want  bool
	}{
		{"equal", Match{Values: []string{"nickname"}}, "nickname", true},
		{"case folded", Match{Values: []string{"idcard"}}, "idCard", true},
		{"case sensitive", Match{Values: []string{"getPhoneNumber"}, CaseSensitive: true}, "getphonenumber", false},
		{"combined value is split by the caller", Match{Values: []string{"getPhoneNumber"}, Split: "|"}, "getPhoneNumber|agreePrivacyAuthorization", false},
		{"one of several", Match{Values: []string{"idcard", "idcardpad"}}, "idcardpad", true},
		{"bare is true", Match{Values: []string{"true"}, BareIsTrue: true}, "", true},
		{"bare is nothing", Match{Values: []string{"true"}}, "", false},
		{"presence", Match{}, "onGetPhone", true},
		{"presence switched off", Match{}, "false", false},
		{"manifest value", Match{Value: "location"}, "location", true},
		{"other manifest value", Match{Value: "location"}, "Location", false},
	} {
		if have := tt.match.MatchesValue(tt.value); have != tt.want {
			t.Errorf("%s: %v", tt.name, have)
		}
	}
}

func TestCombinedOpenType(t *testing.T) {
	var have []string
	for _, c := range WeChat.Attrs("button", "open-type") {
		for _, part := range strings.Split("getPhoneNumber|agreePrivacyAuthorization", c.Match.Split) {
			if c.MatchesValue(part) {
				have = append(have, c.Name)
			}
		}
	}
	if got := strings.Join(have, " "); got != "open-type:button.getPhoneNumber open-type:button.agreePrivacyAuthorization" {
		t.Errorf("have %s", got)
	}
}

func TestMatchesOption(t *testing.T) {
	for _, tt := range []struct {
		p       *Platform
		name    string
		value   string
		present bool
		want    bool
	}{
		{Alipay, "my.getAuthCode#auth_base", "", false, true},
		{Alipay, "my.getAuthCode#auth_user", "", false, false},
		{Alipay, "my.getAuthCode#auth_user", "auth_user", true, true},
		{Alipay, "my.getAuthCode#auth_base", "auth_user", true, false},
		{Alipay, "my.chooseImage#camera", "", false, true},
		{Alipay, "my.chooseImage#camera", "album", true, false},
		{Alipay, "my.getLocation#type-2-3", "3", true, true},
		{Alipay, "my.getLocation#type-2-3", "", false, false},
		{WeChat, "wx.createVKSession#track.face", "{mode: 1}", true, true},
		{WeChat, "wx.createVKSession#track.face", "", false, false},
		{WeChat, "wx.getLocation", "", false, true},
	} {
		c, ok := tt.p.ByName(tt.name)
		if !ok {
			t.Fatalf("no %s", tt.name)
		}
		if have := c.Match.MatchesOption(tt.value, tt.present); have != tt.want {
			t.Errorf("%s with %q, present %v: %v", tt.name, tt.value, tt.present, have)
		}
	}
}

func TestMatchesAnd(t *testing.T) {
	for _, tt := range []struct {
		scope string
		there bool
		want  string
	}{
		{"phoneNumber", true, "#phoneNumber"},
		{"userInfo", true, "#userInfo"},
		{"{{kind}}", true, "#dynamic"},
		{"phone", true, ""},
		{"", false, ""},
	} {
		get := func(attr string) (string, bool) { return tt.scope, tt.there && attr == "scope" }
		have := ""
		for _, c := range Alipay.Attrs("button", "open-type") {
			if c.MatchesValue("getAuthorize") && c.Match.MatchesAnd(get) {
				have += c.Name
			}
		}
		want := tt.want
		if want != "" {
			want = "open-type:button.getAuthorize" + want
		}
		if have != want {
			t.Errorf("scope %q: %s, want %s", tt.scope, have, want)
		}
	}
}

func TestMatchesPointer(t *testing.T) {
	m := Match{Pointer: "/plugins/*/provider", AlsoPointers: []string{"/subPackages/*/plugins/*/provider"}}
	for pointer, want := range map[string]bool{
		"/plugins/chat/provider": true, "/subPackages/0/plugins/chat/provider": true, "/plugins/chat": false, "/plugins/chat/provider/x": false, "": false,
	} {
		if m.MatchesPointer(pointer) != want {
			t.Errorf("%q: %v", pointer, !want)
		}
	}
}
