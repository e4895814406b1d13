package project

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// sourceManifests are the names that a framework's source manifest may have.
var sourceManifests = []string{
	"manifest.json", "app.config.ts", "app.config.js", "app.config.tsx", "app.config.mjs", "app.js", "app.jsx", "app.tsx", "app.mpx", "app.wpy",
}

// sourceManifest returns a Root when the file is the manifest of a framework's
// source, from which app.json is built: manifest.json beside pages.json of
// uni-app, app.config of Taro and Remax, app.mpx, app.wpy.
func (f *Finder) sourceManifest(e entry) *Root {
	if !contains(sourceManifests, e.name) {
		return nil
	}
	r := &Root{Dir: e.dir(), Name: e.name, Surface: platform.MiniProgram, manifests: map[string]*manifest.Document{}}
	switch e.name {
	case "manifest.json":
		if !f.has(r.Dir, "pages.json") {
			return nil
		}
		r.Framework, _ = platform.FrameworkByID("uni-app")
		if pages := f.readDocument(filepath.Join(r.Dir, "pages.json")); pages != nil && pages.Root.Get("pages") != nil {
			r.pageList = pages
		}
	case "app.config.ts", "app.config.js", "app.config.tsx", "app.config.mjs":
		if r.Framework = f.dependsOn(r.Dir, "taro", "remax"); r.Framework == nil {
			r.Framework, _ = platform.FrameworkByID("taro")
		}
	case "app.js", "app.jsx", "app.tsx": // the config of the class, in Taro 1 and 2
		if r.Framework = f.oldTaro(e); r.Framework == nil {
			return nil
		}
	case "app.mpx":
		r.Framework, _ = platform.FrameworkByID("mpx")
	case "app.wpy":
		r.Framework, _ = platform.FrameworkByID("wepy")
	}
	if f.isMarked(r.Dir) { // a native manifest stands there too, and is what is packed
		return nil
	}
	for _, p := range platform.All() {
		if doc := f.effective(r, p.ID, e.path); doc != nil && (r.pageList != nil || doc.Root.Get("pages") != nil) {
			r.manifests[p.ID] = doc
			if r.Manifest == nil {
				r.Manifest = doc
			}
		}
	}
	if r.Manifest == nil {
		if !strings.HasPrefix(e.name, "app.js") && e.name != "app.tsx" {
			f.hint(r.Framework.ID, e.path, "")
		}
		return nil
	}
	return r
}

// manifestFor returns the manifest that a platform sees.
func (r *Root) manifestFor(p *platform.Platform) *manifest.Document {
	if doc := r.manifests[p.ID]; doc != nil {
		return doc
	}
	return r.Manifest
}

// oldTaro returns Taro when the file may be the class of a program of Taro 1 or
// 2, whose manifest is the class's member config.
func (f *Finder) oldTaro(e entry) *platform.Framework {
	if f.has(e.dir(), "app.json") || f.has(e.dir(), "app.config.js") || f.has(e.dir(), "app.config.ts") {
		return nil
	}
	data, err := f.Overlay.readInto(e.path, nil)
	if err != nil || !bytes.Contains(data, []byte("@tarojs/taro")) || !bytes.Contains(data, []byte("config")) || !bytes.Contains(data, []byte("pages")) {
		return nil
	}
	return f.dependsOn(e.dir(), "taro")
}

// isMarked reports whether a native manifest of a program stands in a folder.
func (f *Finder) isMarked(dir string) bool {
	if !f.has(dir, "app.json") {
		return false
	}
	doc := f.readDocument(filepath.Join(dir, "app.json"))
	return doc != nil && f.isProgram(doc, dir)
}

// effective reads the manifest that a framework builds for a platform, or nil
// when the file cannot be read.
func (f *Finder) effective(r *Root, id, path string) *manifest.Document {
	data, err := f.Overlay.read(path)
	if err != nil || len(data) > manifest.MaxSize {
		return nil
	}
	if r.Framework.ID == "uni-app" {
		return f.uniManifest(r, id, path, data)
	}
	part := manifestPart(path, data)
	l := readLiterals(path, f.Dir, data, part)
	l.framework, l.platform, l.overlay = r.Framework, id, f.Overlay
	return l.manifest()
}

// manifestPart returns where in a file the manifest's script or JSON stands:
// all of a script, one block of a single-file component.
func manifestPart(path string, data []byte) source.Range {
	part := source.Range{Start: source.SkipBOM(data), End: len(data)}
	if !isSingleFile(filepath.Ext(path)) {
		return part
	}
	found := false
	blocks(data, func(b *block) {
		is := b.name == "config" || b.json()
		if is || !found && b.name == "script" && filepath.Ext(path) == ".wpy" {
			part, found = b.inner, found || is
		}
	})
	return part
}

// manifest reads the object that the script as a whole stands for: what it
// exports, the config of a WePY class, or a bare object.
func (l *literalReader) manifest() *manifest.Document {
	name := map[string]string{"wechat": "wechat", "alipay": "ali"}[l.platform]
	n, file := l.export(maxFollow, "default", name)
	if n == nil || n.Kind != manifest.Object {
		n, file = l.bare()
	}
	point(n, "")
	return &manifest.Document{File: file, Root: n, Partial: l.open || n.Kind != manifest.Object, Problems: l.reader(file).problems(n.Range)}
}

