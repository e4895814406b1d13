package platform

import "slices"

// Capabilities returns every capability, in the order of the data file. It is
// not to be changed, and so are all slices and pointers that lookups return.
func (p *Platform) Capabilities() []*Capability { return p.load().Capabilities }

// Scopes returns every scope, in the order of the data file.
func (p *Platform) Scopes() []*ScopeInfo { return p.load().Scopes }

// PrivateInfos returns the interfaces that requiredPrivateInfos names.
func (p *Platform) PrivateInfos() []*PrivateInfo { return p.load().PrivateInfos }

// Manifest returns what the platform's manifests say about privacy.
func (p *Platform) Manifest() *ManifestFacts { return &p.load().Data.Manifest }

// Reference returns the facts that not every run needs; the first call reads
// them.
func (p *Platform) Reference() *Reference { return p.reference() }

// Compiled returns the day on which the facts were collected, YYYY-MM-DD.
func (p *Platform) Compiled() string { return p.load().Compiled }

// CallByName returns the member that reaches every interface by its name
// ("call" for my.call), or "".
func (p *Platform) CallByName() string { return p.load().CallByName }

// ByID returns the capability of that id of the fact collection.
func (p *Platform) ByID(id string) (*Capability, bool) {
	c, ok := p.load().index.byID[id]
	return c, ok
}

// ByName returns the capability of that name, such as "wx.getLocation",
// "component:camera" or "my.getAuthCode#auth_user".
func (p *Platform) ByName(name string) (*Capability, bool) {
	c, ok := p.load().index.byName[name]
	return c, ok
}

// APIs returns the capabilities of a member of the root object, all variants:
// "getLocation", "cloud.callFunction", "ap.faceVerify".
func (p *Platform) APIs(path string) []*Capability { return p.load().index.apis[path] }

// APIsBytes is APIs for a path in a byte slice; it does not allocate.
func (p *Platform) APIsBytes(path []byte) []*Capability { return p.load().index.apis[string(path)] }

// HasMember reports whether the path of some interface, or of a factory of
// objects with interfaces, begins with a name: "login", "cloud" of
// cloud.callFunction, "createMapContext".
func (p *Platform) HasMember(name []byte) bool { return p.load().index.heads[string(name)] }

// CloudAPIs returns the capabilities of a member of the cloud object in a cloud
// function: "getOpenData", "openapi.phonenumber.getPhoneNumber".
func (p *Platform) CloudAPIs(path string) []*Capability { return p.load().index.cloud[path] }

// FactoryType returns the type of the object that a member returns:
// "RecorderManager" for "getRecorderManager". Only types that have
// capabilities are known. A method that is a factory is written with its type,
// "CameraContext.onCameraFrame".
func (p *Platform) FactoryType(factory string) (objectType string, ok bool) {
	objectType, ok = p.load().index.factories[factory]
	return objectType, ok
}

// Factories returns the members that FactoryType knows, sorted.
func (p *Platform) Factories() []string { return sortedKeys(p.load().index.factories) }

// Methods returns the capabilities of a method of a type:
// ("RecorderManager", "start").
func (p *Platform) Methods(objectType, method string) []*Capability {
	return p.load().index.methods[member{objectType, method}]
}

// Components returns the capabilities of an element, as templates write it
// ("live-pusher"; see Kebab).
func (p *Platform) Components(element string) []*Capability {
	return p.load().index.components[element]
}

// Attrs returns the capabilities of an attribute of an element, open types
// among them, whatever its value; MatchesValue tells which apply. The
// attribute may be written in any way that FoldAttr makes equal.
func (p *Platform) Attrs(element, attr string) []*Capability {
	return p.load().index.attrs[member{element, FoldAttr(attr)}]
}

// OnElement returns the capabilities of every attribute of an element, open
// types among them. A template has many elements and most have none, so this
// is the cheap first question.
func (p *Platform) OnElement(element string) []*Capability {
	return p.load().index.elements[element]
}

// ScopeByName returns the scope of exactly that name, the first where a name
// has several meanings (Alipay: phoneNumber and userInfo).
func (p *Platform) ScopeByName(name string) (*ScopeInfo, bool) {
	s, ok := p.load().index.scopes[name]
	return s, ok
}

// ScopeCapability returns the capability of kind scope for a name such as
// "scope.record", or on Alipay a key of authSetting.
func (p *Platform) ScopeCapability(name string) (*Capability, bool) {
	c, ok := p.load().index.scopeCaps[name]
	return c, ok
}

// PrivateInfo returns the entry of requiredPrivateInfos of that name.
func (p *Platform) PrivateInfo(name string) (*PrivateInfo, bool) {
	i, ok := p.load().index.privateInfos[name]
	return i, ok
}

// ManifestCapability returns the capability of an entry of a manifest, named by
// its keys without array indexes and, where the value decides, the value:
//
//	"app.json", "permission", "scope.userLocation"
//	"app.json", "requiredPrivateInfos", "getLocation"
//	"app.json", "requiredBackgroundModes", "location"
//	"preload.json", "jsapiPre", "my.getLocation"
func (p *Platform) ManifestCapability(file string, key ...string) (*Capability, bool) {
	c, ok := p.load().index.manifest[manifestKey(file, key)]
	return c, ok
}

// ManifestAt returns the capabilities that stand at a JSON pointer of a
// manifest, whatever the value; the file is relative to the project's root.
func (p *Platform) ManifestAt(file, pointer string) []*Capability {
	var found []*Capability
	for _, c := range p.load().index.manifests {
		if c.Match.MatchesFile(file) && c.Match.MatchesPointer(pointer) {
			found = append(found, c)
		}
	}
	return found
}

// Gate returns the category gate of that id, such as "location.getLocation".
func (p *Platform) Gate(id string) (*CategoryGate, bool) {
	gates := p.Reference().CategoryGates
	i := slices.IndexFunc(gates, func(g CategoryGate) bool { return g.ID == id })
	if i < 0 {
		return nil, false
	}
	return &gates[i], true
}

// MemberField returns the member field of that name that Alipay's auth_user may
// yield, such as "cert_no".
func (p *Platform) MemberField(name string) (*MemberField, bool) {
	fields := p.Reference().MemberFields
	i := slices.IndexFunc(fields, func(f MemberField) bool { return f.Field == name })
	if i < 0 {
		return nil, false
	}
	return &fields[i], true
}
