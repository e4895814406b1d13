package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

//go:generate go test -run TestLicenses -update

// TestLicenses keeps the list of what the binaries contain besides own code,
// with the texts that have to come with it. A module without one of the kinds
// of license below fails; go generate writes the list.
func TestLicenses(t *testing.T) {
	const path = "packaging/THIRD-PARTY-LICENSES.txt"
	var b strings.Builder
	b.WriteString("The binary of mplint contains parts of the following. Written by go generate.\n")
	modules := linked(t)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		for _, text := range licensesIn(t, modules[name]) {
			kind := licenseKind(text)
			if kind == "" {
				t.Errorf("%s comes with a license of an unknown kind", name)
			}
			fmt.Fprintf(&b, "\n%s\n%s: %s\n\n%s\n", strings.Repeat("-", 80), name, kind, strings.TrimSpace(text))
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if string(must(os.ReadFile(path))) != b.String() {
		t.Errorf("%s is not what `go generate ./cmd/mplint` writes", path)
	}
}

// linked returns the folders of the modules that are in the binary of some
// system, and of Go, by "path version".
func linked(t *testing.T) map[string]string {
	t.Helper()
	modules := map[string]string{"the Go standard library": strings.TrimSpace(string(goTool(t, "linux", "env", "GOROOT")))}
	for _, system := range []string{"linux", "darwin", "windows"} {
		const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}|{{.Dir}}{{end}}{{end}}`
		for line := range strings.Lines(string(goTool(t, system, "list", "-deps", "-tags", "urfave_cli_no_docs", "-f", format, "."))) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "|"); ok {
				modules[name] = dir
			}
		}
	}
	return modules
}

func goTool(t *testing.T, system string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %v: %v", args, err)
	}
	return out
}

// licensesIn returns the texts of the licenses in the top folder of a module.
func licensesIn(t *testing.T, dir string) []string {
	t.Helper()
	var texts []string
	for _, entry := range must(os.ReadDir(dir)) {
		if name := strings.ToLower(entry.Name()); strings.HasPrefix(name, "license") || strings.HasPrefix(name, "copying") || strings.HasPrefix(name, "notice") {
			texts = append(texts, strings.ReplaceAll(string(must(os.ReadFile(filepath.Join(dir, entry.Name())))), "\r\n", "\n"))
		}
	}
	if len(texts) == 0 {
		t.Errorf("%s has no license", dir)
	}
	return texts
}

// licenseKind names the license that a text is, "" for one that has to be looked
// at before the module may stay.
func licenseKind(text string) string {
	words := strings.Join(strings.Fields(text), " ")
	switch {
	case strings.Contains(words, "Permission is hereby granted, free of charge, to any person obtaining a copy"):
		return "MIT"
	case strings.Contains(words, "Redistribution and use in source and binary forms") && strings.Contains(words, "Neither the name"):
		return "BSD-3-Clause"
	}
	return ""
}

func TestLicenseKind(t *testing.T) {
	for text, want := range map[string]string{
		"MIT License\n\nPermission is hereby granted, free of charge, to any\nperson obtaining a copy of": "MIT",
		"Redistribution and use in source and binary forms, ... * Neither the name of Google":             "BSD-3-Clause",
		"GNU GENERAL PUBLIC LICENSE": "", "": "",
	} {
		if got := licenseKind(text); got != want {
			t.Errorf("got %q, want %q for %q", got, want, text)
		}
	}
}
