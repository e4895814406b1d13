package platform

// Capability is one thing that code or a manifest uses to obtain personal
// data, or that has to do with obtaining it.
type Capability struct {
	ID       string    `json:"id"`   // stable id of the fact collection, "alipay.api.my.getLocation"
	Name     string    `json:"name"` // the name shown to users, "my.getLocation", "component:camera"
	Kind     Kind      `json:"kind"`
	Surfaces []Surface `json:"surfaces"`
	Match    Match     `json:"match"`

	LoadsCode bool `json:"loadsCode"` // it brings in code that is not in the package, such as a plug-in

	Scope         string   `json:"scope"`         // permission name, "scope.userLocation", or ""
	AlsoScopes    []string `json:"alsoScopes"`    // further scopes of the same capability
	AuthSetting   string   `json:"authSetting"`   // Alipay's run-time name of the scope, "location"
	ScopeInferred bool     `json:"scopeInferred"` // the page of the interface does not state the scope

	DataTypes   []string              `json:"dataTypes"` // canonical ids of package categories
	Conditional []ConditionalDataType `json:"conditionalDataTypes"`
	Request     RequestKind           `json:"request"`
	Access      string                `json:"access"` // read, write, declare, consent, transmit, display, protect or none

	PrivateInfo     string   `json:"privateInfo"` // name it must have in requiredPrivateInfos, or ""
	PrivacyKey      string   `json:"privacyKey"`  // key of WeChat's privacy guide, "Location"
	AlsoPrivacyKeys []string `json:"alsoPrivacyKeys"`
	GuideItem       string   `json:"guideItem"`    // the guide's words, "收集你的位置信息"
	CategoryGate    string   `json:"categoryGate"` // id of a CategoryGate
	Subject         string   `json:"subject"`      // Alipay: enterprise-only or enterprise+individual
	PluginUse       string   `json:"pluginUse"`    // WeChat: "supported", "unsupported", "since 1.9.6"

	Since      *Since       `json:"since"`
	Deprecated *Deprecation `json:"deprecated"`

	DocsURL   string   `json:"docsUrl"`
	Evidence  string   `json:"evidence"`  // how the fact is known: official-privacy-guide, typings, name-only, ...
	Uncertain bool     `json:"uncertain"` // known by name, from a third party or by inference only
	Note      string   `json:"note"`
	Sources   []string `json:"sources"`
}

// EnterpriseOnly is the Subject of an Alipay interface that only enterprises
// may call.
const EnterpriseOnly = "enterprise-only"

// ConditionalDataType is a data type obtained only when the call says so. When
// is the condition in words; where it can be read off the call, Option is the
// path in its first argument, Values the values that trigger it, and Default
// whether leaving the option out triggers it too.
type ConditionalDataType struct {
	DataType string   `json:"dataType"`
	When     string   `json:"when"`
	Option   string   `json:"option"`
	Values   []string `json:"values"`
	Default  bool     `json:"default"`
}

// Since says from which versions something exists. Text holds what is no plain
// version number. BaseLibrary is the version of the run-time library, Client
// that of the app.
type Since struct {
	BaseLibrary string `json:"baseLibrary"`
	Client      string `json:"client"`
	IDE         string `json:"ide"`
	Text        string `json:"text"`
}

// Deprecation says what became of a capability. Status is "recycled" where it
// no longer returns data, else "deprecated", "unmaintained" or
// "deprecated-in-minigame-only"; Date is the day, YYYY-MM-DD, where known.
type Deprecation struct {
	Status           string `json:"status"`
	Date             string `json:"date"`
	SinceBaseLibrary string `json:"sinceBaseLibrary"`
	Replacement      string `json:"replacement"`
	Text             string `json:"text"`
	Source           string `json:"source"` // id of package categories' source that says so; set on what is recycled
}

// Withdrawn reports whether the capability no longer returns data.
func (c *Capability) Withdrawn() bool {
	return c.Deprecated != nil && c.Deprecated.Status == "recycled"
}

// On reports whether the capability exists in a sort of program.
func (c *Capability) On(s Surface) bool {
	for _, have := range c.Surfaces {
		if have == s {
			return true
		}
	}
	return false
}

// ScopeName returns the name of the permission that the capability asks for:
// its scope, else the run-time name, else the value that an authorization call
// passes (auth_user), else "".
func (c *Capability) ScopeName() string {
	switch {
	case c.Scope != "":
		return c.Scope
	case c.AuthSetting != "":
		return c.AuthSetting
	case c.Match.Option == "scopes" && len(c.Match.OptionValues) > 0:
		return c.Match.OptionValues[0]
	}
	return ""
}

// MatchesValue reports whether an attribute value, element of a split value, or
// string in a manifest is one that the capability is about.
func (c *Capability) MatchesValue(value string) bool { return c.Match.MatchesValue(value) }
