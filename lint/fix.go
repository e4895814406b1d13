package lint

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// maxRounds bounds how often a fixed program is linted again.
const maxRounds = 10

// Fixed is what Fix came to. Nothing is written yet.
type Fixed struct {
	Result   *Result     // what remains
	Files    []FixedFile // ordered by path
	Problems int         // findings that were fixed
}

// FixedFile is one file before and after the fixes.
type FixedFile struct {
	Path          string // as it is shown
	File          string // absolute
	Before, After []byte
}

// Fix makes the safe fixes of the findings that wanted holds for, until there
// are none left. What is suppressed is not fixed. Fixes that overlap are made
// one after the other, on what the earlier ones came to.
func Fix(ctx context.Context, o Options, wanted func(*rule.Finding) bool) (*Fixed, error) {
	noSuppress := o.NoSuppress
	o.NoSuppress, o.Overlay = false, maps.Clone(o.Overlay)
	if o.Overlay == nil {
		o.Overlay = project.Overlay{}
	}
	out, files := &Fixed{}, map[string]*FixedFile{}
	for round := 0; ; round++ {
		result, err := Run(ctx, o)
		if err != nil {
			return nil, err
		}
		out.Result = result
		edits, fixed := choose(slices.DeleteFunc(slices.Clone(result.Findings), func(f *rule.Finding) bool { return !wanted(f) }))
		if fixed == 0 || round == maxRounds {
			break
		}
		out.Problems += fixed
		if err := apply(edits, files, o); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		out.Files = append(out.Files, *f)
	}
	slices.SortFunc(out.Files, func(a, b FixedFile) int { return cmp.Compare(a.Path, b.Path) })
	if noSuppress {
		o.NoSuppress = true
		var err error
		out.Result, err = Run(ctx, o)
		return out, err
	}
	return out, nil
}

// choose takes the safe fixes that do not conflict, in the order of the
// findings, and returns their edits by path and how many they are.
func choose(findings []*rule.Finding) (map[string][]source.Edit, int) {
	edits, fixed := map[string][]source.Edit{}, 0
	for _, f := range findings {
		fix := f.Fixable()
		if fix == nil || slices.ContainsFunc(fix.Edits, func(e source.Edit) bool {
			return slices.ContainsFunc(edits[e.File.Path], e.Conflict)
		}) {
			continue
		}
		for _, e := range fix.Edits {
			edits[e.File.Path] = append(edits[e.File.Path], e)
		}
		fixed++
	}
	return edits, fixed
}

// apply makes edits on the texts of the overlay.
func apply(edits map[string][]source.Edit, files map[string]*FixedFile, o Options) error {
	r, err := newRunner(o)
	if err != nil {
		return err
	}
	for path, list := range edits {
		data := list[0].File.Data
		f := files[path]
		if f == nil {
			f = &FixedFile{Path: path, File: r.absolute(path), Before: data}
			files[path] = f
		}
		f.After = source.Apply(data, list)
		o.Overlay[f.File] = f.After
	}
	return nil
}
