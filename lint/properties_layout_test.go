package lint_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/scan"
)

// propertyLineEnds: lines, columns and fingerprints stay when every line ends
// in CRLF.
func propertyLineEnds(t *testing.T, all []program) {
	exactly := func(f *rule.Finding) string { return inPlace(f) + " " + f.Fingerprint }
	found := 0
	for _, p := range all {
		before := count(p.lint(t, lint.Options{}, nil), exactly)
		found += len(before)
		differ(t, p, before, count(p.lint(t, lint.Options{}, func(_, text string) string {
			return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}), exactly))
	}
	enough(t, found)
}

// propertyIndentation: what a finding says and the pointer to it stay when
// JSON is indented anew.
func propertyIndentation(t *testing.T, all []program) {
	found := 0
	for _, p := range all {
		before := count(p.lint(t, lint.Options{}, nil), inWords)
		found += len(before)
		for _, indent := range []string{"", "\t", "       "} {
			differ(t, p, before, count(p.lint(t, lint.Options{}, func(name, text string) string {
				var out bytes.Buffer
				if filepath.Ext(name) != ".json" || json.Indent(&out, []byte(text), "", indent) != nil {
					return text
				}
				return out.String()
			}), inWords))
		}
	}
	enough(t, found)
}

// comments are put into scripts; the second looks like code and ends no line.
var comments = []string{" /* 备注 */ ", " /* wx.startRecord({ fail() { ' \" ` ( <view> ) } }) // */ ", "\n// 备注 wx.getUserProfile()\n"}

// propertyComments: a comment anywhere in a script or template, outside of
// a suppression, changes nothing but places.
func propertyComments(t *testing.T, all []program) {
	r := rand.New(rand.NewPCG(6, 8))
	found, put := 0, 0
	for _, p := range all {
		before := count(p.lint(t, lint.Options{}, nil), inWords)
		found += len(before)
		for range 4 {
			changed := map[string]string{}
			after := count(p.lint(t, lint.Options{}, func(name, text string) string {
				out := commented(r, name, text)
				if out != text {
					changed[name] = out
				}
				return out
			}), inWords)
			put += len(changed)
			differ(t, p, before, after)
			if t.Failed() {
				t.Fatalf("with comments: %q", changed)
			}
		}
	}
	enough(t, found)
	if put < 1000 {
		t.Errorf("only %d files with a comment", put)
	}
}

// commented puts one comment somewhere into a text.
func commented(r *rand.Rand, name, text string) string {
	if strings.Contains(text, "mplint-ignore") {
		return text
	}
	switch filepath.Ext(name) {
	case ".js", ".ts", ".jsx", ".tsx", ".mjs":
		comment := comments[r.IntN(len(comments))]
		if gaps := gapsOf(text, filepath.Ext(name), strings.HasPrefix(comment, "\n")); len(gaps) > 0 {
			at := gaps[r.IntN(len(gaps))]
			return text[:at] + comment + text[at:]
		}
	case ".wxml", ".axml":
		if gaps := elementsOf(text); len(gaps) > 0 {
			at := gaps[r.IntN(len(gaps))]
			return text[:at] + "<!-- <camera/> {{ ' -->" + text[at:]
		}
	}
	return text
}

// gapsOf returns the offsets between the tokens of a script at which a comment
// can stand: with JSX, whose text takes none, behind what begins a value or ends
// a statement; for a comment that ends a line, only where a line ends already.
func gapsOf(text, ext string, line bool) (gaps []int) {
	s := &scan.Script{}
	s.Lex([]byte(text), 0, len(text), scan.Dialect{JSX: ext != ".ts", TypeScript: strings.HasPrefix(ext, ".t")})
	if s.Incomplete {
		return nil // what a comment holds would close what is open
	}
	jsx := slices.ContainsFunc(s.Tokens, func(t scan.Token) bool { return t.Kind == scan.JSXStart })
	for i := range s.Tokens[:max(0, len(s.Tokens)-1)] {
		t, next := s.Tokens[i], s.Tokens[i+1]
		inTemplate := next.Start == t.End && (next.Kind == scan.TemplatePart || t.Kind == scan.TemplatePart)
		safe := strings.Contains(";{(,[", text[t.Start:t.End]) || !jsx
		if safe && !inTemplate && (!line || next.NewLine) {
			gaps = append(gaps, int(t.End))
		}
	}
	return gaps
}

// elementsOf returns the offsets at which an element opens.
func elementsOf(text string) (gaps []int) {
	scan.Elements([]byte(text), 0, len(text), scan.TemplateVisitor{Element: func(e *scan.Element) { gaps = append(gaps, e.Open.Start) }})
	return gaps
}

// enough fails where a property was held against next to nothing.
func enough(t *testing.T, found int) {
	t.Helper()
	if found < 800 {
		t.Errorf("only %d findings", found)
	}
}
