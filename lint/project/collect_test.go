package project

import (
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

// form is one way to write a request: the text of a file named after the
// platform, what it asks for and what of it could not be read.
type form struct{ name, text, want, unresolved string }

const (
	wxShell = "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n"
	myShell = "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.axml --\n"
)

func testForms(t *testing.T, shell, file string, forms []form) {
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			dir := plant(t, shell)
			put(t, dir, file, []byte(f.text))
			got := load(t, dir, LoadOptions{})
			check(t, requests(got), f.want)
			check(t, unresolved(got), f.unresolved)
		})
	}
}

func TestCollectWeChatScripts(t *testing.T) {
	testForms(t, wxShell, "x.js", []form{
		{"direct", "wx.getLocation()", "wx.getLocation 1:1-1:15 direct scope.userLocation", ""},
		{"after Chinese text and a tab", "\t'位置'; wx.getLocation()", "wx.getLocation 1:8-1:22 direct scope.userLocation", ""},
		{"bracket with a literal", "wx['getLocation']()", "wx.getLocation 1:1-1:18 direct scope.userLocation", ""},
		{"optional chaining", "wx?.getLocation?.()", "wx.getLocation 1:1-1:16 direct scope.userLocation", ""},
		{"global object", "globalThis.wx.getLocation()", "wx.getLocation 1:1-1:26 direct scope.userLocation", ""},
		{"passed on", "call(wx.getLocation)", "wx.getLocation 1:6-1:20 reference scope.userLocation", ""},
		{"authorize", "wx.authorize({ scope: 'scope.record' })", "scope:scope.record 1:1-1:13 string-scope scope.record\nwx.authorize 1:1-1:13 direct -", ""},
		{"authorize by choice", "wx.authorize({ scope: a ? 'scope.record' : 'scope.camera' })", "scope:scope.record 1:1-1:13 string-scope scope.record\nscope:scope.camera 1:1-1:13 string-scope scope.camera\nwx.authorize 1:1-1:13 direct -", ""},
		{"authorize with a comparison", "wx.authorize({ scope: k === 'scope.camera' ? 'scope.record' : '' })", "scope:scope.record 1:1-1:13 string-scope scope.record\nwx.authorize 1:1-1:13 direct -", "bad-scope 1:64"},
		{"authorize by variable", "wx.authorize({ scope: s })", "wx.authorize 1:1-1:13 direct -", "unresolved-scope 1:1-1:13 scope"},
		{"authorize by shorthand", "wx.authorize({ scope })", "wx.authorize 1:1-1:13 direct -", "unresolved-scope 1:1-1:13 scope"},
		{"authorize with a variable", "wx.authorize(options)", "wx.authorize 1:1-1:13 direct -", "unresolved-scope 1:1-1:13 scope"},
		{"authorize with a spread", "wx.authorize({ ...o })", "wx.authorize 1:1-1:13 direct -", "unresolved-scope 1:1-1:13 scope"},
		{"authorize without scope", "wx.authorize({}); wx.authorize()", "wx.authorize 1:1-1:13 direct -\nwx.authorize 1:19-1:31 direct -", ""},
		{"authorize with a template", "wx.authorize({ scope: `scope.${a}` })", "wx.authorize 1:1-1:13 direct -", "unresolved-scope 1:1-1:13 scope"},
		{"authorize for no scope", "wx.authorize({ scope: 'scope.recrod' })", "wx.authorize 1:1-1:13 direct -", "bad-scope 1:24 scope.recrod"},
		{"authorize for a scope of mini-games", "wx.authorize({ scope: 'scope.WxFriendInteraction' })", "wx.authorize 1:1-1:13 direct -", ""},
		{"computed name", "wx[name]()", "", "computed-name 1:1-1:9 wx"},
		{"computed assignment", "wx[name] = f", "", ""},
		{"two places", "wx.getLocation(\n)\nwx.startRecord()", "wx.getLocation 1:1-1:15 direct scope.userLocation\nwx.startRecord 3:1-3:15 direct scope.record", ""},
		{"comments", "// wx.getLocation()\n/* wx.getLocation() */", "", ""},
		{"string and regular expression", "'wx.getLocation()'; /wx.getLocation()/", "", ""},
		{"template literal", "`wx.getLocation() ${ wx.startRecord() }`", "wx.startRecord 1:22-1:36 direct scope.record", ""},
		{"canIUse", "wx.canIUse('getLocation')", "", ""},
		{"existence test", "if (wx.getLocation) {}", "", ""},
		{"monkey patch", "wx.getLocation = f", "", ""},
		{"other object's member", "app.wx.getLocation()", "", ""},
		{"part of a longer name", "mywx.getLocation(); wxp.getLocation()", "", ""},
		{"not a capability", "wx.request()", "wx.request 1:1-1:11 direct -", ""},
		{"own object of that name", "const wx = sdk; wx.getLocation(); wx.startRecord()", "", "other-object 1:7-1:9 wx"},
		{"the other platform's object", "my.getLocation()", "", ""},
		{"option value", "wx.getLocation({ type: 'gcj02' })", "wx.getLocation 1:1-1:15 direct scope.userLocation", ""},
	})
}

