package project

import (
	"maps"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
)

// Setting is a value in a project file of the developer tool; Node is nil where
// none says it.
type Setting struct {
	Document *manifest.Document
	Node     *manifest.Node
}

// setting returns a value of the tool's project file. What a developer sets for
// himself, in the private file beside it, comes first.
func (t *toolFile) setting(key string) Setting {
	if t == nil {
		return Setting{}
	}
	for _, doc := range []*manifest.Document{t.private, t.doc} {
		if doc == nil {
			continue
		}
		if n := doc.Root.Get(key); n != nil && n.Kind == manifest.String {
			return Setting{doc, n}
		}
	}
	return Setting{}
}

// openedWith finds the project files that say how the developer tool runs the
// program: those that point at the root or, for the source of a framework, whose
// build output they point at, the nearest ones upward.
func (r *Root) openedWith(tools []toolFile) {
	r.settings = maps.Clone(r.toolFile)
	if r.Framework == nil {
		return
	}
	if r.settings == nil {
		r.settings = map[string]*toolFile{}
	}
	nearest := map[string]int{}
	for i := range tools {
		t := &tools[i]
		if r.toolFile[t.platform] == nil && len(t.dir) > nearest[t.platform] && strings.HasPrefix(r.Dir, t.dir+string(filepath.Separator)) {
			nearest[t.platform], r.settings[t.platform] = len(t.dir), t
		}
	}
}

// privateTool reads project.private.config.json, by which a developer changes
// settings of the project file in the same folder, or nil.
func (f *Finder) privateTool(dir string) *manifest.Document {
	const name = "project.private.config.json"
	if !f.has(dir, name) {
		return nil
	}
	return f.readDocument(filepath.Join(dir, name))
}
