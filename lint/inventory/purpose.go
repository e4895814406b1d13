package inventory

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// Purpose is the purpose that the config, else the manifest, gives for a
// request. What the config declares optional elsewhere only, so that the
// request is beyond, is no purpose of it.
func Purpose(p *lint.Project, r *project.Request, v Verdict) string {
	for _, o := range p.Config.Optional {
		if v != Beyond && rule.Names(o.Name, r, r.DataTypes...) {
			return o.Purpose
		}
	}
	return described(p, r.Scope)
}

// PurposeFor is Purpose for one data type of a request: a purpose that speaks
// of another one, such as that of the camera for the sound, does not count.
func PurposeFor(p *lint.Project, r *project.Request, dataType string, v Verdict) string {
	if text := PurposeOf(p, dataType, v); text != "" {
		return text
	}
	for _, o := range p.Config.Optional {
		if v != Beyond && rule.Names(o.Name, r) {
			return o.Purpose
		}
	}
	if info, ok := p.Platform.ScopeByName(r.Scope); ok && !sameRow(p, info.DataTypes, dataType) {
		return ""
	}
	return described(p, r.Scope)
}

// sameRow reports whether a data type is one of several, or stands in the same
// row of the privacy guide.
func sameRow(p *lint.Project, types []string, dataType string) bool {
	if slices.Contains(types, dataType) {
		return true
	}
	row := newLookup(p).byType(dataType)
	return row != nil && slices.ContainsFunc(types, func(t string) bool { return slices.Contains(row.DataTypes, t) })
}

// described is the purpose that the manifest gives for a scope.
func described(p *lint.Project, scope string) string {
	_, permission := p.EffectiveField("permission")
	if desc := permission.At(scope, "desc"); desc != nil && scope != "" {
		return strings.TrimSpace(desc.Text)
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
