package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/project"
)

// outside is one place that asks for data outside the allowance. Variants of
// one call, such as album and camera of one chooseImage, are one place.
type outside struct {
	request  *project.Request
	what     string   // as messages name it
	types    []string // the data types outside, sorted when they come from variants
	severity Severity // the highest one of the variants
	variants bool
}

// outside returns the places of own requests outside the allowance that are
// not declared optional, in the order of the requests.
func (p *Pass) outside() []*outside {
	var list []*outside
	p.judged(func(r *project.Request, severity Severity) {
		v := Judge(r, p.Allowance, p.Config, p.Project.Root)
		if len(v.Beyond) == 0 {
			return
		}
		if n := len(list); n > 0 && list[n-1].request.File == r.File && list[n-1].request.Range == r.Range {
			list[n-1].add(r, v.Beyond, severity)
			return
		}
		list = append(list, &outside{request: r, what: shown(r.Capability), types: v.Beyond, severity: severity})
	})
	return list
}

// add takes in a further variant of the call.
func (o *outside) add(r *project.Request, types []string, severity Severity) {
	all := append(slices.Clone(o.types), types...)
	slices.Sort(all)
	o.types, o.what, o.variants = slices.Compact(all), callName(shown(r.Capability)), true
	if severity.Weight() > o.severity.Weight() {
		o.severity = severity
	}
}

// finding returns a finding at the place.
func (o *outside) finding() *Finding {
	f := at(o.request)
	f.Severity, f.DataTypes = o.severity, o.types
	if o.variants {
		f.Capability = callName(f.Capability)
	}
	return f
}

// sensitive reports whether the place belongs to sensitive-identity.
func (o *outside) sensitive() bool { return len(sensitiveIdentities(o.types)) > 0 }

// sensitiveIdentities returns those of the data types that are identity
// documents, the face, bank cards or health data.
func sensitiveIdentities(types []string) []string {
	var list []string
	for _, id := range types {
		if d, ok := categories.FindDataType(id); ok && d.SensitiveIdentity {
			list = append(list, id)
		}
	}
	return list
}

// callName drops the variant from a capability's name.
func callName(name string) string {
	if strings.HasPrefix(name, "manifest:") {
		return name
	}
	base, _, _ := strings.Cut(name, "#")
	base, _, _ = strings.Cut(base, "(")
	return base
}