func TestCollectWeChatDeclarations(t *testing.T) {
	testForms(t, wxShell, "types/x.d.ts", []form{{"declarations", "declare const a: wx.getLocation; wx.getLocation()", "", ""}})
	testForms(t, wxShell, "x.ts", []form{
		{"cast", "(wx as any).getLocation<T>()", "wx.getLocation 1:1-1:24 direct scope.userLocation", ""},
		{"type", "let a: typeof wx.getLocation", "", ""},
	})
}

func TestCollectWeChatTemplates(t *testing.T) {
	testForms(t, wxShell, "x.wxml", []form{
		{"open type", `<button open-type="getPhoneNumber"/>`, "open-type:button.getPhoneNumber 1:9-1:35 open-type -", ""},
		{"joined open types", `<button open-type="getPhoneNumber|agreePrivacyAuthorization"/>`, "open-type:button.getPhoneNumber 1:9-1:61 open-type -\nopen-type:button.agreePrivacyAuthorization 1:9-1:61 open-type -", ""},
		{"ternary", `<button open-type="{{ok ? 'getPhoneNumber' : ''}}"/>`, "open-type:button.getPhoneNumber 1:9-1:51 open-type -", ""},
		{"compared", `<button open-type="{{k == 'getPhoneNumber' ? '' : ''}}"/>`, "", ""},
		{"only at run time", `<button open-type="{{kind}}"/>`, "", "dynamic-open-type 1:9-1:29 {{kind}}"},
		{"passed on by a custom element", `<van-button open-type="getPhoneNumber"/>`, "open-type:button.getPhoneNumber 1:13-1:39 open-type -", ""},
		{"component", "<view>\n  <camera/></view>", "component:camera 2:4-2:10 component scope.camera", ""},
		{"live pusher", "<live-pusher/>", "component:live-pusher 1:2-1:13 component scope.camera", ""},
		{"map, location on", `<map show-location/>`, "attr:map.show-location 1:6-1:19 attribute scope.userLocation", ""},
		{"map, location by value", `<map show-location="true"/>`, "attr:map.show-location 1:6-1:26 attribute scope.userLocation", ""},
		{"map, location by constant", `<map show-location="{{ true }}"/>`, "attr:map.show-location 1:6-1:32 attribute scope.userLocation", ""},
		{"map, location off", `<map show-location="{{false}}"/><map show-location="false"/><map/>`, "", ""},
		{"map, location by data", `<map show-location="{{on}}"/>`, "attr:map.show-location 1:6-1:28 attribute scope.userLocation computed", ""},
		{"nickname", `<input type="nickname"/>`, "attr:input.type=nickname 1:8-1:23 attribute -", ""},
		{"idcard", `<input type="idcard"/>`, "attr:input.type=idcard 1:8-1:21 attribute -", ""},
		{"other input", `<input type="text"/>`, "", ""},
		{"comment", `<!-- <camera/> -->`, "", ""},
		{"text", `camera {{ '<camera/>' }} open-type="getPhoneNumber"`, "", ""},
		{"not an element", "<cameras/><my-camera/>", "", ""},
		{"wxs", "<wxs>var a = '<camera/>'</wxs>", "", ""},
		{"generated base", strings.Repeat("<template name=\"t\"></template>", 10) + "<camera/>", "component:camera 1:302-1:308 component scope.camera generated -", ""},
		{"nine templates", strings.Repeat("<template name=\"t\"></template>", 9) + "<camera/>", "component:camera 1:272-1:278 component scope.camera", ""},
	})
}

func TestCollectWeChatManifest(t *testing.T) {
	testForms(t, "-- app.wxss --\n", "app.json", []form{
		{"permission", `{ "permission": { "scope.userLocation": { "desc": "x" } } }`, "manifest:app.json#permission.scope.userLocation 1:19-1:39 manifest scope.userLocation", ""},
		{"no scope", `{ "permission": { "scope.nothing": {} } }`, "", ""},
		{"private interfaces", "{ \"requiredPrivateInfos\": [\n\"getLocation\", \"chooseAddress\", \"getPhone\"] }", "manifest:app.json#requiredPrivateInfos=getLocation 2:1-2:14 manifest -\nmanifest:app.json#requiredPrivateInfos=chooseAddress 2:16-2:31 manifest -", ""},
		{"background modes", `{ "requiredBackgroundModes": ["audio", "location"] }`, "manifest:app.json#requiredBackgroundModes=audio 1:31-1:38 manifest -\nmanifest:app.json#requiredBackgroundModes=location 1:40-1:50 manifest scope.userLocationBackground", ""},
		{"the last of two keys counts", `{ "requiredPrivateInfos": ["getLocation"], "requiredPrivateInfos": ["chooseAddress"] }`, "manifest:app.json#requiredPrivateInfos=chooseAddress 1:69-1:84 manifest -", ""},
		{"wrong kinds", `{ "permission": [], "requiredPrivateInfos": "getLocation", "requiredBackgroundModes": {} }`, "", ""},
	})
}

