// Package lock knows the lock file, mplint.lock.json: what a program collects
// as its developers last agreed to it, so that what comes in later stands out.
// It holds no positions, versions or times, and every item has a line of its
// own: code that moves changes nothing, an interface that is added adds a line.
package lock

import (
	"cmp"
	"slices"

	"github.com/mplint/mplint/lint/source"
)

// FileName is the name of the lock file.
const FileName = "mplint.lock.json"

// Version is the version of the lock file's format.
const Version = 1

// File is a lock file.
type File struct {
	Source   *source.File // where it was read from; nil when it was not
	Projects []*Project   // ordered by root and platform
}

// Project is what one program collects on one platform.
type Project struct {
	Root         string // relative to the folder of the lock file, with slashes
	Platform     string
	Capabilities []Capability
	ThirdParties []ThirdParty
	Purposes     []Purpose
	Range        source.Range // in the file that it was read from, like those of its items
}

// Capability is an interface, component or manifest entry, with who uses it.
type Capability struct {
	Name      string   // "wx.getLocation"; FormField for what users type into a form
	Origin    string   // "own", or the name of a package
	DataTypes []string // ids, sorted
	Range     source.Range
}

// FormField is the name of the capability that stands for the form fields of a
// program that ask for one data type. It has no name that code could use.
const FormField = "form-field"

// Own is the origin of what the program itself asks for.
const Own = "own"

// ThirdParty is somebody else whose code or plug-in the program takes in.
type ThirdParty struct {
	Kind  string // "package", "plugin" or "sdk"
	Name  string // of the package; id of the plug-in's provider; id of the SDK
	Range source.Range
}

// Purpose is the text that the program gives for what it asks for.
type Purpose struct {
	For   string // a scope, a data type or a capability
	Text  string
	Range source.Range
}

// Find returns the project of a root and a platform, or nil.
func (f *File) Find(root, platform string) *Project {
	for _, p := range f.Projects {
		if p.Root == root && p.Platform == platform {
			return p
		}
	}
	return nil
}

// Capability returns the capability of that name and origin, or nil.
func (p *Project) Capability(name, origin string) *Capability {
	for i := range p.Capabilities {
		if c := &p.Capabilities[i]; c.Name == name && c.Origin == origin {
			return c
		}
	}
	return nil
}

// Field returns the form fields that ask for a data type, or nil.
func (p *Project) Field(dataType string) *Capability {
	for i := range p.Capabilities {
		if c := &p.Capabilities[i]; c.Name == FormField && slices.Equal(c.DataTypes, []string{dataType}) {
			return c
		}
	}
	return nil
}

// Has reports whether a third party is listed.
func (p *Project) Has(kind, name string) bool {
	return slices.ContainsFunc(p.ThirdParties, func(t ThirdParty) bool { return t.Kind == kind && t.Name == name })
}

// Collects reports whether anything listed collects a data type.
func (p *Project) Collects(dataType string) bool {
	return slices.ContainsFunc(p.Capabilities, func(c Capability) bool { return slices.Contains(c.DataTypes, dataType) })
}

// Purpose returns the text that is listed for a name.
func (p *Project) Purpose(name string) (string, bool) {
	for _, u := range p.Purposes {
		if u.For == name {
			return u.Text, true
		}
	}
	return "", false
}

// KeepOther takes over what another lock file lists for other platforms than
// the one that was read.
func (f *File) KeepOther(from *File, platform string) {
	for _, p := range from.Projects {
		if p.Platform != platform {
			f.Projects = append(f.Projects, p)
		}
	}
}

// sort gives the items the order that they have in a file.
func (p *Project) sort() {
	slices.SortFunc(p.Capabilities, func(a, b Capability) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Origin, b.Origin), slices.Compare(a.DataTypes, b.DataTypes))
	})
	slices.SortFunc(p.ThirdParties, func(a, b ThirdParty) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name))
	})
	slices.SortFunc(p.Purposes, func(a, b Purpose) int { return cmp.Compare(a.For, b.For) })
}

func (f *File) sort() {
	for _, p := range f.Projects {
		p.sort()
	}
	slices.SortFunc(f.Projects, func(a, b *Project) int {
		return cmp.Or(cmp.Compare(a.Root, b.Root), cmp.Compare(a.Platform, b.Platform))
	})
}
