package project

import (
	"fmt"
	"os"
	"path/filepath"
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

func TestFindFromInside(t *testing.T) {
	const tree = `
-- a/.git/HEAD --
-- a/app.json --
{ "pages": ["p"] }
-- a/pages/p.js --
-- a/plugin.json --
{ "publicPages": {} }
-- a/inner/app.json --
{ "pages": ["p"] }
-- a/repo/.git/HEAD --
-- a/repo/x.js --
-- none/x.js --
-- none/link.js --
`
	cases := []struct{ name, paths, want string }{
		{"file", "a/pages/p.js", "a app.json only a/pages/p.js\na plugin.json only a/pages/p.js"},
		{"folder", "a/pages", "a app.json only a/pages\na plugin.json only a/pages"},
		{"manifest", "a/inner/app.json", "a/inner app.json only a/inner/app.json"},
		{"two files", "a/pages/p.js a/app.json", "a app.json only a/pages/p.js a/app.json\na plugin.json only a/pages/p.js a/app.json"},
		{"the project wins over its file", "a/pages/p.js a", "a app.json\na plugin.json\na/inner app.json"},
		{"the project wins over its file that comes later", "a a/pages/p.js", "a app.json\na plugin.json\na/inner app.json"},
		{"one project twice", "a/inner a/inner", "a/inner app.json"},
		{"another repository inside", "a/repo", ""},
		{"a file in another repository inside", "a/repo/x.js", ""},
		{"no project", "none/x.js", ""},
		{"many below", ".", "a app.json\na plugin.json\na/inner app.json"},
	}
	dir := plant(t, tree)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range find(t, dir, strings.Fields(c.paths)...).Roots {
				line := display(dir, r.Dir) + " " + r.Name
				for i, only := range r.Only {
					if i == 0 {
						line += " only"
					}
					line += " " + display(dir, only)
				}
				got = append(got, line)
			}
			check(t, strings.Join(got, "\n"), c.want)
		})
	}
}

func TestFindKeepsWhatWasSkippedOnce(t *testing.T) {
	dir := plant(t, "-- a/app.json --\n{ \"pages\": [\"p\"] }\n-- a/project.config.json --\n{ \"miniprogramRoot\": \"gone\" }\n-- b/x.js --\n")
	link(t, "nowhere", filepath.Join(dir, "a", "l.js"))
	want := "a app.json wechat miniprogram: app.json project.config.json\nhint missing-root a/project.config.json a/gone\nskip a/l.js symlink"
	for _, paths := range []string{"a", "a a", "a b/x.js", ". a"} {
		check(t, projects(dir, find(t, dir, strings.Fields(paths)...)), want)
	}
}

func TestFindManyRoots(t *testing.T) {
	dir := t.TempDir()
	var want strings.Builder
	for i := range 90 {
		name := fmt.Sprintf("packages/p%02d", i)
		put(t, dir, name+"/app.json", []byte(`{ "pages": ["a"] }`))
		fmt.Fprintf(&want, "%s app.json wechat miniprogram: app.json\n", name)
	}
	check(t, projects(dir, find(t, dir, "packages")), want.String())
}

func TestFindOverridesPlatform(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [\"a\"] }\n-- a.wxml --\n")
	f := &Finder{Dir: dir, Platform: platformOf(t, "alipay")}
	found, err := f.Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	check(t, projects(dir, found), ". app.json alipay miniprogram: a.wxml app.json")
}

func TestFindFailsOnMissingPath(t *testing.T) {
	dir := plant(t, "-- app.json --\n{ \"pages\": [] }\n")
	_, err := (&Finder{Dir: dir}).Find([]string{".", "gone"})
	if err == nil || err.Error() != "read gone: no such file or directory" {
		t.Errorf("got %v", err)
	}
}

func link(t testing.TB, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

func TestFindAndSymbolicLinks(t *testing.T) {
	dir := plant(t, "-- real/app.json --\n{ \"pages\": [\"a\"] }\n-- real/pages/a.js --\n")
	link(t, "..", filepath.Join(dir, "real", "pages", "loop"))
	link(t, "a.js", filepath.Join(dir, "real", "pages", "b.js"))
	link(t, "a.js", filepath.Join(dir, "real", "pages", "b.png"))
	link(t, "real", filepath.Join(dir, "linked"))
	check(t, projects(dir, find(t, dir, "real")), "real app.json wechat miniprogram: app.json pages/a.js\nskip real/pages/b.js symlink")
	check(t, projects(dir, find(t, dir, "linked")), "linked app.json wechat miniprogram: app.json pages/a.js\nskip linked/pages/b.js symlink")
}

// The name of a folder above the one that was asked for says nothing.
func TestFindBelowAFolderNamedBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "build")
	put(t, dir, "src/app.json", []byte(`{ "pages": ["a"] }`))
	put(t, dir, "dist/app.json", []byte(`{ "pages": ["a"] }`))
	want := "src app.json wechat miniprogram: app.json\nskip build/dist build-output build/src"
	check(t, projects(dir, find(t, filepath.Dir(dir), dir)), want)
}
