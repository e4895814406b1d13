package report

import (
	"encoding/json"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// layered is a project with a main manifest, an ext.json and a built manifest.
func layered(t *testing.T) *lint.Result {
	r := fixture(t)
	j := r.Projects[0]
	layer := func(name string, role project.Role, text string) *project.Layer {
		l := &project.Layer{Name: name, Role: role, Doc: manifest.Parse(&source.File{Path: "shop/" + name, Data: []byte(text)})}
		j.Layers = append(j.Layers, l)
		return l
	}
	app := layer("app.json", project.MainLayer, `{"permission": {"scope.userLocation": {"desc": "门店"}, "scope.record": {}}, "requiredPrivateInfos": ["getLocation"], "lazy": true}`)
	ext := layer("ext.json", project.OverrideLayer, `{"requiredPrivateInfos": ["chooseAddress"]}`)
	built := layer("dist/app.json", project.BuiltLayer, `{"permission": {"scope.userLocation": {}}}`)
	permission, infos := app.Doc.Root.Get("permission"), app.Doc.Root.Get("requiredPrivateInfos")
	j.Declared = []project.Declaration{
		{Field: "permission", Name: "scope.userLocation", Value: "门店", Node: permission.Children[0], Layer: app},
		{Field: "permission", Name: "scope.record", Node: permission.Children[1], Layer: app, Hidden: project.Lost, By: built},
		{Field: "permission", Name: "scope.userLocation", Node: built.Doc.Root.At("permission", "scope.userLocation"), Layer: built},
		{Field: "requiredPrivateInfos", Name: "getLocation", Node: infos.Children[0], Layer: app, Hidden: project.Replaced, By: ext},
		{Field: "requiredPrivateInfos", Name: "chooseAddress", Node: ext.Doc.Root.Get("requiredPrivateInfos").Children[0], Layer: ext, Hidden: project.Disabled},
	}
	return r
}

func TestManifest(t *testing.T) {
	golden(t, "manifest.en.txt", text(t, Manifest, layered(t), Options{Lang: "en"}))
	golden(t, "manifest.zh.txt", text(t, Manifest, layered(t), Options{Lang: "zh"}))
	var doc struct {
		Declarations []struct {
			Name, Hidden, HiddenBy string
			Effective              bool
		}
	}
	if err := json.Unmarshal(text(t, ManifestJSON, layered(t), Options{}), &doc); err != nil {
		t.Fatal(err)
	}
	for i, effective := range []bool{true, false, false, false, false} { // what was built is not what is written
		if doc.Declarations[i].Effective != effective {
			t.Errorf("declaration %d: %+v", i, doc.Declarations[i])
		}
	}
	if d := doc.Declarations[3]; d.Hidden != "replaced" || d.HiddenBy != "ext.json" {
		t.Errorf("replaced by %+v", d)
	}
}
