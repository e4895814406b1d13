package project

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
)

// PluginUse is a plug-in that the manifest takes in.
type PluginUse struct {
	Name     string         // as pages call it, the key of the entry
	Provider *manifest.Node // the id of its provider, a string
	SDK      *platform.SDK  // nil where the plug-in is not a known one
}

// MayUse reports whether the plug-in may ask for a scope. Only of one whose
// page tells the scopes can that be ruled out: the code is not in the package.
func (u PluginUse) MayUse(scope string) bool {
	return u.SDK == nil || len(u.SDK.Scopes) == 0 || contains(u.SDK.Scopes, scope)
}

// pluginEntries are where a manifest lists plug-ins: for the whole program and
// for one sub-package.
var pluginEntries = []string{"/plugins/*", "/subPackages/*/plugins/*", "/subpackages/*/plugins/*"}

// Plugins returns the plug-ins of the manifest, each provider once. A plug-in
// of version "dev" lies beside the program itself and is left out.
func (p *Project) Plugins() []PluginUse {
	if p.Manifest.Root == nil {
		return nil
	}
	var uses []PluginUse
	seen := map[string]bool{}
	for _, entry := range pluginEntries {
		follow(p.Manifest.Root, entry, func(n *manifest.Node) {
			provider, version := n.Get("provider"), n.Get("version")
			if provider == nil || provider.Kind != manifest.String || seen[provider.Text] || version != nil && version.Text == "dev" {
				return
			}
			seen[provider.Text] = true
			sdk, _ := p.Platform.SDKByPlugin(provider.Text)
			uses = append(uses, PluginUse{Name: n.Key, Provider: provider, SDK: sdk})
		})
	}
	return uses
}

// placeholderPlugins notes the plug-ins whose provider is not an id but what a
// tool puts one in for, such as {{currentPluginId}}.
func (p *Project) placeholderPlugins() {
	for _, use := range p.Plugins() {
		if !platform.IsPluginID(use.Provider.Text) {
			p.Unresolved = append(p.Unresolved, Unresolved{
				What: "plugin-placeholder", File: p.Manifest.File, Range: use.Provider.Range, Detail: use.Provider.Text,
			})
		}
	}
}
