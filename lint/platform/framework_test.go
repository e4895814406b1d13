package platform

import "testing"

func TestFrameworks(t *testing.T) {
	if n := len(Frameworks()); n != 5 {
		t.Errorf("%d frameworks, want 5", n)
	}
	for _, f := range Frameworks() {
		if len(f.Sources) == 0 || len(f.Packages) == 0 || f.Name == "" {
			t.Errorf("%s: no source, package or name", f.ID)
		}
		for id, renames := range f.Renames {
			p, ok := ByID(id)
			if !ok {
				t.Fatalf("%s: unknown platform %s", f.ID, id)
			}
			for from, to := range renames {
				if from == to {
					t.Errorf("%s: %s is no new name", f.ID, from)
				}
				if !p.HasMember([]byte(to)) && to != "tradePay" && to != "setClipboard" {
					t.Errorf("%s: %s.%s of %s is unknown", f.ID, p.Object, to, from)
				}
			}
		}
		for name, ids := range f.Conditions {
			for _, id := range ids {
				if _, ok := ByID(id); !ok {
					t.Errorf("%s: unknown platform %s of %s", f.ID, id, name)
				}
			}
		}
	}
}

func TestFrameworkMember(t *testing.T) {
	uni, _ := FrameworkByID("uni-app")
	for _, tt := range []struct{ platform, name, want string }{
		{"wechat", "getLocation", "getLocation"},
		{"wechat", "getUserInfo", "getUserInfo"},
		{"alipay", "getUserInfo", "getOpenUserInfo"},
		{"alipay", "authorize", ""},
	} {
		if have := uni.Member(tt.platform, tt.name); have != tt.want {
			t.Errorf("uni.%s on %s is %q, want %q", tt.name, tt.platform, have, tt.want)
		}
	}
	remax, _ := FrameworkByID("remax")
	if !remax.Exports("remax/wechat", "wechat") || remax.Exports("remax/wechat", "alipay") || remax.Exports("wechat", "wechat") {
		t.Error("remax/wechat is for WeChat only")
	}
	for name, want := range map[string][2]bool{"MP-WEIXIN": {true, true}, "MP": {true, true}, "H5": {false, true}, "VUE3": {false, false}} {
		if is, known := uni.Holds(name, "wechat"); is != want[0] || known != want[1] {
			t.Errorf("%s holds: %t, known: %t", name, is, known)
		}
	}
}
