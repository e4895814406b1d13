package project

import (
	"path/filepath"
	"strings"
	"testing"
)

const (
	// reachShell is a program with one page, and a component and a script that
	// nothing names.
	reachShell = `
-- app.js --
-- unused/spare.wxml --
<camera/>
-- unused/spare.js --
wx.getLocation()
-- a.js --
`
	onePage = "-- app.json --\n{ \"pages\": [\"a\"] }" + reachShell
	call    = "wx.getLocation()\n"
	unused  = "unused/spare.js unused/spare.wxml"
)

// unreached lists the files with requests that are marked as not reached.
func unreached(t *testing.T, tree string) string {
	t.Helper()
	dir := plant(t, tree)
	var files []string
	for _, r := range load(t, dir, LoadOptions{Dir: dir})[0].Requests {
		if rel := r.File.Path; !r.Reachable && !contains(files, rel) {
			files = append(files, rel)
		}
	}
	return strings.Join(files, " ")
}

// A page that only one platform has is reached there, whichever comes first.
func TestReachablePagesOfOnePlatform(t *testing.T) {
	const asks = "import Taro from '@tarojs/taro'\nTaro.getLocation()\n"
	dir := plant(t, `
-- package.json --
{ "dependencies": { "@tarojs/taro": "1.3.0" } }
-- src/app.jsx --
import Taro, { Component } from '@tarojs/taro'
class App extends Component {
  config = { pages: process.env.TARO_ENV === 'weapp' ? ['pages/a', 'pages/b'] : ['pages/a', 'pages/c'] }
}
-- src/pages/a.jsx --
my.getAuthCode()
-- src/pages/b.jsx --
`+asks+"-- src/pages/c.jsx --\n"+asks+"-- src/spare.jsx --\n"+asks)
	reached := map[string]bool{}
	for _, p := range load(t, dir, LoadOptions{Dir: dir}) {
		for _, r := range p.Requests {
			reached[p.Platform.ID+" "+filepath.Base(r.File.Path)] = r.Reachable
		}
	}
	for place, want := range map[string]bool{"wechat b.jsx": true, "alipay c.jsx": true, "wechat spare.jsx": false, "alipay spare.jsx": false} {
		if got, known := reached[place]; got != want || !known {
			t.Errorf("%s: reached %v, known %v", place, got, known)
		}
	}
}

