package inventory

import (
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/platform"
)

// ThirdParty is an SDK or a plug-in that the program takes in.
type ThirdParty struct {
	Kind           Kind   // SDK or Plugin
	ID             string // of the SDK; of the plug-in's provider
	NameZh, NameEn string
	Vendor         string // "" where it is not known
	DataTypes      []string
	Uncertain      bool // what it collects is not known
	PrivacyURL     string
	Package        string
	Place          Place
}

// Name is the third party's name in a language.
func (t *ThirdParty) Name(lang string) string {
	if lang == "zh" {
		return t.NameZh
	}
	return t.NameEn
}

// ThirdParties returns the known SDKs and all plug-ins of a project.
func ThirdParties(p *lint.Project) []*ThirdParty {
	var list []*ThirdParty
	for _, use := range p.SDKs {
		t := known(use.SDK)
		t.Kind, t.ID, t.Package, t.Place = SDK, use.SDK.ID, use.Package, Place{use.File, use.Range}
		list = append(list, t)
	}
	for _, use := range p.Plugins() {
		t := &ThirdParty{NameZh: use.Name, NameEn: use.Name, Uncertain: true}
		if use.SDK != nil {
			t = known(use.SDK)
		}
		t.Kind, t.ID, t.Place = Plugin, use.Provider.Text, Place{p.Manifest.File, use.Provider.Range}
		list = append(list, t)
	}
	return list
}

func known(s *platform.SDK) *ThirdParty {
	return &ThirdParty{
		NameZh: s.NameZh, NameEn: s.NameEn, Vendor: s.Vendor, DataTypes: s.DataTypes, Uncertain: s.Uncertain, PrivacyURL: s.PrivacyURL,
	}
}
