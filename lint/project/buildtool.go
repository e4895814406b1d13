package project

import (
	"bytes"
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
			if err == nil && suppliesImports(dir, name, data) {
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

func suppliesImports(dir, name string, data []byte) bool {
	if contains(packNames, name) {
		text := string(data)
		return strings.Contains(text, "ProvidePlugin") || strings.Contains(text, "unplugin") || strings.Contains(text, "AutoImport")
	}
	named := namedBy(data)
	return named.dynamic || slices.ContainsFunc(named.specs, func(s string) bool { return !contains(plainPlugins, s) && !plainOwn(dir, s) })
}

// namedBy returns what a script names outside lines of comment: settings keep
// plug-ins that are switched off as such.
func namedBy(data []byte) imports {
	var code []byte
	for line := range bytes.Lines(data) {
		if !bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("//")) {
			code = append(code, line...)
		}
	}
	var named imports
	named.script(code)
	return named
}

// supplying are the hooks of Vite with which a plug-in changes what a module
// holds, and the packages that do it for others.
var supplying = []string{"transform", "load", "resolveId", "unplugin"}

// plainOwn reports whether the project's own plug-in at a path next to the
// settings has none of those hooks: one that is written there, not handed on
// from a package, and only defines constants or writes to a manifest.
func plainOwn(dir, spec string) bool {
	if !strings.HasPrefix(spec, ".") {
		return false
	}
	for _, end := range []string{"", ".ts", ".js", ".mjs", "/index.ts", "/index.js"} {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(spec+end)))
		if err != nil {
			continue
		}
		supplies := func(word string) bool { return nextWord(data, 0, word) >= 0 }
		named := namedBy(data)
		alone := !named.dynamic && !slices.ContainsFunc(named.specs, func(s string) bool { return !contains(plainPlugins, s) })
		return !slices.ContainsFunc(supplying, supplies) && (alone || bytes.Contains(data, []byte("name:")))
	}
	return false
}
