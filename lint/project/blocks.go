package project

import (
	"bytes"
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// isSingleFile reports whether files with that ending hold template, script
// and configuration of one component.
func isSingleFile(ext string) bool {
	switch ext {
	case ".vue", ".nvue", ".uvue", ".mpx", ".wpy":
		return true
	}
	return false
}

// block is one script or config of a single-file component.
type block struct {
	name  string // "script" or "config"
	inner source.Range
	lang  string
	kind  string // the attribute type, or name of mpx
	mode  string // of mpx: the platform that it is for
	setup bool   // <script setup>
}

// json reports whether the block holds the component's configuration.
func (b *block) json() bool { return b.name == "script" && strings.Contains(b.kind, "json") }

// dialect returns the language of a script.
func (b *block) dialect() scan.Dialect {
	typed := strings.HasPrefix(b.lang, "ts") || b.lang == "uts"
	return scan.Dialect{TypeScript: typed, JSX: strings.HasSuffix(b.lang, "x") || !typed}
}

// newBlock reads the attributes of a script or config tag.
func newBlock(data []byte, e *scan.Element) block {
	b := block{name: string(data[e.Name.Start:e.Name.End])}
	for i := range e.Attributes {
		a := &e.Attributes[i]
		value := string(data[a.Value.Start:a.Value.End])
		switch string(data[a.Name.Start:a.Name.End]) {
		case "lang":
			b.lang = value
		case "type", "name":
			b.kind = value
		case "mode":
			b.mode = value
		case "setup":
			b.setup = true
		}
	}
	return b
}

// blocks visits the scripts and configs of a single-file component.
func blocks(data []byte, visit func(*block)) {
	var b block
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
		Element: func(e *scan.Element) {
			b = newBlock(data, e)
			if end := bytes.Index(data[e.Open.End:], []byte("</config")); b.name == "config" && end >= 0 {
				b.inner = source.Range{Start: e.Open.End, End: e.Open.End + end}
				visit(&b)
			}
		},
		Script: func(inner source.Range, name []byte) {
			if b.inner = inner; string(name) == "script" {
				visit(&b)
			}
		},
	})
}
