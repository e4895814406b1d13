package project

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
)

// candidate returns a Root when the file is the manifest of a mini-program,
// and nil for everything else that bears such a name: an Expo, Heroku or
// Jenkins file. See CONTRIBUTING for the signs that decide.
func (f *Finder) candidate(e entry) *Root {
	var is func(*manifest.Document, string) bool
	surface := platform.MiniProgram
	switch e.name {
	case "app.json":
		is = f.isProgram
	case unpackedName:
		is = f.isUnpacked
	case "game.json":
		is, surface = f.isGame, platform.MiniGame
	case "plugin.json":
		is, surface = f.isPlugin, platform.Plugin
	default:
		return f.sourceManifest(e)
	}
	doc := f.readDocument(e.path)
	dir := e.dir()
	if doc == nil || !is(doc, dir) {
		return nil
	}
	r := &Root{Dir: dir, Manifest: doc, Name: e.name, Surface: surface}
	if f.has(dir, "manifest.json") && f.has(dir, "pages.json") {
		r.Framework, _ = platform.FrameworkByID("uni-app")
	}
	return r
}

// programKeys are keys of app.json that other tools' app.json do not have.
var programKeys = []string{"window", "tabBar", "permission", "requiredPrivateInfos", "requiredBackgroundModes", "usingComponents", "sitemapLocation", "lazyCodeLoading", "networkTimeout"}

func (f *Finder) isProgram(doc *manifest.Document, dir string) bool {
	root := doc.Root
	if root.Get("expo") != nil {
		return false
	}
	for _, key := range []string{"pages", "subPackages", "subpackages"} {
		if n := root.Get(key); n != nil && n.Kind == manifest.Array {
			return true
		}
	}
	if f.has(dir, "app.wxss") || f.has(dir, "app.acss") {
		return true
	}
	if !f.has(dir, "app.js") && !f.has(dir, "app.ts") {
		return false
	}
	for _, key := range programKeys {
		if root.Get(key) != nil {
			return true
		}
	}
	return root == nil || !doc.Valid() && bytes.Contains(doc.File.Data, []byte(`"pages"`))
}

// isUnpacked reports whether a folder holds the contents of an uploaded package,
// whose manifest is app-config.json and whose code is one bundle.
func (f *Finder) isUnpacked(doc *manifest.Document, dir string) bool {
	return f.has(dir, "app-service.js") && !f.has(dir, "app.json") && doc.Root.Get("pages") != nil
}

func (f *Finder) isGame(doc *manifest.Document, dir string) bool {
	return f.has(dir, "game.js") || f.has(dir, "game.ts") || doc.Root.Get("deviceOrientation") != nil
}

func (f *Finder) isPlugin(doc *manifest.Document, dir string) bool {
	if doc.Root.Get("publicComponents") != nil || doc.Root.Get("publicPages") != nil {
		return true
	}
	for _, t := range f.tools {
		if t.pluginRoot == dir {
			return true
		}
	}
	return false
}

func (f *Finder) has(dir, name string) bool {
	for _, e := range f.dirs[dir] {
		if e.name == name {
			return true
		}
	}
	return false
}

// toolFile is a developer tool's project file, which says where the program
// lies and what of it is packed.
type toolFile struct {
	path       string
	dir        string // of path
	platform   string
	doc        *manifest.Document
	private    *manifest.Document // project.private.config.json beside it, or nil
	root       string             // absolute miniprogramRoot
	pluginRoot string
	cloudRoot  string
	unpacked   []packRule // what packOptions leaves out of the package
}

// readTool notes a project file.
func (f *Finder) readTool(e entry) {
	dir := e.dir()
	switch e.name {
	case "project.config.json":
		f.addTool(e, dir, "wechat", "cloudfunctionRoot")
	case "mini.project.json":
		f.addTool(e, dir, "alipay", "cloudbaseRoot")
	}
}

func (f *Finder) hint(kind, path, detail string) {
	f.hints = append(f.hints, Hint{kind, f.Display(path), detail})
}

func (f *Finder) addTool(e entry, dir, id, cloudKey string) {
	doc := f.readDocument(e.path)
	if doc == nil {
		return
	}
	t := toolFile{path: e.path, dir: dir, platform: id, doc: doc, root: dir, unpacked: packRules(doc)}
	if r := text(doc, "miniprogramRoot"); r != "" {
		t.root = filepath.Join(dir, filepath.FromSlash(r))
	}
	if r := text(doc, "pluginRoot"); r != "" {
		t.pluginRoot = filepath.Join(dir, filepath.FromSlash(r))
	}
	if r := text(doc, cloudKey); r != "" {
		t.cloudRoot = filepath.Join(dir, filepath.FromSlash(r))
	}
	if id == "wechat" {
		t.private = f.privateTool(dir)
	}
	f.tools = append(f.tools, t)
	if !f.holdsFiles(t.root) {
		f.hint("missing-root", e.path, f.Display(t.root))
	}
}

// holdsFiles reports whether some file of interest lies in or below a folder.
func (f *Finder) holdsFiles(dir string) bool {
	if _, ok := f.dirs[dir]; ok {
		return true
	}
	if _, err := os.Stat(dir); err != nil {
		return false // the usual case, and comparing all folders takes long
	}
	prefix := dir + string(filepath.Separator)
	for d := range f.dirs {
		if strings.HasPrefix(d, prefix) {
			return true
		}
	}
	return false
}

func text(doc *manifest.Document, key string) string {
	if n := doc.Root.Get(key); n != nil && n.Kind == manifest.String {
		return n.Text
	}
	return ""
}
