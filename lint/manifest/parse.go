package manifest

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/tidwall/gjson"
	"github.com/tidwall/jsonc"

	"github.com/mplint/mplint/lint/source"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 4 << 20

// MaxDepth is the deepest nesting of objects and arrays that is read. Beyond
// it the recursive parsers below could exhaust the stack.
const MaxDepth = 1000

// maxWork bounds the sum of the nesting depths of all bytes. gjson reads a
// value again at each level, so this sum is what the walk costs.
const maxWork = 256 << 20

// Parse reads a file as JSON with comments and trailing commas. It never
// fails: what is wrong with the text is in Problems, ordered by offset and then
// by kind. All ranges are offsets into f.Data and lie inside it.
func Parse(f *source.File) *Document {
	d := &Document{File: f}
	start := source.SkipBOM(f.Data)
	top := source.Range{Start: start, End: start}
	if start > 0 {
		d.report(Problem{Kind: BOM, Range: source.Range{End: start}})
	}
	if len(f.Data) > MaxSize {
		d.report(Problem{Kind: TooLarge, Range: top})
		return d
	}
	d.checkUTF8(start)
	s := look(f.Data, start)
	switch {
	case s.deep >= 0:
		d.report(Problem{Kind: TooDeep, Range: source.Range{Start: s.deep, End: s.deep + 1}})
	case s.empty && s.comment == (source.Range{}):
		d.report(Problem{Kind: Empty, Range: top})
	default:
		d.read(s, start)
	}
	slices.SortStableFunc(d.Problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(a.Kind, b.Kind))
	})
	return d
}

// read builds the tree of a text that is neither too large nor too deep.
func (d *Document) read(s survey, start int) {
	text := d.File.Data
	limit := len(text)
	if !gjson.ValidBytes(text[start:]) {
		text = jsonc.ToJSON(text)
		if s.lone >= 0 {
			text[s.lone] = ','
		}
		if fault := findFault(text, start, s.empty); fault != nil {
			d.report(*fault)
			limit = fault.Range.Start
		}
		d.reportLoose(s, limit)
	}
	if s.empty {
		return
	}
	w := walker{doc: d, text: string(text), limit: limit, pointers: pointerBudget}
	d.Root = w.root(start)
}

// findFault returns the first syntax error of a text without comments, or nil.
func findFault(text []byte, start int, empty bool) *Problem {
	if gjson.ValidBytes(text[start:]) {
		return nil
	}
	p := strict{text: text, pos: start}
	switch p.document(); {
	case p.fault != nil:
		return p.fault
	case empty:
		return &Problem{Kind: Empty, Range: source.Range{Start: start, End: start}}
	}
	// Only reached if gjson were stricter than this package.
	return &Problem{Kind: Invalid, Range: source.Range{Start: start, End: start}, Text: CodeUnexpectedToken + ": not JSON"}
}

// reportLoose reports what strict JSON does not have, as far as the text
// before a syntax error goes: later finds may lie in what was a string.
func (d *Document) reportLoose(s survey, limit int) {
	if s.comment.End > 0 && s.comment.Start < limit {
		d.report(Problem{Kind: Comment, Range: s.comment})
	}
	if s.comma.End > 0 && s.comma.Start < limit {
		d.report(Problem{Kind: TrailingComma, Range: s.comma})
	}
}

// checkUTF8 reports the first byte that is not UTF-8.
func (d *Document) checkUTF8(start int) {
	data := d.File.Data
	if utf8.Valid(data) {
		return
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			text := ""
			if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
				text = "utf-16"
			}
			d.report(Problem{Kind: NotUTF8, Range: source.Range{Start: i, End: i + 1}, Text: text})
			return
		}
		i += size
	}
}

func (d *Document) report(p Problem) { d.Problems = append(d.Problems, p) }

// Valid reports whether the tree can be relied on. Comments, trailing commas,
// a byte order mark, duplicate keys and odd bytes in strings leave a valid one.
func (d *Document) Valid() bool {
	if d == nil || d.Root == nil {
		return false
	}
	return !slices.ContainsFunc(d.Problems, func(p Problem) bool {
		return p.Kind == Invalid || p.Kind == TooDeep || p.Kind == TooLarge || p.Kind == Empty
	})
}
