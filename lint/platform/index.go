package platform

import (
	"slices"
	"strings"
)

// index finds capabilities by how they look in source. It is built once and
// only read after that.
type index struct {
	byID, byName map[string]*Capability
	apis         map[string][]*Capability // by path after the root object
	heads        map[string]bool          // first names of those paths and of factories
	cloud        map[string][]*Capability // by path after the cloud object
	methods      map[member][]*Capability // by object type and method
	factories    map[string]string        // by factory, the type it returns
	components   map[string][]*Capability // by element
	attrs        map[member][]*Capability // by element and folded attribute
	elements     map[string][]*Capability // attributes and open types by element
	scopes       map[string]*ScopeInfo    // the first of each name
	scopeCaps    map[string]*Capability
	privateInfos map[string]*PrivateInfo
	manifest     map[string]*Capability // by manifestKey
	manifests    []*Capability          // those of kind manifest
}

// member is a name within another: a method of a type, an attribute of an
// element.
type member struct{ owner, name string }

func newIndex(d *Data) *index {
	x := &index{
		byID: make(map[string]*Capability, len(d.Capabilities)), byName: make(map[string]*Capability, len(d.Capabilities)),
		apis: make(map[string][]*Capability, len(d.Capabilities)), cloud: map[string][]*Capability{}, heads: map[string]bool{},
		methods: map[member][]*Capability{}, factories: map[string]string{},
		components: map[string][]*Capability{}, attrs: map[member][]*Capability{}, elements: map[string][]*Capability{},
		scopes: map[string]*ScopeInfo{}, scopeCaps: map[string]*Capability{},
		privateInfos: map[string]*PrivateInfo{}, manifest: map[string]*Capability{},
	}
	for _, c := range d.Capabilities {
		x.byID[c.ID], x.byName[c.Name] = c, c
		x.add(c)
	}
	for _, s := range d.Scopes {
		if x.scopes[s.Name] == nil {
			x.scopes[s.Name] = s
		}
	}
	for _, p := range d.PrivateInfos {
		x.privateInfos[p.Value] = p
	}
	x.alias(d.NamespaceAliases)
	for path := range x.apis {
		x.addHead(path)
	}
	for factory := range x.factories {
		x.addHead(factory)
	}
	return x
}

func (x *index) addHead(path string) {
	head, _, _ := strings.Cut(path, ".")
	x.heads[head] = true
}

// add files a capability under the names of its kind.
func (x *index) add(c *Capability) {
	m := &c.Match
	switch c.Kind {
	case API:
		x.addAPI(c)
	case Component:
		x.components[m.Element] = append(x.components[m.Element], c)
	case Attr, OpenType:
		k := member{m.Element, FoldAttr(m.Attr)}
		x.attrs[k] = append(x.attrs[k], c)
		x.elements[m.Element] = append(x.elements[m.Element], c)
	case Scope:
		x.scopeCaps[m.Scope] = c
	case Manifest:
		x.manifests = append(x.manifests, c)
		for _, file := range append([]string{m.File}, m.AlsoFiles...) {
			x.manifest[manifestKey(file, m.keys())] = c
		}
	}
}

func (x *index) addAPI(c *Capability) {
	m := &c.Match
	switch {
	case m.Module != "":
		x.cloud[m.Member] = append(x.cloud[m.Member], c)
	case m.ObjectType != "":
		k := member{m.ObjectType, m.Member}
		x.methods[k] = append(x.methods[k], c)
		x.factories[m.Factory] = m.ObjectType
	default:
		x.apis[m.Member] = append(x.apis[m.Member], c)
	}
}

// alias makes members reachable below a namespace too, unless the namespace
// has a capability of that name itself.
func (x *index) alias(namespaces map[string][]string) {
	for namespace, members := range namespaces {
		for _, name := range members {
			path := namespace + "." + name
			if list := x.apis[name]; list != nil && x.apis[path] == nil {
				x.apis[path] = list
			}
		}
	}
}

// keys returns the path of a manifest entry as ManifestCapability takes it:
// the tokens of the pointer without wildcards, then the value, or the values
// of Where in the order of their names.
func (m *Match) keys() []string {
	keys := slices.DeleteFunc(strings.Split(m.Pointer, "/"), func(s string) bool { return s == "" || s == "*" })
	if m.Value != "" {
		keys = append(keys, m.Value)
	}
	names := make([]string, 0, len(m.Where))
	for name := range m.Where {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		keys = append(keys, m.Where[name])
	}
	return keys
}

func manifestKey(file string, keys []string) string {
	return file + "\x00" + strings.Join(keys, "\x00")
}
