package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint/lock"
)

// TestFixturesMatchSchemas runs the whole tool over the projects that the rules
// are tested with: the JSON documents and SARIF are valid for every one, so
// every field that any rule fills in is covered, and a second run prints the
// same.
func TestFixturesMatchSchemas(t *testing.T) {
	paths, err := filepath.Glob("../../lint/rule/testdata/*/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for i, path := range paths {
		paths[i], _ = filepath.Abs(path)
	}
	lint, inventory, manifest := must(compiled("output.schema.json")), must(compiled("inventory.schema.json")), must(compiled("manifest.schema.json"))
	sarif := must(compiled("sarif-schema-2.1.0.json"))
	for _, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
			unpack(t, path)
			for _, lang := range []string{"en", "zh"} {
				valid(t, lint, "lint", "--format", "json", "--lang", lang)
				valid(t, inventory, "inventory", "--format", "json", "--lang", lang)
				valid(t, manifest, "manifest", "--format", "json", "--lang", lang)
				if _, err := os.Stat(lock.FileName); err == nil {
					valid(t, lint, "lock", "--check", "--format", "json", "--lang", lang)
				}
			}
			valid(t, sarif, "lint", "--format", "sarif")
			twice(t, "lint", "--format", "text", "--verbose")
		})
	}
}

// unpack makes the files of an archive and goes to their folder.
func unpack(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// twice runs a command line two times and returns what it prints.
func twice(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, again, errs bytes.Buffer
	args = append([]string{"mplint"}, args...)
	code := Run(t.Context(), args, nil, &out, &errs)
	if code > exitFindings {
		t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
	}
	if second := Run(t.Context(), args, nil, &again, &errs); second != code || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("%v: two runs differ", args)
	}
	return out.Bytes()
}
