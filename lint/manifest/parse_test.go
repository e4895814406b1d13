package manifest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

const bom = "\xef\xbb\xbf"

func parse(text string) *Document { return Parse(&source.File{Data: []byte(text)}) }

// tree writes a document's nodes as "pointer kind key-range value-range text".
func tree(n *Node) string {
	if n == nil {
		return ""
	}
	kinds := [...]string{"null", "bool", "number", "string", "array", "object"}
	var s strings.Builder
	fmt.Fprintf(&s, "%s %s %d-%d %d-%d %s\n", n.Pointer, kinds[n.Kind], n.KeyRange.Start, n.KeyRange.End, n.Range.Start, n.Range.End, n.Text)
	for _, child := range n.Children {
		s.WriteString(tree(child))
	}
	return s.String()
}

// problems writes "kind range", then the code or the key, then the related
// range where there is one.
func problems(d *Document) string {
	kinds := [...]string{"invalid", "comment", "comma", "bom", "duplicate", "deep", "large", "utf8", "empty"}
	var list []string
	for _, p := range d.Problems {
		s := fmt.Sprintf("%s %d-%d", kinds[p.Kind], p.Range.Start, p.Range.End)
		if text := p.Code(); text != "" {
			s += " " + text
		} else if p.Text != "" {
			s += " " + p.Text
		}
		if p.Related != (source.Range{}) {
			s += fmt.Sprintf(" <- %d-%d", p.Related.Start, p.Related.End)
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

func TestTree(t *testing.T) {
	tests := []struct{ name, text, tree, problems string }{
		{"members", `{"a": {"scope.b": [true, -1.5e3, null, "x"]}}`,
			" object 0-0 0-45 \n" +
				"/a object 1-4 6-44 \n" +
				"/a/scope.b array 7-16 18-43 \n" +
				"/a/scope.b/0 bool 0-0 19-23 true\n" +
				"/a/scope.b/1 number 0-0 25-31 -1.5e3\n" +
				"/a/scope.b/2 null 0-0 33-37 null\n" +
				"/a/scope.b/3 string 0-0 39-42 x\n", ""},
		{"Chinese and CRLF", "{\r\n  \"用途\": \"取餐\",\r\n  \"b\": 1\r\n}\r\n",
			" object 0-0 0-37 \n" +
				"/用途 string 5-13 15-23 取餐\n" +
				"/b number 28-31 33-34 1\n", ""},
		{"byte order mark", bom + `{"a":1}`, " object 0-0 3-10 \n/a number 4-7 8-9 1\n", "bom 0-3"},
		{"escapes in keys and values", `{"\u0061\/~b":"\"\u4e2d"}`, " object 0-0 0-25 \n/a~1~0b string 1-13 14-24 \"中\n", ""},
		{"comments", "// 说明 \"[{\r\n{ /* a\n , */ \"a\": 1 // b\n}\n// c",
			" object 0-0 15-41 \n/a number 28-31 33-34 1\n", "comment 0-13"},
		{"quotes and slashes in strings are no comments", `{"a":"http://x, ]","b":"/* \" //"}`,
			" object 0-0 0-34 \n/a string 1-4 5-18 http://x, ]\n/b string 19-22 23-33 /* \" //\n", ""},
		{"trailing commas", `{"a":[1, 2 , ],}`,
			" object 0-0 0-16 \n/a array 1-4 5-14 \n/a/0 number 0-0 6-7 1\n/a/1 number 0-0 9-10 2\n", "comma 11-12"},
		{"trailing comma before a comment", "[1, // x\n]", " array 0-0 0-10 \n/0 number 0-0 1-2 1\n", "comma 2-3, comment 4-8"},
		{"byte order mark and comment", bom + "/*中*/[]", " array 0-0 10-12 \n", "bom 0-3, comment 3-10"},
		{"duplicates on two levels", `{"a":{"b":1,"\u0062":2,"b":3},"c":4,"a":5}`,
			" object 0-0 0-42 \n" +
				"/a object 1-4 5-29 \n/a/b number 6-9 10-11 1\n/a/b number 12-20 21-22 2\n/a/b number 23-26 27-28 3\n" +
				"/c number 30-33 34-35 4\n/a number 36-39 40-41 5\n",
			"duplicate 12-20 b <- 6-9, duplicate 23-26 b <- 6-9, duplicate 36-39 a <- 1-4"},
		{"one key in two objects", `[{"a":1},{"a":2}]`,
			" array 0-0 0-17 \n/0 object 0-0 1-8 \n/0/a number 2-5 6-7 1\n/1 object 0-0 9-16 \n/1/a number 10-13 14-15 2\n", ""},
		{"scalar root", " \"a\" ", " string 0-0 1-4 a\n", ""},
		{"bytes that are no UTF-8 (GBK)", "{\"a\":\"\xc4\xe3\"}", " object 0-0 0-10 \n/a string 1-4 5-9 \xc4\xe3\n", "utf8 6-7"},
	}
	for _, tt := range tests {
		d := parse(tt.text)
		if got := tree(d.Root); got != tt.tree {
			t.Errorf("%s: tree\n%swant\n%s", tt.name, got, tt.tree)
		}
		if got := problems(d); got != tt.problems {
			t.Errorf("%s: problems %q, want %q", tt.name, got, tt.problems)
		}
		if !d.Valid() {
			t.Errorf("%s: not valid", tt.name)
		}
	}
}

func TestUnreadable(t *testing.T) {
	tests := []struct{ name, text, problems string }{
		{"empty", "", "empty 0-0"},
		{"white space", " \r\n\t", "empty 0-0"},
		{"byte order mark alone", bom, "bom 0-3, empty 3-3"},
		{"comment alone", "// {}\n", "empty 0-0"},
		{"20 MB of brackets", strings.Repeat("[", 20<<20), "large 0-0"},
		{"20 MB of objects", bom + strings.Repeat(`{"a":`, 4<<20), "bom 0-3, large 3-3"},
		{"4 MiB of brackets", strings.Repeat("[", MaxSize), "deep 1000-1001"},
		{"4 MiB of objects", strings.Repeat(`{"a":`, MaxSize/5), "deep 5000-5001"},
		{"deep after a comment with a quote", "// it\"s\n" + strings.Repeat("[", 2000), "deep 1008-1009"},
		{"a long string on a deep level", strings.Repeat("[", 900) + `"` + strings.Repeat("a", 1<<20) + `"`, "deep 900-901"},
		{"a long text on a deep level", strings.Repeat("[", 900) + strings.Repeat("1,", 1<<20), "deep 298711-298712"},
	}
	for _, tt := range tests {
		d := parse(tt.text)
		if got := problems(d); got != tt.problems || d.Root != nil || d.Valid() {
			t.Errorf("%s: problems %q, want %q; root %v, valid %v", tt.name, got, tt.problems, d.Root, d.Valid())
		}
	}
}

func TestDepth(t *testing.T) {
	for depth, valid := range map[int]bool{MaxDepth: true, MaxDepth + 1: false} {
		d := parse(strings.Repeat("[", depth) + strings.Repeat("]", depth))
		if d.Valid() != valid {
			t.Errorf("depth %d: valid %v, want %v", depth, d.Valid(), valid)
		}
	}
	if d := parse("[" + strings.Repeat("[],", 2*MaxDepth) + "1]"); !d.Valid() {
		t.Errorf("many brackets beside each other: %s", problems(d))
	}
	if d := parse(`["` + strings.Repeat("[", 5000) + `"]`); !d.Valid() {
		t.Errorf("brackets in a string: %s", problems(d))
	}
}

// TestPointersAreBounded holds that long keys above many members do not take
// memory that grows with the square of the file.
func TestPointersAreBounded(t *testing.T) {
	d := parse(`{"` + strings.Repeat("k", 1<<20) + `":[` + strings.Repeat("1,", 1<<20) + `1]}`)
	total, last := 0, d.Root.Children[0].Children
	for _, n := range last {
		total += len(n.Pointer)
	}
	if total > pointerBudget || last[0].Pointer == "" || last[1<<20].Pointer != "" {
		t.Errorf("%d bytes of pointers, the last %d", total, len(last[1<<20].Pointer))
	}
}
