package project

import (
	"slices"

	"github.com/mplint/mplint/lint/manifest"
)

// declare lists every entry of a permission field, layer by layer, and decides
// which have an effect. native is the file that the main layer is or becomes.
func (p *Project) declare(native string) {
	fields := p.Platform.PermissionFields()
	for _, layer := range p.Layers {
		file := native
		if layer.Role == OverrideLayer {
			file = "ext.json"
		}
		for _, field := range fields {
			p.declareField(layer, field.Name, layer.Role == UnreadLayer || !slices.Contains(field.Files, file))
		}
	}
	p.hideReplaced()
	p.hideLost()
}

// declareField lists the entries of one field of a layer.
func (p *Project) declareField(layer *Layer, field string, unread bool) {
	n := layer.Doc.Root.Get(field)
	if n == nil {
		return
	}
	add := func(name, value string, node *manifest.Node) {
		d := Declaration{Field: field, Name: name, Value: value, Node: node, Layer: layer}
		switch {
		case unread:
			d.Hidden = NotRead
		case layer.Role == OverrideLayer && off(layer.Doc.Root.Get("extEnable")):
			d.Hidden = Disabled
		case field == "permission" && p.keyUnread(layer, name):
			d.Hidden = NotRead
		}
		p.Declared = append(p.Declared, d)
	}
	switch n.Kind {
	case manifest.Object:
		for _, child := range n.Children {
			if n.Get(child.Key) == child {
				add(child.Key, text(&manifest.Document{Root: child}, "desc"), child)
			}
		}
	case manifest.Array:
		for _, child := range n.StringNodes() {
			add(child.Text, "", child)
		}
	default:
		add(field, n.Text, n)
	}
}

func off(n *manifest.Node) bool { return n != nil && n.Kind == manifest.Bool && n.Text == "false" }

// keyUnread reports whether the platform does not read a key under permission
// of a layer.
func (p *Project) keyUnread(layer *Layer, key string) bool {
	file := "app.json"
	switch {
	case layer.Role == OverrideLayer:
		file = "ext.json"
	case layer.Name == "game.json":
		file = layer.Name
	}
	return !slices.Contains(p.Platform.PermissionKeys(file), key) && !p.Platform.PermissionTolerated(file, key)
}

// hideReplaced hides the lists of app.json that ext.json has too: WeChat reads
// only the latter. Of the object permission that is not stated, and on Alipay
// not whether ext.json may hold it.
func (p *Project) hideReplaced() {
	if p.Platform.ID != "wechat" {
		return
	}
	for _, layer := range p.Layers {
		if layer.Role != OverrideLayer || off(layer.Doc.Root.Get("extEnable")) {
			continue
		}
		for i := range p.Declared {
			d := &p.Declared[i]
			if d.Layer.Role == MainLayer && d.Hidden == Effective && isList(layer.Doc.Root.Get(d.Field)) {
				d.Hidden, d.By = Replaced, layer
			}
		}
	}
}

// hideLost hides the entries that a built manifest does not have.
func (p *Project) hideLost() {
	for _, layer := range p.Layers {
		if layer.Role != BuiltLayer || !layer.Doc.Valid() {
			continue
		}
		for i := range p.Declared {
			d := &p.Declared[i]
			if d.Layer.Role == MainLayer && d.Hidden == Effective && p.declaredIn(layer, d.Field, d.Name) == nil {
				d.Hidden, d.By = Lost, layer
			}
		}
	}
}

func (p *Project) declaredIn(layer *Layer, field, name string) *Declaration {
	for i := range p.Declared {
		if d := &p.Declared[i]; d.Layer == layer && d.Field == field && d.Name == name {
			return d
		}
	}
	return nil
}

func isList(n *manifest.Node) bool { return n != nil && n.Kind == manifest.Array }

// EffectiveField returns the node of a permission field that the platform
// goes by, and the document that it stands in: that of an ext.json whose list
// replaces it, else the main manifest's. The node is nil where there is none.
func (p *Project) EffectiveField(field string) (*manifest.Document, *manifest.Node) {
	for _, layer := range p.Layers {
		if layer.Role == OverrideLayer && p.Platform.ID == "wechat" && !off(layer.Doc.Root.Get("extEnable")) {
			if n := layer.Doc.Root.Get(field); isList(n) {
				return layer.Doc, n
			}
		}
	}
	return p.Manifest, p.Manifest.Root.Get(field)
}
