package changes

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

func TestDiff(t *testing.T) {
	s := &Set{files: map[string][]hunk{}}
	s.addDiff("/r", []byte(strings.Join([]string{
		"diff --git a/店/a b.js b/店/a b.js", "--- a/店/a b.js\t", "+++ b/店/a b.js\t",
		"@@ -3 +3,2 @@ function x", "-old", "+++ b/evil.js", "+@@ -1 +1 @@",
		"@@ -9,2 +9,0 @@", "--- a/evil.js", "-x", `\ No newline at end of file`,
		"diff --git a/gone.js b/gone.js", "--- a/gone.js", "+++ /dev/null", "@@ -1 +0,0 @@", "-x",
		`diff --git "a/q\"\t.js" "b/q\"\t.js"`, `--- "a/q\"\t.js"`, `+++ "b/q\"\t.js"`, "@@ -0,0 +1 @@", "+x",
		"diff --git a/p.png b/p.png", "Binary files a/p.png and b/p.png differ",
		"@@ broken @@", "",
	}, "\n")))
	var got []string
	for path, hunks := range s.files {
		got = append(got, fmt.Sprintf("%q %v", filepath.ToSlash(path), hunks))
	}
	slices.Sort(got)
	if want := []string{`"/r/q\"\t.js" [{1 1}]`, `"/r/店/a b.js" [{3 2} {9 0}]`}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTouches(t *testing.T) {
	f := &source.File{Data: []byte("1\n2\n3\n4\n5\n")}
	s := &Set{files: map[string][]hunk{"f": {{2, 1}, {4, 0}}}}
	for r, want := range map[source.Range]bool{
		{Start: 0, End: 1}: false, {Start: 0, End: 2}: false, {Start: 0, End: 3}: true, {Start: 2, End: 2}: true, {Start: 2, End: 3}: true,
		{Start: 4, End: 5}: false, {Start: 6, End: 7}: false, {Start: 6, End: 9}: true, {Start: 8, End: 9}: false, {}: false,
	} {
		if got := s.Touches("f", f, r); got != want {
			t.Errorf("%v: got %v", r, got)
		}
	}
	if s.Touches("g", f, source.Range{Start: 2, End: 3}) || s.Changed("g") || !s.Changed("f") {
		t.Error("files are mixed up")
	}
}

// repository is a new repository with one commit, called base.
func repository(t *testing.T, files ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	dir := t.TempDir()
	must(t, dir, "init", "-q", "-b", "main")
	for _, name := range files {
		write(t, dir, name, "1\n2\n3\n4\n")
	}
	commit(t, dir)
	must(t, dir, "tag", "base")
	return dir
}

func commit(t *testing.T, dir string) {
	t.Helper()
	must(t, dir, "add", "-A")
	must(t, dir, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "x")
}

func must(t *testing.T, dir string, args ...string) {
	t.Helper()
	if _, err := git(t.Context(), dir, args...); err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// shown lists a set with paths relative to a folder.
func shown(t *testing.T, s *Set, dir string) string {
	t.Helper()
	var out []string
	for path, hunks := range s.files {
		rel, err := filepath.Rel(unlinked(dir), path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(filepath.ToSlash(rel), hunks))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestSince: committed, staged, unstaged and new files count; what the other
// branch did since does not.
func TestSince(t *testing.T) {
	dir := repository(t, "a.js", "b.js", "c.js", "old 名.js", "gone.js", "theirs.js", "空 a.js")
	must(t, dir, "checkout", "-q", "-b", "other")
	write(t, dir, "theirs.js", "changed\n")
	commit(t, dir)
	must(t, dir, "checkout", "-q", "main")
	write(t, dir, "a.js", "1\n2\nnew\n4\n")
	must(t, dir, "mv", "old 名.js", "new 名.js")
	write(t, dir, "new 名.js", "1\n2\n3\nfour\n")
	must(t, dir, "rm", "-q", "gone.js")
	write(t, dir, "empty.js", "")
	commit(t, dir)
	write(t, dir, "b.js", "0\n1\n2\n3\n4\n")
	must(t, dir, "add", "-A")
	write(t, dir, "c.js", "1\n4\n")
	write(t, dir, "空 a.js", "1\n2\n3\n4\n5\n")
	write(t, dir, "sub/未跟踪.js", "1\n")
	write(t, dir, ".gitignore", "ignored.js\n")
	write(t, dir, "ignored.js", "1\n")
	// Whatever the user's settings are.
	for _, setting := range [][2]string{{"diff.noprefix", "true"}, {"diff.mnemonicPrefix", "true"}, {"color.ui", "always"}, {"diff.context", "9"}, {"diff.renames", "false"}, {"diff.external", "false"}} {
		must(t, dir, "config", setting[0], setting[1])
	}
	s, err := Since(t.Context(), []string{filepath.Join(dir, "sub"), dir}, "other")
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(everything)
	want := strings.Join([]string{
		".gitignore[" + all + "]", "a.js[{3 1}]", "b.js[{1 1}]", "c.js[{1 0}]", "empty.js[" + all + "]", "new 名.js[{4 1}]",
		"sub/未跟踪.js[" + all + "]", "空 a.js[{5 1}]",
	}, "\n")
	if got := shown(t, s, dir); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !s.Below(dir) || !s.Below(filepath.Join(dir, "sub")) || s.Below(filepath.Join(dir, "su")) {
		t.Error("Below is wrong")
	}
}

// TestSinceInAHook: git's variables for hooks do not mislead.
func TestSinceInAHook(t *testing.T) {
	dir := repository(t, "sub/a.js")
	write(t, dir, "sub/a.js", "1\n2\n3\nx\n")
	t.Setenv("GIT_DIR", filepath.Join(dir, ".git"))
	t.Setenv("GIT_PREFIX", "sub/")
	s, err := Since(t.Context(), []string{filepath.Join(dir, "sub")}, "HEAD")
	if err != nil || shown(t, s, dir) != "sub/a.js[{4 1}]" {
		t.Errorf("got %v, %v", s, err)
	}
}

func TestSinceFails(t *testing.T) {
	dir := repository(t, "a.js")
	outside := t.TempDir()
	must(t, dir, "checkout", "-q", "--orphan", "alone")
	write(t, dir, "b.js", "")
	commit(t, dir)
	for _, test := range []struct{ dir, revision, want string }{
		{outside, "main", "find the git repository of " + outside + ": fatal: not a git repository"},
		{dir, "nope", "find what changed since nope: git knows no such commit (fatal: Needed a single revision); `git branch"},
		{dir, "--output=x", "find what changed since --output=x: git knows no such commit (fatal: "},
		{dir, "main", "find what changed since main: git finds no commit that it has in common with HEAD (git merge-base says nothing and ends with exit status 1); a shallow clone"},
	} {
		if _, err := Since(t.Context(), []string{test.dir}, test.revision); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v", test.revision, err)
		}
	}
	t.Setenv("PATH", outside)
	if _, err := Since(context.Background(), []string{dir}, "main"); err == nil || !strings.HasSuffix(err.Error(), "git is needed for that, and is not installed or not on PATH") {
		t.Errorf("got %v", err)
	}
}
