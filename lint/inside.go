package lint

import (
	"path/filepath"
	"slices"

	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// fixInside takes away the fixes of files that lie outside of their program,
// where a symbolic link in it leads to: what is read through one is reported,
// but belongs to somebody else.
func (r *runner) fixInside(root string, findings []*rule.Finding) {
	outside := map[string]bool{}
	leadsOut := func(e source.Edit) bool {
		out, known := outside[e.File.Path]
		if !known {
			out = leadsOutside(root, r.absolute(e.File.Path))
			outside[e.File.Path] = out
		}
		return out
	}
	for _, f := range findings {
		f.Fixes = slices.DeleteFunc(f.Fixes, func(x rule.Fix) bool { return slices.ContainsFunc(x.Edits, leadsOut) })
	}
}

// leadsOutside reports whether a file is, through links, outside of a folder.
// One that is not there yet is not.
func leadsOutside(dir, file string) bool {
	realDir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	realFile, err := filepath.EvalSymlinks(file)
	return err == nil && !within(realFile, realDir)
}
