package lock

import (
	"slices"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// Of returns what a program collects. root is its folder as the lock file
// names it.
func Of(p *project.Project, cfg *config.Config, root string) *Project {
	out := &Project{Root: root, Platform: p.Platform.ID}
	for _, r := range p.Requests {
		if Listed(r) {
			out.capability(r.Capability.Name, OriginOf(r), r.DataTypes)
		}
	}
	for _, f := range p.Fields {
		if out.Field(f.DataType) == nil {
			out.Capabilities = append(out.Capabilities, Capability{Name: FormField, Origin: Own, DataTypes: []string{f.DataType}})
		}
	}
	for _, t := range ThirdParties(p) {
		out.ThirdParties = append(out.ThirdParties, ThirdParty{Kind: t.Kind, Name: t.Name})
	}
	out.purposes(p, cfg)
	out.sort()
	return out
}

// Listed reports whether a request belongs in the lock file: one of the
// program or of a package that obtains data. Runtimes and base templates of a
// framework are left out: they name every interface there is, and are only
// there once the program was built.
func Listed(r *project.Request) bool {
	return len(r.DataTypes) > 0 && (r.Origin == project.Own || r.Origin == project.Dependency)
}

// OriginOf is whose request it is, as the lock file names it.
func OriginOf(r *project.Request) string {
	if r.Origin == project.Own {
		return Own
	}
	return project.PackageName(r.Package)
}

// capability lists a capability once, with the data types of all its places.
func (p *Project) capability(name, origin string, types []string) {
	c := p.Capability(name, origin)
	if c == nil {
		p.Capabilities = append(p.Capabilities, Capability{Name: name, Origin: origin})
		c = &p.Capabilities[len(p.Capabilities)-1]
	}
	for _, t := range types {
		if at, found := slices.BinarySearch(c.DataTypes, t); !found {
			c.DataTypes = slices.Insert(c.DataTypes, at, t)
		}
	}
}

// Taken is a third party in a program, with what shows it: an SDK, a plug-in,
// or, of a package, the requests that it makes.
type Taken struct {
	Kind, Name string
	SDK        *project.SDKUse
	Plugin     *project.PluginUse
	Requests   []*project.Request
}

// ThirdParties returns the third parties of a program, each once. The package
// of a known SDK is named by the SDK.
func ThirdParties(p *project.Project) []*Taken {
	var out []*Taken
	sdkOf := map[string]*Taken{}
	for i := range p.SDKs {
		use := &p.SDKs[i]
		t := &Taken{Kind: "sdk", Name: use.SDK.ID, SDK: use}
		sdkOf[project.PackageName(use.Package)] = t
		out = append(out, t)
	}
	delete(sdkOf, "")
	plugins := p.Plugins()
	for i := range plugins {
		if id := plugins[i].Provider.Text; platform.IsPluginID(id) {
			out = append(out, &Taken{Kind: "plugin", Name: id, Plugin: &plugins[i]})
		}
	}
	for _, r := range p.Requests {
		if !Listed(r) || r.Origin == project.Own {
			continue
		}
		t := sdkOf[OriginOf(r)]
		if t == nil {
			t = &Taken{Kind: "package", Name: OriginOf(r)}
			sdkOf[t.Name] = t
			out = append(out, t)
		}
		t.Requests = append(t.Requests, r)
	}
	return out
}

// purposes lists what the manifest and the config give as purposes; the
// config's come first where both speak of one scope.
func (p *Project) purposes(from *project.Project, cfg *config.Config) {
	add := func(name, text string) {
		if _, listed := p.Purpose(name); !listed && text != "" {
			p.Purposes = append(p.Purposes, Purpose{For: name, Text: text})
		}
	}
	for _, o := range cfg.Optional {
		add(o.Name, o.Purpose)
	}
	_, permission := from.EffectiveField("permission")
	if permission == nil || permission.Kind != manifest.Object {
		return
	}
	for _, n := range permission.Children {
		if desc := permission.Get(n.Key).Get("desc"); desc != nil {
			add(n.Key, desc.Text)
		}
	}
}
