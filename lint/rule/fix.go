package rule

import (
	"path"
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// Fix is one way to put a finding right. A safe one changes nothing but what
// the finding is about and needs no decision of the developer; only such are
// made without asking.
type Fix struct {
	Title Text
	Safe  bool
	Edits []source.Edit
}

// Fixable returns the fix that is made without asking, or nil.
func (f *Finding) Fixable() *Fix {
	for i := range f.Fixes {
		if f.Fixes[i].Safe {
			return &f.Fixes[i]
		}
	}
	return nil
}

// offer adds a fix to a finding, unless it has no edits or one of a file that
// is not the developer's own.
func (p *Pass) offer(f *Finding, safe bool, title Text, edits []source.Edit) {
	for _, e := range edits {
		if !p.Project.Owns(e.File) {
			return
		}
	}
	if len(edits) > 0 {
		f.Fixes = append(f.Fixes, Fix{title, safe, edits})
	}
}

// declare returns the edits that add a name to requiredPrivateInfos, and none
// where code, another list or another name speaks against it.
func (p *Pass) declare(name string) []source.Edit {
	d := p.Project.Manifest
	if ext := p.extDocument(); ext != nil && ext.Root.Get("requiredPrivateInfos") != nil || p.excluded(name) {
		return nil
	}
	switch list := d.Root.Get("requiredPrivateInfos"); {
	case list == nil && !d.Partial:
		return d.InsertList(d.Root, d.Root.Get("permission"), "requiredPrivateInfos", name)
	case list != nil && p.misspells(name) == nil:
		return d.InsertElement(list, name)
	}
	return nil
}

// misspells returns the first entry of requiredPrivateInfos that misspells a
// name, or nil.
func (p *Pass) misspells(name string) *manifest.Node {
	for _, n := range p.privateInfos() {
		if _, ok := p.Project.Platform.PrivateInfo(n.Text); !ok && p.Project.Platform.MisspeltPrivateInfo(n.Text) == name {
			return n
		}
	}
	return nil
}

// excluded reports whether a name must not stand beside one that is listed or
// used too.
func (p *Pass) excluded(name string) bool {
	info, ok := p.Project.Platform.PrivateInfo(name)
	if !ok {
		return true
	}
	for _, other := range info.MutuallyExclusiveWith {
		used := slices.ContainsFunc(p.Project.Requests, func(r *project.Request) bool { return r.Capability.PrivateInfo == other })
		if used || slices.Contains(p.Project.Manifest.Root.Get("requiredPrivateInfos").Strings(), other) {
			return true
		}
	}
	return false
}

// readsEverything reports whether no part of the program was left unread on
// purpose, by which a name could be used after all.
func (p *Pass) readsEverything() bool {
	return p.extDocument() == nil && len(p.Project.Plugins()) == 0 && !slices.ContainsFunc(p.Project.Skipped, func(s project.Skip) bool {
		return s.Reason != "build-output" && path.Ext(s.Path) != ".json"
	})
}

// respellKey is respell for a member of "permission": only one that the
// platform reads there, and of several that misspell it the first.
func (p *Pass) respellKey(n *manifest.Node) string {
	scope, permission := p.respell(n.Key), p.Project.Manifest.Root.Get("permission")
	if scope == "" || permission.Get(scope) != nil || !slices.Contains(p.Project.Platform.PermissionKeys(p.manifestName()), scope) {
		return ""
	}
	first := slices.IndexFunc(permission.Children, func(m *manifest.Node) bool { return p.respell(m.Key) == scope })
	if permission.Children[first].Key != n.Key {
		return ""
	}
	return scope
}

// respell returns the scope that a name is a misspelling of, or "" where that
// is not certain: it is a name on another platform, or two are as near.
func (p *Pass) respell(name string) string {
	for _, other := range platform.All() {
		if _, ok := other.ScopeByName(name); ok {
			return ""
		}
	}
	return p.Project.Platform.Misspelling(name)
}

// effectless returns the member without effect at a key that stands twice, with
// the object it stands in, or nil.
func effectless(d *manifest.Document, key source.Range) (parent, child *manifest.Node) {
	parent, child = d.Parent(key)
	if child == nil || parent.Get(child.Key) == child {
		return nil, nil
	}
	return parent, child
}
