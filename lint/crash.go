package lint

import (
	"bytes"
	"fmt"
	"path"
	"runtime/debug"

	"github.com/mplint/mplint/lint/project"
)

// CrashError is a fault of the linter itself: a panic while it read or judged
// projects. Who goes on with others loses this one only.
type CrashError struct {
	Value any
	Stack []byte // as of debug.Stack, of the goroutine that panicked
}

func (e *CrashError) Error() string {
	return fmt.Sprintf("internal error in %s: %v", e.Place(), e.Value)
}

// Place is the nearest place in the linter's own code: "lexer.go:12".
func (e *CrashError) Place() string {
	_, after, _ := bytes.Cut(e.Stack, []byte("\npanic("))
	for line := range bytes.Lines(after) {
		file, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(" "))
		if bytes.HasPrefix(line, []byte("\t")) && bytes.Contains(file, []byte("/lint/")) {
			return path.Base(string(file))
		}
	}
	return "mplint"
}

// guarded runs something and makes a panic in it an error.
func guarded(run func() error) (err error) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case *project.Panic:
			err = &CrashError{v.Value, v.Stack}
		default:
			err = &CrashError{v, debug.Stack()}
		}
	}()
	return run()
}
