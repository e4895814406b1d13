package lint_test

import (
	"bytes"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

// shape is how somebody writes JSON.
type shape struct {
	indent, newline        string // newline "" puts all on one line
	comments, comma, lists bool   // comments, trailing commas, lists on several lines
	bom                    bool
}

// write writes the members of a manifest and its list in a shape. listAt is
// the index of the list among the members, or -1 for none.
func (s shape) write(members, list []string, listAt int) string {
	items := slices.Clone(members)
	if listAt >= 0 {
		sub := s
		if !s.lists {
			sub.newline = ""
		}
		items = slices.Insert(items, listAt, `"requiredPrivateInfos": `+sub.brackets("[", "]", list, s.indent))
	}
	text := s.brackets("{", "}", items, "") + s.newline
	if s.bom {
		text = "\uFEFF" + text
	}
	return text
}

func (s shape) brackets(open, closing string, items []string, outer string) string {
	var b strings.Builder
	b.WriteString(open)
	for i, item := range items {
		if s.newline != "" {
			b.WriteString(s.newline + outer + s.indent)
		}
		b.WriteString(item)
		if i+1 < len(items) || s.comma {
			b.WriteString(",")
			if s.newline == "" && i+1 < len(items) {
				b.WriteString(" ")
			}
		}
		if s.comments && s.newline != "" {
			b.WriteString(" // 注释, \"" + item[1:3] + "\"")
		}
	}
	if s.newline != "" && len(items) > 0 {
		b.WriteString(s.newline + outer)
	}
	b.WriteString(closing)
	return b.String()
}

func shapes() []shape {
	var all []shape
	for _, newline := range []string{"", "\n", "\r\n"} {
		for _, indent := range []string{"  ", "    ", "\t"} {
			for i := range 16 {
				all = append(all, shape{indent, newline, i&1 > 0, i&2 > 0, i&4 > 0, i&8 > 0})
			}
		}
	}
	return all
}

var comment = regexp.MustCompile(`// [^\r\n]*`)

// TestFixShapes writes many manifests in every shape, fixes them and compares
// the values: the list holds what is used and was or could be named, a
// misspelt key is right, the first of two keys is gone, all else is as it was.
func TestFixShapes(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	dir := plant(t, "-- p.js --\nPage({ a() { wx.getLocation(); wx.chooseAddress() } })\n-- p.wxml --\n<view/>\n-- .mplint.json --\n{\"category\": 7}\n")
	used := []string{"getLocation", "chooseAddress"}
	for _, s := range shapes() {
		for range 4 {
			list := []string{"getLocation", "chooseAddress", "getLocaton", "getLocatoin", "choosePoi", "chooseLocation"}
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			list = list[:r.Intn(len(list)+1)]
			var quoted []string
			for _, name := range list {
				quoted = append(quoted, `"`+name+`"`)
			}
			members := []string{`"style": "v1"`, `"pages": ["p"]`, `"permission": {"scope.userlocation": {"desc": "附近的门店"}}`, `"style": "v2"`}
			text := s.write(members, quoted, r.Intn(len(members)+2)-1)
			put(t, dir, "app.json", text)
			fixed := fix(t, dir, lint.Options{})
			if len(fixed.Files) != 1 {
				t.Fatalf("%s\n%d files change", text, len(fixed.Files))
			}
			after := string(fixed.Files[0].After)
			d := manifest.Parse(&source.File{Data: []byte(after)})
			got := value(d.Root)
			infos := d.Root.Get("requiredPrivateInfos").Strings()
			slices.Sort(infos)
			if !slices.Equal(infos, slices.Sorted(slices.Values(used))) {
				t.Errorf("%s\nbecomes\n%s", text, after)
			}
			delete(got.(map[string]any), "requiredPrivateInfos")
			want := value(manifest.Parse(&source.File{Data: []byte("{" + strings.Replace(strings.Join(members[1:], ","), "userlocation", "userLocation", 1) + "}")}).Root)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s\nbecomes\n%s", text, after)
			}
			keepsShape(t, s, text, after)
		}
	}
}

// keepsShape checks what a person sees of a text: its comments, line ends,
// trailing commas and indentation.
func keepsShape(t *testing.T, s shape, before, after string) {
	t.Helper()
	bare := strings.ReplaceAll(after, "\r\n", "")
	switch {
	case !slices.Equal(comment.FindAllString(before, -1), comment.FindAllString(after, -1)):
		t.Errorf("%s\nbecomes\n%s\nwith other comments", before, after)
	case s.newline == "" && strings.Contains(after, "\n"), s.newline == "\r\n" && strings.Contains(bare, "\n"), s.newline == "\n" && strings.Contains(after, "\r"):
		t.Errorf("%s\nbecomes\n%s\nwith other line ends", before, after)
	case strings.HasPrefix(after, "\uFEFF"):
		t.Errorf("%s\nkeeps its mark", after)
	}
	for line := range strings.SplitSeq(after, "\n") {
		for strings.HasPrefix(line, s.indent) {
			line = line[len(s.indent):]
		}
		if line != strings.TrimLeft(line, " \t") {
			t.Errorf("%s\nbecomes\n%s\nwith the indent of %q", before, after, line)
		}
	}
}

// value is what JavaScript reads from a node.
func value(n *manifest.Node) any {
	switch n.Kind {
	case manifest.Object:
		m := map[string]any{}
		for _, child := range n.Children {
			m[child.Key] = value(child)
		}
		return m
	case manifest.Array:
		list := []any{}
		for _, child := range n.Children {
			list = append(list, value(child))
		}
		return list
	}
	return n.Text
}

// TestFixExamples: the fixes of the example programs change no more than a few
// lines of what is there, and what they leave can be read.
func TestFixExamples(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../examples")); err != nil {
		t.Fatal(err)
	}
	manifests := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "app.json" && d.Name() != "game.json" {
			return err
		}
		manifests++
		for _, f := range fix(t, filepath.Dir(path), lint.Options{}).Files {
			if changed := changedLines(f.Before, f.After); changed > 4 {
				t.Errorf("%s: %d lines change", path, changed)
			}
			if filepath.Ext(f.Path) == ".json" && !manifest.Parse(&source.File{Data: f.After}).Valid() {
				t.Errorf("%s: %s", path, f.After)
			}
		}
		return nil
	})
	if err != nil || manifests < 8 {
		t.Errorf("%d manifests, %v", manifests, err)
	}
}

// changedLines counts the lines of a text that are not in another.
func changedLines(before, after []byte) (n int) {
	lines := bytes.Split(after, []byte("\n"))
	for _, line := range bytes.Split(before, []byte("\n")) {
		if !slices.ContainsFunc(lines, func(l []byte) bool { return bytes.Equal(l, line) }) {
			n++
		}
	}
	return n
}
