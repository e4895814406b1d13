package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// repository is one public repository at one commit, with how often each rule
// finds something in it, by "rule severity".
type repository struct {
	Repository string         `json:"repository"` // owner/name on github.com
	Commit     string         `json:"commit"`     // 40 hex digits
	Category   string         `json:"category"`   // that it is linted for
	Findings   map[string]int `json:"findings"`
}

func read(path string) ([]repository, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []repository
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return list, nil
}

// write keeps a list, one line a rule, so that a change of it is read line by
// line.
func write(path string, list []repository) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	if err := enc.Encode(list); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// fetch returns the folder of a repository's files at its commit.
func (r *repository) fetch(ctx context.Context, dir string) (string, error) {
	path := filepath.Join(dir, strings.ReplaceAll(r.Repository, "/", "+")+"@"+r.Commit)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	part := path + ".part" // renamed when it is whole
	if err := os.RemoveAll(part); err != nil {
		return "", err
	}
	if err := os.MkdirAll(part, 0o755); err != nil {
		return "", err
	}
	for _, args := range [][]string{
		{"init", "--quiet"},
		{"fetch", "--quiet", "--depth", "1", "https://github.com/" + r.Repository, r.Commit},
		{"-c", "core.symlinks=false", "-c", "core.autocrlf=false", "checkout", "--quiet", "--force", r.Commit},
	} {
		cmd := exec.CommandContext(ctx, "git", args...)
		cmd.Dir = part
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("git %s: %w: %s", args[0], err, bytes.TrimSpace(out))
		}
	}
	return path, os.Rename(part, path)
}

// compare prints the rules whose count is another than before.
func (r *repository) compare(counts map[string]int, out io.Writer) (changed bool) {
	all := maps.Clone(counts)
	maps.Copy(all, r.Findings)
	for _, rule := range slices.Sorted(maps.Keys(all)) {
		before, now := r.Findings[rule], counts[rule]
		if before != now {
			changed = true
			fmt.Fprintf(out, "%s: %s: %d -> %d\n", r.Repository, rule, before, now)
		}
	}
	return changed
}