func TestCollectAlipayScripts(t *testing.T) {
	testForms(t, myShell, "x.js", []form{
		{"direct", "my.getLocation()", "my.getLocation 1:1-1:15 direct scope.userLocation", ""},
		{"user information", "my.getAuthCode({ scopes: 'auth_user' })", "my.getAuthCode#auth_user 1:1-1:15 direct auth_user", ""},
		{"list of scopes", "my.getAuthCode({ scopes: ['auth_base', 'auth_user'] })", "my.getAuthCode#auth_base 1:1-1:15 direct auth_base\nmy.getAuthCode#auth_user 1:1-1:15 direct auth_user", ""},
		{"silent log-in", "my.getAuthCode()", "my.getAuthCode#auth_base 1:1-1:15 direct auth_base", ""},
		{"scopes by variable", "my.getAuthCode({ scopes: s })", "", "unresolved-scope 1:1-1:15 scopes"},
		{"by name", "my.call('getLocation')", "my.getLocation 1:1-1:8 dynamic-literal scope.userLocation\nmy.call 1:1-1:8 direct -", ""},
		{"by computed name", "my.call(name); my.call('get' + x)", "my.call 1:1-1:8 direct -\nmy.call 1:16-1:23 direct -", "computed-name 1:1-1:8 my.call\ncomputed-name 1:16-1:23 my.call"},
		{"by no name", "my.call()", "my.call 1:1-1:8 direct -", ""},
		{"two names deep", "my.ap.faceVerify()", "my.ap.faceVerify 1:1-1:17 direct -", ""},
		{"the other platform's object", "wx.getLocation()", "", ""},
	})
}

func TestCollectAlipayTemplates(t *testing.T) {
	testForms(t, myShell, "x.axml", []form{
		{"phone number", `<button open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="f"/>`, "open-type:button.getAuthorize#phoneNumber 1:9-1:33 open-type phoneNumber", ""},
		{"camel case", `<button openType="getAuthorize" scope="userInfo"/>`, "open-type:button.getAuthorize#userInfo 1:9-1:32 open-type userInfo", ""},
		{"no scope", `<button open-type="getAuthorize"/>`, "", ""},
		{"scope at run time", `<button open-type="getAuthorize" scope="{{s}}"/>`, "open-type:button.getAuthorize#dynamic 1:9-1:33 open-type -", "unresolved-scope 1:9-1:33 scope"},
		{"another platform's extension", `<camera a:if="{{x}}"/>`, "component:camera 1:2-1:8 component scope.camera", ""},
	})
}

func TestCollectAlipayPreload(t *testing.T) {
	testForms(t, myShell, "preload.json", []form{
		{"location", `[{ "fetchType": "jsapiPre", "params": { "jsapi": "my.getLocation" } }]`, "manifest:preload.json#jsapiPre-getLocation 1:2-1:70 manifest location", ""},
		{"another interface", `[{ "fetchType": "jsapiPre", "params": { "jsapi": "my.getSystemInfo" } }]`, "", ""},
		{"another way", `[{ "fetchType": "httpPre", "params": { "jsapi": "my.getLocation" } }, {}]`, "", ""},
	})
}

