package project

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Role is what becomes of a layer of a manifest.
type Role string

// The roles.
const (
	MainLayer     Role = "manifest" // the platform reads it, or the framework builds it into app.json
	OverrideLayer Role = "override" // ext.json: its fields replace those of app.json
	BuiltLayer    Role = "built"    // an app.json that the framework has built
	UnreadLayer   Role = "unread"   // nobody reads permissions from here
)

// Layer is one file, or one node of a file, that says something about
// permissions.
type Layer struct {
	Name string // as a developer calls it: "app.json", "manifest.json (mp-weixin)"
	Role Role
	Doc  *manifest.Document // its Root is the object that holds the fields
}

// Hidden says why a declaration has no effect.
type Hidden string

// The reasons; Effective is the absence of one.
const (
	Effective Hidden = ""
	Replaced  Hidden = "replaced" // ext.json has the field too
	Disabled  Hidden = "disabled" // ext.json is switched off
	NotRead   Hidden = "not-read" // not read in this file or node, or a key that is not read there
	Lost      Hidden = "lost"     // not in the manifest that was built
)

// Declaration is one entry of a permission field in one layer.
type Declaration struct {
	Field  string         // "requiredPrivateInfos"
	Name   string         // "getLocation", "scope.userLocation"; the field itself for a switch
	Value  string         // the purpose of a permission, the value of a switch
	Node   *manifest.Node // the member or element
	Layer  *Layer
	Hidden Hidden
	By     *Layer // what hides it, for Replaced and Lost
}

// layers gathers what says something about permissions, the main manifest
// first.
func (l *loader) layers(main *manifest.Document) {
	p := l.project
	p.Layers = []*Layer{{Name: p.ManifestName, Role: MainLayer, Doc: main}}
	for _, d := range p.Documents[1:] {
		switch filepath.Base(d.File.Path) {
		case "ext.json":
			if filepath.Dir(d.File.Path) == filepath.Dir(main.File.Path) || l.root.manifests != nil {
				p.Layers = append(p.Layers, &Layer{Name: "ext.json", Role: OverrideLayer, Doc: d})
			}
		case "preload.json", "sitemap.json":
		default:
			l.unread(d.File.Path, d)
		}
	}
	for _, id := range sortedKeys(l.root.toolFile) {
		t := l.root.toolFile[id]
		l.unread(t.doc.File.Path, t.doc)
	}
	l.unreadSources()
	for _, b := range l.root.built {
		if b.builtFor() == l.platform.ID {
			p.Layers = append(p.Layers, &Layer{Name: b.Manifest.File.Path, Role: BuiltLayer, Doc: b.Manifest})
		}
	}
	p.declare(l.root.nativeName())
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// unread adds a layer if it holds a permission field, which nobody reads there.
func (l *loader) unread(name string, d *manifest.Document) {
	if d == nil || d.Root == nil {
		return
	}
	for _, f := range l.platform.PermissionFields() {
		if d.Root.Get(f.Name) != nil {
			l.project.Layers = append(l.project.Layers, &Layer{Name: name, Role: UnreadLayer, Doc: d})
			return
		}
	}
}

// unreadSources adds the places in a framework's source that look like the
// right one: other nodes of uni-app's manifest.json, pages.json, page settings
// in scripts, an app.json that is not built from.
func (l *loader) unreadSources() {
	if l.root.manifests == nil {
		return
	}
	if l.root.pageList != nil {
		l.unread("pages.json", l.root.pageList)
		l.unread("pages.json (globalStyle)", part(l.root.pageList, "globalStyle"))
		if whole := l.reread(filepath.Join(l.root.Dir, "manifest.json")); whole != nil && whole.Root != nil {
			l.unread("manifest.json (top level)", whole)
			for _, n := range whole.Root.Children {
				if !strings.HasPrefix(n.Key, "mp-") {
					l.unread("manifest.json ("+n.Key+")", part(whole, n.Key))
				}
			}
		}
	}
	for _, e := range l.root.files {
		switch rel := l.root.rel(e); {
		case rel == "app.json":
			l.unread(rel, l.reread(e.path))
		case strings.Contains(e.name, ".config.") && e.name != l.root.Name && isScript(extension(e.name)):
			l.unreadScript(e)
		}
	}
}

// part is a document of which only one member is looked at.
func part(d *manifest.Document, key string) *manifest.Document {
	return &manifest.Document{File: d.File, Root: d.Root.Get(key)}
}

func (l *loader) reread(path string) *manifest.Document {
	data, err := l.options.Overlay.read(path)
	if err != nil || len(data) > manifest.MaxSize {
		return nil
	}
	return manifest.Parse(&source.File{Path: display(l.options.Dir, path), Data: data})
}

// unreadScript adds the settings of one page, or of a tool that writes
// pages.json, that are written as a script.
func (l *loader) unreadScript(e entry) {
	data, err := l.options.Overlay.read(e.path)
	if err != nil || len(data) > manifest.MaxSize || strings.HasPrefix(e.name, "manifest.config.") {
		return
	}
	r := readLiterals(e.path, l.options.Dir, data, source.Range{Start: source.SkipBOM(data), End: len(data)})
	r.framework, r.platform, r.overlay = l.root.Framework, l.platform.ID, l.options.Overlay
	l.unread(l.root.rel(e), r.manifest())
}

// builtFor guesses from the path of a built manifest which platform it is for.
func (r *Root) builtFor() string {
	for _, p := range platform.All() {
		for _, name := range append([]string{p.ID}, buildNames[p.ID]...) {
			if slices.Contains(strings.Split(filepath.ToSlash(r.Dir), "/"), name) {
				return p.ID
			}
		}
	}
	return "wechat"
}

// buildNames are the names of output folders by platform id.
var buildNames = map[string][]string{
	"wechat": {"mp-weixin", "weapp", "wx"},
	"alipay": {"mp-alipay", "ali"},
}
