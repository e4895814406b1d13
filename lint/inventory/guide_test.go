package inventory

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"golang.org/x/tools/txtar"
)

// load lints the only project of an archive.
func load(t *testing.T, archive string) *lint.Project {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := lint.Run(context.Background(), lint.Options{Dir: dir})
	if err != nil || len(r.Projects) != 1 {
		t.Fatalf("%v, %+v", err, r)
	}
	return r.Projects[0]
}

// words are the entries of a list: section, words and purposes.
func words(items []*Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, strings.Trim(i.Section+" "+i.Words+" "+strings.Join(i.Purposes, "|"), " "))
	}
	return out
}

func wants(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const wechatShop = `
-- .mplint.json --
{ "category": 6, "optional": { "album": { "purpose": "发布商品评价" } } }
-- app.js --
App({})
-- app.json --
{ "pages": ["p/p"], "permission": { "scope.userLocation": { "desc": "用于查找附近门店" }, "scope.camera": { "desc": "x" } }, "requiredPrivateInfos": ["getLocation", "chooseLocation"] }
-- p/p.wxml --
<live-pusher/><input placeholder="请输入姓名"/><input placeholder="请输入手机号"/><input type="idcard"/><map show-location/>
-- p/p.js --
Page({
  a() { wx.setClipboardData({ data: '1' }); wx.chooseMedia({}); wx.getSystemInfoSync(); wx.login({}) },
  b() { wx.getUserProfile({}); wx.getConnectedWifi({}); wx.chooseAddress({}) }
})
-- p/unused.js --
wx.getWeRunData({})
`

// TestWeChatGuide: rows in WeChat's order, by key where the platform names the
// interface and else by data type; then what has no row. A manifest entry alone
// needs no row, a call that the platform blocks does, even if nobody judges it.
func TestWeChatGuide(t *testing.T) {
	g := GuideOf(load(t, wechatShop))
	wants(t, "items", words(g.Items),
		"收集你的位置信息 用于查找附近门店", "收集你的地址", "收集你的手机号", "收集你选中的照片或视频信息 发布商品评价",
		"访问你的麦克风", "访问你的摄像头 x", "读取你的剪切板", "身份证号码", "收集你的姓名", "收集你的Wi-Fi 信息")
	wants(t, "idle", words(g.Idle), "收集你的昵称、头像", "收集你的微信运动步数")
	wants(t, "undecided", words(g.Undecided), "设备信息", "订单信息", "发布内容", "所关注账号", "操作日志", "邮箱")
}

func TestAlipayGuide(t *testing.T) {
	g := GuideOf(load(t, `
-- .mplint.json --
{ "category": 6, "memberFields": ["mobile", "gender"] }
-- app.json --
{ "pages": ["p/p"], "permission": { "scope.album": { "desc": "上传头像" } }, "plugins": { "esign": { "version": "*", "provider": "2021001115656413" } } }
-- p/p.axml --
<input placeholder="请输入姓名"/>
-- p/p.js --
Page({
  a() { my.chooseImage({ sourceType: ['album'] }); my.getLocation({}); my.getAddress({}) },
  b() { my.getAuthCode({ scopes: 'auth_user' }); my.startAPVerify({}) }
})
`))
	wants(t, "items", words(g.Items),
		"system-permission 位置", "system-permission 相册（访问） 上传头像", "user-info 手机号码", "user-info 收货地址",
		"custom 姓名", "user-info 性别", "custom 证件类型和号码", "custom 人脸信息")
	if len(g.ThirdParties) != 1 || g.ThirdParties[0].Kind != Plugin || g.ThirdParties[0].ID != "2021001115656413" {
		t.Errorf("third parties: %+v", g.ThirdParties)
	}
}

func TestCompare(t *testing.T) {
	g := GuideOf(load(t, wechatShop))
	c := g.Compare(&Declared{
		Names:    []string{"location", "开发者收集你的地址", "手机号", "Album", "Record", "访问你的摄像头", "EXIDNumber", "Invoice", "RunData", "EXUserOpLog", "性别", "随便写的"},
		Purposes: map[string]string{"Record": "与主播连麦", "Album": "不该取代配置"},
		Detected: []string{"Location", "Compass"},
	})
	wants(t, "undeclared", words(c.Undeclared), "读取你的剪切板")
	wants(t, "unchecked", words(c.Unchecked), "收集你的姓名", "收集你的Wi-Fi 信息")
	wants(t, "over", c.Over, "收集你的发票信息")
	wants(t, "idle", words(c.Idle), "收集你的微信运动步数")
	wants(t, "undecidable", c.Undecidable, "EXUserOpLog", "性别")
	wants(t, "unknown", c.Unknown, "随便写的")
	wants(t, "detected", c.Detected, "Compass")
	if !strings.HasPrefix(c.Quote.Text, "errno 112") {
		t.Errorf("quoted: %+v", c.Quote)
	}
	wants(t, "purposes", words(g.Items)[3:5], "收集你选中的照片或视频信息 发布商品评价", "访问你的麦克风 与主播连麦")
	if none := g.Compare(&Declared{}); !none.Nothing || !strings.Contains(none.Quote.Text, "banned") {
		t.Errorf("nothing declared: %+v", none.Quote)
	}
}

// TestFits: a category that lists nothing comes last, and the one whose list
// holds most comes first.
func TestFits(t *testing.T) {
	types := AskedFor(load(t, wechatShop))
	wants(t, "asked for", types, "address", "album", "audio", "camera-image", "contact-phone", "id-document", "location-chosen", "location-precise", "name", "phone-number", "wifi-info")
	fits := Fits(types)
	if len(fits) != 39 || fits[0].Category.Slug != "parcel-delivery" && len(fits[0].Within) < len(fits[1].Within) {
		t.Errorf("first of %d: %+v", len(fits), fits[0])
	}
	for i := range fits[1:] {
		if len(fits[i].Within) < len(fits[i+1].Within) {
			t.Errorf("%s before %s", fits[i].Category.Slug, fits[i+1].Category.Slug)
		}
		if n := len(fits[i].Within) + len(fits[i].Conditional) + len(fits[i].Beyond); n != len(types) {
			t.Errorf("%s: %d of %d data types", fits[i].Category.Slug, n, len(types))
		}
	}
	if last := fits[38]; len(last.Within) != 0 {
		t.Errorf("last: %+v", last)
	}
}

// TestYieldsBySurface: what mini-programs have lost mini-games still have; a
// cancelled scope brings nothing.
func TestYieldsBySurface(t *testing.T) {
	game := load(t, "-- game.json --\n{ \"deviceOrientation\": \"portrait\" }\n-- game.js --\nwx.getUserInfo()\n")
	wants(t, "game", AskedFor(game), "nickname-avatar")
	wants(t, "guide of the game", words(GuideOf(game).Items), "收集你的昵称、头像")
	app := load(t, "-- app.json --\n{ \"pages\": [\"p/p\"] }\n-- app.js --\nwx.getUserInfo()\nwx.authorize({ scope: 'scope.address' })\n-- p/p.js --\nPage({})\n")
	wants(t, "mini-program", AskedFor(app))
}
