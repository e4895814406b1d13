package platform

import (
	_ "embed" // for the data file
	"encoding/json"
	"fmt"
	"slices"
	"sync"
)

//go:embed data/common/frameworks.json
var frameworksJSON []byte

// Framework is a compiler that makes mini-programs for several platforms from
// one source: by what names its programs reach the interfaces of a platform,
// and how they mark code that only some platforms get.
type Framework struct {
	ID       string   `json:"id"` // "uni-app"
	Name     string   `json:"name"`
	Packages []string `json:"packages"` // npm packages that a project of the framework depends on

	// Object is the name under which interfaces are called: "uni". Global says
	// that it needs no import.
	Object  string            `json:"object"`
	Global  bool              `json:"global"`
	Modules []FrameworkModule `json:"modules"` // modules that export the interfaces by name, and the object as default

	// Components are modules that export the platform's elements, in PascalCase.
	Components []string `json:"components"`

	// Conditions are the names of conditional comments and the ids of the
	// platforms for which they hold. Environment is a variable that holds the
	// platform, by platform id; Others are its values for platforms that are not
	// judged. Files named after a value, "x.weapp.ts", are for its platform only.
	Conditions  map[string][]string `json:"conditions"`
	Environment struct {
		Name   string            `json:"name"`
		Values map[string]string `json:"values"`
		Others []string          `json:"others"`
	} `json:"environment"`

	// Renames and Unsupported list, by platform id, the members that the
	// framework sends to a member of another name, and those that it refuses.
	// All others keep their name.
	Renames       map[string]map[string]string `json:"renames"`
	Unsupported   map[string][]string          `json:"unsupported"`
	ManifestNodes map[string]string            `json:"manifestNodes"` // node of the source manifest by platform id

	Sources []string `json:"sources"`
}

// FrameworkModule is a module that exports interfaces; no Platforms means all.
type FrameworkModule struct {
	Name      string   `json:"name"`
	Platforms []string `json:"platforms"`
}

var frameworks = sync.OnceValue(func() []*Framework {
	return must(parseFrameworks(frameworksJSON))
})

func parseFrameworks(raw []byte) ([]*Framework, error) {
	var data struct {
		Frameworks []*Framework `json:"frameworks"`
	}
	if err := json.Unmarshal(raw, &data); err != nil {
		return nil, fmt.Errorf("reading framework data: %w", err)
	}
	return data.Frameworks, nil
}

// Frameworks returns every framework, in the order of the data file; the first
// call reads them.
func Frameworks() []*Framework { return frameworks() }

// FrameworkByID returns the framework of that id, such as "taro".
func FrameworkByID(id string) (*Framework, bool) {
	for _, f := range Frameworks() {
		if f.ID == id {
			return f, true
		}
	}
	return nil, false
}

// Member returns the member of a platform's object that a member of the
// framework's object leads to, or "" where the framework refuses it.
func (f *Framework) Member(platform, name string) string {
	if slices.Contains(f.Unsupported[platform], name) {
		return ""
	}
	if other, ok := f.Renames[platform][name]; ok {
		return other
	}
	return name
}

// Exports reports whether a module gives the interfaces of a platform.
func (f *Framework) Exports(module, platform string) bool {
	return slices.ContainsFunc(f.Modules, func(m FrameworkModule) bool {
		return m.Name == module && (len(m.Platforms) == 0 || slices.Contains(m.Platforms, platform))
	})
}

// ForOther reports whether a value of the environment names a platform other
// than the one asked for.
func (f *Framework) ForOther(value, platform string) bool {
	if slices.Contains(f.Environment.Others, value) {
		return true
	}
	for id, v := range f.Environment.Values {
		if v == value {
			return id != platform
		}
	}
	return false
}

// Holds reports whether a name of a conditional comment holds on a platform,
// and whether the framework knows the name.
func (f *Framework) Holds(name, platform string) (is, known bool) {
	platforms, known := f.Conditions[name]
	return slices.Contains(platforms, platform), known
}
