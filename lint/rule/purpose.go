package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
)

// purposes visits the permission entries that the platform reads, with the
// node of "desc", nil where there is none.
func (p *Pass) purposes(visit func(entry, desc *manifest.Node)) {
	p.permissions(func(n *manifest.Node) {
		name := p.manifestName()
		if slices.Contains(p.Project.Platform.PermissionKeys(name), n.Key) || p.Project.Platform.PermissionTolerated(name, n.Key) {
			visit(n, n.Get("desc"))
		}
	})
}

func purposeText(desc *manifest.Node) string {
	if desc == nil || desc.Kind != manifest.String {
		return ""
	}
	return strings.TrimSpace(desc.Text)
}
