package manifest

import (
	"math/rand"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// randomItems writes the items of a container with random white space and
// comments around them, with or without a trailing comma.
func randomItems(r *rand.Rand, items []string, newline string) string {
	filler := []string{"", "", "", " ", "  ", "\t", newline, newline + "  ", newline + "\t\t", " /* c */ ", " // c" + newline, newline + "  // \"a\": 1, [" + newline + "  ", "/* 1" + newline + " 2 */"}
	gap := func() string { return filler[r.Intn(len(filler))] + filler[r.Intn(len(filler))] }
	var b strings.Builder
	b.WriteString(gap())
	for i, item := range items {
		b.WriteString(item + gap())
		if i+1 < len(items) || r.Intn(3) == 0 {
			b.WriteString("," + gap())
		}
	}
	return b.String()
}

var comments = regexp.MustCompile(`//[^\r\n]*|/\*(?s:.*?)\*/`)

// afterwards parses the result of edits and checks what holds of every edit:
// no fault, every comment still there, no other line ends, no new trailing
// comma, and the bytes outside of the edits as they were.
func afterwards(t *testing.T, d *Document, edits []source.Edit) *Document {
	t.Helper()
	if len(edits) == 0 {
		t.Fatalf("%q: refused", d.File.Data)
	}
	after := parse(string(source.Apply(d.File.Data, edits)))
	if !after.Valid() {
		t.Fatalf("%q: became %q: %s", d.File.Data, after.File.Data, problems(after))
	}
	if a, b := comments.FindAllString(string(d.File.Data), -1), comments.FindAllString(string(after.File.Data), -1); !slices.Equal(a, b) {
		t.Fatalf("%q: became %q: comments changed", d.File.Data, after.File.Data)
	}
	trailing := func(d *Document) bool {
		return slices.ContainsFunc(d.Problems, func(p Problem) bool { return p.Kind == TrailingComma })
	}
	if trailing(after) && !trailing(d) {
		t.Fatalf("%q: became %q: a trailing comma", d.File.Data, after.File.Data)
	}
	if crlf := strings.Contains(string(d.File.Data), "\r\n"); crlf && strings.Contains(strings.ReplaceAll(string(after.File.Data), "\r\n", ""), "\n") {
		t.Fatalf("%q: became %q: line ends", d.File.Data, after.File.Data)
	}
	return after
}

// TestRandomEdits edits lists and objects of random shape and compares the
// values before and after.
func TestRandomEdits(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 20000 {
		newline := []string{"\n", "\r\n"}[r.Intn(2)]
		names := []string{"a", "b", "c", "d"}[:r.Intn(5)]
		var quoted, members []string
		for _, n := range names {
			quoted = append(quoted, `"`+n+`"`)
			members = append(members, `"`+n+`":{"`+n+`":1}`)
		}
		array := parse("[" + randomItems(r, quoted, newline) + "]")
		object := parse("{" + randomItems(r, members, newline) + "}")
		got := afterwards(t, array, array.InsertElement(array.Root, "x"))
		if want := append(slices.Clone(names), "x"); !slices.Equal(got.Root.Strings(), want) {
			t.Fatalf("%q: became %q", array.File.Data, got.File.Data)
		}
		at := -1
		var after *Node
		if len(names) > 0 && r.Intn(2) == 0 {
			at = r.Intn(len(names))
			after = object.Root.Children[at]
		}
		got = afterwards(t, object, object.InsertList(object.Root, after, "x", "y"))
		want := append(slices.Clone(names), "x")
		if at >= 0 {
			want = slices.Insert(slices.Clone(names), at+1, "x")
		}
		if keys := keysOf(got.Root); !slices.Equal(keys, want) || !slices.Equal(got.Root.Get("x").Strings(), []string{"y"}) {
			t.Fatalf("%q: became %q", object.File.Data, got.File.Data)
		}
		for i := range names {
			want := slices.Delete(slices.Clone(names), i, i+1)
			got := afterwards(t, array, array.Remove(array.Root, array.Root.Children[i]))
			if have := append([]string{}, got.Root.Strings()...); !reflect.DeepEqual(have, append([]string{}, want...)) {
				t.Fatalf("%q: became %q", array.File.Data, got.File.Data)
			}
			got = afterwards(t, object, object.Remove(object.Root, object.Root.Children[i]))
			if have := keysOf(got.Root); !slices.Equal(have, want) {
				t.Fatalf("%q: became %q", object.File.Data, got.File.Data)
			}
		}
	}
}

func keysOf(n *Node) []string {
	var keys []string
	for _, child := range n.Children {
		keys = append(keys, child.Key)
	}
	return keys
}
