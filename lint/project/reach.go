package project

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

// graph is the files of a root, and which of them the program reaches. Its
// nodes are stems: whoever reaches one file of a page or component, in whatever
// spelling, reaches all of them. Wherever it cannot tell, it says reached.
type graph struct {
	*loader
	stems   []string         // sorted
	places  map[string]int   // of each stem in stems
	files   [][]int32        // of each stem, indexes of the root's files
	tails   map[string][]int // see endingIn
	dirs    map[string]bool  // see folders
	tasks   []*task          // of each of the root's files, nil for one that was not read
	found   []*found         // what stands in them
	named   map[string][]int // what names that are not relative have led to
	reached []bool
	queue   []int
	all     bool // something could not be followed
}

// markReachable marks the requests of files that nothing in the project
// reaches.
func (l *loader) markReachable(tasks []task, found []*found) {
	if l.onlyEntries(tasks, found) {
		return
	}
	g := l.graphOf(tasks, found)
	g.entries()
	if g.all || !g.misses(tasks, found) {
		return
	}
	for len(g.queue) > 0 && !g.all {
		i := g.queue[0]
		g.queue = g.queue[1:]
		g.follow(i)
	}
	if !g.all {
		g.mark(tasks, found)
	}
}

// onlyEntries reports whether all requests stand in pages and other files that
// the platform starts from, which most do.
func (l *loader) onlyEntries(tasks []task, found []*found) bool {
	var entry map[string]bool
	for i := range tasks {
		if !hasMarkable(found[i]) {
			continue
		}
		if entry == nil {
			entry = map[string]bool{}
			for _, name := range slices.Concat(l.root.pages(), entryNames) {
				entry[stemOf(strings.TrimLeft(name, "./"))] = true
			}
		}
		if !entry[stemOf(tasks[i].rel)] {
			return false
		}
	}
	return true
}

func hasMarkable(f *found) bool {
	return len(f.fields) > 0 || len(f.boxes) > 0 || len(f.authButtons) > 0 || slices.ContainsFunc(f.requests, markable)
}

func markable(r *Request) bool { return r.Origin == Own || r.Origin == Dependency }

// graphOf returns the graph of the files that were read, made once.
func (l *loader) graphOf(tasks []task, results []*found) *graph {
	if l.graph == nil {
		l.graph = l.newGraph(tasks, results)
	}
	return l.graph
}

func (l *loader) newGraph(tasks []task, results []*found) *graph {
	n := len(l.root.files)
	g := &graph{loader: l, tasks: make([]*task, n), found: make([]*found, n), named: map[string][]int{}}
	for i := range tasks {
		t := &tasks[i]
		g.tasks[t.file], g.found[t.file] = t, results[i]
	}
	g.addStems()
	g.reached = make([]bool, len(g.stems))
	return g
}

// addStems gathers the files of each stem. They mostly stand side by side.
func (g *graph) addStems() {
	g.places = make(map[string]int, len(g.root.files)/2)
	var counts []int                         // of files by place
	places := make([]int, len(g.root.files)) // of each file's stem, -1 for none
	for i, e := range g.root.files {
		places[i] = -1
		if strings.HasSuffix(e.name, ".d.ts") {
			continue
		}
		stem, at := stemOf(g.root.rel(e)), len(counts)-1
		if at < 0 || g.stems[at] != stem {
			known := false
			if at, known = g.places[stem]; !known {
				at = len(counts)
				g.places[stem] = at
				g.stems, counts = append(g.stems, stem), append(counts, 0)
			}
		}
		counts[at]++
		places[i] = at
	}
	files := make([][]int32, len(counts))
	free := make([]int32, len(places)) // one piece of memory for all of files
	for at, n := range counts {
		files[at], free = free[:0:n], free[n:]
	}
	for i, at := range places {
		if at >= 0 {
			files[at] = append(files[at], int32(i))
		}
	}
	slices.Sort(g.stems)
	g.files = make([][]int32, len(files))
	for i, stem := range g.stems {
		g.files[i] = files[g.places[stem]]
		g.places[stem] = i
	}
}

