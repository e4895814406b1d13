package manifest

import (
	"strconv"
	"strings"

	"github.com/tidwall/gjson"

	"github.com/mplint/mplint/lint/source"
)

// pointerBudget bounds the bytes spent on the pointers of one document: long
// keys above many members would otherwise take memory that grows with the
// square of the file. Nodes after the budget is spent have an empty Pointer.
const pointerBudget = 64 << 20

// walker turns gjson's view of a text into Nodes. The text has the length of
// the file, so gjson's offsets are the file's after adding that of the root.
type walker struct {
	doc      *Document
	text     string
	limit    int // offset of the syntax error, or the length of the text
	pointers int // bytes that may still be spent on pointers
}

func (w *walker) root(start int) *Node {
	r := gjson.Parse(w.text[start:])
	if !r.Exists() {
		return nil
	}
	r.Index += start
	r.Raw = strings.TrimRight(r.Raw, " \t\r\n")
	return w.node(r, "", 0)
}

// node builds the tree of one value. An invalid text may fool gjson about the
// nesting, so the depth is bounded here too.
func (w *walker) node(r gjson.Result, pointer string, depth int) *Node {
	n := &Node{
		Kind:    kindOf(r),
		Range:   source.Range{Start: r.Index, End: r.Index + len(r.Raw)},
		Text:    r.Raw,
		Pointer: pointer,
	}
	switch n.Kind {
	case String:
		n.Text = r.Str
	case Object, Array:
		n.Text = ""
		if depth < MaxDepth {
			w.children(n, r, depth)
		}
	}
	return n
}

func (w *walker) children(n *Node, r gjson.Result, depth int) {
	var first map[string]source.Range
	if n.Kind == Object {
		first = map[string]source.Range{}
	}
	r.ForEach(func(key, value gjson.Result) bool {
		if !w.sound(key, value, n.Kind) {
			return false
		}
		step := strconv.Itoa(len(n.Children))
		if n.Kind == Object {
			step = escapePointer.Replace(key.Str)
		}
		child := w.node(value, w.pointer(n.Pointer, step), depth+1)
		if n.Kind == Object {
			child.Key = key.Str
			child.KeyRange = source.Range{Start: key.Index, End: key.Index + len(key.Raw)}
			w.duplicate(child, first)
		}
		n.Children = append(n.Children, child)
		return true
	})
}

// sound reports whether a member is what the text says and stands before the
// syntax error. In an invalid text gjson skips what it does not know, and the
// offset it gives is then not that of the value.
func (w *walker) sound(key, value gjson.Result, kind Kind) bool {
	if kind == Object && key.Index >= w.limit {
		return false
	}
	return value.Index < w.limit && value.Raw != "" && strings.HasPrefix(w.text[value.Index:], value.Raw)
}

func (w *walker) duplicate(child *Node, first map[string]source.Range) {
	before, again := first[child.Key]
	if !again {
		first[child.Key] = child.KeyRange
		return
	}
	w.doc.report(Problem{Kind: DuplicateKey, Range: child.KeyRange, Related: before, Text: child.Key})
}

func (w *walker) pointer(parent, step string) string {
	w.pointers -= len(parent) + 1 + len(step)
	if w.pointers < 0 {
		return ""
	}
	return parent + "/" + step
}

// escapePointer escapes one step of a JSON pointer (RFC 6901, section 3).
var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

func kindOf(r gjson.Result) Kind {
	switch r.Type {
	case gjson.True, gjson.False:
		return Bool
	case gjson.Number:
		return Number
	case gjson.String:
		return String
	case gjson.JSON:
		if r.IsArray() {
			return Array
		}
		return Object
	}
	return Null
}
