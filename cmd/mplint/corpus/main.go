// Command corpus lints public repositories at pinned commits and compares how
// often each rule finds something with what is kept in .github/corpus.json: a
// change of a rule shows what it changes on real programs.
//
//	go run ./cmd/mplint/corpus --dir FOLDER            print what changed, exit code 1 if anything did
//	go run ./cmd/mplint/corpus --dir FOLDER --update   keep the new counts
//
// The repositories are fetched into the folder with git, each once. Of what is
// in them, only the counts are kept.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/mplint/mplint/lint"
)

func main() {
	list := flag.String("list", ".github/corpus.json", "the `file` with the repositories and their counts")
	dir := flag.String("dir", filepath.Join(os.TempDir(), "mplint-corpus"), "the `folder` for the repositories")
	update := flag.Bool("update", false, "keep the counts of this run")
	flag.Parse()
	changed, err := run(context.Background(), *list, *dir, *update, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(2)
	}
	if changed && !*update {
		os.Exit(1)
	}
}

// run lints every repository of a list and prints what changed. A repository
// that cannot be had or linted is an error, after all others.
func run(ctx context.Context, list, dir string, update bool, out io.Writer) (changed bool, err error) {
	repositories, err := read(list)
	if err != nil {
		return false, err
	}
	failed := 0
	for i := range repositories {
		r := &repositories[i]
		counts, err := r.count(ctx, dir)
		if err != nil {
			fmt.Fprintf(out, "%s: %v\n", r.Repository, err)
			failed++
			continue
		}
		if r.compare(counts, out) {
			changed = true
		}
		r.Findings = counts
	}
	if failed > 0 {
		return changed, fmt.Errorf("%d of %d repositories could not be linted", failed, len(repositories))
	}
	fmt.Fprintf(out, "%d repositories linted\n", len(repositories))
	if update {
		return changed, write(list, repositories)
	}
	return changed, nil
}

// count fetches a repository where it is not there yet, and returns how often
// each rule finds something in it, by severity.
func (r *repository) count(ctx context.Context, dir string) (map[string]int, error) {
	path, err := r.fetch(ctx, dir)
	if err != nil {
		return nil, err
	}
	result, err := lint.Run(ctx, lint.Options{Dir: path, Categories: []string{r.Category}, NoConfig: true, NoBaseline: true, NoSuppress: true})
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, f := range result.Findings {
		counts[f.Rule+" "+string(f.Severity)]++
	}
	return counts, nil
}
