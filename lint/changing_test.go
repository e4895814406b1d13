package lint_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/config"
)

// TestFilesChangeDuringTheRun: while all files of a program are written, cut
// short and removed again and again, every run ends with a result.
func TestFilesChangeDuringTheRun(t *testing.T) {
	dir := whole(t)
	names := []string{"native/app.js", "native/pages/index/index.js", "native/pages/index/index.wxml", "native/utils/ask.ts", "native/card/card.js", "native/utils/consent.js", "native/app.json",
		"uni/pages/a/a.vue", "uni/manifest.json", "taro/app.config.ts", "taro/pages/a/index.tsx", "mpx/a.mpx"}
	texts := map[string][]byte{}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = text
	}
	var stop atomic.Bool
	done := make(chan int)
	go func() {
		r, changes := rand.New(rand.NewPCG(1, 2)), 0
		for ; !stop.Load(); changes++ {
			name := names[r.IntN(len(names))]
			path, text := filepath.Join(dir, name), texts[name]
			switch r.IntN(4) {
			case 0:
				os.Remove(path)
			case 1:
				_ = os.WriteFile(path, text[:r.IntN(len(text))], 0o644)
			case 2:
				_ = os.WriteFile(path, append([]byte(strings.Repeat("// longer\n", r.IntN(30))), text...), 0o644)
			default:
				_ = os.WriteFile(path, text, 0o644)
			}
		}
		done <- changes
	}()
	results := 0
	for range 400 {
		result, err := lint.Run(context.Background(), lint.Options{Dir: dir, Jobs: 4})
		var wrong *config.Error
		if err != nil && !errors.As(err, &wrong) && !errors.Is(err, lint.ErrNoProject) {
			t.Errorf("%v", err)
		}
		if result == nil {
			continue
		}
		results++
		for _, f := range result.Findings {
			checkFinding(t, f)
		}
	}
	stop.Store(true)
	if changes := <-done; changes < 400 || results < 300 {
		t.Errorf("%d changes, %d results", changes, results)
	}
}