// problems returns the first bracket that nothing closes, or the first such
// string in the object read, as a syntax error.
func (l *literalReader) problems(object source.Range) []manifest.Problem {
	for i := range l.Tokens {
		at := l.Range(i, i)
		if at.Start >= object.Start && at.End <= object.End && l.unclosedString(i) {
			return []manifest.Problem{{Kind: manifest.Invalid, Range: at, Text: manifest.CodeUnclosedString + ": expected a closing quote"}}
		}
		if l.Tokens[i].Kind != scan.Open || l.Tokens[i].Match > 0 {
			continue
		}
		code := manifest.CodeUnclosedObject
		if !l.IsObject(i) {
			code = manifest.CodeUnclosedArray
		}
		end := len(bytes.TrimRight(l.Data[:l.partEnd], " \t\r\n"))
		return []manifest.Problem{{
			Kind: manifest.Invalid, Range: source.Range{Start: max(end-1, 0), End: end}, Related: at,
			Text: code + ": expected a closing bracket",
		}}
	}
	return nil
}

// unclosedString reports whether token i is a string that ends with its line
// or the file rather than with a quote.
func (l *literalReader) unclosedString(i int) bool {
	if _, closed := l.Literal(i); closed {
		return false
	}
	hole := l.Kind(i+1) == scan.Open && l.Tokens[i+1].Start == l.Tokens[i].End
	return l.Kind(i) == scan.String || l.Kind(i) == scan.TemplatePart && bytes.HasPrefix(l.Text(i), []byte("`")) && !hole
}

// reader returns what has read a file: the reader itself, or that of a module.
func (l *literalReader) reader(file *source.File) *literalReader {
	if l == nil || l.file == file {
		return l
	}
	for _, other := range l.modules {
		if r := other.reader(file); r != nil {
			return r
		}
	}
	return nil
}

// bare finds an object that is no export: the whole text of a JSON block, or
// config = { ... } in a class.
func (l *literalReader) bare() (*manifest.Node, *source.File) {
	for i := range l.Tokens {
		switch {
		case i == 0 && l.IsObject(i):
			return l.object(i, maxFollow), l.file
		case l.Is(i, "config") && l.Is(i+1, "=") && l.IsObject(i+2):
			return l.object(i+2, maxFollow), l.file
		case l.Is(i, "config") && l.Is(i+1, ":") && l.Is(i+3, "=") && l.IsObject(i+4): // config: Config = { ... }
			return l.object(i+4, maxFollow), l.file
		}
	}
	return &manifest.Node{Kind: manifest.Object}, l.file
}

// point gives a tree its JSON pointers.
func point(n *manifest.Node, pointer string) {
	n.Pointer = pointer
	for i, child := range n.Children {
		step := child.Key
		if n.Kind == manifest.Array {
			step = strconv.Itoa(i)
		}
		point(child, pointer+"/"+escapePointer.Replace(step))
	}
}

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// uniManifest reads the node of manifest.json that uni-app copies into the
// app.json of a platform.
func (f *Finder) uniManifest(r *Root, id, path string, data []byte) *manifest.Document {
	file := &source.File{Path: f.Display(path), Data: data}
	doc := manifest.Parse(&source.File{Path: file.Path, Data: withoutOthers(data, r.Framework, id)})
	node := doc.Root.Get(r.Framework.ManifestNodes[id])
	if node == nil {
		node = &manifest.Node{Kind: manifest.Object, Range: source.Range{}}
	}
	var problems []manifest.Problem
	for _, p := range doc.Problems {
		if p.Kind != manifest.Comment && p.Kind != manifest.TrailingComma { // uni-app reads both
			problems = append(problems, p)
		}
	}
	return &manifest.Document{File: file, Root: node, Problems: problems}
}

// withoutOthers returns the text with the parts blanked that uni-app leaves
// out for a platform, or the text itself where there are none.
func withoutOthers(data []byte, f *platform.Framework, id string) []byte {
	if len(f.Conditions) == 0 || !bytes.Contains(data, []byte("#endif")) {
		return data
	}
	out := data
	holds := func(name string) (bool, bool) { return f.Holds(name, id) }
	scan.Conditional(data, holds, func(r source.Range) {
		if &out[0] == &data[0] {
			out = bytes.Clone(data)
		}
		for i := r.Start; i < r.End; i++ {
			if out[i] != '\n' && out[i] != '\r' {
				out[i] = ' '
			}
		}
	})
	return out
}

// dependsOn returns the first of the frameworks that the nearest package.json
// upward names among its dependencies.
func (f *Finder) dependsOn(dir string, ids ...string) *platform.Framework {
	for ; ; dir = filepath.Dir(dir) {
		if data, err := os.ReadFile(filepath.Join(dir, "package.json")); err == nil {
			for _, id := range ids {
				fw, _ := platform.FrameworkByID(id)
				for _, pkg := range fw.Packages {
					if bytes.Contains(data, []byte(`"`+pkg+`"`)) {
						return fw
					}
				}
			}
			return nil
		}
		if isTop(dir) {
			return nil
		}
	}
}
