package project

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// together finds the prompts that come up with nothing that the user does
// between them: those of one life-cycle function and those of one Promise.all.
func (f *flow) together(timed []*Request) {
	var hooks, lists groups
	for _, r := range timed {
		if r.Capability.Request != platform.Prompt {
			continue
		}
		for _, t := range r.Triggers {
			if t.Guard == NoGuard && isHook(t.Kind) && !refused(t.Branch) {
				hooks.add(t.Hook, t, r)
			}
		}
		if at, ok := f.promiseList(r); ok {
			lists.add(at, Trigger{Hook: at, Kind: OtherCause, Sure: true}, r)
		}
	}
	for _, g := range append(hooks.list, lists.list...) {
		g.Requests = f.compatible(g)
		if len(g.Requests) > 1 {
			f.project.Together = append(f.project.Together, g.Together)
		}
	}
}

func isHook(k TriggerKind) bool {
	return k == AppLaunch || k == AppShow || k == PageLoad || k == PageShow
}

func refused(branches []Branch) bool {
	return slices.ContainsFunc(branches, func(b Branch) bool { return b.Outcome == "fail" })
}

// group is a Together with the way to each of its requests.
type group struct {
	Together
	ways [][]Place // from the hook to the request, with its own place last
}

type groups struct {
	list []*group
	at   map[placeKey]*group
}

// placeKey is what makes two places the same.
type placeKey struct {
	path string
	at   source.Range
}

// add puts a request into the group of a place, once.
func (g *groups) add(at Place, t Trigger, r *Request) {
	key := placeKey{at.File.Path, at.Range}
	o := g.at[key]
	if o == nil {
		if g.at == nil {
			g.at = map[placeKey]*group{}
		}
		o = &group{Together: Together{Hook: t}}
		g.at[key], g.list = o, append(g.list, o)
	}
	if len(o.Requests) == maxTogether || slices.Contains(o.Requests, r) {
		return
	}
	o.Hook.Sure = o.Hook.Sure && t.Sure
	o.Requests = append(o.Requests, r)
	o.ways = append(o.ways, append(slices.Clone(t.Path), Place{r.File, r.Range, ""}))
}

func samePlace(a, b Place) bool { return a.File.Path == b.File.Path && a.Range == b.Range }

// compatible leaves out the requests that never run together with an earlier
// one of the group: those of the other branch.
func (f *flow) compatible(g *group) []*Request {
	var out []*Request
	var kept []int
	for i, r := range g.Requests {
		if !slices.ContainsFunc(kept, func(k int) bool { return f.exclusive(g.ways[k], g.ways[i]) }) {
			out, kept = append(out, r), append(kept, i)
		}
	}
	return out
}

// exclusive reports whether of two ways only one can be gone: where they part,
// an else, a case or a return lies between them.
func (f *flow) exclusive(a, b []Place) bool {
	i := 0
	for i < len(a) && i < len(b) && samePlace(a[i], b[i]) {
		i++
	}
	if i == len(a) || i == len(b) || a[i].File.Path != b[i].File.Path {
		return true
	}
	ff := f.of(a[i].File)
	if ff == nil {
		return true
	}
	s, from := ff.token(a[i].Range.Start)
	o, to := ff.token(b[i].Range.Start)
	if s == nil || s != o {
		return true
	}
	return s.parted(min(from, to), max(from, to))
}

// parted reports whether between two tokens, at a level around the first one,
// stands something that lets only one of them run.
func (s *flowScript) parted(from, to int) bool {
	for i := from + 1; i < to; i++ {
		switch {
		case s.Kind(i) == scan.Open && int(s.Tokens[i].Match) >= to:
			return false // the block of the second one
		case s.Kind(i) == scan.Open && s.Tokens[i].Match > 0:
			i = int(s.Tokens[i].Match)
		case s.Is(i-1, "."):
		case s.Is(i, "return"):
			if s.Is(i+1, "}") || s.Is(i+1, ";") || s.Tokens[i+1].NewLine || to-i > 6 {
				return true // else it gives the second one back
			}
		case s.Is(i, "else"), s.Is(i, "case"), s.Is(i, "default"), s.Is(i, "break"), s.Is(i, "catch"), s.Is(i, "throw"):
			return true
		case s.Is(i, ":") && !s.Is(i-2, ",") && !s.Is(i-2, "{"):
			return true // of a ternary, not behind a key
		}
	}
	return false
}

// promiseList returns the Promise.all in whose list a request is called.
func (f *flow) promiseList(r *Request) (Place, bool) {
	s, i := f.tokenOf(r)
	if s == nil {
		return Place{}, false
	}
	for i = s.EnclosingOpen(i); i > 3; i = s.EnclosingOpen(i) {
		if s.Is(i, "[") && s.Is(i-1, "(") && (s.Is(i-2, "all") || s.Is(i-2, "allSettled")) && s.Is(i-4, "Promise") {
			return s.place(i-4, i-2), true
		}
		if s.Is(i, "{") && !s.Is(i-1, "(") && !s.Is(i-1, ",") {
			return Place{}, false // a function that may run at another time
		}
	}
	return Place{}, false
}
