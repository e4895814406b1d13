package project

import (
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// manifestRequests collects what a manifest file asks for: every place that
// the pattern of a manifest capability leads to.
func (l *loader) manifestRequests(doc *manifest.Document, name string) {
	if doc.Root == nil {
		return
	}
	for _, capability := range l.statedIn(name) {
		for _, pattern := range append([]string{capability.Match.Pointer}, capability.Match.AlsoPointers...) {
			follow(doc.Root, pattern, func(n *manifest.Node) {
				if l.states(capability, n) && !l.project.hidden(n) {
					l.addManifest(capability, doc, n)
				}
			})
		}
	}
}

// statedIn returns the capabilities that manifests of a name may ask for. Most
// pages name theirs index.json, so what was found is kept.
func (l *loader) statedIn(name string) []*platform.Capability {
	stated, known := l.stated[name]
	if !known {
		for _, capability := range l.platform.Capabilities() {
			if capability.Kind == platform.Manifest && capability.Match.MatchesFile(name) && l.exists(capability) {
				stated = append(stated, capability)
			}
		}
		l.stated[name] = stated
	}
	return stated
}

// hidden reports whether a node is, or belongs to, an entry that has no effect
// because another layer replaces it or it is switched off.
func (p *Project) hidden(n *manifest.Node) bool {
	for i := range p.Declared {
		if d := &p.Declared[i]; d.Node == n && (d.Hidden == Replaced || d.Hidden == Disabled) {
			return true
		}
	}
	return false
}

// follow visits the nodes that a pointer with "*" for any key or index leads
// to. Of a key that stands twice only the last one counts.
func follow(n *manifest.Node, pattern string, visit func(*manifest.Node)) {
	if pattern == "" {
		visit(n)
		return
	}
	step, rest, _ := strings.Cut(strings.TrimPrefix(pattern, "/"), "/")
	if rest != "" {
		rest = "/" + rest
	}
	if step != "*" {
		if next := n.Get(step); next != nil {
			follow(next, rest, visit)
		}
		return
	}
	for _, child := range n.Children {
		if child.Key == "" || n.Get(child.Key) == child {
			follow(child, rest, visit)
		}
	}
}

// states reports whether a node says what the capability stands for.
func (l *loader) states(capability *platform.Capability, n *manifest.Node) bool {
	m := &capability.Match
	for path, want := range m.Where {
		v := n.At(strings.Split(path, ".")...)
		if v == nil || v.Text != want {
			return false
		}
	}
	return m.Value == "" && len(m.Values) == 0 || m.MatchesValue(n.Text)
}

func (l *loader) addManifest(capability *platform.Capability, doc *manifest.Document, n *manifest.Node) {
	at := n.Range
	if n.KeyRange != (source.Range{}) {
		at = n.KeyRange
	}
	l.project.Requests = append(l.project.Requests, &Request{
		Capability: capability, Scope: capability.ScopeName(), DataTypes: l.dataTypes(capability),
		File: doc.File, Range: at, Pointer: n.Pointer,
		Form: ManifestForm, Origin: Own, Reachable: true,
	})
}
