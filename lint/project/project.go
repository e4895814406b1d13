// Package project finds mini-program projects in a tree, tells own files from
// dependencies and build output, and collects every request for personal data.
package project

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// Project is one mini-program root, read and ready to be judged.
type Project struct {
	Root         string // relative to the working directory, with slashes; "." is the directory itself
	Platform     *platform.Platform
	Platforms    []string // ids of all platforms that the root serves
	Surface      platform.Surface
	Framework    string               // "native", or the id of a framework
	ManifestPath string               // of the manifest, relative like Root
	ManifestName string               // what a developer edits: "app.json", "manifest.json (mp-weixin)"
	Manifest     *manifest.Document   // never nil
	Documents    []*manifest.Document // every manifest read, the main one first
	Layers       []*Layer             // everything that says something about permissions, the main manifest first
	Declared     []Declaration        // the entries of all layers
	LibVersion   Setting              // base library that the developer tool runs the program with
	Requests     []*Request           // ordered by path and offset
	Fields       []*Field             // of forms in own templates, by file
	Together     []Together           // prompts that come up at once
	PhoneGates   []PhoneGate          // pages that only the phone-number button leads on from
	Unresolved   []Unresolved         // what could not be read, for not-analysed
	Mentions     map[string]bool      // names of declared interfaces that some script mentions in any form
	Packages     map[string]string    // versions, or ranges, by Request.Package; those that are written down
	Named        map[string]bool      // elements of base templates that some script names, see named
	SDKs         []SDKUse             // known third-party SDKs, each at its first place
	BadScopes    []BadScope           // names asked for in code that are no scope
	ConsentHooks []*ConsentHook       // in the order of Requests
	Boxes        []*Box               // of own templates, those that are or may be ticked from the start
	AuthButtons  []*AuthButton        // own buttons whose open-type needs a scope beside it
	Comments     []Comment            // suppression comments
	Files        int                  // files read and analysed
	Skipped      []Skip
}

// Origin is whose request it is.
type Origin string

// The origins.
const (
	Own        Origin = "own"
	Dependency Origin = "dependency"
	Framework  Origin = "framework"
	Generated  Origin = "generated"
)

// Form is how a request is written.
type Form string

// The forms.
const (
	Direct             Form = "direct"
	Alias              Form = "alias"
	Promisified        Form = "promisified"
	Reference          Form = "reference"
	StringScope        Form = "string-scope"
	AttributeForm      Form = "attribute"
	ComponentForm      Form = "component"
	OpenTypeForm       Form = "open-type"
	ManifestForm       Form = "manifest"
	FrameworkNamespace Form = "framework-namespace"
	DynamicLiteral     Form = "dynamic-literal"
)

// Request is one place in the project where a capability is used or declared.
type Request struct {
	Capability *platform.Capability
	Scope      string   // the scope asked for, or ""
	DataTypes  []string // canonical ids, with member fields filled in
	File       *source.File
	Range      source.Range
	Pointer    string // JSON pointer of a manifest entry, else empty
	Form       Form
	Origin     Origin
	Package    string // of a dependency, "miniprogram_npm/@vant/weapp"
	Value      string // literal of the call's option that makes it this capability, else empty
	Reachable  bool
	Triggers   []Trigger // how it comes to run, of own calls; none where that could not be followed
	Guard      Guard     // where Triggers is empty, what stands around it in its own function
	Refusal    Refusal   // of a prompt: what follows when the user refuses
	Computed   bool      // whether it is asked for is only known at run time: show-location="{{on}}"
}

// Unresolved is a place that could not be decided. What is its kind
// ("computed-name", "dynamic-open-type", "unresolved-scope", ...).
type Unresolved struct {
	What   string
	File   *source.File
	Range  source.Range
	Detail string
	Count  int // places behind one entry, where there are several; else 0
}

// Skip is a file or folder that was not read. Reason is a stable code word:
// "unreadable", "too-large", "not-utf8", "excluded", "build-output", ...
type Skip struct {
	Path   string
	Reason string
	Detail string
}

// Comment is one comment that holds the word "mplint-"; package suppress reads
// what it says. Range is the whole comment with its delimiters.
type Comment struct {
	File  *source.File
	Range source.Range
}

// BadScope is a scope named in code that the platform does not have.
type BadScope struct {
	Name   string
	File   *source.File
	Range  source.Range // the name without its quotes
	Origin Origin
}
