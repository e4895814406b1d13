package categories

import (
	_ "embed"
	"strings"
	"sync"
)

// DataType is one kind of personal information, or a group of them when
// others name it as Parent.
type DataType struct {
	ID                string   `json:"id"`
	NameZh            string   `json:"name_zh"`
	NameEn            string   `json:"name_en"`
	Parent            string   `json:"parent,omitempty"`     // id of the group; says nothing about what may be collected
	Aliases           []string `json:"aliases,omitempty"`    // further ids that mean the same
	CoveredBy         []string `json:"covered_by,omitempty"` // ids whose being listed puts this type inside the allowance too
	Sensitive         bool     `json:"sensitive"`
	SensitiveBasis    []string `json:"sensitive_basis,omitempty"`    // each begins with the Label of a Source
	SensitiveBasisZh  []string `json:"sensitive_basis_zh,omitempty"` // where the basis is not names alone
	SensitiveIdentity bool     `json:"sensitive_identity,omitempty"` // an identity document, the face, a bank card or health data
	SensitiveNote     string   `json:"sensitive_note,omitempty"`
	Source            string   `json:"source"`               // where the type is named, in words
	SourceIDs         []string `json:"source_ids,omitempty"` // the same as ids of Source; none for groups of this project's own
	WechatPrivacyKey  string   `json:"wechat_privacy_key,omitempty"`
	WechatPrivacyKeys []string `json:"wechat_privacy_keys,omitempty"`
	WechatScopes      []string `json:"wechat_scopes,omitempty"`
	AlipayScopes      []string `json:"alipay_scopes,omitempty"`
	Note              string   `json:"note,omitempty"`
	Uncertain         bool     `json:"uncertain,omitempty"` // the sources leave doubt; the notes say which
}

// IsGroup reports whether the entry is a group of data types.
func (d *DataType) IsGroup() bool { return loadDataTypes().groups[d.ID] }

// Name returns the data type's name.
func (d *DataType) Name(lang string) string { return pick(lang, d.NameZh, d.NameEn) }

// Basis returns on what a sensitive data type counts as sensitive.
func (d *DataType) Basis(lang string) []string {
	if lang == "zh" && len(d.SensitiveBasisZh) > 0 {
		return d.SensitiveBasisZh
	}
	return d.SensitiveBasis
}

//go:embed data/datatypes.json
var dataTypesJSON []byte

type dataTypeIndex struct {
	all   []*DataType
	byKey map[string]*DataType // ids, aliases and names, folded

	groups map[string]bool // ids that others name as Parent
}

var loadDataTypes = sync.OnceValue(func() *dataTypeIndex {
	var file struct {
		DataTypes []*DataType `json:"data_types"`
	}
	decode("datatypes.json", dataTypesJSON, &file)
	index := &dataTypeIndex{all: file.DataTypes, byKey: make(map[string]*DataType, 4*len(file.DataTypes)), groups: map[string]bool{}}
	for _, d := range file.DataTypes {
		index.groups[d.Parent] = true
		index.byKey[nameKey(d.NameZh)] = d
		index.byKey[nameKey(d.NameEn)] = d
	}
	// Ids go in last: an id always means its own data type.
	for _, d := range file.DataTypes {
		for _, alias := range d.Aliases {
			index.byKey[alias] = d
		}
		index.byKey[d.ID] = d
	}
	return index
})

// DataTypes returns every data type, groups included, in the order of the
// data file: each group is followed by most of its members.
func DataTypes() []*DataType { return loadDataTypes().all }

// FindDataType returns the data type with that id, alias or Chinese or
// English name. Letter case and surrounding spaces do not matter.
func FindDataType(idOrAlias string) (*DataType, bool) {
	d, ok := loadDataTypes().byKey[nameKey(idOrAlias)]
	return d, ok
}

// NearestDataTypes returns up to three data type ids that look like an
// unknown one, best first.
func NearestDataTypes(name string) []string {
	var list nearest
	key := nameKey(name)
	for _, d := range DataTypes() {
		list.addName(key, d.ID, d.ID)
		list.addName(key, nameKey(d.NameZh), d.ID)
		list.addName(key, nameKey(d.NameEn), d.ID)
		for _, alias := range d.Aliases {
			list.addName(key, alias, d.ID)
		}
	}
	return list.best(maxNearest)
}

// nameKey folds what people write differently in one name: case, spaces and
// underscores against hyphens, and the curly apostrophe.
func nameKey(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "’", "'")
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return r == '-' || r == '_' || r == ' ' || r == '\t' || r == '\u3000'
	}), "-")
}
