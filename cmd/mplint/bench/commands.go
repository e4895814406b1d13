package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// command is one line of the table. target is how many times as long it may
// take as mplint at the least; below 1, mplint may take longer than it.
type command struct {
	name   string
	args   []string
	target float64
	slow   bool
}

// commands are mplint with all rules and JSON, a plain walk-and-read, ripgrep
// with the same names, and the peers with one rule.
func commands(t *tools, work, tree, peers string) ([]command, error) {
	all := []command{
		{name: "mplint", args: []string{t.mplint, "lint", "--no-config", "--category", "6", "--format", "json", "--output", filepath.Join(work, "out.json"), tree}},
		{name: "walk and read", args: []string{t.self, "walk-and-read", tree}, target: 1 / 2.0},
	}
	if rg, err := exec.LookPath("rg"); err == nil {
		args := []string{rg, "--no-ignore", "--count", "--glob", "!node_modules", "--glob", "*.{" + strings.Join(extensions, ",") + "}", strings.Join(t.names, "|"), tree}
		all = append(all, command{name: "ripgrep", args: args, target: 1 / 1.15})
	}
	if peers == "" {
		return all, nil
	}
	more, err := peerCommands(t, work, tree, peers)
	return append(all, more...), err
}

// peerCommands writes a configuration with one rule for each peer. What a peer
// does not read is its own affair: the templates, for all of them.
func peerCommands(t *tools, work, tree, peers string) ([]command, error) {
	bin := func(name string) string { return filepath.Join(peers, "node_modules", ".bin", name) }
	var list []string
	for _, n := range t.names {
		list = append(list, fmt.Sprintf(`{ "object": "wx", "property": %q }`, n))
	}
	restricted := strings.Join(list, ", ")
	parser := filepath.Join(peers, "node_modules", "@typescript-eslint", "parser", "dist", "index.js")
	configs := map[string]string{
		"oxlint.json":      `{ "categories": { "correctness": "off" }, "rules": { "no-restricted-properties": ["error", ` + restricted + `] } }`,
		"biome/wx.grit":    "`wx.$api($args)` where { $api <: r\"" + strings.Join(t.names, "|") + "\", register_diagnostic(span=$api, message=\"asks\") }\n",
		"biome/biome.json": `{ "plugins": ["./wx.grit"], "linter": { "rules": { "recommended": false } }, "formatter": { "enabled": false }, "assist": { "enabled": false }, "files": { "maxSize": 8388608 } }`,
		"ast-grep.yml":     "id: asks\nlanguage: JavaScript\nrule: { pattern: wx.$API($$$) }\nconstraints: { API: { regex: '^(" + strings.Join(t.names, "|") + ")$' } }\n",
		"eslint.config.mjs": "import parser from " + fmt.Sprintf("%q", "file://"+parser) + "\nconst rules = { 'no-restricted-properties': ['error', " + restricted + "] }\n" +
			"export default [{ files: ['**/*.{js,jsx,mjs,cjs}'], rules, linterOptions: { noInlineConfig: true }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },\n" +
			"  { files: ['**/*.{ts,tsx}'], rules, linterOptions: { noInlineConfig: true }, languageOptions: { parser } }]\n",
	}
	for name, text := range configs {
		path := filepath.Join(work, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	at := func(name string) string { return filepath.Join(work, name) }
	return []command{
		{name: "oxlint", args: []string{bin("oxlint"), "--config", at("oxlint.json"), "--no-ignore", "--silent", tree}, target: 4},
		{name: "biome", args: []string{bin("biome"), "lint", "--config-path", at("biome"), "--max-diagnostics", "1", tree}, target: 30, slow: true},
		{name: "ast-grep", args: []string{bin("ast-grep"), "scan", "--rule", at("ast-grep.yml"), "--no-ignore", "vcs", tree}, target: 30, slow: true},
		// Files are only linted below the working directory, wherever the configuration is.
		{name: "eslint", args: []string{"env", "--chdir=" + tree, bin("eslint"), "--config", at("eslint.config.mjs"), "--no-error-on-unmatched-pattern", "--quiet", "."}, target: 250, slow: true},
	}, nil
}

// starts are the commands whose start-up is compared.
func starts(t *tools) []command {
	return []command{{name: "mplint --version", args: []string{t.mplint, "--version"}}, {name: "hello world", args: []string{t.hello}, target: 1 / 1.4}}
}
