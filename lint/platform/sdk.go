package platform

import (
	_ "embed" // for the data file
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// SDK is a third party's code that programs take in as a library or as a
// plug-in, with the personal data that its own vendor says it collects.
type SDK struct {
	ID        string   `json:"id"`
	NameZh    string   `json:"nameZh"`
	NameEn    string   `json:"nameEn"`
	Vendor    string   `json:"vendor"`    // the company as its documents name it, or the brand
	Kind      string   `json:"kind"`      // "analytics", "map", "im", ...
	Platforms []string `json:"platforms"` // ids of the platforms it exists on
	Match     SDKMatch `json:"match"`

	// DataTypes are the ids of what it collects, as far as a page of the vendor
	// or the platform says so. Where none was found it is empty and Uncertain is
	// set; Note tells what is missing.
	DataTypes  []string `json:"dataTypes"`
	Uncertain  bool     `json:"uncertain"`
	Note       string   `json:"note"`
	Scopes     []string `json:"scopes"`     // what its page tells a program to declare under "permission"
	PrivacyURL string   `json:"privacyUrl"` // the vendor's privacy policy, not its guide for developers; or ""
	Read       string   `json:"read"`       // day the sources were read, YYYY-MM-DD
	Sources    []string `json:"sources"`    // addresses, or packages as purl
}

// SDKMatch is how an SDK shows in a program.
type SDKMatch struct {
	Files    []string `json:"files"`    // base names of scripts, as path.Match takes them
	Packages []string `json:"packages"` // npm names
	Plugins  []string `json:"plugins"`  // ids of plug-in providers
}

//go:embed data/sdks.json
var sdksJSON []byte

// sdkData is data/sdks.json.
type sdkData struct {
	Schema   int         `json:"schema"`   // version of this shape, 1
	Compiled string      `json:"compiled"` // day the facts were collected, YYYY-MM-DD
	Sources  sourceTable `json:"sources"`
	SDKs     []*SDK      `json:"sdks"`
}

var loadSDKs = sync.OnceValue(func() []*SDK { return must(parseSDKs(sdksJSON)) })

func parseSDKs(raw []byte) ([]*SDK, error) {
	var d sdkData
	if err := json.Unmarshal(raw, &d); err != nil {
		return nil, fmt.Errorf("reading the table of SDKs: %w", err)
	}
	for _, s := range d.SDKs {
		d.Sources.expand(s.Sources)
	}
	return d.SDKs, nil
}

// SDKs returns the known SDKs and plug-ins of the platform.
func (p *Platform) SDKs() []*SDK {
	var list []*SDK
	for _, s := range loadSDKs() {
		if slices.Contains(s.Platforms, p.ID) {
			list = append(list, s)
		}
	}
	return list
}

// SDKByFile returns the SDK that a script's base name tells.
func (p *Platform) SDKByFile(base string) (*SDK, bool) {
	return p.findSDK(func(m *SDKMatch) bool {
		return slices.ContainsFunc(m.Files, func(pattern string) bool {
			start, _, _ := strings.Cut(pattern, "*")
			if !strings.HasPrefix(base, start) {
				return false
			}
			ok, _ := path.Match(pattern, base)
			return ok
		})
	})
}

// SDKByPackage returns the SDK of an npm package.
func (p *Platform) SDKByPackage(name string) (*SDK, bool) {
	return p.findSDK(func(m *SDKMatch) bool { return slices.Contains(m.Packages, name) })
}

// SDKByPlugin returns the plug-in of a provider.
func (p *Platform) SDKByPlugin(provider string) (*SDK, bool) {
	return p.findSDK(func(m *SDKMatch) bool { return slices.Contains(m.Plugins, provider) })
}

func (p *Platform) findSDK(matches func(*SDKMatch) bool) (*SDK, bool) {
	for _, s := range loadSDKs() {
		if slices.Contains(s.Platforms, p.ID) && matches(&s.Match) {
			return s, true
		}
	}
	return nil, false
}

// pluginID is an id of a program or plug-in: "wx" and 16 hexadecimal digits on
// WeChat, 16 digits on Alipay.
var pluginID = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(wx[0-9a-f]{16}|[0-9]{16})$`)
})

// IsPluginID reports whether a provider in a manifest is an id and not what a
// tool or a template puts one in for, such as {{currentPluginId}}.
func IsPluginID(provider string) bool { return pluginID().MatchString(provider) }
