package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/archive"
	"github.com/mplint/mplint/lint/batch"
	"github.com/mplint/mplint/lint/report"
	"github.com/mplint/mplint/lint/rule"
)

func init() {
	register.DoFn4x1[context.Context, string, func(string), func(string, int), error](&lintFn{})
	register.Function2x1(total)
	register.Emitter1[string]()
	register.Emitter2[string, int]()
}

// lintFn lints one input of a list.
type lintFn struct{ Category string }

// ProcessElement emits the line about an input, and what the totals count of
// it. Its error is a failure of the worker, which the runner may try again
// elsewhere; what is wrong with an input is said in its line.
func (fn *lintFn) ProcessElement(ctx context.Context, input string, line func(string), count func(string, int)) error {
	if input == "" {
		return nil
	}
	var o lint.Options
	if fn.Category != "" {
		o.Categories = []string{fn.Category}
	}
	result, err := lintInput(ctx, o, input)
	code, message := "", ""
	if err != nil {
		if code = batch.Code(err); code == "" {
			return fmt.Errorf("lint %s: %w", input, err)
		}
		result, message = &lint.Result{}, err.Error()
	}
	result.Keep(func(f *rule.Finding) bool { return f.Confidence.Weight() >= rule.Medium.Weight() })
	count("inputs "+cmp.Or(code, "linted"), 1)
	count("projects", len(result.Projects))
	for _, f := range result.Findings {
		count(fmt.Sprintf("%ss %s", f.Severity, f.Rule), 1)
	}
	var b strings.Builder
	if err := report.Batch(&b, input, result, code, message, report.Options{Lang: "en", Version: "dev"}); err != nil {
		return err
	}
	line(strings.TrimSuffix(b.String(), "\n"))
	return nil
}

// lintInput lints a folder or archive of this machine, or an archive that one
// of Beam's file systems has, such as gs://bucket/shop.zip.
func lintInput(ctx context.Context, o lint.Options, input string) (*lint.Result, error) {
	if !strings.Contains(input, "://") {
		return batch.Lint(ctx, o, input)
	}
	dir, err := os.MkdirTemp("", "mplint-beam-")
	if err != nil {
		return nil, &archive.HostError{Err: err}
	}
	defer os.RemoveAll(dir)
	local := filepath.Join(dir, path.Base(input))
	if err := fetch(ctx, input, local); errors.Is(err, syscall.ENOSPC) {
		return nil, &archive.HostError{Err: err}
	} else if err != nil {
		return nil, err
	}
	return batch.Lint(ctx, o, local)
}

// fetch copies a file to this machine.
func fetch(ctx context.Context, from, to string) error {
	fs, err := filesystem.New(ctx, from)
	if err != nil {
		return err
	}
	in, err := fs.OpenRead(ctx, from)
	if err != nil {
		return errors.Join(err, fs.Close())
	}
	out, err := os.Create(to)
	if err == nil {
		_, err = io.Copy(out, in)
		err = errors.Join(err, out.Close())
	}
	return errors.Join(err, in.Close(), fs.Close())
}

// total is a line of the totals.
func total(what string, n int) string { return fmt.Sprintf("%d %s", n, what) }
