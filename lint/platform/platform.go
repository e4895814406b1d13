// Package platform holds what each mini-program platform offers: the
// capabilities by which a program obtains personal data, the scopes they ask
// for, and the shape of the platform's manifest. The facts live in
// data/<platform>.json and data/<platform>-reference.json, each with its source.
package platform

import "slices"

// Kind is the sort of place in a program where a capability is used.
type Kind string

// The kinds of capability.
const (
	API       Kind = "api"
	Component Kind = "component"
	Attr      Kind = "attr"
	OpenType  Kind = "open-type"
	Scope     Kind = "scope"
	Manifest  Kind = "manifest"
)

// RequestKind is how the data is asked for; it sets the severity of a request
// beyond the category's allowance.
type RequestKind string

// The kinds of request.
const (
	Prompt   RequestKind = "prompt"   // a system or platform consent dialog
	Declared RequestKind = "declared" // a manifest entry
	Picker   RequestKind = "picker"   // the user picks each time, or types into a marked field
	Write    RequestKind = "write"    // writes to the device, reads nothing
	Silent   RequestKind = "silent"   // read without a dialog
	Unjudged RequestKind = "unjudged" // every program does it and no list names it
)

// Surface is the sort of program a capability exists in.
type Surface string

// The surfaces.
const (
	MiniProgram Surface = "miniprogram"
	MiniGame    Surface = "minigame"
	Plugin      Surface = "plugin"
)

// Platform is one mini-program platform. Its facts are read on first use; a
// Platform is safe for use by several goroutines.
type Platform struct {
	ID     string // "wechat"
	Object string // the root object of its interfaces, "wx"
	NameZh string
	NameEn string

	TemplateExt     string // ".wxml"
	StyleExt        string // ".wxss"
	ScriptExts      []string
	InlineScriptExt string // ".wxs", scripts of templates, which cannot call interfaces

	ManifestFiles []string // files of a program that can hold permission fields, the main one first
	ProjectFiles  []string // files of the developer tools that say where the code lies
	AskScope      AskScope

	rank      int // place in lists
	load      func() *store
	reference func() *Reference
}

// AskScope says how a call asks for a scope by its name:
// wx.authorize({scope: "scope.record"}). It has no Members where the calls that
// ask for a scope are capabilities of their own.
type AskScope struct {
	Members []string // "authorize"
	Option  string   // "scope"
}

var platforms []*Platform

// register adds a platform at its place; each platform's file calls it once.
func register(p *Platform) *Platform {
	i := 0
	for i < len(platforms) && platforms[i].rank < p.rank {
		i++
	}
	platforms = slices.Insert(platforms, i, p)
	return p
}

// All returns every platform, in the order of lists.
func All() []*Platform { return slices.Clone(platforms) }

// ByID returns the platform of that id, such as "alipay".
func ByID(id string) (*Platform, bool) {
	for _, p := range platforms {
		if p.ID == id {
			return p, true
		}
	}
	return nil, false
}