// Every tree holds a component that nothing reaches beside what the case is
// about, so that a case cannot pass because everything counts as reached.
func TestReachable(t *testing.T) {
	cases := []struct{ name, tree string }{
		{"script behind two others", onePage + "require('./b')\n-- b.js --\nimport './lib/c.js'\n-- lib/c.js --\n" + call},
		{"page", onePage + call},
		{"program", onePage + "-- app.ts --\n" + call},
		{"name in another case", onePage + "require('./Lib/B')\n-- lib/b.js --\n" + call},
		{"component of a page", onePage + "-- a.wxml --\n-- a.json --\n{ \"usingComponents\": { \"c\": \"./c/index\" } }\n-- c/index.js --\n" + call},
		{"component from the root", onePage + "-- a.json --\n{ \"usingComponents\": { \"c\": \"/c/c\" } }\n-- c/c.wxml --\n<camera/>"},
		{"component of a component", onePage + "-- a.json --\n{ \"usingComponents\": { \"b\": \"b\" } }\n-- b.wxml --\n-- b.json --\n{ \"usingComponents\": { \"c\": \"./c\" } }\n-- c.js --\n" + call},
		{"default of a generic component", onePage + "-- a.json --\n{ \"componentGenerics\": { \"g\": { \"default\": \"./c\" } } }\n-- c.js --\n" + call},
		{"placeholder", onePage + "-- a.json --\n{ \"componentPlaceholder\": { \"g\": \"./c\" } }\n-- c.js --\n" + call},
		{"configuration without a template", onePage + "require('./b')\n-- b.js --\n-- b.json --\n{ \"usingComponents\": { \"c\": \"./c\" } }\n-- c.js --\n" + call},
		{"file that the config leaves out", onePage + "require('./legacy/b')\n-- legacy/b.js --\nrequire('../c')\n-- c.js --\n" + call},
		{"template import and include", onePage + "-- a.wxml --\n<import src=\"b.wxml\"/><include src=\"/c\"/>\n-- b.wxml --\n<camera/>\n-- c.wxml --\n<camera/>"},
		{"other platform's template", onePage + "-- a.wxml --\n-- b.wxml --\n<camera/>\n-- a.axml --\n<include src=\"./b\"/>"},
		{"index", onePage + "import './b'\nimport '.'\n-- b/index.ts --\n" + call + "-- index.js --\n" + call},
		{"script written as its compiled name", onePage + "import './b.js'\n-- b.ts --\n" + call},
		{"platform in the name", onePage + "import './b'\n-- b.weapp.ts --\n" + call},
		{"dot in the name", onePage + "import './b.v2'\n-- b.v2.js --\n" + call},
		{"dot in the folder", onePage + "import './b.v2'\n-- b.v2/index.js --\n" + call},
		{"folder without index", onePage + "import './b'\n-- b/lib/main.js --\n" + call},
		{"folder taken in by a pattern", onePage + "import.meta.glob('./m/*.js', { eager: true })\n-- m/b.js --\n" + call + "-- index.js --\n"},
		{"folder itself taken in by a pattern", onePage + "import './m'\n-- m/index.js --\nimport.meta.globEager('./*.js')\n-- m/b.js --\n" + call},
		{"folder taken in by webpack", onePage + "require.context('./m', true, /\\.js$/)\n-- m/deep/b.js --\n" + call},
		{"alias of the root", onePage + "import '@/b'; import '~/c'; import '~@/d'\n-- b.js --\n" + call + "-- c.js --\n" + call + "-- d.js --\n" + call},
		{"alias of a folder", onePage + "import '@lib/b'; import '@lib'\n-- src/lib/b.js --\n" + call + "-- src/lib/index.js --\n" + call},
		{"alias with a new name", onePage + "import '@u/b'\n-- utils/b.js --\n" + call},
		{"name from the root", onePage + "require('lib/b')\n-- lib/b.js --\n" + call},
		{"name above the root", onePage + "require('../../lib/b')\n-- lib/b.js --\n" + call},
		{"package", onePage + "require('p'); require('@s/q/x')\n-- miniprogram_npm/p/index.js --\n" + call + "-- miniprogram_npm/@s/q/x.js --\n" + call},
		{"package without index", onePage + "require('p')\n-- miniprogram_npm/p/lib/p.js --\n" + call},
		{"package of a sub-package", onePage + "require('p')\n-- sub/miniprogram_npm/p/index.js --\n" + call},
		{"custom tab bar", onePage + "-- custom-tab-bar/index.js --\n" + call},
		{"custom tab bar of Alipay", onePage + "-- customize-tab-bar/index.js --\n" + call},
		{"functional page", onePage + "-- functional-pages/pay.js --\n" + call},
		{"Windows path", onePage + "-- a.json --\n{ \"usingComponents\": { \"c\": \".\\\\lib\\\\c\" } }\n-- lib/c.js --\n" + call},
		{"loader", onePage + "import 'raw!./b?x'\n-- b.js --\n" + call},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, unreached(t, c.tree), unused) })
	}
}

func TestReachableFromTheManifest(t *testing.T) {
	cases := []struct{ name, manifest, tree string }{
		{"component of every page", `"usingComponents": { "c": "c/c" }`, "-- c/c.js --\n" + call},
		{"page of a sub-package", `"subPackages": [{ "root": "s/", "pages": ["p/p"] }]`, "-- s/p/p.js --\n" + call},
		{"page of an independent package", `"subpackages": [{ "root": "s", "pages": ["p"], "independent": true }]`, "-- s/p.js --\n" + call},
		{"entry of a sub-package", `"subPackages": [{ "root": "s", "pages": [], "entry": "e.js" }]`, "-- s/e.js --\n" + call},
		{"export to a plug-in", `"plugins": { "p": { "export": "x.js" } }`, "-- x.js --\n" + call},
		{"export of a sub-package", `"subPackages": [{ "root": "s", "pages": [], "plugins": { "p": { "export": "x.js" } } }]`, "-- s/x.js --\n" + call},
		{"workers", `"workers": "w"`, "-- w/deep/x.js --\n" + call},
		{"workers in a sub-package", `"workers": { "path": "w", "isSubpackage": true }`, "-- w/x.js --\n" + call},
		{"skills", `"agent": { "skills": [{ "path": "skills/x" }] }`, "-- skills/x/api.js --\n" + call},
		{"alias", `"resolveAlias": { "~lib/*": "/util/*" }`, "-- app.js --\nrequire('~lib/index')\n-- util/index.js --\n" + call},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := "-- app.json --\n{ \"pages\": [\"a\"], " + c.manifest + " }" + reachShell + c.tree
			check(t, unreached(t, tree), unused)
		})
	}
}

