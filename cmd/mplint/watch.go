package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/report"
)

func watchFlag() cli.Flag {
	return &cli.BoolFlag{Name: "watch", Usage: "lint again whenever a file changes, until interrupted"}
}

// watch lints whenever something below the paths changes, until the context
// ends, and shows each report that is not the one before.
func (a *app) watch(c *cli.Context) error {
	if c.Bool("fix") || c.Bool("dry-run") || takesStdin(c) {
		return usage("--watch only reports: it takes neither --fix and --dry-run nor standard input", "--watch 只报告，不能与 --fix、--dry-run 或标准输入同用")
	}
	if _, err := a.options(c, report.Formats()); err != nil {
		return err
	}
	w, err := watchTrees(c.Args().Slice())
	if err != nil {
		return err
	}
	defer w.Close()
	s := &screen{out: a.out, clears: isTerminal(a.out) && !dumb()}
	again(c.Context, w.changes(), time.After, func() {
		p := &page{of: a.out}
		once := &app{in: a.in, out: &stdout{Writer: p}, errs: p, lang: a.lang}
		err := once.lintOnce(c)
		if c.Context.Err() == nil {
			once.exit(err)
			s.show(p.Bytes())
		}
	})
	return nil
}

// settle is how long nothing may change before it is linted: editors write a
// file in several steps, and a checkout changes many.
const settle = 100 * time.Millisecond

// again calls lint at once and after every burst of changes.
func again(ctx context.Context, changes <-chan struct{}, after func(time.Duration) <-chan time.Time, lint func()) {
	for {
		lint()
		var quiet <-chan time.Time // nil until something changes
		for waits := true; waits; {
			select {
			case <-ctx.Done():
				return
			case <-changes:
				quiet = after(settle)
			case <-quiet:
				waits = false
			}
		}
	}
}

// page is a report in the making, of the width and colours of another writer.
type page struct {
	bytes.Buffer
	of io.Writer
}

// screen shows one page after another.
type screen struct {
	out    io.Writer
	clears bool // a page takes the place of the one before
	shown  bool
	last   []byte
}

func (s *screen) show(page []byte) {
	if s.shown && bytes.Equal(page, s.last) {
		return
	}
	s.shown, s.last = true, page
	if s.clears {
		io.WriteString(s.out, "\x1b[H\x1b[2J\x1b[3J")
	}
	s.out.Write(page)
}

// watcher watches whole trees of folders.
type watcher struct{ *fsnotify.Watcher }

// watchTrees watches what is below the paths, and the folders above them in
// which a config can lie.
func watchTrees(paths []string) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch files: %w", err)
	}
	w := &watcher{notify}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		err := w.below(path)
		if err == nil {
			err = w.above(path)
		}
		if err != nil {
			w.Close()
			return nil, fmt.Errorf("watch files: %w", err)
		}
	}
	return w, nil
}

// above watches the folders above a path up to the top of its repository.
func (w *watcher) above(path string) error {
	dir, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	var folders []string
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return nil // no repository
		}
		dir = parent
		folders = append(folders, dir)
	}
	for _, dir := range folders {
		if err := w.Add(dir); err != nil {
			return err
		}
	}
	return nil
}

// unread reports whether a folder of that name is never linted.
func unread(name string) bool { return name == "node_modules" || strings.HasPrefix(name, ".") }

// below watches the folders of a tree that are linted, of a file the folder it
// is in. What went away meanwhile or cannot be read is for the linter to report.
func (w *watcher) below(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil || path != root && !d.IsDir():
			return nil
		case path != root && unread(d.Name()):
			return fs.SkipDir
		case !d.IsDir():
			path = filepath.Dir(path)
		}
		if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return err
		}
		return nil
	})
}

// changes sends after changes; several become one while nobody receives.
func (w *watcher) changes() <-chan struct{} {
	out := make(chan struct{}, 1)
	go func() {
		for {
			select {
			case event, ok := <-w.Events:
				if !ok {
					return
				}
				if event.Op == fsnotify.Chmod {
					continue // of a reader, such as an indexer
				}
				if event.Has(fsnotify.Create) && !unread(filepath.Base(event.Name)) {
					_ = w.below(event.Name) // what it cannot watch is gone, or no folder
				}
			case _, ok := <-w.Errors: // some were lost
				if !ok {
					return
				}
			}
			select {
			case out <- struct{}{}:
			default:
			}
		}
	}()
	return out
}
