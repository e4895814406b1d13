package report

import (
	"io"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
)

type jsonManifest struct {
	SchemaVersion int               `json:"schemaVersion"`
	Tool          jsonTool          `json:"tool"`
	Projects      []jsonProject     `json:"projects"`
	Layers        []jsonLayer       `json:"layers"`
	Declarations  []jsonDeclaration `json:"declarations"`
}

type jsonLayer struct {
	Project  string `json:"project"`
	Platform string `json:"platform"`
	Name     string `json:"name"`
	Path     string `json:"path"`
	Role     string `json:"role"`
}

type jsonDeclaration struct {
	Project   string    `json:"project"`
	Platform  string    `json:"platform"`
	Field     string    `json:"field"`
	Name      string    `json:"name"`
	Value     string    `json:"value"`
	Layer     string    `json:"layer"`
	Path      string    `json:"path"`
	Range     jsonRange `json:"range"`
	Pointer   string    `json:"pointer"`
	Effective bool      `json:"effective"`
	Hidden    string    `json:"hidden"`
	HiddenBy  string    `json:"hiddenBy"`
}

// ManifestJSON prints every layer and every permission entry of it;
// manifest.schema.json describes the document.
func ManifestJSON(w io.Writer, r *lint.Result, o Options) error {
	doc := jsonManifest{SchemaVersion, toolOf(o), projectsOf(r), []jsonLayer{}, []jsonDeclaration{}}
	for _, p := range r.Projects {
		for _, l := range p.Layers {
			doc.Layers = append(doc.Layers, jsonLayer{p.Root, p.Platform.ID, l.Name, l.Doc.File.Path, string(l.Role)})
		}
		for i := range p.Declared {
			doc.Declarations = append(doc.Declarations, declarationOf(p, &p.Declared[i]))
		}
	}
	return encode(w, doc, "  ")
}

func declarationOf(p *lint.Project, d *project.Declaration) jsonDeclaration {
	by := ""
	if d.By != nil {
		by = d.By.Name
	}
	return jsonDeclaration{
		Project: p.Root, Platform: p.Platform.ID, Field: d.Field, Name: d.Name, Value: d.Value, Layer: d.Layer.Name,
		Path: d.Layer.Doc.File.Path, Range: rangeOf(d.Layer.Doc.File, placeOf(d.Node)), Pointer: d.Node.Pointer,
		Effective: d.Hidden == project.Effective && d.Layer.Role != project.BuiltLayer, Hidden: string(d.Hidden), HiddenBy: by,
	}
}
