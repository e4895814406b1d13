package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const commit = "0123456789012345678901234567890123456789"

// plant writes a list with one repository, whose files are there already.
func plant(t *testing.T, findings string) (list, dir string) {
	t.Helper()
	dir = t.TempDir()
	list = filepath.Join(dir, "corpus.json")
	put(t, list, `[{ "repository": "owner/name", "commit": "`+commit+`", "category": "6", "findings": `+findings+` }]`)
	root := filepath.Join(dir, "owner+name@"+commit)
	put(t, filepath.Join(root, "app.json"), `{ "pages": ["pages/a/a"] }`)
	put(t, filepath.Join(root, "pages", "a", "a.js"), "Page({ onTap() { wx.startRecord({ fail() {} }) } })\n")
	put(t, filepath.Join(root, "pages", "a", "a.wxml"), "<view bindtap=\"onTap\"/>\n")
	return list, dir
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestCompare(t *testing.T) {
	list, dir := plant(t, `{ "ask-on-launch error": 1, "scope-beyond-category error": 1 }`)
	var out strings.Builder
	changed, err := run(context.Background(), list, dir, true, &out)
	if err != nil || !changed {
		t.Fatalf("changed %v, %v", changed, err)
	}
	const want = "owner/name: ask-on-launch error: 1 -> 0\n1 repositories linted\n"
	if out.String() != want {
		t.Errorf("got %s", out.String())
	}
	out.Reset()
	if changed, err = run(context.Background(), list, dir, false, &out); err != nil || changed || out.String() != "1 repositories linted\n" {
		t.Errorf("after an update: changed %v, %v: %s", changed, err, out.String())
	}
}

func TestOneThatCannotBeLinted(t *testing.T) {
	list, dir := plant(t, `{}`)
	if err := os.Remove(filepath.Join(dir, "owner+name@"+commit, "app.json")); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if _, err := run(context.Background(), list, dir, true, &out); err == nil || !strings.HasPrefix(out.String(), "owner/name: no mini-program") {
		t.Errorf("%v: %s", err, out.String())
	}
}
