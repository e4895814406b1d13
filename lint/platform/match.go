package platform

import (
	"path"
	"slices"
	"strings"
)

// Match says how a capability looks in source. Which fields are set depends on
// the kind: Object and Member for a call on the root object, ObjectType,
// Member and Factory for a method of an object that another call returned,
// Module, Side and Member for a cloud function, Element and Attr for a
// template, Scope for a scope name, File and Pointer for a manifest.
type Match struct {
	Object     string `json:"object"`     // "wx", "my", or "cloud" in a cloud function
	Member     string `json:"member"`     // path after the object: "getLocation", "cloud.callFunction", "ap.faceVerify"
	ObjectType string `json:"objectType"` // "RecorderManager"
	Factory    string `json:"factory"`    // "getRecorderManager", or "CameraContext.onCameraFrame" for a method
	Module     string `json:"module"`     // "wx-server-sdk"
	Side       string `json:"side"`       // "cloud-function"

	// Option is a path into the call's first object argument ("track.face",
	// "scopes"); OptionValues are the values meant, none being any value;
	// OptionDefault also means a call that leaves the option out.
	Option        string   `json:"option"`
	OptionValues  []string `json:"optionValues"`
	OptionDefault bool     `json:"optionDefault"`

	Element       string            `json:"element"`
	Attr          string            `json:"attr"`
	Values        []string          `json:"values"`     // none: the presence of the attribute
	BareIsTrue    bool              `json:"bareIsTrue"` // the attribute without a value means true
	Split         string            `json:"split"`      // separator of a combined value, "|"
	CaseSensitive bool              `json:"caseSensitive"`
	And           map[string]string `json:"and"` // further attributes; see MatchesAnd

	Scope string   `json:"scope"` // "scope.record"; Alipay: key of authSetting
	Calls []string `json:"calls"` // members whose result has the scope as a key

	File         string            `json:"file"` // "app.json", or a pattern such as "skills/*/mcp.json"
	AlsoFiles    []string          `json:"alsoFiles"`
	Pointer      string            `json:"pointer"` // like a JSON pointer, "*" being any key or index
	AlsoPointers []string          `json:"alsoPointers"`
	Value        string            `json:"value"`     // the manifest's value there, "true" for the boolean
	Where        map[string]string `json:"where"`     // members of the value there, by dotted path
	Component    string            `json:"component"` // element that the declared plug-in brings
}

// bound is the value in And that stands for an attribute bound to data.
const bound = "{{expression}}"

// MatchesValue reports whether value is one of Values or of Value. With
// neither, the presence of an attribute counts, except that "false" switches
// it off. A combined value such as "getPhoneNumber|agreePrivacyAuthorization"
// is to be split by the caller.
func (m *Match) MatchesValue(value string) bool {
	if m.Value != "" {
		return value == m.Value
	}
	if len(m.Values) == 0 {
		return value != "false"
	}
	if value == "" {
		return m.BareIsTrue && slices.Contains(m.Values, "true")
	}
	for _, want := range m.Values {
		if value == want || !m.CaseSensitive && strings.EqualFold(value, want) {
			return true
		}
	}
	return false
}

// MatchesOption reports whether a value of the call's Option, or its absence,
// is what the capability is about. A capability without Option matches always.
func (m *Match) MatchesOption(value string, present bool) bool {
	switch {
	case m.Option == "":
		return true
	case !present:
		return m.OptionDefault
	}
	return len(m.OptionValues) == 0 || slices.Contains(m.OptionValues, value)
}

// MatchesAnd reports whether the further attributes of the element fit. get
// returns an attribute's value and whether it is there; a value that is bound
// to data, `{{x}}`, fits only where the capability is about bound values.
func (m *Match) MatchesAnd(get func(attr string) (string, bool)) bool {
	for attr, want := range m.And {
		value, ok := get(attr)
		isBound := strings.Contains(value, "{{")
		if !ok || isBound != (want == bound) || !isBound && value != want {
			return false
		}
	}
	return true
}

// MatchesFile reports whether a path relative to the project's root is one of
// the manifests that the capability stands in.
func (m *Match) MatchesFile(file string) bool {
	if ok, _ := path.Match(m.File, file); ok {
		return true
	}
	return slices.Contains(m.AlsoFiles, file)
}

// MatchesPointer reports whether a JSON pointer is at a place the capability is
// about.
func (m *Match) MatchesPointer(pointer string) bool {
	return fits(m.Pointer, pointer) ||
		slices.ContainsFunc(m.AlsoPointers, func(p string) bool { return fits(p, pointer) })
}

// fits compares a pointer to a pattern, token by token.
func fits(pattern, pointer string) bool {
	if pattern == "" {
		return false
	}
	want, have := strings.Split(pattern, "/"), strings.Split(pointer, "/")
	return slices.EqualFunc(want, have, func(w, h string) bool { return w == "*" || w == h })
}
