package project

import (
	"iter"
	"path/filepath"
	"sort"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
)

// MaxScript is the size in bytes above which a script or template is not
// analysed; it is mentioned instead.
const MaxScript = 8 << 20

// LoadOptions says how to read a project.
type LoadOptions struct {
	Dir          string                // absolute working directory
	Exclude      func(rel string) bool // files that the config leaves out, relative to the root
	MemberFields []string              // Alipay member fields granted in the console
	Jobs         int                   // goroutines that read files; 0 means GOMAXPROCS
	Overlay      Overlay
	NoPrefilter  bool // lex every script, also one in which nothing of interest stands
}

// Load reads every file of a root for one platform and collects its requests.
func Load(r *Root, p *platform.Platform, o LoadOptions) *Project {
	main := r.manifestFor(p)
	proj := &Project{
		Root: display(o.Dir, r.Dir), Platform: p, Files: 1, Surface: r.Surface, Framework: "native", ManifestName: r.Name,
		Mentions: map[string]bool{}, ManifestPath: main.File.Path, Manifest: main, Documents: []*manifest.Document{main},
		LibVersion: r.settings[p.ID].setting("libVersion"),
	}
	if r.Framework != nil {
		proj.Framework = r.Framework.ID
		if node := r.Framework.ManifestNodes[p.ID]; r.pageList != nil {
			proj.ManifestName += " (" + node + ")"
		}
	}
	for _, other := range r.Platforms {
		proj.Platforms = append(proj.Platforms, other.ID)
	}
	l := newLoader(r, p, o, proj)
	l.words, l.asking = l.watchList(), askingIn(p)
	tasks := l.tasks()
	found := l.readAll(tasks)
	if l.links = linksOf(found); l.links != nil {
		found = l.readAll(tasks)
	}
	l.markReachable(tasks, found)
	for _, f := range found {
		l.merge(f)
	}
	l.layers(main)
	l.manifestRequests(main, r.nativeName())
	for _, d := range proj.Documents[1:] {
		l.manifestRequests(d, filepath.Base(d.File.Path))
	}
	l.missingPages()
	if r.Name == unpackedName {
		proj.Unresolved = append(proj.Unresolved, Unresolved{What: "built-only", File: main.File})
	}
	if main.Partial {
		proj.Unresolved = append(proj.Unresolved, Unresolved{What: "computed-manifest", File: main.File})
	}
	proj.placeholderPlugins()
	proj.SDKs = firstUses(proj.SDKs)
	sort.SliceStable(proj.Requests, func(i, j int) bool { return before(proj.Requests[i], proj.Requests[j]) })
	files := l.newFlowFiles()
	l.follow(files, tasks, found)
	proj.ConsentHooks = l.consentHooks(files, tasks)
	proj.Boxes = l.tickedBoxes(files, proj.Boxes, tasks, found)
	l.handlerCalls(files)
	proj.Packages = l.packages()
	proj.Named = l.named(tasks)
	return proj
}

// unpackedName is the manifest of an unpacked package.
const unpackedName = "app-config.json"

// nativeName is the manifest that the facts name for what the root's manifest
// says: a framework builds app.json from its own.
func (r *Root) nativeName() string {
	if r.manifests != nil || r.Name == unpackedName {
		return "app.json"
	}
	return r.Name
}

func before(a, b *Request) bool {
	if a.File.Path != b.File.Path {
		return a.File.Path < b.File.Path
	}
	return a.Range.Start < b.Range.Start
}

type loader struct {
	root     *Root
	platform *platform.Platform
	words    []string // see watchList
	asking   asking
	options  LoadOptions
	project  *Project
	links    *links                            // nil until a first reading of all files has found some
	graph    *graph                            // see graphOf
	stated   map[string][]*platform.Capability // see statedIn
	sdkFiles map[string]*platform.SDK          // what the names of scripts tell, nil for nothing
}

func newLoader(r *Root, p *platform.Platform, o LoadOptions, proj *Project) *loader {
	return &loader{
		root: r, platform: p, options: o, project: proj,
		stated: map[string][]*platform.Capability{}, sdkFiles: map[string]*platform.SDK{},
	}
}

// task is one file to read and how.
type task struct {
	entry
	file   int // index of the root's files
	rel    string
	kind   fileKind
	origin Origin
	pkg    string
	sdk    *platform.SDK // the SDK that the file belongs to, or nil
}

type fileKind uint8

const (
	unread   fileKind = iota
	excluded          // by the config
	script
	template
	singleFile
	document
)

