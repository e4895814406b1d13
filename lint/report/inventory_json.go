package report

import (
	"io"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/project"
)

type jsonInventory struct {
	SchemaVersion int              `json:"schemaVersion"`
	Tool          jsonTool         `json:"tool"`
	Projects      []jsonProject    `json:"projects"`
	Requests      []jsonRequest    `json:"requests"`
	Fields        []jsonField      `json:"fields"`
	ThirdParties  []jsonThirdParty `json:"thirdParties"`
	DataTypes     []jsonDataType   `json:"dataTypes"`
}

type jsonRequest struct {
	Project    string          `json:"project"`
	Platform   string          `json:"platform"`
	Path       string          `json:"path"`
	Range      jsonRange       `json:"range"`
	Pointer    string          `json:"pointer"`
	Capability string          `json:"capability"`
	Scope      string          `json:"scope"`
	DataTypes  []string        `json:"dataTypes"`
	Request    string          `json:"request"`
	Form       string          `json:"form"`
	Origin     string          `json:"origin"`
	Package    string          `json:"package"`
	Version    string          `json:"version"`
	Reachable  bool            `json:"reachable"`
	Purpose    string          `json:"purpose"`
	PrivacyKey string          `json:"privacyKey"`
	Verdict    string          `json:"verdict"`
	Judgements []jsonJudgement `json:"judgements"`
	Uncertain  bool            `json:"uncertain"`
	Citations  []jsonCitation  `json:"citations"`
}

// jsonJudgement is how one data type stands to the category.
type jsonJudgement struct {
	DataType  string `json:"dataType"`
	Verdict   string `json:"verdict"`
	Clause    string `json:"clause"`
	GuideKey  string `json:"guideKey"`
	GuideItem string `json:"guideItem"`
}

type jsonField struct {
	Project   string    `json:"project"`
	Platform  string    `json:"platform"`
	Path      string    `json:"path"`
	Range     jsonRange `json:"range"`
	Label     string    `json:"label"`
	DataType  string    `json:"dataType"`
	Reachable bool      `json:"reachable"`
	Purpose   string    `json:"purpose"`
	Verdict   string    `json:"verdict"`
	Clause    string    `json:"clause"`
}

type jsonThirdParty struct {
	Project    string    `json:"project"`
	Platform   string    `json:"platform"`
	Kind       string    `json:"kind"`
	ID         string    `json:"id"`
	Name       string    `json:"name"`
	Vendor     string    `json:"vendor"`
	DataTypes  []string  `json:"dataTypes"`
	Uncertain  bool      `json:"uncertain"`
	PrivacyURL string    `json:"privacyUrl"`
	Path       string    `json:"path"`
	Range      jsonRange `json:"range"`
}

// jsonDataType is a data type that something in the document names.
type jsonDataType struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Sensitive bool     `json:"sensitive"`
	Basis     []string `json:"basis"`
}

// InventoryJSON prints every request, also the unjudged ones, every form field
// and every third party; inventory.schema.json describes the document.
func InventoryJSON(w io.Writer, r *lint.Result, o Options) error {
	doc := jsonInventory{SchemaVersion, toolOf(o), projectsOf(r), []jsonRequest{}, []jsonField{}, []jsonThirdParty{}, []jsonDataType{}}
	used := map[string]bool{}
	for _, p := range r.Projects {
		for _, q := range p.Requests {
			doc.Requests = append(doc.Requests, requestOf(p, q, o.Lang))
		}
		for _, f := range p.Fields {
			doc.Fields = append(doc.Fields, fieldOf(p, f))
		}
		for _, t := range inventory.ThirdParties(p) {
			doc.ThirdParties = append(doc.ThirdParties, thirdPartyOf(p, t, o.Lang))
		}
		for _, e := range inventory.Of(p) {
			used[e.DataType] = true
		}
	}
	for _, t := range categories.DataTypes() {
		if used[t.ID] {
			doc.DataTypes = append(doc.DataTypes, jsonDataType{t.ID, t.Name(o.Lang), t.Sensitive, list(t.SensitiveBasis)})
		}
	}
	return encode(w, doc, "  ")
}

func requestOf(p *lint.Project, q *project.Request, lang string) jsonRequest {
	j := inventory.JudgeRequest(p, q)
	out := jsonRequest{
		Project: p.Root, Platform: p.Platform.ID, Path: q.File.Path, Range: rangeOf(q.File, q.Range), Pointer: q.Pointer,
		Capability: q.Capability.Name, Scope: q.Scope, DataTypes: list(q.DataTypes), Request: string(q.Capability.Request),
		Form: string(q.Form), Origin: string(q.Origin), Package: q.Package, Version: p.Packages[q.Package], Reachable: q.Reachable,
		Purpose: inventory.Purpose(p, q, j.Verdict), PrivacyKey: q.Capability.PrivacyKey, Verdict: string(j.Verdict),
		Judgements: []jsonJudgement{}, Uncertain: q.Capability.Uncertain, Citations: citationsOf(j.Citations, lang),
	}
	for _, t := range q.DataTypes {
		one := inventory.Judge(p, q, t)
		key, words := inventory.GuideRow(p, q, t)
		out.Judgements = append(out.Judgements, jsonJudgement{t, string(one.Verdict), one.Clause, key, words})
	}
	return out
}

func fieldOf(p *lint.Project, f *project.Field) jsonField {
	j := inventory.JudgeField(p, f)
	return jsonField{
		Project: p.Root, Platform: p.Platform.ID, Path: f.File.Path, Range: rangeOf(f.File, f.Range), Label: f.Label, DataType: f.DataType,
		Reachable: f.Reachable, Purpose: inventory.PurposeOf(p, f.DataType, j.Verdict), Verdict: string(j.Verdict), Clause: j.Clause,
	}
}

func thirdPartyOf(p *lint.Project, t *inventory.ThirdParty, lang string) jsonThirdParty {
	return jsonThirdParty{
		Project: p.Root, Platform: p.Platform.ID, Kind: string(t.Kind), ID: t.ID, Name: t.Name(lang), Vendor: t.Vendor,
		DataTypes: list(t.DataTypes), Uncertain: t.Uncertain, PrivacyURL: t.PrivacyURL,
		Path: t.Place.File.Path, Range: rangeOf(t.Place.File, t.Place.Range),
	}
}