// beside returns the files of one kind that were read of the stem that a file
// has.
func (g *graph) beside(rel string, kind fileKind) []*task {
	var out []*task
	if stem, ok := g.places[stemOf(rel)]; ok {
		for _, i := range g.files[stem] {
			if t := g.tasks[i]; t != nil && t.kind == kind {
				out = append(out, t)
			}
		}
	}
	return out
}

// stemOf cuts a path at the first dot of its last element and folds it, so
// that x.js, x.wxml and x.weapp.ts are one, as X.js is on many disks.
func stemOf(rel string) string {
	name := strings.LastIndexByte(rel, '/') + 1
	if len(rel) > name+1 {
		if dot := strings.IndexByte(rel[name+1:], '.'); dot >= 0 {
			rel = rel[:name+1+dot]
		}
	}
	return strings.ToLower(rel)
}

// misses reports whether some request stands in a file that is not reached.
func (g *graph) misses(tasks []task, found []*found) bool {
	for i := range tasks {
		if hasMarkable(found[i]) && !g.reaches(tasks[i].rel) {
			return true
		}
	}
	return false
}

func (g *graph) reaches(rel string) bool {
	i, ok := g.places[stemOf(rel)]
	return !ok || g.reached[i]
}

func (g *graph) mark(tasks []task, found []*found) {
	for i := range tasks {
		if !hasMarkable(found[i]) || g.reaches(tasks[i].rel) {
			continue
		}
		for _, r := range found[i].requests {
			r.Reachable = r.Reachable && !markable(r)
		}
		for _, field := range found[i].fields {
			field.Reachable = false
		}
		for _, b := range found[i].boxes {
			b.Reachable = false
		}
		for _, b := range found[i].authButtons {
			b.Reachable = false
		}
	}
}

func (g *graph) reach(stem int) {
	if !g.reached[stem] {
		g.reached[stem] = true
		g.queue = append(g.queue, stem)
	}
}

// follow reaches what the files of a stem name.
func (g *graph) follow(stem int) {
	for _, i := range g.files[stem] {
		e, f := g.root.files[i], g.found[i]
		rel := g.root.rel(e)
		if f == nil {
			if rel == g.root.Name || isTest(rel) {
				continue // the manifest is among the entries
			}
			f = g.readImports(e)
		}
		g.followFile(rel, f)
	}
}

func (g *graph) followFile(rel string, f *found) {
	if f.skip.Reason != "" || f.imports.dynamic || f.document != nil && broken(f.document) {
		g.all = true
		return
	}
	for _, spec := range f.imports.specs {
		g.ref(rel, spec, true)
	}
	for _, dir := range f.imports.folders {
		dir = joined(rel, dir)
		g.all = g.all || dir == "" // the root itself
		g.reachAll(g.below(dir))
	}
	if f.document != nil {
		eachString(f.document.Root, func(s string) { g.ref(rel, s, false) })
	}
}

// style is what a style sheet holds.
var style = &found{holdings: nothing}

// readImports reads a file that is not analysed: one that the config leaves
// out, a configuration without a template.
func (l *loader) readImports(e entry) *found {
	ext := extension(e.name)
	if ext == ".wxss" || ext == ".acss" {
		return style
	}
	f := &found{holdings: nothing}
	data, err := l.options.Overlay.readInto(e.path, nil)
	switch {
	case err != nil || len(data) > MaxScript:
		f.holdings = &holdings{skip: Skip{Reason: "unreadable"}}
	case ext == ".json":
		f.document = manifest.Parse(&source.File{Path: e.path, Data: data})
	default:
		f.imports = importsOf(e.name, data)
	}
	return f
}

// broken reports whether a configuration may name more than can be read of it.
func broken(d *manifest.Document) bool {
	empty := func(p manifest.Problem) bool { return p.Kind == manifest.Empty }
	return !d.Valid() && !slices.ContainsFunc(d.Problems, empty)
}

// eachString visits every string value below a node.
func eachString(n *manifest.Node, visit func(string)) {
	if n == nil {
		return
	}
	if n.Kind == manifest.String {
		visit(n.Text)
	}
	for _, child := range n.Children {
		eachString(child, visit)
	}
}
