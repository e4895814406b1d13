package project

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// scriptFile collects what a JavaScript or TypeScript file asks for.
func (c *collector) scriptFile() {
	c.scriptPart(source.Range{End: len(c.data)}, dialectOf(extension(c.task.name)))
	if c.project.Surface == platform.MiniProgram && slices.ContainsFunc(c.out.requests, isTimed) {
		file := c.source()
		c.held.lexed = &lexed{file, c.script.Keep(c.textOf(file))}
	}
}

func dialectOf(ext string) scan.Dialect {
	return scan.Dialect{JSX: ext != ".ts", TypeScript: ext == ".ts" || ext == ".tsx"}
}

// scriptPart collects what one script asks for: a whole file, or the block of
// a single-file component.
func (c *collector) scriptPart(part source.Range, d scan.Dialect) {
	c.part, c.dialect, c.lexed = part, d, false
	c.watch(c.words)
	jsx := c.mayHoldElement()
	if !jsx && !c.mayAsk() {
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
	c.openTypeOptions()
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
		if f := c.root.Framework; f != nil && f.Environment.Name != "" && holds(c.code(), f.Environment.Name) {
			c.dead = deadBranches(&c.script, f, c.platform.ID)
		}
	}
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