func TestCollectOrigins(t *testing.T) {
	long := strings.Repeat("var a=1;", 300)
	cases := []struct{ name, file, before, want string }{
		{"own", "pages/x.js", "", ""},
		{"built package", "miniprogram_npm/lib/index.js", "", " dependency miniprogram_npm/lib"},
		{"scoped package", "miniprogram_npm/@vant/weapp/x/index.js", "", " dependency miniprogram_npm/@vant/weapp"},
		{"scope without folder", "miniprogram_npm/@vant/index.js", "", " dependency miniprogram_npm/@vant"},
		{"package without folder", "miniprogram_npm/index.js", "", " dependency miniprogram_npm"},
		{"package of a sub-package", "sub/miniprogram_npm/lib/x.js", "", " dependency sub/miniprogram_npm/lib"},
		{"uni-app module", "uni_modules/uni-ui/a/b.js", "", " dependency uni_modules/uni-ui"},
		{"vendored", "utils/vendor/a.js", "", " dependency utils/vendor"},
		{"copied component library", "dist/vant/button/index.js", "", " dependency dist/vant"},
		{"minified by name", "utils/map.min.js", "", " dependency utils/map.min.js"},
		{"minified by its lines", "utils/map.js", long, " dependency utils/map.js"},
		{"one long line among many", "utils/x.js", long + strings.Repeat("\nshort", 1000) + "\n", ""},
		{"bundle of a package", "app-service.js", "", " generated -"},
		{"build output", "unpackage/x.js", "", " generated -"},
		{"a file named like a folder", "pages/vant.js", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, wxShell)
			put(t, dir, c.file, []byte(c.before+"wx.startRecord()"))
			got := strings.SplitAfter(requests(load(t, dir, LoadOptions{})), "scope.record")
			check(t, got[len(got)-1], c.want)
		})
	}
}

func TestCollectComments(t *testing.T) {
	dir := plant(t, wxShell+`
-- miniprogram_npm/x/i.js --
// mplint-ignore-file x -- y
-- x.js --
// mplint-ignore-next-line a -- b
/* mplint-ignore-file
   a -- b */
// no more
-- x.wxml --
<!-- mplint-ignore-next-line a -- b -->
`)
	var got []string
	for _, c := range load(t, dir, LoadOptions{})[0].Comments {
		got = append(got, c.File.Path+" "+c.File.Text(c.Range))
	}
	check(t, strings.Join(got, "\n"), "x.js // mplint-ignore-next-line a -- b\nx.js /* mplint-ignore-file\n   a -- b */\nx.wxml <!-- mplint-ignore-next-line a -- b -->")
}

func TestCollectMemberFields(t *testing.T) {
	dir := plant(t, myShell+"-- x.js --\nmy.getAuthCode({ scopes: 'auth_user' })\n")
	types := func(fields ...string) string {
		return strings.Join(load(t, dir, LoadOptions{MemberFields: fields})[0].Requests[0].DataTypes, " ")
	}
	if plain, granted := types(), types("mobile", "mobile", "user_name"); !strings.Contains(plain, "member-profile") || strings.Contains(granted, "member-profile") || granted == plain || strings.Count(granted, "phone-number") != 1 {
		t.Errorf("without fields %q, with mobile and user_name %q", plain, granted)
	}
}

func TestCollectMentions(t *testing.T) {
	dir := plant(t, `
-- app.json --
{ "pages": ["a"], "requiredPrivateInfos": ["getLocation", "chooseAddress", "choosePoi"], "permission": { "scope.record": {} } }
-- x.js --
api.getLocation() // chooseAddress
const s = 'startRecord'
`)
	p := load(t, dir, LoadOptions{})[0]
	if !p.Mentions["getLocation"] || !p.Mentions["startRecord"] || p.Mentions["chooseAddress"] || p.Mentions["choosePoi"] {
		t.Errorf("got %v", p.Mentions)
	}
}

func TestCollectByKindOfProgram(t *testing.T) {
	const call = "-- x.js --\nwx.startRecord()\nwx.getFriendCloudStorage()\n"
	program := requests(load(t, plant(t, wxShell+call), LoadOptions{}))
	game := requests(load(t, plant(t, "-- game.js --\n-- game.json --\n{}\n"+call), LoadOptions{}))
	check(t, program, "wx.startRecord 1:1-1:15 direct scope.record")
	check(t, game, "wx.startRecord 1:1-1:15 direct scope.record\nwx.getFriendCloudStorage 2:1-2:25 direct scope.WxFriendInteraction")
}

// What a dependency leaves open is not the developer's to write otherwise.
func TestCollectUnresolvedOfDependencies(t *testing.T) {
	dir := plant(t, wxShell+"-- vendor/x.js --\nwx[name](); wx.authorize({ scope })\n")
	check(t, unresolved(load(t, dir, LoadOptions{})), "")
}

func TestFollow(t *testing.T) {
	doc := manifest.Parse(&source.File{Data: []byte(`{ "a": { "k": 1, "k": 2, "l": [3, 4] }, "b": { "k": 5 }, "": { "k": 6 } }`)})
	cases := []struct{ pattern, want string }{
		{"/a/k", "2"}, {"/a/*", "2 [3, 4]"}, {"/*/k", "2 5 6"}, {"/a/l/*", "3 4"}, {"/a/none", ""}, {"/a/k/*", ""},
	}
	for _, c := range cases {
		var got []string
		follow(doc.Root, c.pattern, func(n *manifest.Node) { got = append(got, doc.File.Text(n.Range)) })
		check(t, strings.Join(got, " "), c.want)
	}
}
