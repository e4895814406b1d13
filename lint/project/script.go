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
	ext := extension(c.task.name)
	c.scriptPart(source.Range{End: len(c.data)}, scan.Dialect{JSX: ext != ".ts", TypeScript: ext == ".ts" || ext == ".tsx"})
}

// scriptPart collects what one script asks for: a whole file, or the block of
// a single-file component.
func (c *collector) scriptPart(part source.Range, d scan.Dialect) {
	c.part, c.dialect, c.lexed = part, d, false
	c.watch(c.words)
	jsx := c.mentionsElement()
	if !jsx && !c.mentionsInterface() && !bytes.Contains(c.code(), []byte("mplint-")) {
		return
	}
	if c.task.origin == Own && minified(c.code()) {
		c.task.origin, c.task.pkg = Dependency, c.task.rel
	}
	c.lex()
	for _, r := range c.script.Comments {
		c.comment(r)
	}
	c.refs()
	if jsx {
		c.jsxElements()
	}
}

// code is the text of the script at hand.
func (c *collector) code() []byte { return c.data[c.part.Start:c.part.End] }

// lex reads the script at hand into tokens, once.
func (c *collector) lex() {
	if !c.lexed {
		c.lexed = true
		c.script.Lex(c.data, c.part.Start, c.part.End, c.dialect)
		c.dead, c.typed, c.reader = c.dead[:0], map[typed]bool{}, nil
		if f := c.root.Framework; f != nil && f.Environment.Name != "" && bytes.Contains(c.code(), []byte(f.Environment.Name)) {
			c.dead = deadBranches(&c.script, f, c.platform.ID)
		}
	}
}

// mentionsInterface reports whether the script may use an interface of the
// platform: whether a name of the object stands there as a word of its own with
// a known member behind it, or with something that needs the lexer to be
// understood. Most scripts do not, and are not lexed.
func (c *collector) mentionsInterface() bool {
	if c.mentionsMemberOf(c.platform.Object) || c.links.mentionedIn(c.code()) {
		return true
	}
	f := c.root.Framework
	if f == nil {
		return false
	}
	if f.Object != "" && c.mentionsMemberOf(f.Object) {
		return true
	}
	for _, m := range f.Modules {
		if bytes.Contains(c.code(), []byte(m.Name)) {
			return true
		}
	}
	return false
}

func (c *collector) mentionsMemberOf(object string) bool {
	code := c.code()
	first := 0
	if c.part.Start == 0 {
		first = source.SkipBOM(code)
	}
	for i := first; ; {
		j := bytes.Index(code[i:], []byte(object))
		if j < 0 {
			return false
		}
		start := i + j
		i = start + len(object)
		if start > first && code[start-1] < utf8.RuneSelf && wordByte(code[start-1]) {
			continue // the end of a longer word; behind other letters or spaces the lexer decides
		}
		if c.memberOfInterest(code[i:]) || givenAway(code[first:start], code[i:]) {
			return true
		}
	}
}

// givenAway reports whether the object's name, with what stands before and
// behind it, may be the value of an alias: api = wx, api = globalThis.wx.
func givenAway(before, rest []byte) bool {
	before = bytes.TrimRight(before, " \t\r\n")
	return (len(rest) == 0 || !wordByte(rest[0])) && len(before) > 0 && (before[len(before)-1] == '=' || before[len(before)-1] == '.')
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
		return c.known(member[:n]) || string(member[:n]) == "as"
	}
	return len(member) > 0 && bytes.IndexByte([]byte("[)/,"), member[0]) >= 0
}

// known reports whether a name is a member of the platform's object or of the
// framework's, or a property that holds such an object.
func (c *collector) known(name []byte) bool {
	if c.platform.HasMember(name) || c.links.onObject(name) {
		return true
	}
	f := c.root.Framework
	return f != nil && f.Renames[c.platform.ID][string(name)] != ""
}

func wordByte(b byte) bool {
	return b == '_' || b == '$' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
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
	if capability.LoadsCode {
		c.unresolve("loaded-code", span, capability.Name)
	}
	if is == yes || is == unknown && capability.Match.OptionDefault && capability.Match.Option != "scopes" {
		c.request(capability, span, form).Value = c.chosen
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
