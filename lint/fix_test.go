package lint_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
)

// fix fixes what it can in a folder, without writing, and checks that nothing
// is left to fix and that a second run changes nothing.
func fix(t testing.TB, dir string, o lint.Options) *lint.Fixed {
	t.Helper()
	o.Dir, o.Now = dir, today
	all := func(*rule.Finding) bool { return true }
	fixed, err := lint.Fix(context.Background(), o, all)
	if err != nil {
		t.Fatal(err)
	}
	if o.Overlay = maps.Clone(o.Overlay); o.Overlay == nil {
		o.Overlay = project.Overlay{}
	}
	for _, f := range fixed.Files {
		o.Overlay[f.File] = f.After
	}
	again, err := lint.Fix(context.Background(), o, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range again.Files {
		t.Errorf("a second run changes %s\n%s\ninto\n%s", f.Path, f.Before, f.After)
	}
	for _, f := range fixed.Result.Findings {
		if f.Fixable() != nil && !o.NoSuppress {
			t.Errorf("%s at %s is left", f.Rule, f.File.Path)
		}
	}
	return fixed
}

// TestFixTrees fixes small programs. A file whose text changes is followed by
// one named "fixed" with all that it becomes.
func TestFixTrees(t *testing.T) {
	files, err := filepath.Glob("testdata/fix/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir, want, last := t.TempDir(), map[string]string{}, ""
			for _, f := range archive.Files {
				if f.Name == "fixed" {
					want[last] = string(f.Data)
					continue
				}
				last = f.Name
				put(t, dir, f.Name, string(f.Data))
			}
			for _, f := range fix(t, dir, lint.Options{}).Files {
				if got := string(f.After); got != want[f.Path] {
					t.Errorf("%s becomes\n%s\nwant\n%s", f.Path, got, want[f.Path])
				}
				delete(want, f.Path)
			}
			for path := range want {
				t.Errorf("%s is not changed", path)
			}
		})
	}
}

// TestFixLeavesSuppressed: what is suppressed is not fixed, whether it is
// shown or not, and neither is what is not wanted.
func TestFixLeavesSuppressed(t *testing.T) {
	dir := plant(t, `
-- app.json --
{"pages": ["p"], "permission": {"scope.userlocation": {"desc": "附近的门店"}}}
-- p.js --
Page({ a() {
  // mplint-ignore-next-line unknown-scope -- tried on purpose
  wx.authorize({ scope: 'scope.recrod' })
} })
-- p.wxml --
<view/>
-- .mplint.json --
{"category": 7, "ignore": [{"rule": "unknown-scope", "path": "app.json", "reason": "a test"}]}
`)
	for _, show := range []bool{false, true} {
		fixed := fix(t, dir, lint.Options{NoSuppress: show})
		if len(fixed.Files) > 0 || fixed.Problems > 0 {
			t.Errorf("NoSuppress %v: %d fixed", show, fixed.Problems)
		}
		if n := len(fixed.Result.Findings); show != (n >= 2) {
			t.Errorf("NoSuppress %v: %d findings", show, n)
		}
	}
	fixed, err := lint.Fix(context.Background(), lint.Options{Dir: dir, NoConfig: true}, func(f *rule.Finding) bool { return f.Rule != "unknown-scope" })
	if err != nil || len(fixed.Files) > 0 {
		t.Errorf("not wanted: %v, %v", fixed.Files, err)
	}
}

// TestFixStaysInside: what a link in a program leads to is read, but not fixed
// where it lies outside; a link to the program itself is one that was asked for.
func TestFixStaysInside(t *testing.T) {
	dir := plant(t, `
-- real/app.config.ts --
import shared from './shared'
export default shared
-- real/pages/a.tsx --
import Taro from '@tarojs/taro'
Taro.getLocation({ fail() {} })
`)
	put(t, dir, "shared.ts", "export default { pages: ['pages/a'], permission: { 'scope.userlocation': { desc: '附近' } } }\n")
	put(t, dir, "real/inside.ts", "export default { pages: ['pages/a'] }\n")
	for target, files := range map[string]int{"../shared.ts": 0, "inside.ts": 1} {
		link := filepath.Join(dir, "real/shared.ts")
		os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
		program := filepath.Join(dir, "linked")
		os.Remove(program)
		if err := os.Symlink("real", program); err != nil {
			t.Skip(err)
		}
		fixed := fix(t, dir, lint.Options{Paths: []string{"linked"}})
		if len(fixed.Files) != files || len(fixed.Result.Findings) < 2 {
			t.Errorf("%s: %d files are fixed, %d findings left", target, len(fixed.Files), len(fixed.Result.Findings))
		}
	}
}
