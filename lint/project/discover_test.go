package project

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	cases := []struct{ name, tree, want string }{
		{"native WeChat", `
-- app.json --
{ "pages": ["pages/index/index"] }
-- app.js --
-- pages/index/index.wxml --
`, "app.json wechat miniprogram: app.js app.json pages/index/index.wxml"},
		{"native Alipay", `
-- app.json --
{ "pages": ["pages/index/index"] }
-- pages/index/index.axml --
`, "app.json alipay miniprogram: app.json pages/index/index.axml"},
		{"both platforms by pages", `
-- app.json --
{ "pages": ["a"] }
-- a.axml --
-- a.wxml --
`, `
. app.json wechat miniprogram: a.axml a.wxml app.json
. app.json alipay miniprogram: a.axml a.wxml app.json`},
		{"both platforms by project files", `
-- app.json --
{ "pages": ["a"] }
-- mini.project.json --
{}
-- project.config.json --
{}
`, `
. app.json wechat miniprogram: app.json mini.project.json project.config.json
. app.json alipay miniprogram: app.json mini.project.json project.config.json`},
		{"the page of a sub-package decides", `
-- app.json --
{ "pages": [], "subPackages": [{ "root": "/sub/", "pages": ["/a"] }] }
-- app.wxss --
-- sub/a.axml --
`, "app.json alipay miniprogram: app.json app.wxss sub/a.axml"},
		{"style sheet before any template", `
-- app.acss --
-- app.json --
{ "pages": ["gone"] }
-- other/a.wxml --
`, "app.json alipay miniprogram: app.acss app.json other/a.wxml"},
		{"any template", `
-- app.json --
{ "pages": ["gone"] }
-- other/a.axml --
`, "app.json alipay miniprogram: app.json other/a.axml"},
		{"TypeScript root", `
-- app.json --
{ "window": {} }
-- app.ts --
-- types/wx.d.ts --
`, "app.json wechat miniprogram: app.json app.ts"},
		{"only lower-case subpackages", `
-- app.json --
{ "subpackages": [] }
`, "app.json wechat miniprogram: app.json"},
		{"mini-game", `
-- game.js --
-- game.json --
{}
`, "game.json wechat minigame: game.js game.json"},
		{"mini-game by orientation", `
-- game.json --
{ "deviceOrientation": "portrait" }
`, "game.json wechat minigame: game.json"},
		{"a game.json of something else", `
-- game.json --
{ "title": "chess" }
`, ""},
		{"plug-in beside its mini-program", `
-- miniprogram/app.json --
{ "pages": ["a"] }
-- plugin/plugin.json --
{ "publicComponents": {} }
-- project.config.json --
{ "miniprogramRoot": "miniprogram/", "pluginRoot": "plugin/" }
`, `
miniprogram app.json wechat miniprogram: app.json
plugin plugin.json wechat plugin: plugin.json`},
		{"plug-in by pluginRoot alone", `
-- mini.project.json --
{ "pluginRoot": "plugin" }
-- plugin/plugin.json --
{ "main": "index.js" }
`, "plugin plugin.json alipay plugin: plugin.json"},
		{"a plugin.json of something else", `
-- plugin.json --
{ "main": "index.js" }
`, ""},
		{"miniprogramRoot names the platform", `
-- mini.project.json --
{ "miniprogramRoot": "./client" }
-- client/app.json --
{ "pages": ["a"] }
`, "client app.json alipay miniprogram: app.json"},
		{"miniprogramRoot is the folder itself", `
-- app.json --
{ "pages": ["a"] }
-- mini.project.json --
{ "miniprogramRoot": "./" }
`, "app.json alipay miniprogram: app.json mini.project.json"},
		{"project file whose root is a build not made yet", `
-- app.json --
{ "pages": ["a"] }
-- mini.project.json --
{ "miniprogramRoot": "dist" }
`, `
. app.json alipay miniprogram: app.json mini.project.json
hint missing-root mini.project.json dist`},
		{"miniprogramRoot that is not there", `
-- project.config.json --
{ "miniprogramRoot": "dist" }
`, "hint missing-root project.config.json dist"},
		{"miniprogramRoot that holds only folders", `
-- project.config.json --
{ "miniprogramRoot": "src" }
-- src/deep/a.js --
`, ""},
		{"Expo, Heroku, Jenkins, empty object", `
-- expo/App.js --
-- expo/app.json --
{ "expo": { "name": "x" }, "pages": [] }
-- heroku/app.js --
-- heroku/app.json --
{ "name": "x", "env": {}, "buildpacks": [] }
-- jenkins/plugin.json --
{ "name": "x", "version": "1" }
-- object/app.js --
-- object/app.json --
{}
-- string/app.json --
{ "pages": "none" }
`, ""},
		{"nested roots share the files", `
-- app.json --
{ "pages": ["a"] }
-- b/app.json --
{ "pages": ["a"] }
-- b/c/app.json --
{ "pages": ["a"] }
-- b/c/deep/c.js --
-- b/d/b.js --
-- bb/a.js --
`, `
. app.json wechat miniprogram: app.json bb/a.js
b app.json wechat miniprogram: app.json d/b.js
b/c app.json wechat miniprogram: app.json deep/c.js`},
		{"build copy", `
-- dist/app.json --
{ "pages": ["a", "b"] }
-- dist/b.js --
-- src/app.json --
{ "pages": ["a", "b"] }
`, `
src app.json wechat miniprogram: app.json
skip dist build-output src`},
		{"build copy inside its source", `
-- app.json --
{ "pages": ["a"] }
-- unpackage/dist/app.json --
{ "pages": ["a"] }
`, `
. app.json wechat miniprogram: app.json
skip unpackage/dist build-output .`},
		{"build output with other pages", `
-- dist/app.json --
{ "pages": ["b"] }
-- src/app.json --
{ "pages": ["a"] }
`, `
dist app.json wechat miniprogram: app.json
src app.json wechat miniprogram: app.json`},
		{"build output of a neighbour with the same default pages", `
-- one/dist/app.json --
{ "pages": ["pages/index/index"] }
-- two/app.json --
{ "pages": ["pages/index/index"] }
`, `
one/dist app.json wechat miniprogram: app.json
two app.json wechat miniprogram: app.json`},
		{"build output alone", `
-- dist/app.json --
{ "pages": ["a"] }
`, "dist app.json wechat miniprogram: app.json"},
		{"sources of frameworks are hints", `
-- m/src/app.mpx --
-- t/src/app.config.ts --
-- u/manifest.json --
{}
-- u/pages.json --
{}
-- v/manifest.json --
{}
-- w/src/app.wpy --
`, `
hint mpx m/src/app.mpx
hint taro t/src/app.config.ts
hint uni-app u/manifest.json
hint wepy w/src/app.wpy`},
		{"dot folders and node_modules", `
-- .cache/app.json --
{ "pages": ["a"] }
-- app.json --
{ "pages": ["a"] }
-- node_modules/x/app.json --
{ "pages": ["a"] }
-- node_modules/x/i.js --
-- pages/.hidden/a.js --
`, "app.json wechat miniprogram: app.json"},
		{"a folder named like a script", `
-- app.json --
{ "pages": ["a"] }
-- qr.js/a.js --
-- readme.md --
`, "app.json wechat miniprogram: app.json qr.js/a.js"},
		{"three manifests in one folder", `
-- app.json --
{ "pages": ["a"] }
-- game.json --
{ "deviceOrientation": "portrait" }
-- plugin.json --
{ "publicPages": {} }
`, `
. app.json wechat miniprogram: app.json game.json plugin.json
. game.json wechat minigame: app.json game.json plugin.json
. plugin.json wechat plugin: app.json game.json plugin.json`},
		{"empty manifest beside app.wxss", `
-- app.json --
-- app.wxss --
`, "app.json wechat miniprogram: app.json app.wxss"},
		{"empty manifest beside app.acss", `
-- app.acss --
-- app.json --
`, "app.json alipay miniprogram: app.acss app.json"},
		{"empty manifest beside app.js", `
-- app.js --
-- app.json --
`, "app.json wechat miniprogram: app.js app.json"},
		{"truncated manifest", `
-- app.js --
-- app.json --
{ "window": {}, "pages": ["a
`, "app.json wechat miniprogram: app.js app.json"},
		{"manifest truncated before anything", `
-- app.js --
-- app.json --
{ "name
`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, c.tree)
			want := strings.TrimSpace(c.want)
			if strings.HasPrefix(want, "app.json ") || strings.HasPrefix(want, "game.json ") {
				want = ". " + want
			}
			check(t, projects(dir, find(t, dir, ".")), want)
		})
	}
}
