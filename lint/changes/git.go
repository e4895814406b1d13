package changes

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// Since asks git, in the repositories that some folders lie in, what has
// changed since the last commit that HEAD and a revision have in common. What
// is not committed counts, and so do new files that git does not ignore.
func Since(ctx context.Context, dirs []string, revision string) (*Set, error) {
	set := &Set{files: map[string][]hunk{}}
	var tops []string
	for _, dir := range dirs {
		out, err := git(ctx, dir, "rev-parse", "--show-toplevel")
		if err != nil {
			return nil, fmt.Errorf("find the git repository of %s: %w", dir, err)
		}
		top := unlinked(filepath.FromSlash(strings.TrimRight(string(out), "\r\n")))
		if !slices.Contains(tops, top) {
			tops = append(tops, top)
		}
	}
	for _, top := range tops {
		if err := set.addRepository(ctx, top, revision); err != nil {
			return nil, fmt.Errorf("find what changed since %s: %w", revision, err)
		}
	}
	return set, nil
}

func (s *Set) addRepository(ctx context.Context, top, revision string) error {
	commit, err := git(ctx, top, "rev-parse", "--verify", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return fmt.Errorf("git knows no such commit (%w); `git branch --all` and `git tag` list names, and a shallow clone has to fetch it first: `git fetch --unshallow`", err)
	}
	base, err := git(ctx, top, "merge-base", "HEAD", strings.TrimSpace(string(commit)))
	if err != nil {
		return fmt.Errorf("git finds no commit that it has in common with HEAD (%w); a shallow clone has to fetch more of the history: `git fetch --unshallow`", err)
	}
	from := strings.TrimSpace(string(base))
	// Options, not the user's settings, say what a diff looks like.
	diff, err := git(ctx, top, "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--submodule=short",
		"--src-prefix=a/", "--dst-prefix=b/", "-M", "-U0", from, "--")
	if err != nil {
		return err
	}
	added, err := git(ctx, top, "diff", "--no-ext-diff", "-M", "--diff-filter=A", "--name-only", "-z", from, "--")
	if err != nil {
		return err
	}
	untracked, err := git(ctx, top, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return err
	}
	s.addDiff(top, diff)
	for name := range bytes.SplitSeq(append(added, untracked...), []byte{0}) {
		if len(name) > 0 {
			s.add(top, string(name), everything)
		}
	}
	return nil
}

// git runs git in a folder. The variables that git sets for its hooks would
// make it take that folder for the root of the repository.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); name != "GIT_DIR" && name != "GIT_WORK_TREE" && name != "GIT_PREFIX" {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1")
	out, err := cmd.Output()
	var failed *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is needed for that, and is not installed or not on PATH")
	case errors.As(err, &failed) && len(failed.Stderr) > 0:
		said, _, _ := strings.Cut(strings.TrimSpace(string(failed.Stderr)), "\n")
		return nil, errors.New(said)
	case failed != nil:
		return nil, fmt.Errorf("git %s says nothing and ends with %w", args[0], err)
	}
	return out, err
}

// Touches reports whether a place of a file is in the changed lines.
func (s *Set) Touches(path string, f *source.File, r source.Range) bool {
	first := f.Position(r.Start).Line
	return s.touches(path, first, max(first, f.Position(r.End-1).Line))
}
