package project

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// property is a member of something else that holds the platform's object or
// the framework's, in the script that it was found in.
type property struct {
	owner, name string
	binding     binding
}

// link is a place where other files can reach such an object: an export of a
// module, a member of the object itself (wx.p), or one of the program (getApp().wxp).
type link struct {
	module  string // path of the file without its ending; "" for a member
	owner   string // "wx", "getApp()", "getApp().globalData"
	name    string // of the export or the member
	binding binding
}

// links are those of all files of a project.
type links struct {
	exports  map[string]map[string]binding // by module and name
	onApp    []link
	onNative map[string]binding // by the member of the platform's object
	words    [][]byte           // one of them stands in every file that uses a link
	known    map[string]bool    // the words
}

// linksOf gathers what the files give to each other, or nil for nothing.
func linksOf(found []*found) *links {
	var l *links
	for _, f := range found {
		for _, one := range f.links {
			if l == nil {
				l = &links{exports: map[string]map[string]binding{}, onNative: map[string]binding{}, known: map[string]bool{}}
			}
			l.add(one)
		}
	}
	return l
}

func (l *links) add(one link) {
	word := one.name
	switch {
	case one.module != "":
		if l.exports[one.module] == nil {
			l.exports[one.module] = map[string]binding{}
		}
		l.exports[one.module][one.name] = one.binding
		if word = path.Base(one.module); word == "index" {
			word = path.Base(path.Dir(one.module))
		}
	case strings.HasPrefix(one.owner, "getApp()"):
		l.onApp = append(l.onApp, one)
	default:
		l.onNative[one.name] = one.binding
	}
	if !l.known[word] {
		l.known[word] = true
		l.words = append(l.words, []byte(word))
	}
}

// mentionedIn reports whether a script may use one of the links.
func (l *links) mentionedIn(code []byte) bool {
	return l != nil && slices.ContainsFunc(l.words, func(w []byte) bool { return bytes.Contains(code, w) })
}

// onObject reports whether a member of the platform's object holds another
// object.
func (l *links) onObject(name []byte) bool {
	_, ok := l.heldByObject(string(name))
	return ok
}

func (l *links) heldByObject(name string) (binding, bool) {
	if l == nil {
		return binding{}, false
	}
	b, ok := l.onNative[name]
	return b, ok
}

// linkedNames adds what the script imports from modules that export an object.
func (c *collector) linkedNames(names names) {
	if c.links == nil || c.task.origin != Own {
		return
	}
	c.script.Imports(func(i scan.Import) {
		for _, module := range c.modules(i.Module) {
			name := i.Name
			if name == "*" {
				name = "default"
			}
			if b, ok := c.links.exports[module][name]; ok {
				names.set(i.Local, scan.WholeScript, b)
			}
		}
	})
}

// modules returns the paths, without an ending, that a specifier may stand
// for: relative to the script, or to the root behind an alias.
func (c *collector) modules(spec string) []string {
	base := path.Join(path.Dir(c.task.rel), spec)
	if rest, ok := cutAny(spec, "@/", "~/", "/"); ok {
		base = path.Clean(rest)
	} else if !strings.HasPrefix(spec, ".") {
		return nil
	}
	base = withoutEnding(base)
	return []string{base, base + "/index"}
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// withoutEnding cuts a script's ending off a path.
func withoutEnding(p string) string {
	if ext := path.Ext(p); isCode(ext) {
		return strings.TrimSuffix(p, ext)
	}
	return p
}

// exportedNames notes which objects the script gives to other modules.
func (c *collector) exportedNames(names names) {
	c.script.Exports(func(e scan.Export) {
		b, ok := names.at(&c.script, e.First)
		if ok && b.member == "" && e.End == e.First+1 && b.framework == nil {
			if b.form == Direct {
				b.form = Alias
			}
			c.link(link{module: withoutEnding(c.task.rel), name: e.Name, binding: b})
		}
		if b, ok := c.promisified(e, names); ok {
			c.link(link{module: withoutEnding(c.task.rel), name: e.Name, binding: b})
		}
	})
}

// promisified reports whether an export is promisifyAll(wx) itself.
func (c *collector) promisified(e scan.Export, names names) (binding, bool) {
	s := &c.script
	token, is := s.Promisified(e.First)
	b, isObject := names.at(s, token)
	return binding{framework: b.framework, form: Promisified}, is && isObject && b.member == ""
}

func (c *collector) link(l link) { c.out.links = append(c.out.links, l) }

// heldBy gives the properties found in the script to other files where those
// can reach them, and adds those that other files made.
func (c *collector) heldBy(props *[]property) {
	apps := c.appNames()
	for _, p := range *props {
		owner := p.owner
		if head, rest, _ := strings.Cut(owner, "."); contains(apps, head) || head == "this" && c.isApp() {
			owner = strings.TrimSuffix("getApp()."+rest, ".")
		}
		if p.owner == c.platform.Object || strings.HasPrefix(owner, "getApp()") {
			c.link(link{owner: owner, name: p.name, binding: p.binding})
		}
	}
	if c.links == nil {
		return
	}
	for _, l := range c.links.onApp {
		*props = append(*props, property{l.owner, l.name, l.binding})
		for _, app := range apps {
			*props = append(*props, property{strings.Replace(l.owner, "getApp()", app, 1), l.name, l.binding})
		}
	}
}

// isApp reports whether the script is the program's own.
func (c *collector) isApp() bool {
	return withoutEnding(c.task.rel) == "app" || withoutEnding(c.task.rel) == "App"
}

// appNames returns the names of const app = getApp().
func (c *collector) appNames() []string { return appsOf(&c.script) }

func appsOf(s *scan.Script) []string {
	var names []string
	if !holds(s.Data, "getApp") {
		return nil
	}
	for i := range s.Tokens {
		if s.Is(i, "getApp") && s.Is(i+1, "(") && s.Is(i+2, ")") && s.Is(i-1, "=") && !s.Is(i+3, ".") {
			names = append(names, string(s.Text(i-2)))
		}
	}
	return names
}

// eachProperty records the calls of members of the objects that properties
// hold: this.api.getLocation(), app.wxp.getLocation().
func (c *collector) eachProperty(props []property) {
	owners := map[string]map[string]binding{}
	var names []string
	for _, p := range props {
		if p.owner == c.platform.Object && c.links.onObject([]byte(p.name)) {
			continue // a chain of the object itself, which eachRef has seen
		}
		if owners[p.name] == nil {
			owners[p.name] = map[string]binding{}
			names = append(names, p.name)
		}
		if _, known := owners[p.name][this(p.owner)]; !known {
			owners[p.name][this(p.owner)] = p.binding
		}
	}
	for _, name := range names {
		c.script.PropertyRefs(name, func(ref *scan.Ref, owner string) {
			if b, ok := owners[name][this(owner)]; ok {
				c.ref(ref, b, 0)
			}
		})
	}
}

// this returns "this" for the names that stand for it in a function inside,
// and any other text as it is.
func this(name string) string {
	if name != "this" && isThis(name) {
		return "this"
	}
	return name
}
