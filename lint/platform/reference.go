package platform

import "slices"

// Reference is the part of a platform's facts that a run may not need, as
// data/<platform>-reference.json holds it: category gates, error texts, dated
// changes, rules of the platform.
type Reference struct {
	Schema                 int                   `json:"schema"`
	Platform               string                `json:"platform"`
	Compiled               string                `json:"compiled"`
	Sources                sourceTable           `json:"sources"`
	CategoryGates          []CategoryGate        `json:"categoryGates"`
	CategoryAliases        []CategoryAlias       `json:"categoryAliases"`
	GateNamesNotInTaxonomy []GateName            `json:"gateNamesNotInTaxonomy"`
	CategoryRestrictions   []CategoryRestriction `json:"categoryRestrictions"`
	GuideSections          []GuideSection        `json:"guideSections"`
	GuideSentences         []GuideSentence       `json:"guideSentences"`
	GuideItems             []GuideItem           `json:"guideItems"`
	ConsentAPIs            []ConsentAPI          `json:"consentApis"`
	Errors                 []ErrorText           `json:"errors"`
	Timeline               []Change              `json:"timeline"`
	Rules                  []PlatformRule        `json:"rules"`
	MemberFields           []MemberField         `json:"memberFields"`
	Frameworks             []FrameworkFact       `json:"frameworks"`
	RequestPatterns        []RequestPattern      `json:"requestPatterns"`
	ScopesNotFound         []string              `json:"scopesNotFound"` // names looked for and not found
}

// CategoryGate says for which service categories the platform opens an
// interface. Kind is category-allow-list, interface-approval or subject-type.
type CategoryGate struct {
	ID        string    `json:"id"` // "location.getLocation"
	AppliesTo []string  `json:"appliesTo"`
	Kind      string    `json:"kind"`
	Rule      string    `json:"rule"`
	Since     string    `json:"since"` // YYYY-MM-DD
	Domestic  []GateRow `json:"domestic"`
	Overseas  []GateRow `json:"overseas"`
	Note      string    `json:"note"`
	Sources   []string  `json:"sources"`
}

// GateRow is one line of a gate. No Level2 means every second-level category
// of Level1.
type GateRow struct {
	Level1       string   `json:"level1"`
	Level2       []string `json:"level2"`
	Level3       string   `json:"level3"`
	ScenarioTags []string `json:"scenarioTags"`
	NeedsLicence bool     `json:"needsLicence"`
}

// CategoryAlias maps a category name as gates write it to the platform's list.
type CategoryAlias struct {
	UsedInGates string `json:"usedInGates"`
	Taxonomy    string `json:"taxonomy"`
}

// GateName is a name in a gate that the platform's category list does not
// have. An empty Name is the first-level name itself.
type GateName struct {
	Level1    string   `json:"level1"`
	Name      string   `json:"name"`
	Suggested []string `json:"suggested"` // by similarity, not official
	Note      string   `json:"note"`
}

// CategoryRestriction is a restriction whose list of categories is not public.
type CategoryRestriction struct {
	ID        string   `json:"id"`
	Since     string   `json:"since"`
	AppliesTo []string `json:"appliesTo"`
	Zh        string   `json:"zh"`
	List      string   `json:"list"` // what is known of the list
	Note      string   `json:"note"`
	Sources   []string `json:"sources"`
}

// GuideSection is one part of WeChat's privacy guide, or of the form in which
// Alipay takes a privacy policy. "sdk" and "plugin" are about third parties.
type GuideSection struct {
	ID      string   `json:"id"`
	Field   string   `json:"field"` // of alipay.open.mini.privacy.audit.create; "" on WeChat
	Zh      string   `json:"zh"`
	Max     int      `json:"max"` // entries that it takes; 0 where no limit is known
	Sources []string `json:"sources"`
}

