package platform

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// Data is what every run needs of a platform's facts, as data/<platform>.json
// holds it.
type Data struct {
	Schema       int            `json:"schema"` // version of this shape, 1
	Platform     string         `json:"platform"`
	Compiled     string         `json:"compiled"` // day the facts were collected, YYYY-MM-DD
	Capabilities []*Capability  `json:"capabilities"`
	Scopes       []*ScopeInfo   `json:"scopes"`
	PrivateInfos []*PrivateInfo `json:"privateInfos"`
	Manifest     ManifestFacts  `json:"manifest"`

	// NamespaceAliases lists, by a namespace below the root object ("ap"), the
	// members that can be called there too: my.ap.getAuthCode is my.getAuthCode.
	NamespaceAliases map[string][]string `json:"namespaceAliases"`
	// CallByName is the member that reaches every interface by its name, "call"
	// on Alipay: my.call('getLocation', ...). It is empty where there is none.
	CallByName string `json:"callByName"`

	// DocsBase stands before a docsUrl that begins with "/", and Defaults holds
	// what an entry leaves out, to keep the file short.
	DocsBase string `json:"docsBase"`
	Defaults struct {
		Surfaces []Surface `json:"surfaces"`
		Evidence string    `json:"evidence"`
	} `json:"defaults"`
	Sources sourceTable `json:"sources"`
}

// store is the parsed data of one platform with its index.
type store struct {
	*Data
	index       *index
	permissions []PermissionField
}

// lazyData returns a function that reads data/<platform>.json on first use.
func lazyData(raw []byte) func() *store {
	return sync.OnceValue(func() *store {
		data := must(parseData(raw))
		return &store{data, newIndex(data), permissionFields(&data.Manifest)}
	})
}

// lazyReference returns a function that reads data/<platform>-reference.json
// on first use.
func lazyReference(raw []byte) func() *Reference {
	return sync.OnceValue(func() *Reference { return must(parseReference(raw)) })
}

// must panics on a fault in embedded data, which is part of the program and
// checked by its tests.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func parseData(raw []byte) (*Data, error) {
	var d Data
	if err := json.Unmarshal(raw, &d); err != nil {
		return nil, fmt.Errorf("reading platform data: %w", err)
	}
	for _, c := range d.Capabilities {
		d.complete(c)
	}
	for _, s := range d.Scopes {
		if s.Surfaces == nil {
			s.Surfaces = d.Defaults.Surfaces
		}
		d.Sources.expand(s.Sources)
	}
	for _, p := range d.PrivateInfos {
		d.Sources.expand(p.Sources)
	}
	d.Manifest.eachSources(d.Sources.expand)
	return &d, nil
}

func parseReference(raw []byte) (*Reference, error) {
	var r Reference
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, fmt.Errorf("reading platform reference data: %w", err)
	}
	r.eachSources(r.Sources.expand)
	return &r, nil
}

// complete fills in what the file leaves out of a capability: defaults, the
// name where it is the id, and the text of its sources.
func (d *Data) complete(c *Capability) {
	c.Name = cmp.Or(c.Name, c.ID)
	c.Evidence = cmp.Or(c.Evidence, d.Defaults.Evidence)
	if c.Surfaces == nil {
		c.Surfaces = d.Defaults.Surfaces
	}
	if strings.HasPrefix(c.DocsURL, "/") {
		c.DocsURL = d.DocsBase + c.DocsURL
	}
	d.Sources.expand(c.Sources)
}

// sourceTable holds the full text of sources that several entries name, by a
// short key.
type sourceTable map[string]string

// expand replaces, in place, each "#key" by the source of that key.
func (t sourceTable) expand(sources []string) {
	for i, s := range sources {
		if strings.HasPrefix(s, "#") {
			if full, ok := t[s[1:]]; ok {
				sources[i] = full
			}
		}
	}
}
