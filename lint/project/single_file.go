package project

import (
	"bytes"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// singleFile collects what a single-file component asks for, in its template
// and in its scripts. A block for another platform is left out.
func (c *collector) singleFile() {
	c.markup = vueMarkup
	if ext := extension(c.task.name); ext == ".mpx" || ext == ".wpy" {
		c.markup = nativeMarkup
	}
	var b block
	skip := source.Range{}
	scan.Elements(c.data, source.SkipBOM(c.data), len(c.data), scan.TemplateVisitor{
		Comment: c.comment,
		Text:    c.labels(),
		Element: func(e *scan.Element) {
			b = newBlock(c.data, e)
			switch {
			case b.name == "template" && c.otherMode(b.mode):
				skip = c.blockEnd(e)
			case b.name == "template" && b.lang != "" && b.lang != "html" && b.lang != "wxml":
				c.unresolve("template-language", e.Open, b.lang)
				skip = c.blockEnd(e)
			case b.name != "script" && b.name != "config" && e.Open.Start >= skip.End:
				c.element(e)
			}
		},
		Script: func(inner source.Range, name []byte) {
			if b.inner = inner; string(name) == "script" && !b.json() && !c.otherMode(b.mode) {
				c.scriptPart(inner, b.dialect())
			}
		},
	})
	c.keepBoxes()
}

// otherMode reports whether a block's mode is that of another platform.
func (c *collector) otherMode(mode string) bool {
	f := c.root.Framework
	return mode != "" && f != nil && f.ForOther(mode, c.platform.ID)
}

// blockEnd returns the range from a template's tag to the last closing tag of
// that name before the next script.
func (c *collector) blockEnd(e *scan.Element) source.Range {
	rest := c.data[e.Open.End:]
	if i := bytes.Index(rest, []byte("<script")); i >= 0 {
		rest = rest[:i]
	}
	end := bytes.LastIndex(rest, []byte("</template"))
	return source.Range{Start: e.Open.Start, End: e.Open.End + max(end, 0)}
}

// jsxElements collects what the elements of JSX ask for.
func (c *collector) jsxElements() {
	c.keepBoxes() // those of the template before the script
	defer func(around markup) { c.markup = around }(c.markup)
	c.markup, c.builtIn = jsxMarkup, c.builtIn[:0]
	if f := c.root.Framework; f != nil {
		c.script.Imports(func(i scan.Import) {
			if contains(f.Components, i.Module) {
				c.builtIn = append(c.builtIn, i.Local)
			}
		})
	}
	c.script.JSXElements(scan.TemplateVisitor{Text: c.labels(), Element: func(e *scan.Element) {
		if !c.isDead(e.Open.Start) {
			c.element(e)
		}
	}})
	c.keepBoxes()
}

// isDead reports whether an offset lies in a branch for other platforms.
func (c *collector) isDead(offset int) bool {
	for _, r := range c.dead {
		if offset >= r.Start && offset < r.End {
			return true
		}
	}
	return false
}
