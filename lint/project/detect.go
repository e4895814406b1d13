package project

import (
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
)

// detect decides which platforms a root is written for, by the strongest sign
// there is: templates of its pages, then the app's style sheet, then a project
// file that points here, then any template. One root may serve both platforms.
func (f *Finder) detect(r *Root) {
	r.toolFiles(f.tools)
	r.openedWith(f.tools)
	if f.Platform != nil {
		r.Platforms = []*platform.Platform{f.Platform}
		return
	}
	if r.manifests != nil {
		r.Platforms = f.builtFor(r)
		return
	}
	signs := []func(*platform.Platform) bool{
		func(p *platform.Platform) bool { return f.hasPage(r, p.TemplateExt) },
		func(p *platform.Platform) bool { return f.has(r.Dir, "app"+p.StyleExt) },
		func(p *platform.Platform) bool { return r.toolFile[p.ID] != nil },
		func(p *platform.Platform) bool { return r.anyFile(p.TemplateExt) },
	}
	for _, sign := range signs {
		for _, p := range platform.All() {
			if sign(p) {
				r.Platforms = append(r.Platforms, p)
			}
		}
		if len(r.Platforms) > 0 {
			return
		}
	}
	wechat, _ := platform.ByID("wechat")
	r.Platforms = []*platform.Platform{wechat}
}

// toolFiles keeps the project files that point at the root, and those in the
// root itself.
func (r *Root) toolFiles(tools []toolFile) {
	r.toolFile = nil
	for i := range tools {
		t := &tools[i]
		if t.root == r.Dir || t.pluginRoot == r.Dir || t.dir == r.Dir {
			if r.toolFile == nil {
				r.toolFile = make(map[string]*toolFile)
			}
			r.toolFile[t.platform] = t
		}
	}
}

// pages returns the page paths of the manifest, without extension, those of
// sub-packages with their root in front.
func (r *Root) pages() []string {
	r.once.Do(func() { r.pagePaths = r.listPages() })
	return r.pagePaths
}

func (r *Root) listPages() []string {
	root := r.Manifest.Root
	if r.pageList != nil {
		root = r.pageList.Root
	}
	pages := pagePaths(root.Get("pages"))
	for _, key := range []string{"subPackages", "subpackages"} {
		n := root.Get(key)
		if n == nil {
			continue
		}
		for _, sub := range n.Children {
			dir := ""
			if at := sub.Get("root"); at != nil {
				dir = strings.Trim(at.Text, "/")
			}
			for _, p := range pagePaths(sub.Get("pages")) {
				pages = append(pages, dir+"/"+strings.TrimPrefix(p, "/"))
			}
		}
	}
	return pages
}

// pagePaths returns the paths of a list of pages: strings, or objects with a
// path as in uni-app's pages.json.
func pagePaths(list *manifest.Node) []string {
	paths := list.Strings()
	if list == nil || len(paths) > 0 {
		return paths
	}
	for _, n := range list.Children {
		if path := n.Get("path"); path != nil {
			paths = append(paths, path.Text)
		}
	}
	return paths
}

func (f *Finder) hasPage(r *Root, ext string) bool {
	for _, p := range r.pages() {
		path := filepath.Join(r.Dir, filepath.FromSlash(p)+ext)
		if f.has(filepath.Dir(path), filepath.Base(path)) {
			return true
		}
	}
	return false
}

func (r *Root) anyFile(ext string) bool {
	for _, e := range r.files {
		if strings.HasSuffix(e.name, ext) {
			return true
		}
	}
	return false
}
