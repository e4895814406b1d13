package project

import (
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// The bounds of what is followed to come to a value.
const (
	maxFollow  = 12    // names, one after the other
	maxLiteral = 20000 // values and pieces of modules for one script, so that names in names in names end
	piece      = 1024  // bytes of a module that count as one value
)

// literalReader reads the object literals of a script as manifest nodes: a
// manifest that is written in JavaScript. Nothing is run; what is no literal,
// and no name of one, is a null, and partial is set.
type literalReader struct {
	scan.Script
	file      *source.File
	path      string // absolute
	partEnd   int    // where the script ends in the file
	dir       string // working directory that shown paths are relative to
	framework *platform.Framework
	platform  string // id of the platform whose branches are taken
	overlay   Overlay
	partial   bool // some value could not be read
	open      bool // some object may have more members than could be read

	imports map[string]scan.Import    // what was imported, by local name; nil until asked for
	modules map[string]*literalReader // what was read, by specifier
	left    *int                      // of maxLiteral, for the script and its modules together; nil until asked for
}

// readLiterals lexes a script, or the part of one that a range gives.
func readLiterals(path, dir string, data []byte, part source.Range) *literalReader {
	l := &literalReader{path: path, dir: dir, partEnd: part.End, file: &source.File{Path: display(dir, path), Data: data}}
	typed := strings.HasSuffix(path, ".ts") || strings.HasSuffix(path, ".tsx")
	l.Lex(data, part.Start, part.End, scan.Dialect{JSX: !strings.HasSuffix(path, ".ts"), TypeScript: typed})
	return l
}

// spend takes so much from what may still be read, and reports whether it was
// there.
func (l *literalReader) spend(n int) bool {
	if l.left == nil {
		left := maxLiteral
		l.left = &left
	}
	*l.left -= n
	return *l.left >= 0
}

// export returns the value that the script exports under one of the names, the
// first that is there, and the file that the value stands in.
func (l *literalReader) export(depth int, names ...string) (*manifest.Node, *source.File) {
	for _, name := range names {
		var found *scan.Export
		l.Exports(func(e scan.Export) {
			if e.Name == name {
				found = &e
			}
		})
		if found != nil {
			return l.value(found.First, found.End, depth)
		}
	}
	return nil, nil
}

// value reads the expression of the tokens [first, end). The file is another
// one than the script's where the value came from a module.
func (l *literalReader) value(first, end, depth int) (*manifest.Node, *source.File) {
	for l.Is(first, "(") && l.Tokens[first].Match > 0 {
		first, end = first+1, int(l.Tokens[first].Match)
	}
	if depth == 0 || first >= end || !l.spend(1) {
		return l.unknown(first), l.file
	}
	if yes, no, ok := l.branch(first, end); ok {
		if l.taken(first, yes) {
			return l.value(yes+1, no, depth-1)
		}
		return l.value(no+1, end, depth-1)
	}
	if lit, ok := l.Literal(first); ok {
		return &manifest.Node{Kind: manifest.String, Range: l.Range(first, first), Text: string(l.Data[lit.Start:lit.End])}, l.file
	}
	switch {
	case l.IsObject(first):
		return l.object(first, depth), l.file
	case l.Is(first, "["):
		return l.array(first, depth), l.file
	case l.Tokens[first].Kind == scan.Number:
		return &manifest.Node{Kind: manifest.Number, Range: l.Range(first, first), Text: string(l.Text(first))}, l.file
	case l.Is(first, "true") || l.Is(first, "false"):
		return &manifest.Node{Kind: manifest.Bool, Range: l.Range(first, first), Text: string(l.Text(first))}, l.file
	case l.Tokens[first].Kind == scan.Ident:
		return l.named(first, end, depth)
	}
	return l.unknown(first), l.file
}

func (l *literalReader) unknown(i int) *manifest.Node {
	l.partial = true
	n := &manifest.Node{Kind: manifest.Null}
	if i < len(l.Tokens) {
		n.Range = l.Range(i, i)
	}
	return n
}

// branch finds the "?" and ":" of a condition at the top of an expression.
func (l *literalReader) branch(first, end int) (yes, no int, ok bool) {
	for i := first; i < end; i++ {
		switch t := l.Tokens[i]; {
		case t.Kind == scan.Open && t.Match > 0:
			i = int(t.Match)
		case l.Is(i, "?") && yes == 0:
			yes = i
		case l.Is(i, ":") && yes > 0:
			return yes, i, true
		}
	}
	return 0, 0, false
}

// taken reports whether the condition [first, end) holds on the platform; one
// that does not test the framework's variable counts as true and partial.
func (l *literalReader) taken(first, end int) bool {
	is, known := environment(&l.Script, l.framework, l.platform, first, end)
	l.partial = l.partial || !known
	return is || !known
}

func (l *literalReader) object(brace, depth int) *manifest.Node {
	n := &manifest.Node{Kind: manifest.Object, Range: l.bracketed(brace)}
	l.Members(brace, func(m scan.Member) {
		switch {
		case m.Key != "":
			child := l.own(m.First, m.End, depth-1)
			child.Key, child.KeyRange = m.Key, l.Range(m.Name, m.Name)
			n.Children = append(n.Children, child)
		default:
			more := &manifest.Node{}
			if m.First < m.End {
				more = l.own(m.First, m.End, depth-1)
			}
			n.Children = append(n.Children, more.Children...)
			l.open = l.open || more.Kind != manifest.Object
		}
	})
	return n
}

func (l *literalReader) array(bracket, depth int) *manifest.Node {
	n := &manifest.Node{Kind: manifest.Array, Range: l.bracketed(bracket)}
	l.Items(bracket, func(first, end int) {
		if l.Is(first, "...") {
			n.Children = append(n.Children, l.own(first+1, end, depth-1).Children...)
			return
		}
		n.Children = append(n.Children, l.own(first, end, depth-1))
	})
	return n
}

func (l *literalReader) bracketed(open int) source.Range {
	last := len(l.Tokens) - 1
	if m := int(l.Tokens[open].Match); m > 0 {
		last = m
	}
	return l.Range(open, last)
}

// own reads a value that is part of another one. What came from another file
// stands where this script names it.
func (l *literalReader) own(first, end, depth int) *manifest.Node {
	n, file := l.value(first, end, depth)
	if file != l.file {
		place(n, l.Range(first, min(end, len(l.Tokens))-1))
	}
	return n
}

func place(n *manifest.Node, at source.Range) {
	n.Range = at
	for _, child := range n.Children {
		if child.KeyRange != (source.Range{}) {
			child.KeyRange = at
		}
		place(child, at)
	}
}

// named reads a constant, a call of a function that gives a literal back, or a
// call that only hands its object on: defineAppConfig({ ... }).
func (l *literalReader) named(first, end, depth int) (*manifest.Node, *source.File) {
	name := string(l.Text(first))
	if l.Is(first+1, "(") {
		if f, e, ok := l.Returned(name); ok {
			return l.value(f, e, depth-1)
		}
		if arg, stop, ok := l.Arg(first+1, 0); ok && strings.HasPrefix(name, "define") {
			return l.value(arg, stop, depth-1)
		}
		if n, file := l.imported(name, first, depth, true); n != nil {
			return n, file
		}
		return l.unknown(first), l.file
	}
	n, file := l.constant(name, first, depth)
	for i := first + 1; i < end; i++ {
		switch {
		case l.Is(i, ".") && n.Get(string(l.Text(i+1))) != nil:
			i++
			n = n.Get(string(l.Text(i)))
		case l.Is(i, "as") || l.Is(i, "satisfies"):
			return n, file
		default:
			return l.unknown(first), l.file
		}
	}
	return n, file
}

func (l *literalReader) constant(name string, at, depth int) (*manifest.Node, *source.File) {
	n, file := l.imported(name, at, depth, false)
	if n != nil {
		return n, file
	}
	if f, e, ok := l.Constant(at); ok {
		return l.value(f, e, depth-1)
	}
	return l.unknown(at), l.file
}

// imported reads a value, or what a function gives back, from the module that
// a name was imported from, or returns nil for a name that was not.
func (l *literalReader) imported(name string, at, depth int, called bool) (*manifest.Node, *source.File) {
	if l.imports == nil {
		l.imports = map[string]scan.Import{}
		l.Imports(func(i scan.Import) { l.imports[i.Local] = i })
	}
	from, ok := l.imports[name]
	if !ok {
		return nil, nil
	}
	other := l.module(from.Module)
	if other == nil {
		return l.unknown(at), l.file
	}
	other.partial, other.open = false, false
	defer func() { l.partial, l.open = l.partial || other.partial, l.open || other.open }()
	if called {
		if f, e, ok := other.Returned(from.Name); ok {
			return other.value(f, e, depth-1)
		}
		return l.unknown(at), l.file
	}
	if from.Name == "*" {
		return other.namespace(depth - 1), other.file
	}
	if n, file := other.export(depth-1, from.Name); n != nil {
		return n, file
	}
	return l.unknown(at), l.file
}

// namespace returns an object of everything that the script exports.
func (l *literalReader) namespace(depth int) *manifest.Node {
	n := &manifest.Node{Kind: manifest.Object}
	l.Exports(func(e scan.Export) {
		child, _ := l.value(e.First, e.End, min(depth, maxFollow/2))
		child.Key = e.Name
		n.Children = append(n.Children, child)
	})
	l.partial = false // one value that cannot be read says nothing of the others
	return n
}

// module reads a script that is imported by a relative path.
func (l *literalReader) module(spec string) *literalReader {
	if !strings.HasPrefix(spec, ".") {
		return nil
	}
	if other, known := l.modules[spec]; known {
		return other
	}
	other := l.readModule(spec)
	if l.modules == nil {
		l.modules = map[string]*literalReader{}
	}
	l.modules[spec] = other
	return other
}

func (l *literalReader) readModule(spec string) *literalReader {
	base := filepath.Join(filepath.Dir(l.path), filepath.FromSlash(spec))
	for _, ending := range []string{"", ".ts", ".js", ".tsx", ".mjs", "/index.ts", "/index.js"} {
		data, err := l.overlay.read(base + filepath.FromSlash(ending))
		if err == nil && len(data) <= MaxScript {
			if !l.spend(len(data) / piece) {
				return nil
			}
			other := readLiterals(base+ending, l.dir, data, source.Range{End: len(data)})
			other.framework, other.platform, other.overlay, other.left = l.framework, l.platform, l.overlay, l.left
			return other
		}
	}
	return nil
}
