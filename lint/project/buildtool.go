package project

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// viteNames and packNames are the settings of build tools.
var (
	viteNames = []string{"vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs", "weapp-vite.config.ts", "weapp-vite.config.js", "weapp-vite.config.mts", "weapp-vite.config.mjs"}
	packNames = []string{"webpack.config.js", "vue.config.js", "mpx.config.js", "config/index.ts", "config/index.js"}
)

// plainPlugins are what the settings of Vite can name without supplying
// imports that no source states.
var plainPlugins = []string{"vite", "@dcloudio/vite-plugin-uni", "@vitejs/plugin-vue", "path", "node:path", "url", "node:url", "fs", "node:fs", "process", "node:process"}

// importsByItself reports whether a build tool may supply imports that no
// source states: components by the name of their folder, functions by theirs.
func (g *graph) importsByItself() bool {
	dir := g.root.Dir
	for range 3 {
		for _, name := range slices.Concat(viteNames, packNames) {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err == nil && suppliesImports(name, data) {
				return true
			}
		}
		if isTop(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return false
}

func suppliesImports(name string, data []byte) bool {
	if contains(packNames, name) {
		text := string(data)
		return strings.Contains(text, "ProvidePlugin") || strings.Contains(text, "unplugin") || strings.Contains(text, "AutoImport")
	}
	var named imports
	named.script(data)
	return named.dynamic || slices.ContainsFunc(named.specs, func(s string) bool { return !contains(plainPlugins, s) })
}
