package examples_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The ratio of BenchmarkStart to BenchmarkStartHello says what starting the
// command costs over starting any program at all.

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		start(b, mplint, "--version")
	}
}

func BenchmarkStartHello(b *testing.B) {
	dir := b.TempDir()
	src, hello := filepath.Join(dir, "hello.go"), filepath.Join(dir, "hello.exe")
	if err := os.WriteFile(src, []byte("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", hello, src).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for b.Loop() {
		start(b, hello)
	}
}

func start(b *testing.B, name string, args ...string) {
	b.Helper()
	if err := exec.Command(name, args...).Run(); err != nil {
		b.Fatal(err)
	}
}
