package project

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
)

// entryNames are files that the platform or a framework looks for itself.
var entryNames = []string{
	"app", "game", "plugin", "main", "index", "ext", "preload", "pages", "manifest",
	"custom-tab-bar/index", "customize-tab-bar/index", "app-bar/index",
}

// plainKeys are the members of a manifest whose strings name no folder whose
// files are all entries.
var plainKeys = []string{"pages", "subPackages", "subpackages", "usingComponents", "tabBar", "preloadRule", "entryPagePath", "plugins", "window", "permission", "resolveAlias"}

// entries reaches what the platform starts from. Where the manifest or its
// pages are not all there, everything counts as reached.
func (g *graph) entries() {
	root := g.project.Manifest.Root
	if !g.project.Manifest.Valid() || g.project.Manifest.Partial || !g.complete() || g.importsByItself() {
		g.all = true
		return
	}
	for _, name := range slices.Concat(g.root.pages(), entryNames) {
		g.reachAll(g.at(strings.TrimLeft(name, "./")))
	}
	g.reachAll(g.below("functional-pages"))
	for _, n := range root.Children {
		if n.Key != "pages" || !g.listsPages() { // else all of them are reached already
			g.stated(n, !contains(plainKeys, n.Key))
		}
	}
	for _, key := range []string{"subPackages", "subpackages"} {
		g.subPackages(root.Get(key))
	}
	g.pluginFolders()
	g.autoComponents()
}

// listsPages reports whether the root's pages are those of the manifest: a
// framework may have one for each platform, or a list of its own.
func (g *graph) listsPages() bool {
	root := g.project.Manifest.Root
	return g.root.pageList == nil && root == g.root.Manifest.Root && len(root.Get("pages").Strings()) > 0
}

// stated reaches what a part of the manifest names, and all that lies below
// the folders it names: workers, openDataContext, skills.
func (g *graph) stated(n *manifest.Node, folders bool) {
	eachString(n, func(s string) {
		g.ref(g.root.Name, s, false)
		if p := strings.Trim(s, "./"); folders && p != "" {
			g.reachAll(g.below(p))
		}
	})
}

// subPackages reaches what sub-packages name relative to their root. Those of
// games have no pages: all of their files are entries.
func (g *graph) subPackages(list *manifest.Node) {
	if list == nil {
		return
	}
	for _, sub := range list.Children {
		at := sub.Get("root")
		if at == nil {
			continue
		}
		dir := strings.Trim(at.Text, "./")
		for _, n := range sub.Children {
			if n.Key != at.Key {
				eachString(n, func(s string) { g.ref(dir+"/x", s, false) })
			}
		}
		if g.root.Surface == platform.MiniGame {
			g.reachAll(g.at(dir))
			g.reachAll(g.below(dir))
		}
	}
}

// complete reports whether every page that the manifest lists has a script:
// where one is missing, sources are made by a tool that is not known here.
func (g *graph) complete() bool {
	root := g.project.Manifest.Root
	switch g.root.Surface {
	case platform.MiniGame:
		return g.hasScript("game")
	case platform.Plugin:
		parts := values(root.Get("publicComponents"))
		parts = append(parts, values(root.Get("pages"))...)
		if main := root.Get("main"); main != nil {
			parts = append(parts, main.Text)
		}
		return g.haveScripts(parts)
	}
	return g.haveScripts(g.root.pages()) && (g.hasScript("app") || g.hasScript("main"))
}

func values(n *manifest.Node) []string {
	var out []string
	eachString(n, func(s string) { out = append(out, s) })
	return out
}

func (g *graph) haveScripts(paths []string) bool {
	for _, p := range paths {
		if !g.hasScript(p) {
			return false
		}
	}
	return len(paths) > 0
}

func (g *graph) hasScript(p string) bool {
	for _, stem := range g.at(strings.TrimLeft(path.Clean(p), "./")) {
		for _, i := range g.files[stem] {
			if isCode(extension(g.root.files[i].name)) {
				return true
			}
		}
	}
	return false
}

// pluginFolders reaches the files of a plug-in that is no project of its own.
func (g *graph) pluginFolders() {
	for _, t := range g.root.toolFile {
		if rel, err := filepath.Rel(g.root.Dir, t.pluginRoot); err == nil && t.pluginRoot != "" && rel != "." {
			g.reachAll(g.below(filepath.ToSlash(rel)))
		}
	}
}

// autoComponents reaches the components that uni-app registers without being
// told: all below folders of that name, and those of the project's own rules.
func (g *graph) autoComponents() {
	manifests := 0
	for _, e := range g.root.files {
		if (e.name == "pages.json" || e.name == "manifest.json") && e.dir() == g.root.Dir {
			manifests++
		}
	}
	if manifests < 2 {
		return
	}
	g.reachAll(g.folders("components"))
	pages := g.root.Manifest
	if g.root.pageList != nil {
		pages = g.root.pageList
	}
	eachString(pages.Root.At("easycom", "custom"), func(s string) {
		dir, _, computed := strings.Cut(s, "$")
		folder := strings.Trim(path.Dir(dir), "@~./")
		g.all = g.all || computed && folder == ""
		g.reachAll(g.folders(folder))
	})
}
