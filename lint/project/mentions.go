package project

import (
	"bytes"
	"slices"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/scan"
)

// watchList is what the manifest declares, in the words that a script would
// use for it: interfaces of requiredPrivateInfos, and for each permission its
// scope and the interfaces behind it, likewise for background modes. A declaration whose words appear in some
// script in whatever form, even one that is not understood, is not unused.
func (l *loader) watchList() []string {
	var words []string
	root := l.project.Manifest.Root
	words = append(words, root.Get("requiredPrivateInfos").Strings()...)
	if permission := root.Get("permission"); permission != nil && permission.Kind == manifest.Object {
		for _, n := range permission.Children {
			words = append(words, l.platform.ScopeWords(n.Key)...)
		}
	}
	for _, modes := range l.platform.Manifest().BackgroundModes {
		for _, value := range root.Get(modes.Field).Strings() {
			if entry, ok := l.platform.ManifestCapability("app.json", modes.Field, value); ok && entry.Scope != "" {
				words = append(words, l.platform.ScopeWords(entry.Scope)...)
			}
		}
	}
	return slices.DeleteFunc(words, func(word string) bool { return word == "" })
}

// watch notes which of the words stand in the script at hand as a name or in a
// string; comments do not count.
func (c *collector) watch(words []string) {
	hit := false
	for _, w := range words {
		hit = hit || holds(c.code(), w)
	}
	if !hit {
		return
	}
	c.lex()
	for i := range c.script.Tokens {
		if k := c.script.Tokens[i].Kind; k != scan.Ident && k != scan.String && k != scan.TemplatePart {
			continue
		}
		text := c.script.Text(i)
		for _, w := range words {
			if bytes.Contains(text, []byte(w)) {
				c.out.mentions = append(c.out.mentions, w)
			}
		}
	}
}
