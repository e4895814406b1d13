package report

import (
	"io"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
)

type jsonInventory struct {
	SchemaVersion int           `json:"schemaVersion"`
	Tool          jsonTool      `json:"tool"`
	Projects      []jsonProject `json:"projects"`
	Requests      []jsonRequest `json:"requests"`
}

type jsonRequest struct {
	Project    string         `json:"project"`
	Platform   string         `json:"platform"`
	Path       string         `json:"path"`
	Range      jsonRange      `json:"range"`
	Pointer    string         `json:"pointer"`
	Capability string         `json:"capability"`
	Scope      string         `json:"scope"`
	DataTypes  []string       `json:"dataTypes"`
	Request    string         `json:"request"`
	Form       string         `json:"form"`
	Origin     string         `json:"origin"`
	Package    string         `json:"package"`
	Reachable  bool           `json:"reachable"`
	Purpose    string         `json:"purpose"`
	PrivacyKey string         `json:"privacyKey"`
	Verdict    string         `json:"verdict"`
	Uncertain  bool           `json:"uncertain"`
	Citations  []jsonCitation `json:"citations"`
}

// InventoryJSON prints every request, also the unjudged ones;
// inventory.schema.json describes the document.
func InventoryJSON(w io.Writer, r *lint.Result, o Options) error {
	doc := jsonInventory{SchemaVersion, toolOf(o), projectsOf(r), []jsonRequest{}}
	for _, p := range r.Projects {
		for _, q := range p.Requests {
			doc.Requests = append(doc.Requests, requestOf(p, q, o.Lang))
		}
	}
	return encode(w, doc, "  ")
}

func requestOf(p *lint.Project, q *project.Request, lang string) jsonRequest {
	verdict, citations := verdictOf(p, q)
	return jsonRequest{
		Project: p.Root, Platform: p.Platform.ID, Path: q.File.Path, Range: rangeOf(q.File, q.Range), Pointer: q.Pointer,
		Capability: q.Capability.Name, Scope: q.Scope, DataTypes: list(q.DataTypes), Request: string(q.Capability.Request),
		Form: string(q.Form), Origin: string(q.Origin), Package: q.Package, Reachable: q.Reachable, Purpose: purposeOf(p, q, verdict),
		PrivacyKey: q.Capability.PrivacyKey, Verdict: verdict, Uncertain: q.Capability.Uncertain, Citations: citationsOf(citations, lang),
	}
}

// purposeOf is the purpose that the config, else the manifest, gives for a
// request. What the config declares optional elsewhere only, so that the
// request is beyond, is no purpose of it.
func purposeOf(p *lint.Project, q *project.Request, verdict string) string {
	for _, o := range p.Config.Optional {
		if verdict != "beyond" && speaksOf(o.Name, q) {
			return o.Purpose
		}
	}
	if q.Scope == "" {
		return ""
	}
	if desc := p.Manifest.Root.At("permission", q.Scope, "desc"); desc != nil {
		return desc.Text
	}
	return ""
}

// speaksOf reports whether a key of "optional" is a data type, the scope or
// the interface of a request.
func speaksOf(name string, q *project.Request) bool {
	if t, ok := categories.FindDataType(name); ok {
		return slices.Contains(q.DataTypes, t.ID)
	}
	return name == q.Scope || name == q.Capability.Name || strings.HasPrefix(q.Capability.Name, name+"#")
}
