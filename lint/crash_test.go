package lint

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/project"
)

func TestGuarded(t *testing.T) {
	var none []int
	err := guarded(func() error { none[len(none)]++; return nil })
	var crash *CrashError
	if !errors.As(err, &crash) || !strings.HasPrefix(err.Error(), "internal error in crash_test.go:") || !strings.Contains(err.Error(), "index out of range [0]") {
		t.Errorf("a panic becomes %v", err)
	}
	err = guarded(func() error {
		panic(&project.Panic{Value: "deep", Stack: []byte("goroutine 1\npanic(1)\n\t/go/panic.go:1 +0x1\nx()\n\t/a/lint/scan/lexer.go:7 +0x2\n")})
	})
	if err == nil || !strings.HasPrefix(err.Error(), "internal error in lexer.go:7: deep") {
		t.Errorf("a panic of another goroutine becomes %v", err)
	}
	if err := guarded(func() error { return os.ErrNotExist }); err != os.ErrNotExist {
		t.Errorf("an error becomes %v", err)
	}
	if err := guarded(func() error { return nil }); err != nil {
		t.Errorf("nothing becomes %v", err)
	}
}
