package project

import (
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// answer says whether a call's options are those that a variant stands for.
type answer uint8

const (
	no answer = iota
	yes
	unknown // only the running program knows
)

// variant asks whether the call whose parenthesis is at token paren (-1 for a
// function passed on) is the variant that a capability stands for, such as
// my.getAuthCode with the scope auth_user.
func (c *collector) variant(capability *platform.Capability, paren int) answer {
	m := &capability.Match
	c.chosen = ""
	if m.Option == "" {
		return yes
	}
	omitted := no
	if m.OptionDefault {
		omitted = yes
	}
	if paren < 0 {
		return omitted
	}
	first, end, found, certain := c.option(paren, m.Option)
	switch {
	case !found && certain:
		return omitted
	case !found:
		return unknown
	}
	if len(m.OptionValues) == 0 {
		return c.truthy(first)
	}
	return c.oneOf(first, end, m.OptionValues)
}

// option finds the value of an option, a path such as "track.face", in the
// object that is a call's first argument. certain is false when the object is
// a variable or takes in another one.
func (c *collector) option(paren int, path string) (first, end int, found, certain bool) {
	s := &c.script
	first, end, ok := s.Arg(paren, 0)
	if !ok {
		return 0, 0, false, true
	}
	for _, key := range strings.Split(path, ".") {
		if !s.IsObject(first) {
			return 0, 0, false, false
		}
		var spread bool
		first, end, found, spread = s.Property(first, key)
		if !found {
			return 0, 0, false, !spread
		}
	}
	return first, end, true, true
}

func (c *collector) truthy(i int) answer {
	if c.script.Is(i, "false") || c.script.Is(i, "0") || c.script.Is(i, "null") || c.script.Is(i, "undefined") {
		return no
	}
	return yes
}

// oneOf looks for one of the values among the literals of an expression: a
// string, a list of strings, a choice between strings, a number.
func (c *collector) oneOf(first, end int, values []string) answer {
	literals := 0
	result := no
	c.literals(first, end, func(text string, _ source.Range) {
		literals++
		if contains(values, text) {
			result, c.chosen = yes, text
		}
	})
	if literals == 0 {
		return unknown
	}
	return result
}

// literals visits the string and number literals that an expression's tokens
// can come to. Those it compares with do not count.
func (c *collector) literals(first, end int, visit func(string, source.Range)) {
	s := &c.script
	for i := first; i < end; i++ {
		if compared(s, i) {
			continue
		}
		if lit, ok := s.Literal(i); ok {
			visit(string(s.Data[lit.Start:lit.End]), lit)
		} else if i < len(s.Tokens) && s.Kind(i) == scan.Number {
			visit(string(s.Text(i)), s.Range(i, i))
		}
	}
}

func compared(s *scan.Script, i int) bool {
	for _, op := range [...]string{"==", "===", "!=", "!=="} {
		if s.Is(i-1, op) || s.Is(i+1, op) {
			return true
		}
	}
	return false
}

// askedScope records the scope that a call such as wx.authorize({ scope })
// asks for. The place of the request is the call.
func (c *collector) askedScope(option string, span source.Range, paren int) {
	first, end, found, certain := c.option(paren, option)
	if !found {
		if !certain {
			c.unresolve("unresolved-scope", span, option)
		}
		return
	}
	literals := 0
	ask := func(name string, at source.Range) {
		literals++
		if capability, ok := c.platform.ScopeCapability(name); ok && c.exists(capability) {
			c.request(capability, span, StringScope)
		} else if !c.knownScope(name) {
			c.out.badScopes = append(c.out.badScopes, BadScope{Name: name, File: c.source(), Range: at, Origin: c.task.origin})
		}
	}
	if c.literals(first, end, ask); literals == 0 {
		c.constant(first, end, ask)
	}
	if literals == 0 {
		c.unresolve("unresolved-scope", span, option)
	}
}

// constant visits the string that an expression of names comes to: a constant
// of the script or of a module that it imports, or a member of one.
func (c *collector) constant(first, end int, visit func(string, source.Range)) {
	if c.reader == nil {
		c.reader = &literalReader{path: c.task.path, dir: c.options.Dir, file: c.source(), Script: c.script, framework: c.root.Framework, platform: c.platform.ID, overlay: c.options.Overlay}
	}
	l := c.reader
	l.partial = false
	if n, _ := l.value(first, end, maxFollow); n.Kind == manifest.String && !l.partial {
		visit(n.Text, c.script.Range(first, end-1))
	}
}

func (c *collector) knownScope(name string) bool {
	_, ok := c.platform.ScopeByName(name)
	return ok
}

// namedMethod records my.call('getLocation'), which reaches every interface
// by its name.
func (c *collector) namedMethod(span source.Range, paren int) {
	first, end, ok := c.script.Arg(paren, 0)
	if !ok {
		return
	}
	lit, literal := c.script.Literal(first)
	if !literal || first+1 != end {
		c.unresolve("computed-name", span, c.platform.Object+".call")
		return
	}
	for _, capability := range c.platform.APIs(string(c.data[lit.Start:lit.End])) {
		if capability.Match.Option == "" || capability.Match.OptionDefault {
			c.request(capability, span, DynamicLiteral)
		}
	}
}
