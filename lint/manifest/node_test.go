package manifest

import (
	"slices"
	"testing"
)

func TestAccess(t *testing.T) {
	d := parse(`{"a":1,"list":["x",2,"y"],"a":{"b":{"on":true,"off":false,"word":"true"}},"m/n":{"~k":0},"":7}`)
	if n := d.Root.Get("a"); n == nil || n.Kind != Object {
		t.Errorf("the last duplicate counts, got %+v", n)
	}
	b := d.Root.At("a", "b")
	if !b.Get("on").Bool() || b.Get("off").Bool() || b.Get("word").Bool() || b.Get("none").Bool() {
		t.Error("Bool is true for the literal true alone")
	}
	if got := d.Root.Get("list").Strings(); !slices.Equal(got, []string{"x", "y"}) {
		t.Errorf("Strings: %q", got)
	}
	if nodes := d.Root.Get("list").StringNodes(); len(nodes) != 2 || nodes[1].Range.Start != 21 {
		t.Errorf("StringNodes: %+v", nodes)
	}
	if d.Root.At() != d.Root || d.Root.At("a", "x", "y") != nil || d.Root.Get("list").Get("0") != nil {
		t.Error("At")
	}
	if d.Root.Strings() != nil || d.Root.Get("a").Get("b").StringNodes() != nil {
		t.Error("an object has no strings")
	}
}

func TestLookup(t *testing.T) {
	d := parse(`{"a":1,"list":["x",[2]],"a":{"0":3},"m/n":{"~k":4},"":{"":5}}`)
	for pointer, want := range map[string]string{
		"/list/0": "x", "/list/1/0": "2", "/a/0": "3", "/m~1n/~0k": "4", "//": "5",
	} {
		if n := d.Lookup(pointer); n == nil || n.Text != want || n.Pointer != pointer {
			t.Errorf("Lookup(%q) = %+v, want %s", pointer, n, want)
		}
	}
	if d.Lookup("") != d.Root {
		t.Error("the empty pointer is the root")
	}
	for _, pointer := range []string{"a", "/b", "/list/2", "/list/-1", "/list/01", "/list/+1", "/list/-", "/list/0/x", "/a/0/0"} {
		if n := d.Lookup(pointer); n != nil {
			t.Errorf("Lookup(%q) = %+v", pointer, n)
		}
	}
}

func TestNothing(t *testing.T) {
	var n *Node
	var d *Document
	if n.Get("a") != nil || n.At("a", "b") != nil || n.Bool() || n.Strings() != nil || n.StringNodes() != nil {
		t.Error("a nil node has nothing")
	}
	if d.Valid() || d.Lookup("") != nil || parse("").Lookup("/a") != nil {
		t.Error("a document without a root has nothing")
	}
}