// GuideSentence is how the platform words an entry: Text holds "<words>" for the
// information type and "<purpose>".
type GuideSentence struct {
	Consent bool     `json:"consent"` // for the items of the same mark
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

// GuideItem is one information type of the text in which a program tells its
// users what it collects: WeChat's privacy guide, Alipay's privacy policy.
type GuideItem struct {
	PrivacyKey string    `json:"privacyKey"` // WeChat
	Section    string    `json:"section"`    // Alipay: id of a GuideSection
	Scope      string    `json:"scope"`      // Alipay: the permission or field behind it
	Zh         string    `json:"zh"`
	DataTypes  []string  `json:"dataTypes"`
	With       []string  `json:"with"` // data types that come with them and need no row of their own
	Surfaces   []Surface `json:"surfaces"`
	HasAPI     bool      `json:"hasApi"`
	Consent    bool      `json:"consent"` // WeChat's sentence says that the user is asked; seen for some, inferred from the dialog for the rest
	Sources    []string  `json:"sources"`
}

// ConsentAPI is an interface of the platform's consent mechanism.
type ConsentAPI struct {
	API      string   `json:"api"`
	Since    *Since   `json:"since"`
	Returns  []string `json:"returns"`
	Callback []string `json:"callback"`
	Events   []string `json:"events"`
	Note     string   `json:"note"`
	Sources  []string `json:"sources"`
}

// ErrorText is an exact text or code of the platform. Text may hold "<api>" for
// the name of the interface. ID is set on those that rules quote.
type ErrorText struct {
	ID      string   `json:"id"`
	API     string   `json:"api"`
	Code    string   `json:"code"`
	Text    string   `json:"text"`
	Where   string   `json:"where"`
	Meaning string   `json:"meaning"`
	Sources []string `json:"sources"`
}

// Change is a dated change of the platform.
type Change struct {
	Date    string   `json:"date"` // YYYY-MM-DD
	What    string   `json:"what"`
	Change  string   `json:"change"`
	Sources []string `json:"sources"`
}

// PlatformRule is a rule of the platform's operator, in the words of this
// project. ID and Source, an id of package categories' sources, are set on those
// that rules quote, which the platforms may share.
type PlatformRule struct {
	ID      string   `json:"id"`     // "ask-on-use"
	Clause  string   `json:"clause"` // WeChat: the number, "15.1.3.1"
	Source  string   `json:"source"`
	En      string   `json:"en"`
	Zh      string   `json:"zh"`
	Sources []string `json:"sources"`
}

// MemberField is one field that Alipay's auth_user may yield. DataType is an id
// of package categories, or company-info or financial-info, which are no
// personal data there.
type MemberField struct {
	Field    string   `json:"field"`
	Zh       string   `json:"zh"`
	DataType string   `json:"dataType"`
	Note     string   `json:"note"`
	Sources  []string `json:"sources"`
}

// FrameworkFact is what the fact collection says of a framework; Framework is
// the part of it that detection uses.
type FrameworkFact struct {
	Framework string            `json:"framework"`
	Package   string            `json:"package"`
	Files     []string          `json:"files"`
	Format    string            `json:"format"`
	Mapping   string            `json:"mapping"`
	Global    string            `json:"global"`
	Mode      string            `json:"mode"`
	Calls     map[string]string `json:"calls"` // the framework's call -> the platform's
	Template  string            `json:"template"`
	Config    string            `json:"config"`
	Note      string            `json:"note"`
	Sources   []string          `json:"sources"`
}

// RequestPattern is a way in which requests appear in source.
type RequestPattern struct {
	Pattern  string   `json:"pattern"`
	Examples []string `json:"examples"`
	Note     string   `json:"note"`
	Sources  []string `json:"sources"`
}

// Error returns the text or code of that id. It panics for an unknown one, as
// ids stand in rules and in the embedded data only.
func (r *Reference) Error(id string) ErrorText {
	i := slices.IndexFunc(r.Errors, func(e ErrorText) bool { return e.ID == id })
	return r.Errors[i]
}

// Rule returns the operator's rule of that id. It panics for an unknown one, as
// Error does.
func (r *Reference) Rule(id string) PlatformRule {
	i := slices.IndexFunc(r.Rules, func(x PlatformRule) bool { return x.ID == id })
	return r.Rules[i]
}

func (r *Reference) eachSources(do func([]string)) {
	each(r.CategoryGates, func(x *CategoryGate) { do(x.Sources) })
	each(r.CategoryRestrictions, func(x *CategoryRestriction) { do(x.Sources) })
	each(r.GuideSections, func(x *GuideSection) { do(x.Sources) })
	each(r.GuideSentences, func(x *GuideSentence) { do(x.Sources) })
	each(r.GuideItems, func(x *GuideItem) { do(x.Sources) })
	each(r.ConsentAPIs, func(x *ConsentAPI) { do(x.Sources) })
	each(r.Errors, func(x *ErrorText) { do(x.Sources) })
	each(r.Timeline, func(x *Change) { do(x.Sources) })
	each(r.Rules, func(x *PlatformRule) { do(x.Sources) })
	each(r.MemberFields, func(x *MemberField) { do(x.Sources) })
	each(r.Frameworks, func(x *FrameworkFact) { do(x.Sources) })
	each(r.RequestPatterns, func(x *RequestPattern) { do(x.Sources) })
}

func each[T any](list []T, do func(*T)) {
	for i := range list {
		do(&list[i])
	}
}