func TestUnreachable(t *testing.T) {
	cases := []struct{ name, tree, want string }{
		{"script that only an unreached one names", onePage + "-- unused/d.js --\nrequire('../b')\n-- b.js --\n" + call, "b.js " + unused},
		{"page that is not listed", onePage + "wx.navigateTo({ url: '/b' })\n-- b.js --\n" + call, "b.js " + unused},
		{"package that nothing names", onePage + "require('p/x')\n-- miniprogram_npm/p/x.js --\n" + call + "-- miniprogram_npm/q/index.js --\n" + call, "miniprogram_npm/q/index.js " + unused},
		{"other component of a package", onePage + "-- a.json --\n{ \"usingComponents\": { \"c\": \"p/c/index\" } }\n-- miniprogram_npm/p/c/index.js --\n" + call + "-- miniprogram_npm/p/d/index.js --\n" + call, "miniprogram_npm/p/d/index.js " + unused},
		{"script of a sub-package", "-- app.json --\n{ \"pages\": [\"a\"], \"subPackages\": [{ \"root\": \"s\", \"pages\": [\"p\"] }] }" + reachShell + "-- s/p.js --\n-- s/q.js --\n" + call, "s/q.js " + unused},
		{"namesake of a sub-package's root", "-- app.json --\n{ \"pages\": [\"a\"], \"subPackages\": [{ \"root\": \"s/spare\", \"pages\": [\"p\"] }] }" + reachShell + "-- s/spare/p.js --\n" + call, unused},
		{"empty configuration", onePage + "-- a.wxml --\n-- a.json --\n", unused},
		{"declarations", onePage + "-- a.d.ts --\nimport './unused/spare'", unused},
		{"tests", onePage + "-- a.test.js --\nimport './unused/spare'", unused},
		{"bundle", onePage + "-- unused/spare.min.js --\n" + call, "unused/spare.js unused/spare.min.js unused/spare.wxml"},
		{"compiled script", onePage + "-- unused/spare.ts --\n" + call, "unused/spare.ts unused/spare.wxml"},
		{"packages that are not there", onePage + "-- a.wxml --\n-- a.json --\n{ \"usingComponents\": { \"v\": \"@vant/weapp/index\" }, \"backgroundColor\": \"#fff\" }\n-- a.js --\nimport '@s/p'; import 'q'", unused},
		{"variables of a theme", "-- app.json --\n{ \"pages\": [\"a\"], \"window\": { \"navigationBarTextStyle\": \"@style\" } }" + reachShell, unused},
		{"assets by an alias", onePage + "import '~@/a.scss'; import '@u/index.css'", unused},
		{"plug-in of its own that defines constants", onePage + "-- vite.config.js --\nimport routes from './build/routes'\n-- build/routes.js --\nexport default () => ({ name: 'routes', config() { return { define: {} } } })", unused},
		{"plug-in of its own that writes a file", onePage + "-- vite.config.js --\nimport note from './build/note'\n-- build/note.js --\nconst fs = require('fs')\nexport default () => { fs.writeFileSync('x', '') }", unused},
		{"settings of Vite without plug-ins", onePage + "-- vite.config.ts --\nimport { defineConfig } from 'vite'\n  // import auto from 'auto'", unused},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, unreached(t, c.tree), c.want) })
	}
}

