package inventory

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
)

// Purpose is the purpose that the config, else the manifest, gives for a
// request. What the config declares optional elsewhere only, so that the
// request is beyond, is no purpose of it.
func Purpose(p *lint.Project, r *project.Request, v Verdict) string {
	for _, o := range p.Config.Optional {
		if v != Beyond && speaksOf(o.Name, r) {
			return o.Purpose
		}
	}
	return described(p, r.Scope)
}

// described is the purpose that the manifest gives for a scope.
func described(p *lint.Project, scope string) string {
	if _, permission := p.EffectiveField("permission"); scope != "" && permission != nil {
		if entry := permission.Get(scope); entry != nil {
			if desc := entry.Get("desc"); desc != nil {
				return strings.TrimSpace(desc.Text)
			}
		}
	}
	return ""
}

// PurposeOf is the purpose that the config gives for a data type.
func PurposeOf(p *lint.Project, dataType string, v Verdict) string {
	for _, o := range p.Config.Optional {
		if t, ok := categories.FindDataType(o.Name); ok && t.ID == dataType && v != Beyond {
			return o.Purpose
		}
	}
	return ""
}

// speaksOf reports whether a key of "optional" is a data type, the scope or
// the interface of a request.
func speaksOf(name string, r *project.Request) bool {
	if t, ok := categories.FindDataType(name); ok {
		return slices.Contains(r.DataTypes, t.ID)
	}
	return name == r.Scope || name == r.Capability.Name || strings.HasPrefix(r.Capability.Name, name+"#")
}
