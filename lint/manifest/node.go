package manifest

import (
	"strconv"
	"strings"
)

// Get returns the member of an object with the given decoded key. Of
// duplicates the last one counts, as in JavaScript. It returns nil when there
// is none, when n is no object and when n is nil.
func (n *Node) Get(key string) *Node {
	if n == nil || n.Kind != Object {
		return nil
	}
	for i := len(n.Children) - 1; i >= 0; i-- {
		if n.Children[i].Key == key {
			return n.Children[i]
		}
	}
	return nil
}

// At follows keys down from n through objects, or returns nil.
func (n *Node) At(keys ...string) *Node {
	for _, key := range keys {
		n = n.Get(key)
	}
	return n
}

// Bool reports whether n is the literal true.
func (n *Node) Bool() bool { return n != nil && n.Kind == Bool && n.Text == "true" }

// Strings returns the decoded texts of the strings in an array, in source
// order. Other elements are left out.
func (n *Node) Strings() []string {
	var texts []string
	for _, child := range n.StringNodes() {
		texts = append(texts, child.Text)
	}
	return texts
}

// StringNodes returns the strings in an array with their ranges, in source
// order. Other elements are left out.
func (n *Node) StringNodes() []*Node {
	if n == nil || n.Kind != Array {
		return nil
	}
	var nodes []*Node
	for _, child := range n.Children {
		if child.Kind == String {
			nodes = append(nodes, child)
		}
	}
	return nodes
}

// Lookup returns the node at a JSON pointer (RFC 6901), or nil. Of duplicate
// keys the last one counts.
func (d *Document) Lookup(pointer string) *Node {
	if d == nil || pointer == "" {
		return d.root()
	}
	rest, found := strings.CutPrefix(pointer, "/")
	if !found {
		return nil
	}
	n := d.root()
	for step := range strings.SplitSeq(rest, "/") {
		n = n.step(unescapePointer.Replace(step))
	}
	return n
}

var unescapePointer = strings.NewReplacer("~1", "/", "~0", "~")

func (d *Document) root() *Node {
	if d == nil {
		return nil
	}
	return d.Root
}

// step returns the member or element that one step of a pointer names.
func (n *Node) step(name string) *Node {
	if n == nil || n.Kind != Array {
		return n.Get(name)
	}
	i, err := strconv.Atoi(name)
	if err != nil || strconv.Itoa(i) != name || i < 0 || i >= len(n.Children) {
		return nil
	}
	return n.Children[i]
}
