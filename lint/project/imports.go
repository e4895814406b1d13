package project

import (
	"strings"

	"github.com/mplint/mplint/lint/source"
)

// imports are the modules and files that one file names, as it names them.
// They are found without a lexer, so names in comments and strings count too:
// a file named too often is at worst taken for reached.
type imports struct {
	specs   []string
	folders []string       // all files below them
	modules []source.Range // those of specs that may be packages, without quotes
	dynamic bool           // some name is only known when the program runs
}

// imports notes what the script or template at hand names.
func (c *collector) imports() {
	if c.out.skip.Reason == "" && c.out.document == nil {
		c.out.imports = importsOf(c.task.name, c.data)
	}
}

// importsOf returns what a file names, by the kind of file its name tells.
func importsOf(name string, data []byte) imports {
	var found imports
	switch ext := extension(name); {
	case ext == ".d.ts":
	case isSingleFile(ext):
		found.script(data)
		found.template(data)
		found.paths(data)
	case isScript(ext):
		found.script(data)
		if strings.Contains(name, ".config.") {
			found.paths(data)
		}
	default:
		found.template(data)
	}
	return found
}

func isScript(ext string) bool {
	switch ext {
	case ".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx":
		return true
	}
	return false
}

// script finds what require, import and export name.
func (m *imports) script(data []byte) {
	for i := nextWord(data, 0, "require"); i >= 0; i = nextWord(data, i, "require") {
		m.require(data, i)
	}
	for i := nextWord(data, 0, "import"); i >= 0; i = nextWord(data, i, "import") {
		m.importing(data, i)
	}
	for i := nextWord(data, 0, "from"); i >= 0; i = nextWord(data, i, "from") {
		m.quoted(data, skipBlank(data, i))
	}
}

// add notes the name between the quotes that stand around [start, end).
func (m *imports) add(data []byte, start, end int) {
	m.specs = append(m.specs, string(data[start:end]))
	if c := byteAt(data, start); c != '.' && c != '/' {
		m.modules = append(m.modules, source.Range{Start: start, End: end})
	}
}
