package project

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
	symlink(t, "nowhere", filepath.Join(dir, "a", "l.js"))
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

func symlink(t testing.TB, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

func TestFindAndSymbolicLinks(t *testing.T) {
	dir := plant(t, "-- real/app.json --\n{ \"pages\": [\"a\"] }\n-- real/pages/a.js --\n")
	symlink(t, "..", filepath.Join(dir, "real", "pages", "loop"))
	symlink(t, "a.js", filepath.Join(dir, "real", "pages", "b.js"))
	symlink(t, "a.js", filepath.Join(dir, "real", "pages", "b.png"))
	symlink(t, "real", filepath.Join(dir, "linked"))
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
