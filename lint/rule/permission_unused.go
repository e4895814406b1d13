package rule

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/project"
)

var permissionUnused = &Rule{
	ID:       "permission-unused",
	Severity: Warning,
	Title:    Text{En: "a permission entry that nothing uses", Zh: "permission 中声明了未使用的权限"},
	Sources:  []string{"wechat-app-json", "wechat-game-json", "alipay-app-json"},
	Check: func(p *Pass) {
		if !p.readsAll() {
			return
		}
		p.permissions(func(n *manifest.Node) {
			if !slices.Contains(p.Project.Platform.PermissionKeys(p.manifestName()), n.Key) || p.usesScope(n.Key) {
				return
			}
			f := onManifest(p.document("permission"), n)
			f.Scope = n.Key
			f.Message = T("permission `%s` is declared, but nothing in the program uses it", "声明了权限 `%s`，但小程序中没有使用", n.Key)
			f.Why = Text{En: "What is declared is what reviewers expect to see used; an unused entry widens what the program may ask for.", Zh: "声明即意味着会使用；多余的声明扩大了权限范围，审核时也可能被要求说明。"}
			f.Help = Text{En: "remove the entry", Zh: "删除该项"}
			p.citeManifest(f)
			p.Report(f)
		})
	},
}

// usesScope reports whether a request or a plug-in asks for a scope, or some
// script at least mentions it or one of its interfaces.
func (p *Pass) usesScope(scope string) bool {
	for _, r := range p.Project.Requests {
		if r.Form != project.ManifestForm && (r.Scope == scope || slices.Contains(r.Capability.AlsoScopes, scope)) {
			return true
		}
	}
	if slices.ContainsFunc(p.Project.Plugins(), func(use project.PluginUse) bool { return use.MayUse(scope) }) {
		return true
	}
	if slices.ContainsFunc(p.Project.Platform.ScopeWords(scope), func(word string) bool { return p.Project.Mentions[word] && !p.understood(word) }) {
		return true
	}
	// The page of chooseLocation still names the scope, and maps may show it.
	return strings.Contains(strings.ToLower(scope), "location") && p.choosesPlace()
}

// understood reports whether a word that scripts mention is the name of an
// interface whose calls are requests, so that the mention adds nothing.
func (p *Pass) understood(word string) bool {
	return slices.ContainsFunc(p.Project.Requests, func(r *project.Request) bool {
		return r.Capability.Match.Member == word
	})
}

func (p *Pass) choosesPlace() bool {
	return slices.ContainsFunc(p.Project.Requests, func(r *project.Request) bool {
		return r.Form != project.ManifestForm && slices.Contains(r.DataTypes, "location-chosen")
	})
}
