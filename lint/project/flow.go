package project

import (
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// The bounds of what is followed, so that a project of any size stays quick.
const (
	maxFlowFiles = 2000 // files read again
	maxFlowDepth = 8    // calls from one own function to the next
	maxTriggers  = 40   // ways to one function that are kept
	maxTogether  = 60   // prompts of one hook that are held against each other
)

// flow follows requests back to what makes them run.
type flow struct {
	*flowFiles
	graph     *graph
	importers map[int][]string // see importersOf
	entryPage string
	tabs      map[string]bool
	pages     map[string]bool
	parts     map[string]bool               // components of the entry page, see isPart
	handlers  map[string]map[string][]Place // by file: what its template binds
	goings    []going                       // see allGoings
	holders   map[string][]string           // own files by a word that they hold
	tags      map[string][]scan.Element     // by the path of a template
	ways      map[way][]Trigger             // memo by function and depth
	onTheWay  map[way]bool
	tasks     []task
}

// way is one function of one script, and how many more calls are followed.
type way struct {
	script *flowScript
	index  int
	depth  int
}

// follow fills in Triggers and Refusal of the requests whose moment matters.
func (l *loader) follow(files *flowFiles, tasks []task, found []*found) {
	var timed []*Request
	for _, r := range l.project.Requests {
		if isTimed(r) {
			timed = append(timed, r)
		}
	}
	if len(timed) == 0 || l.project.Surface != platform.MiniProgram {
		return
	}
	var scripts []*flowFile
	var f *flow
	parts := []func(){func() { scripts = files.readAhead(timed, found) }, func() { f = l.newFlow(files, tasks, found) }}
	parallel(len(parts), len(parts), 1, func(indexes iter.Seq[int]) {
		for i := range indexes {
			parts[i]()
		}
	})
	f.bindAhead(scripts)
	for _, r := range timed {
		f.request(r)
	}
	f.together(timed)
	f.phoneGates()
}

// answering are the interfaces that get the user's answer for a request that
// comes later.
var answering = []string{"authorize", "requirePrivacyAuthorize", "onNeedPrivacyAuthorization"}

// isTimed reports whether it matters when a request of the program's own code
// runs: what opens a dialog, what gets the answer beforehand, and the clipboard,
// read in silence.
func isTimed(r *Request) bool {
	c := r.Capability
	if r.Origin != Own || r.Form == ManifestForm {
		return false
	}
	switch c.Kind {
	case platform.Scope:
		return true
	case platform.API:
		return asks(c) || contains(answering, c.Match.Member) ||
			c.Request == platform.Silent && contains(r.DataTypes, "clipboard")
	}
	return isAnswered(c)
}

func (l *loader) newFlow(files *flowFiles, tasks []task, found []*found) *flow {
	f := &flow{
		flowFiles: files,
		graph:     l.graphOf(tasks, found),
		tabs:      map[string]bool{}, pages: map[string]bool{}, handlers: map[string]map[string][]Place{},
		tags: map[string][]scan.Element{}, holders: map[string][]string{}, ways: map[way][]Trigger{}, onTheWay: map[way]bool{}, tasks: tasks,
	}
	f.findPages()
	return f
}

// findPages notes which page the program opens with and which are tabs.
func (f *flow) findPages() {
	main := f.project.Manifest.Root
	if f.root.pageList != nil {
		main = f.root.pageList.Root
	}
	for i, p := range f.root.pages() {
		stem := stemOf(strings.TrimLeft(p, "./"))
		f.pages[stem] = true
		if i == 0 {
			f.entryPage = stem
		}
	}
	if n := main.Get("entryPagePath"); n != nil && n.Text != "" {
		f.entryPage = stemOf(strings.TrimLeft(strings.TrimSuffix(n.Text, ".html"), "./"))
	}
	for _, n := range elementsOf(main.At("tabBar", "list")) {
		if p := n.Get("pagePath"); p != nil {
			f.tabs[stemOf(strings.TrimLeft(p.Text, "./"))] = true
		}
	}
}

// request finds the triggers of one request and what its refusal leads to.
func (f *flow) request(r *Request) {
	s, i := f.tokenOf(r)
	if s == nil { // in a template
		if isAnswered(r.Capability) {
			r.Refusal = f.refusalOfButton(r)
		}
		return
	}
	r.Triggers = f.climb(s, i, maxFlowDepth)
	for i := range r.Triggers {
		r.Triggers[i].judge(r.Scope)
	}
	if len(r.Triggers) == 0 {
		r.Guard = f.around(s, i, r.Scope)
	}
	if m := r.Capability.Match.Member; asks(r.Capability) || m == "authorize" || m == "requirePrivacyAuthorize" {
		r.Refusal = f.refusal(s, r)
	}
}

// climb returns the triggers of what stands at a token: those of the function
// around it, with the guards and outcomes that lie between.
func (f *flow) climb(s *flowScript, token, depth int) []Trigger {
	g := scan.Enclosing(s.functions, token)
	if g < 0 {
		return f.topLevel(s, token)
	}
	fn := &s.functions[g]
	guard := f.guard(s, token, fn.Body)
	outcome, call := f.outcome(s, fn)
	var triggers []Trigger
	if call >= 0 {
		triggers = f.climb(s, call, depth)
	} else {
		triggers = f.function(s, g, depth)
	}
	out := slices.Clone(triggers)
	for i := range out {
		out[i].add(guard)
	}
	return f.withBranch(out, outcome)
}

// topLevel is for code outside all functions: in <script setup> it runs when
// the component is made.
func (f *flow) topLevel(s *flowScript, token int) []Trigger {
	if !s.setup {
		return nil
	}
	t := f.pageTrigger(s, PageLoad, s.place(token, token))
	t.Hook.Name = "setup"
	return []Trigger{t}
}

// pageTrigger makes a trigger of a hook of the page or component in a file.
func (f *flow) pageTrigger(s *flowScript, kind TriggerKind, hook Place) Trigger {
	stem := stemOf(s.rel)
	if !f.pages[stem] {
		if f.isPart(stem) {
			return Trigger{Kind: kind, Hook: hook, Page: f.entryPage, Entry: true, Tab: f.tabs[f.entryPage], Sure: true}
		}
		kind = OtherCause
	}
	return Trigger{Kind: kind, Hook: hook, Page: strings.TrimSuffix(s.rel, path.Ext(s.rel)), Entry: stem == f.entryPage, Tab: f.tabs[stem], Sure: true}
}

// function returns the triggers of a function that has a name, or is a hook.
func (f *flow) function(s *flowScript, g, depth int) []Trigger {
	w, on := way{s, g, depth}, way{s, g, 0}
	if known, ok := f.ways[w]; ok {
		return known
	}
	if f.onTheWay[on] || depth <= 0 {
		return nil
	}
	f.onTheWay[on] = true
	triggers := f.causes(s, g, depth)
	delete(f.onTheWay, on)
	if len(triggers) > maxTriggers {
		triggers = triggers[:maxTriggers]
	}
	f.ways[w] = triggers
	return triggers
}

// step puts a call in front of the paths of triggers.
func step(triggers []Trigger, at Place, sure bool) []Trigger {
	out := make([]Trigger, 0, len(triggers))
	for _, t := range triggers {
		t.Path = append(slices.Clone(t.Path), at)
		t.Sure = t.Sure && sure
		out = append(out, t)
	}
	return out
}
