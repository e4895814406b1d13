package platform

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
)

var (
	slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	day  = regexp.MustCompile(`^20\d\d-\d\d-\d\d$`)
)

func TestSDKFileHasTheSchema(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(sdksJSON))
	d.DisallowUnknownFields()
	var data sdkData
	if err := d.Decode(&data); err != nil {
		t.Fatal(err)
	}
	if data.Schema != 1 || !day.MatchString(data.Compiled) {
		t.Errorf("schema %d, compiled %q", data.Schema, data.Compiled)
	}
}

func TestSDKsComplete(t *testing.T) {
	ids := map[string]bool{}
	for _, s := range loadSDKs() {
		if !slug.MatchString(s.ID) || ids[s.ID] {
			t.Errorf("id %q is not unique or not a slug", s.ID)
		}
		ids[s.ID] = true
		if s.NameZh == "" || s.NameEn == "" || s.Vendor == "" || s.Kind == "" || !day.MatchString(s.Read) {
			t.Errorf("%s lacks a name, vendor, kind or day", s.ID)
		}
		for _, id := range s.Platforms {
			if _, ok := ByID(id); !ok {
				t.Errorf("%s: no platform %q", s.ID, id)
			}
		}
		if len(s.Platforms) == 0 || len(s.Match.Files)+len(s.Match.Packages)+len(s.Match.Plugins) == 0 {
			t.Errorf("%s is found nowhere", s.ID)
		}
		if s.Uncertain != (len(s.DataTypes) == 0) || s.Uncertain && s.Note == "" {
			t.Errorf("%s: uncertain %v with %d data types, note %q", s.ID, s.Uncertain, len(s.DataTypes), s.Note)
		}
		for _, id := range s.DataTypes {
			if d, ok := categories.FindDataType(id); !ok || d.ID != id {
				t.Errorf("%s: no data type %q", s.ID, id)
			}
		}
		for _, scope := range s.Scopes {
			for _, id := range s.Platforms {
				p, _ := ByID(id)
				if _, ok := p.ScopeByName(scope); !ok {
					t.Errorf("%s: no scope %q on %s", s.ID, scope, id)
				}
			}
		}
	}
}

func TestSDKSources(t *testing.T) {
	for _, s := range loadSDKs() {
		if len(s.Sources) == 0 {
			t.Errorf("%s has no source", s.ID)
		}
		for _, source := range append(slices.Clone(s.Sources), s.PrivacyURL) {
			if source != "" && !strings.HasPrefix(source, "https://") && !strings.HasPrefix(source, "pkg:npm/") {
				t.Errorf("%s: source %q is neither an address nor a purl", s.ID, source)
			}
		}
	}
}

// TestSDKMatchesDiffer makes sure that a file, a package or a provider leads
// to one SDK, and that no pattern takes in what others write.
func TestSDKMatchesDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, s := range loadSDKs() {
		for _, key := range slices.Concat(s.Match.Files, s.Match.Packages, s.Match.Plugins) {
			if other := seen[key]; other != "" && other != s.ID {
				t.Errorf("%q belongs to %s and %s", key, other, s.ID)
			}
			seen[key] = s.ID
		}
		for _, pattern := range s.Match.Files {
			if _, err := path.Match(pattern, "x"); err != nil || len(strings.SplitN(pattern, "*", 2)[0]) < 5 {
				t.Errorf("%s: pattern %q is malformed or takes too much", s.ID, pattern)
			}
		}
		for _, provider := range s.Match.Plugins {
			if !IsPluginID(provider) {
				t.Errorf("%s: %q is no id of a provider", s.ID, provider)
			}
		}
	}
}

func TestFindSDK(t *testing.T) {
	id := func(s *SDK, ok bool) string {
		if !ok {
			return ""
		}
		return s.ID
	}
	for _, tt := range []struct{ have, want string }{
		{id(WeChat.SDKByFile("qqmap-wx-jssdk.min.js")), "tencent-map"},
		{id(WeChat.SDKByFile("qqmap.js")), ""},
		{id(WeChat.SDKByFile("index.js")), ""},
		{id(WeChat.SDKByPackage("umtrack-wx")), "umeng"},
		{id(Alipay.SDKByPackage("umtrack-alipay")), "umeng"},
		{id(Alipay.SDKByFile("qqmap-wx-jssdk.js")), ""},
		{id(WeChat.SDKByPlugin("wx76a9a06e5b4e693e")), "plugin-choose-location"},
		{id(WeChat.SDKByPlugin("wx0000000000000000")), ""},
		{id(Alipay.SDKByPlugin("wx76a9a06e5b4e693e")), ""},
	} {
		if tt.have != tt.want {
			t.Errorf("have %q, want %q", tt.have, tt.want)
		}
	}
	if n := len(WeChat.SDKs()); n < 20 || !slices.ContainsFunc(WeChat.SDKs(), func(s *SDK) bool { return s.ID == "umeng" }) {
		t.Errorf("WeChat has %d SDKs", n)
	}
}

func TestIsPluginID(t *testing.T) {
	for provider, want := range map[string]bool{
		"wx76a9a06e5b4e693e": true, "2021001130699293": true,
		"": false, "{{currentPluginId}}": false, "<%= appId %>": false, "wxidxxxxxxxxxxxxxxxx": false, "wx76a9a06e5b4e693": false,
	} {
		if IsPluginID(provider) != want {
			t.Errorf("IsPluginID(%q) is %v", provider, !want)
		}
	}
}
