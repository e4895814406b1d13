package main

import (
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
)

// settle lets the configs of a run have their say: on the language, and that
// a file beside a project only looks like a config.
func (a *app) settle(c *cli.Context, result *lint.Result) {
	a.configLang(c, result)
	if c.Bool("no-config") || c.String("config") != "" {
		return
	}
	wd, err := os.Getwd()
	if err != nil {
		return
	}
	seen := map[string]bool{}
	for _, p := range result.Projects {
		root := filepath.FromSlash(p.Root)
		if !filepath.IsAbs(root) {
			root = filepath.Join(wd, root)
		}
		for _, path := range config.Similar(root) {
			if seen[path] {
				continue
			}
			seen[path] = true
			if rel, err := filepath.Rel(wd, path); err == nil {
				path = filepath.ToSlash(rel)
			}
			a.complain(a.say("%s is not read; the config is named %s", "%s 不会被读取；配置文件名应为 %s", path, config.FileName))
		}
	}
}
