package project

import (
	"bytes"
	"reflect"
	"sync"
	"unicode/utf8"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// found is what one file holds.
type found struct {
	*holdings // never nil, but of most files nothing
	imports   imports
	document  *manifest.Document
}

// holdings are what the rules look at in one file.
type holdings struct {
	requests    []*Request
	fields      []*Field
	unresolved  []Unresolved
	comments    []Comment
	badScopes   []BadScope
	boxes       []*Box
	authButtons []*AuthButton
	mentions    []string
	sdks        []SDKUse
	links       []link
	skip        Skip // why the file was not read; empty when it was
	lexed       *lexed
}

// lexed is a script whose requests are followed, so that it is not lexed again.
type lexed struct {
	file *source.File
	scan.Script
}

// nothing is what most files hold.
var nothing = &holdings{}

// kept returns holdings that outlive the ones at hand.
func (h *holdings) kept() *holdings {
	if reflect.ValueOf(h).Elem().IsZero() {
		return nothing
	}
	kept := *h
	return &kept
}

// collector reads files one after the other, with buffers that it keeps.
type collector struct {
	*loader
	*buffers
	lexed   bool         // script holds the part at hand
	part    source.Range // the script at hand: all of a file or one block of it
	dialect scan.Dialect
	apis    []*platform.Capability
	chosen  string         // literal that decided the last variant, or ""
	typed   map[typed]bool // names in the script whose methods were looked for
	reader  *literalReader // of the script's constants; nil until asked for

	passedOn  []*platform.Capability // what custom elements pass on
	authTypes []string               // open types that need a scope beside them
	boxes     []*Box                 // of the template at hand
	markup    markup
	builtIn   []string // names in JSX of the platform's own elements
	form      formState
	formless  bool           // no form field of the program's own can be in the file
	dead      []source.Range // parts of the script that are built for other platforms

	task *task
	data []byte       // what is analysed: text without what is built for other platforms
	text []byte       // what the file holds
	file *source.File // nil until something is found: most files hold nothing
	out  *found
	held holdings // those of out, until the file is done
}

// buffers are what a collector reuses from file to file, and the next one from
// project to project.
type buffers struct {
	data   []byte
	script scan.Script
}

var pool = sync.Pool{New: func() any { return new(buffers) }}

func newCollector(l *loader) *collector {
	return &collector{loader: l, buffers: pool.Get().(*buffers), passedOn: passedOn(l.platform), authTypes: openTypesWithScope(l.platform)}
}

func (c *collector) close() { pool.Put(c.buffers) }

func (c *collector) read(t *task) *found {
	c.task, c.file, c.boxes, c.held = t, nil, nil, holdings{}
	c.out = &found{holdings: &c.held}
	data, err := c.options.Overlay.readInto(t.path, c.buffers.data)
	c.buffers.data, c.data, c.text = data, data, data
	if c.root.Framework != nil {
		c.data = withoutOthers(data, c.root.Framework, c.platform.ID)
	}
	switch {
	case err != nil:
		c.out.skip = Skip{c.shown(), "unreadable", plainError(err)}
	case len(data) > MaxScript:
		c.out.skip = Skip{c.shown(), "too-large", ""}
	case t.kind == document:
		f := &source.File{Path: c.shown(), Data: bytes.Clone(data)}
		c.out.document = manifest.Parse(f)
	case t.kind == template:
		c.template()
	case t.kind == singleFile:
		c.singleFile()
	default:
		c.scriptFile()
	}
	c.imports()
	c.sdks()
	c.settleFields()
	if c.file != nil && !utf8.Valid(data) {
		c.unresolve("not-utf8", source.Range{}, "")
	}
	c.out.holdings = c.held.kept()
	return c.out
}

func (c *collector) shown() string { return display(c.options.Dir, c.task.path) }

// source returns the file at hand with a copy of its whole text that outlives the
// collector's buffer.
func (c *collector) source() *source.File {
	if c.file == nil {
		c.file = &source.File{Path: c.shown(), Data: bytes.Clone(c.text)}
	}
	return c.file
}

func (c *collector) request(capability *platform.Capability, r source.Range, form Form) *Request {
	req := &Request{
		Capability: capability, Scope: capability.ScopeName(), DataTypes: c.dataTypes(capability),
		File: c.source(), Range: r, Form: form,
		Origin: c.task.origin, Package: c.task.pkg, Reachable: true,
	}
	c.out.requests = append(c.out.requests, req)
	return req
}

func (c *collector) unresolve(what string, r source.Range, detail string) {
	if c.task.origin == Own {
		c.out.unresolved = append(c.out.unresolved, Unresolved{What: what, File: c.source(), Range: r, Detail: detail})
	}
}

func (c *collector) comment(r source.Range) {
	if c.task.origin == Own && bytes.Contains(c.data[r.Start:r.End], []byte("mplint-")) {
		c.out.comments = append(c.out.comments, Comment{c.source(), r})
	}
}

// dataTypes are those of the capability; the member profile of Alipay stands
// for the fields that the config says were granted.
func (l *loader) dataTypes(capability *platform.Capability) []string {
	if len(l.options.MemberFields) == 0 || !contains(capability.DataTypes, "member-profile") {
		return capability.DataTypes
	}
	var types []string
	for _, t := range capability.DataTypes {
		if t != "member-profile" && !contains(types, t) {
			types = append(types, t)
		}
	}
	for _, field := range l.options.MemberFields {
		if t := l.fieldType(field); t != "" && !contains(types, t) {
			types = append(types, t)
		}
	}
	return types
}

func (l *loader) fieldType(field string) string {
	for _, f := range l.platform.Reference().MemberFields {
		if f.Field == field {
			return f.DataType
		}
	}
	return ""
}
