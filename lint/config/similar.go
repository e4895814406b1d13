package config

import (
	"os"
	"path/filepath"
)

// similar are names that a config is given by mistake. None of them is read.
var similar = []string{
	".mplint.jsonc", ".mplint.json5", ".mplint.yml", ".mplint.yaml", ".mplint.toml", ".mplint.js", ".mplintrc", ".mplintrc.json", ".mplintrc.yml",
	"mplint.json", "mplint.jsonc", "mplint.config.json", "mplint.config.js", "mplint.yml",
}

// Similar returns the paths of files that look like a config but are not read,
// in the folders in which Find looks in vain.
func Similar(dir string) []string {
	var out []string
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, FileName)); err == nil {
			return out
		}
		for _, name := range similar {
			path := filepath.Join(dir, name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				out = append(out, path)
			}
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			return out
		}
	}
}
