package project

import (
	"bytes"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// scriptFile collects what a JavaScript or TypeScript file asks for.
func (c *collector) scriptFile() {
	c.lexed = false
	c.watch(c.words)
	if !c.mentionsInterface() && !bytes.Contains(c.data, []byte("mplint-")) {
		return
	}
	if c.task.origin == Own && minified(c.data) {
		c.task.origin, c.task.pkg = Dependency, c.task.rel
	}
	c.lex()
	for _, r := range c.script.Comments {
		c.comment(r)
	}
	c.refs()
}

// lex reads the script at hand into tokens, once.
func (c *collector) lex() {
	if c.lexed {
		return
	}
	c.lexed = true
	ext := extension(c.task.name)
	c.script.Lex(c.data, 0, len(c.data), scan.Dialect{JSX: ext != ".ts", TypeScript: ext == ".ts" || ext == ".tsx"})
}

// refs collects the calls of the script that was lexed last.
func (c *collector) refs() {
	s := &c.script
	object := c.platform.Object
	if c.shadowed() {
		return
	}
	aliases, passed := c.aliases()
	s.Refs(func(name []byte) bool {
		return string(name) == object || len(aliases) > 0 && standsFor(aliases, string(name))
	}, c.ref)
	for _, a := range aliases {
		if a.Member != (source.Range{}) {
			c.memberAlias(a)
		}
	}
	for _, i := range passed {
		c.unresolve("object-passed", s.Range(i, i), object)
	}
}

// shadowed reports whether the platform's name means something else in the
// script, a variable of its own or another library's object, and notes it
// where a member of that is used.
func (c *collector) shadowed() bool {
	object := c.platform.Object
	declaration := c.script.Declaration(object)
	if declaration < 0 {
		return false
	}
	used := false
	c.script.Refs(func(name []byte) bool { return string(name) == object }, func(*scan.Ref) { used = true })
	if used {
		c.unresolve("other-object", c.script.Range(declaration, declaration), object)
	}
	return true
}

// mentionsInterface reports whether the script may use an interface of the
// platform: whether the object's name stands there as a word of its own with a
// known member behind it, or with something that needs the lexer to be
// understood. Most scripts do not, and are not lexed.
func (c *collector) mentionsInterface() bool {
	object := c.platform.Object
	first := source.SkipBOM(c.data)
	for i := first; ; {
		j := bytes.Index(c.data[i:], []byte(object))
		if j < 0 {
			return false
		}
		start := i + j
		i = start + len(object)
		if start > first && c.data[start-1] < utf8.RuneSelf && wordByte(c.data[start-1]) {
			continue // the end of a longer word; behind other letters or spaces the lexer decides
		}
		if c.memberOfInterest(c.data[i:]) || bytes.HasSuffix(bytes.TrimRight(c.data[first:start], " "), []byte("=")) {
			return true
		}
	}
}

// memberOfInterest reports whether what follows the object's name is a known
// member, or no plain member at all.
func (c *collector) memberOfInterest(rest []byte) bool {
	member := bytes.TrimLeft(rest, ".?! \t\r\n")
	n := 0
	for n < len(member) && wordByte(member[n]) {
		n++
	}
	switch {
	case len(rest) > 0 && wordByte(rest[0]):
		return false // a longer word
	case n > 0:
		return c.platform.HasMember(member[:n]) || string(member[:n]) == "as"
	}
	return len(member) > 0 && bytes.IndexByte([]byte("[)/,"), member[0]) >= 0
}

func wordByte(b byte) bool {
	return b == '_' || b == '$' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

// ref judges one chain: a capability that is called or passed on, a computed
// name, or nothing.
func (c *collector) ref(ref *scan.Ref) {
	n := c.match(ref)
	if n == 0 {
		if ref.Dynamic >= 0 && len(ref.Names) == 0 {
			c.computed(ref)
		}
		return
	}
	use, paren := c.script.Use(ref, n)
	if use != scan.Call && use != scan.Value {
		return
	}
	form := Direct
	switch {
	case use == scan.Value:
		form = Reference
	case !c.script.Is(ref.First, c.platform.Object):
		form = Alias
	}
	c.use(string(c.data[ref.Names[n-1].Start:ref.Names[n-1].End]), c.script.Span(ref, n), form, paren)
}

// use records that a member, whose capabilities are in c.apis, is called or
// passed on.
func (c *collector) use(member string, span source.Range, form Form, paren int) {
	if paren >= 0 {
		c.byOption(member, span, paren)
	}
	undecided := ""
	for _, capability := range c.apis {
		if c.api(capability, span, form, paren) == unknown {
			undecided = capability.Match.Option
		}
	}
	if undecided == "scopes" {
		c.unresolve("unresolved-scope", span, undecided)
	}
}

// match finds the capabilities of the longest known path of names, leaves them
// in c.apis and returns how many names the path has.
func (c *collector) match(ref *scan.Ref) int {
	var path [96]byte
	for n := min(3, len(ref.Names)); n > 0; n-- {
		key := path[:0]
		for _, name := range ref.Names[:n] {
			if len(key) > 0 {
				key = append(key, '.')
			}
			key = append(key, c.data[name.Start:name.End]...)
		}
		if c.apis = c.platform.APIs(string(key)); len(c.apis) > 0 {
			return n
		}
	}
	return 0
}

// computed notes wx[name], whose name only the running program knows.
func (c *collector) computed(ref *scan.Ref) {
	i := ref.Dynamic
	last := i
	if m := int(c.script.Tokens[i].Match); m > 0 {
		last = m
		if c.script.Is(m+1, "=") {
			return
		}
	}
	c.unresolve("computed-name", c.script.Range(ref.First, last), string(c.script.Text(ref.First)))
}

// api records a call of one capability, if its options are those that the
// capability stands for, or may be and are the default.
func (c *collector) api(capability *platform.Capability, span source.Range, form Form, paren int) answer {
	if !c.exists(capability) {
		return no
	}
	is := c.variant(capability, paren)
	if is == yes || is == unknown && capability.Match.OptionDefault && capability.Match.Option != "scopes" {
		c.request(capability, span, form)
	}
	return is
}

// byOption records what a call asks for by the value of an option or argument
// rather than by its own name.
func (c *collector) byOption(member string, span source.Range, paren int) {
	if member != "" && member == c.platform.CallByName() {
		c.namedMethod(span, paren)
	}
	if ask := &c.platform.AskScope; contains(ask.Members, member) {
		c.askedScope(ask.Option, span, paren)
	}
}

// exists reports whether the capability is there in this sort of program. What
// only mini-games have cannot be called elsewhere; mini-games may call what
// the facts name for mini-programs.
func (l *loader) exists(capability *platform.Capability) bool {
	return l.project.Surface == platform.MiniGame || capability.On(platform.MiniProgram) || capability.On(platform.Plugin)
}
