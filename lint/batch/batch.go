// Package batch lints many programs that know nothing of each other: folders
// and archives, one after the other or several at a time.
package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/archive"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/project"
)

// ErrNoArchive is an input that is neither a folder nor named like an archive.
var ErrNoArchive = errors.New("neither a folder nor an archive (.zip, .tar.gz, .tgz)")

// Lint lints the programs in one input, a folder or an archive. Its path is
// relative to the folder of the options; the paths in the result are relative
// to the input, so that a folder and its archive give the same. An archive is
// unpacked to a temporary folder, which is gone when Lint returns.
func Lint(ctx context.Context, o lint.Options, input string) (*lint.Result, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, &archive.HostError{Err: err}
	}
	if o.ConfigPath != "" {
		o.ConfigPath = under(dir, o.ConfigPath)
	}
	path := under(dir, input)
	info, err := os.Stat(path)
	if err != nil {
		return nil, plain(err)
	}
	if info.IsDir() {
		return lintFolder(ctx, o, path)
	}
	if archive.Kind(path) == "" || !info.Mode().IsRegular() {
		return nil, ErrNoArchive
	}
	return lintArchive(ctx, o, path)
}

func under(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func lintFolder(ctx context.Context, o lint.Options, path string) (*lint.Result, error) {
	o.Dir, o.Paths = path, []string{"."}
	result, err := lint.Run(ctx, o)
	var cause syscall.Errno
	if errors.As(err, &cause) {
		return nil, fmt.Errorf("cannot be read: %w", cause) // the path is "."
	}
	return result, err
}

func lintArchive(ctx context.Context, o lint.Options, path string) (result *lint.Result, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, plain(err)
	}
	temp, err := os.MkdirTemp("", "mplint-batch-")
	if err != nil {
		return nil, &archive.HostError{Err: err}
	}
	defer func() {
		if gone := os.RemoveAll(temp); gone != nil && err == nil {
			result, err = nil, &archive.HostError{Err: gone}
		}
	}()
	// The folder .git ends the search for configs and manifests upward, which
	// would go on above the temporary folder.
	folder := filepath.Join(temp, "archive")
	if err := errors.Join(os.Mkdir(folder, 0o700), os.Mkdir(filepath.Join(temp, ".git"), 0o700)); err != nil {
		return nil, &archive.HostError{Err: err}
	}
	links, err := archive.Unpack(ctx, archive.Kind(path), f, info.Size(), folder, archive.Options{Limits: archive.DefaultLimits, Wanted: wanted})
	if err != nil {
		return nil, err
	}
	if result, err = lintFolder(ctx, o, folder); err != nil {
		return nil, err
	}
	for _, name := range links {
		result.Skipped = append(result.Skipped, project.Skip{Path: name, Reason: "symlink"})
	}
	return result, nil
}

// wanted leaves out what macOS puts beside the files of a zip.
func wanted(name string) bool { return project.Wanted(name) && !strings.HasPrefix(name, "__MACOSX/") }

// plain drops the path from an error about the input itself, which everybody
// who sees the error knows.
func plain(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return fmt.Errorf("cannot be read: %w", at.Err)
	}
	return err
}

// The codes of errors, for programs.
const (
	NotFound       = "not-found"
	NotReadable    = "not-readable"
	NotAnArchive   = "not-an-archive"
	NoProject      = "no-project"
	WrongConfig    = "wrong-config"
	ArchiveRefused = "archive-refused"
	ArchiveTooBig  = "archive-too-large"
	ArchiveDamaged = "archive-damaged"
	InternalError  = "internal-error" // a fault of the linter itself
)

// Code returns the code of an error of Lint, "" for one that is not about the
// input: what the options say, a failure of the machine, the end of the
// context. It would meet the other inputs as well.
func Code(err error) string {
	var refused *archive.RefusedError
	var damaged *archive.DamagedError
	var wrongConfig *config.Error
	var host *archive.HostError
	var noProject *lint.NoProjectError
	var crash *lint.CrashError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.As(err, &host):
		return ""
	case errors.As(err, &crash):
		return InternalError
	case errors.As(err, &refused) && refused.TooLarge():
		return ArchiveTooBig
	case errors.As(err, &refused):
		return ArchiveRefused
	case errors.As(err, &damaged):
		return ArchiveDamaged
	case errors.As(err, &wrongConfig):
		return WrongConfig
	case errors.As(err, &noProject):
		return NoProject
	case errors.Is(err, ErrNoArchive):
		return NotAnArchive
	case errors.Is(err, fs.ErrNotExist):
		return NotFound
	}
	return NotReadable
}