// What cannot be followed to its end keeps everything reachable.
func TestReachableForWantOfKnowledge(t *testing.T) {
	cases := []struct{ name, tree string }{
		{"computed require", onePage + "require(name)"},
		{"pattern of the root", onePage + "import.meta.glob('./*.js')"},
		{"computed require two hops away", onePage + "import './b'\n-- b.js --\nimport(name)"},
		{"alias that leads nowhere", onePage + "import '@u'"},
		{"alias of an index", onePage + "import '$u/index'"},
		{"require under another name", onePage + "window.load = require"},
		{"page without any file", "-- app.json --\n{ \"pages\": [\"a\", \"b\"] }" + reachShell},
		{"page without a script", "-- app.json --\n{ \"pages\": [\"a\", \"b\"] }" + reachShell + "-- b.wxml --\n"},
		{"no pages", "-- app.json --\n{ \"pages\": [] }" + reachShell},
		{"no program", "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.js --\n-- unused/spare.js --\n" + call},
		{"broken manifest", "-- app.json --\n{ \"pages\": [\"a\"], }}" + reachShell},
		{"broken configuration", onePage + "-- a.wxml --\n-- a.json --\n{ \"usingComponents\": "},
		{"components by folder", onePage + "-- vite.config.ts --\nimport { defineConfig } from 'weapp-vite'"},
		{"plug-in of its own that changes modules", onePage + "-- vite.config.js --\nimport routes from './build/routes'\n-- build/routes.js --\nexport default () => ({ name: 'routes', transform(code) {} })"},
		{"plug-in of its own that hands on another", onePage + "-- vite.config.js --\nimport routes from './build/routes'\n-- build/routes.js --\nexport { default } from 'auto'"},
		{"variables from the bundler", onePage + "-- webpack.config.js --\nnew webpack.ProvidePlugin({})"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, unreached(t, c.tree), "") })
	}
}

func TestReachableOfGames(t *testing.T) {
	tree := `
-- game.json --
{ "deviceOrientation": "portrait", "openDataContext": "open", "workers": "w",
  "subpackages": [{ "name": "s", "root": "s/" }, { "name": "t", "root": "t.js" }] }
-- game.js --
import './js/main'
-- js/main.js --
wx.getLocation()
-- open/x/y.js --
wx.getLocation()
-- w/z.js --
wx.getLocation()
-- s/any.js --
wx.getLocation()
-- t.js --
wx.getLocation()
-- unused.js --
wx.getLocation()
`
	check(t, unreached(t, tree), "unused.js")
	check(t, unreached(t, strings.Replace(tree, "import './js/main'", "window.loadLib = require", 1)), "")
}

func TestReachableOfPlugins(t *testing.T) {
	tree := `
-- plugin.json --
{ "publicComponents": { "c": "c/c" }, "pages": { "p": "p/p" }, "main": "main.js" }
-- main.js --
wx.getLocation()
-- c/c.js --
wx.getLocation()
-- p/p.js --
wx.getLocation()
-- unused.js --
wx.getLocation()
`
	check(t, unreached(t, tree), "unused.js")
	check(t, unreached(t, strings.Replace(tree, "-- p/p.js --", "-- p/q.js --", 1)), "")
}

// Files of a plug-in that shares its folder with the program, or has no
// manifest of its own, belong to the program's tree.
func TestReachableOfPluginsInside(t *testing.T) {
	check(t, unreached(t, onePage+"-- project.config.json --\n{ \"pluginRoot\": \"p\" }\n-- p/x.js --\n"+call), unused)
	check(t, unreached(t, onePage+"-- plugin.json --\n{ \"publicComponents\": { \"c\": \"c/c\" } }\n-- c/c.js --\n"+call), unused)
}

// Requests of manifests and of build output are not marked.
func TestReachableOfManifests(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"], \"requiredPrivateInfos\": [\"getLocation\"] }"+reachShell+"-- unpackage/x.js --\n"+call)
	for _, r := range load(t, dir, LoadOptions{Dir: dir})[0].Requests {
		if want := r.Form == ManifestForm || r.Origin == Generated; r.Reachable != want {
			t.Errorf("%s in %s: reachable %v, want %v", r.Capability.ID, filepath.ToSlash(r.File.Path), r.Reachable, want)
		}
	}
}

// uni-app registers the components of folders with that name without being
// told; pages.json beside manifest.json is its sign.
func TestReachableOfUniApp(t *testing.T) {
	tree := onePage + "-- manifest.json --\n{}\n-- pages.json --\n{}\n-- components/b/b.js --\n" + call + "-- uni_modules/u/components/c/c.js --\n" + call
	check(t, unreached(t, tree), unused)
	check(t, unreached(t, strings.ReplaceAll(tree, "manifest.json", "other.json")), "components/b/b.js uni_modules/u/components/c/c.js "+unused)
}
