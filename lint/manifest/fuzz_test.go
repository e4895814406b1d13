package manifest

import (
	"encoding/json"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// check holds what is true of every document: ranges are ordered, lie inside
// the file and inside those of their parents, problems are ordered.
func check(t *testing.T, d *Document) {
	t.Helper()
	whole := source.Range{End: len(d.File.Data)}
	checkNode(t, d, d.Root, whole)
	last := 0
	for _, p := range d.Problems {
		if !inside(p.Range, whole) || !inside(p.Related, whole) || p.Range.Start < last {
			t.Fatalf("%q: problem %+v", d.File.Data, p)
		}
		last = p.Range.Start
		if empty := p.Range.Start == p.Range.End; empty != (p.Kind == Empty || p.Kind == TooLarge) {
			t.Fatalf("%q: the range of problem %+v", d.File.Data, p)
		}
	}
	if d.Root == nil && len(d.Problems) == 0 {
		t.Fatalf("%q: nothing read and no problem", d.File.Data)
	}
}

func checkNode(t *testing.T, d *Document, n *Node, parent source.Range) {
	t.Helper()
	if n == nil {
		return
	}
	if !inside(n.Range, parent) || !inside(n.KeyRange, parent) && n.KeyRange.End != 0 || n.KeyRange.End > n.Range.Start {
		t.Fatalf("%q: node %+v in %v", d.File.Data, n, parent)
	}
	end := n.Range.Start
	for _, child := range n.Children {
		start := child.Range.Start
		if child.KeyRange.End > 0 {
			start = child.KeyRange.Start
		}
		if start < end {
			t.Fatalf("%q: child %+v starts before %d", d.File.Data, child, end)
		}
		end = child.Range.End
		checkNode(t, d, child, n.Range)
	}
}

func inside(r, whole source.Range) bool {
	return whole.Start <= r.Start && r.Start <= r.End && r.End <= whole.End
}

// FuzzParse holds that any bytes are read without a panic, twice with the same
// result, and that strict JSON is taken for what encoding/json takes it for.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", bom, bom + "{\"a\":[1,2}", "// x\n{\"a\": 1,}", "/*", "{'a':1}", "[1,,]", "[,]", "{\"a\":1,\"a\":{\"\\u0061\":\"\\ud800\"}}",
		"[\"\\", "{\"a\" 1}", "[tru", "[1e", "{\"a\":1，}", "\xff\xfe{\x00", "/*/[]", "{\"a\":}1", "[\"a\n\"]", "[1]2", "//\r[\n]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := string(data)
		d := parse(before)
		check(t, d)
		again := parse(before)
		if tree(d.Root) != tree(again.Root) || problems(d) != problems(again) {
			t.Fatalf("%q: two results", data)
		}
		strict := d.Valid()
		for _, p := range d.Problems {
			strict = strict && p.Kind != Comment && p.Kind != TrailingComma && p.Kind != BOM
			if p.Kind == TooDeep {
				return
			}
		}
		if json.Valid(data) != strict {
			t.Fatalf("%q: strict %v, encoding/json says %v; %s", data, strict, !strict, problems(d))
		}
	})
}