// tasks sorts a root's files into those that are read and those that are
// mentioned as skipped, several at once.
func (l *loader) tasks() []task {
	templates := l.basesOf(l.platform.TemplateExt)
	all := make([]task, len(l.root.files))
	l.share(len(all), 256, func(indexes iter.Seq[int]) {
		for i := range indexes {
			all[i] = l.task(i, templates)
		}
	})
	typed := l.basesOf(".ts")
	tasks := all[:0]
	for i := range all {
		switch t := &all[i]; t.kind {
		case unread:
		case excluded:
			l.project.Skipped = append(l.project.Skipped, Skip{Path: display(l.options.Dir, t.path), Reason: "excluded"})
		default:
			l.vendored(t)
			if t.origin == Own && strings.HasSuffix(t.name, ".js") && typed[strings.TrimSuffix(t.rel, ".js")] {
				t.origin = Generated // compiled from the TypeScript file beside it
			}
			tasks = append(tasks, *t)
		}
	}
	return tasks
}

// task sorts one of the root's files; templates are the paths of the templates,
// without their extension.
func (l *loader) task(file int, templates map[string]bool) task {
	e := l.root.files[file]
	t := task{entry: e, file: file, rel: l.root.rel(e)}
	t.kind = l.kindOf(e.name, strings.TrimSuffix(t.rel, extension(e.name)), templates)
	if t.kind == unread || l.forOther(e.name) {
		return task{}
	}
	switch l.leftOut(e.path, t.rel) {
	case "":
	case "excluded":
		t.kind = excluded
		return t
	default:
		return task{}
	}
	t.origin, t.pkg = originOf(t.rel)
	return t
}

// forOther reports whether a file's name says that the framework builds it for
// another platform: "map.alipay.tsx".
func (l *loader) forOther(name string) bool {
	if l.root.Framework == nil {
		return false
	}
	parts := strings.Split(name, ".")
	return len(parts) > 2 && l.root.Framework.ForOther(parts[len(parts)-2], l.platform.ID)
}

func (l *loader) kindOf(name, base string, bases map[string]bool) fileKind {
	switch extension(name) {
	case ".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx":
		return script
	case l.platform.TemplateExt:
		return template
	case ".vue", ".nvue", ".uvue", ".mpx", ".wpy":
		return singleFile
	case ".json":
		if name != l.root.Name && (bases[base] || base == "ext" || base == "preload" || base == "sitemap") {
			return document
		}
	}
	return unread
}

// rel returns a file's path relative to the root, with slashes.
func (r *Root) rel(e entry) string {
	return filepath.ToSlash(strings.TrimPrefix(strings.TrimPrefix(e.path, r.Dir), string(filepath.Separator)))
}

// basesOf returns the paths, without their extension, of the files that have
// it: a template says that a page or component configuration may stand beside.
func (l *loader) basesOf(ext string) map[string]bool {
	bases := map[string]bool{}
	for _, e := range l.root.files {
		if strings.HasSuffix(e.name, ext) {
			bases[strings.TrimSuffix(l.root.rel(e), ext)] = true
		}
	}
	return bases
}

// leftOut returns why a file is not part of the uploaded package, or "".
func (l *loader) leftOut(path, rel string) string {
	if l.options.Exclude != nil && l.options.Exclude(rel) {
		return "excluded"
	}
	if isTest(rel) {
		return "test"
	}
	for _, t := range l.root.toolFile {
		if t.cloudRoot != "" && (path == t.cloudRoot || strings.HasPrefix(path, t.cloudRoot+string(filepath.Separator))) {
			return "cloud-functions"
		}
		if t.leavesOut(rel) {
			return "pack-ignored"
		}
	}
	return ""
}

// readAll reads the files with several goroutines; the results stand in the
// order of the tasks.
func (l *loader) readAll(tasks []task) []*found {
	results := make([]*found, len(tasks))
	l.share(len(tasks), 64, func(indexes iter.Seq[int]) {
		c := newCollector(l)
		defer c.close()
		for i := range indexes {
			results[i] = c.read(&tasks[i])
		}
	})
	return results
}

func (l *loader) share(n, batch int, work func(indexes iter.Seq[int])) {
	parallel(l.options.Jobs, n, batch, work)
}

func (l *loader) merge(f *found) {
	p := l.project
	if f.skip.Reason != "" {
		p.Skipped = append(p.Skipped, f.skip)
		return
	}
	p.Files++
	p.Requests = append(p.Requests, f.requests...)
	p.Fields = append(p.Fields, f.fields...)
	p.Unresolved = append(p.Unresolved, f.unresolved...)
	for _, word := range f.mentions {
		p.Mentions[word] = true
	}
	p.SDKs = append(p.SDKs, f.sdks...)
	p.BadScopes = append(p.BadScopes, f.badScopes...)
	p.Boxes = append(p.Boxes, f.boxes...)
	p.AuthButtons = append(p.AuthButtons, f.authButtons...)
	p.Comments = append(p.Comments, f.comments...)
	if f.document != nil {
		p.Documents = append(p.Documents, f.document)
	}
}
