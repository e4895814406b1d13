package examples_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var readmes = []string{"../README.md", "../README.zh-CN.md"}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// fences returns the code blocks of a kind in a page.
func fences(page, kind string) []string {
	var out []string
	for _, m := range regexp.MustCompile("(?s)\n```"+kind+"\n(.*?)```\n").FindAllStringSubmatch(page, -1) {
		out = append(out, m[1])
	}
	return out
}

// TestReadmesAgree checks that both languages show the same commands, apart
// from comments, and the same headings in number.
func TestReadmesAgree(t *testing.T) {
	comment := regexp.MustCompile(` *# .*`)
	var commands [2][]string
	var headings [2]int
	for i, path := range readmes {
		page := read(t, path)
		for _, kind := range []string{"sh", "yaml"} {
			for _, block := range fences(page, kind) {
				commands[i] = append(commands[i], comment.ReplaceAllString(block, ""))
			}
		}
		headings[i] = strings.Count(page, "\n## ")
	}
	if !slices.Equal(commands[0], commands[1]) || len(commands[0]) < 4 || headings[0] != headings[1] {
		t.Errorf("commands %q\nand %q, %v headings", commands[0], commands[1], headings)
	}
}

// TestReadmeConfig lints the food program with the config of each page, which
// makes its findings infos.
func TestReadmeConfig(t *testing.T) {
	for _, path := range readmes {
		blocks := fences(read(t, path), "jsonc")
		if len(blocks) != 1 {
			t.Fatalf("%s: %d configs", path, len(blocks))
		}
		config := filepath.Join(t.TempDir(), "config.json")
		if err := os.WriteFile(config, []byte(blocks[0]), 0o644); err != nil {
			t.Fatal(err)
		}
		r := lint(t, "en", "--config", config, "wechat-food-delivery")
		if r.Summary.Errors != 0 || len(r.Diagnostics) == 0 {
			t.Errorf("%s: %+v", path, r.Diagnostics)
		}
	}
}

// TestPictures compares the pictures of the README with what the command
// prints today.
func TestPictures(t *testing.T) {
	for _, c := range []struct{ lang, path string }{{"en", "../.github/terminal.svg"}, {"zh", "../.github/terminal.zh.svg"}} {
		args := []string{"examples/wechat-food-delivery/pages/index"}
		out, _ := run(t, "..", append([]string{"--color", "always", "--lang", c.lang}, args...)...)
		compare(t, c.path, picture("mplint "+strings.Join(args, " "), out))
	}
}

// TestReadmeLinks checks that what the pages link to in the repository exists.
func TestReadmeLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#]+)\)`)
	for _, path := range append(slices.Clone(readmes), "../.github/CONTRIBUTING.md", "../.github/SECURITY.md") {
		for _, m := range link.FindAllStringSubmatch(read(t, path), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}
