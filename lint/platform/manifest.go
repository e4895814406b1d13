package platform

import "slices"

// ManifestFacts is what the platform's manifests say about privacy.
type ManifestFacts struct {
	Permission []PermissionFile `json:"permission"`
	// OverrideNodes are members of app.json that repeat its permission fields
	// for one client, such as "mini-ios".
	OverrideNodes []string `json:"overrideNodes"`
	// DescMaxChars is the most characters a purpose may have; 0 is no limit.
	DescMaxChars int      `json:"descMaxChars"`
	DescSources  []string `json:"descSources"`

	PrivateInfoFiles []string          `json:"privateInfoFiles"`
	BackgroundModes  []BackgroundModes `json:"backgroundModes"`
	PrivacySwitch    []PrivacySwitch   `json:"privacySwitch"`
	Preload          []Preload         `json:"preload"`
	ForeignFields    []ForeignField    `json:"foreignFields"`
	PurposeSamples   []PurposeSample   `json:"purposeSamples"`
}

// PermissionFile says which keys the platform reads under "permission" of one
// file. Silent are keys on which the sources disagree; they are let pass.
type PermissionFile struct {
	File    string   `json:"file"`
	Keys    []string `json:"keys"`
	Silent  []string `json:"silent"`
	Note    string   `json:"note"`
	Sources []string `json:"sources"`
}

// BackgroundModes is a field that lists what may run in the background.
type BackgroundModes struct {
	Field       string   `json:"field"`
	Files       []string `json:"files"`
	Values      []string `json:"values"`
	Misspelling string   `json:"misspelling"` // a misspelt field the platform's schema knows too
	Note        string   `json:"note"`
	Sources     []string `json:"sources"`
}

// PrivacySwitch is the field that turns the platform's consent check on.
// ObsoleteSince is the day from which it has no effect, or "".
type PrivacySwitch struct {
	File          string   `json:"file"`
	Field         string   `json:"field"`
	Since         *Since   `json:"since"`
	ObsoleteSince string   `json:"obsoleteSince"`
	Uncertain     bool     `json:"uncertain"`
	Note          string   `json:"note"`
	Sources       []string `json:"sources"`
}

// Preload is a manifest of things the client fetches when it opens the
// program: an array of objects with fetchType and params.
type Preload struct {
	File              string   `json:"file"`
	FetchTypes        []string `json:"fetchTypes"`
	LocationFetchType string   `json:"locationFetchType"`
	APIPath           string   `json:"apiPath"` // dotted path of the interface's name in an entry
	APIs              []string `json:"apis"`
	MaxBytes          int      `json:"maxBytes"`
	Since             *Since   `json:"since"`
	Note              string   `json:"note"`
	Sources           []string `json:"sources"`
}

// ForeignField is a field that only another platform reads.
type ForeignField struct {
	File     string   `json:"file"`
	Field    string   `json:"field"`
	Platform string   `json:"platform"` // id of the platform that reads it
	Privacy  bool     `json:"privacy"`  // it has to do with personal data
	Note     string   `json:"note"`
	Sources  []string `json:"sources"`
}

// PurposeSample is a purpose that stands in documentation as a sample.
type PurposeSample struct {
	Scope   string   `json:"scope"`
	Text    string   `json:"text"`
	Note    string   `json:"note"`
	Sources []string `json:"sources"`
}

// PermissionKeys returns the keys read under "permission" of a file, none for
// a file where permission is not read.
func (p *Platform) PermissionKeys(file string) []string {
	for _, f := range p.Manifest().Permission {
		if f.File == file {
			return f.Keys
		}
	}
	return nil
}

// PermissionTolerated reports whether a key under "permission" of a file is one
// on which the sources disagree, so that nothing is said about it.
func (p *Platform) PermissionTolerated(file, key string) bool {
	return slices.ContainsFunc(p.Manifest().Permission, func(f PermissionFile) bool {
		return f.File == file && slices.Contains(f.Silent, key)
	})
}

// ForeignField returns the field of that name in a file if only another
// platform reads it.
func (p *Platform) ForeignField(file, field string) (*ForeignField, bool) {
	fields := p.Manifest().ForeignFields
	for i := range fields {
		if fields[i].File == file && fields[i].Field == field {
			return &fields[i], true
		}
	}
	return nil, false
}

func (m *ManifestFacts) eachSources(do func([]string)) {
	do(m.DescSources)
	for _, x := range m.Permission {
		do(x.Sources)
	}
	for _, x := range m.BackgroundModes {
		do(x.Sources)
	}
	for _, x := range m.PrivacySwitch {
		do(x.Sources)
	}
	for _, x := range m.Preload {
		do(x.Sources)
	}
	for _, x := range m.ForeignFields {
		do(x.Sources)
	}
	for _, x := range m.PurposeSamples {
		do(x.Sources)
	}
}

// PermissionField is a field of a manifest that has to do with permissions, and
// the files of a program in which the platform reads it.
type PermissionField struct {
	Name  string
	Files []string
}

// PermissionFields returns every such field.
func (p *Platform) PermissionFields() []PermissionField { return p.load().permissions }

func permissionFields(m *ManifestFacts) []PermissionField {
	permission := PermissionField{Name: "permission"}
	for _, f := range m.Permission {
		permission.Files = append(permission.Files, f.File)
	}
	fields := []PermissionField{permission}
	if len(m.PrivateInfoFiles) > 0 {
		fields = append(fields, PermissionField{"requiredPrivateInfos", m.PrivateInfoFiles})
	}
	for _, b := range m.BackgroundModes {
		fields = append(fields, PermissionField{b.Field, b.Files})
	}
	for _, s := range m.PrivacySwitch {
		fields = append(fields, PermissionField{s.Field, []string{s.File}})
	}
	return fields
}
