package scan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// seen writes what a template holds, one thing after the other: elements as
// "<name range attributes>", where an attribute is "name=value@value-range".
func seen(data []byte, start, end int) (out string, incomplete bool) {
	var list []string
	text := func(r source.Range) string { return string(data[r.Start:r.End]) }
	span := func(kind string) func(source.Range) {
		return func(r source.Range) { list = append(list, fmt.Sprintf("%s %d-%d", kind, r.Start, r.End)) }
	}
	incomplete = Elements(data, start, end, TemplateVisitor{
		Element: func(e *Element) {
			s := fmt.Sprintf("<%s %d-%d", text(e.Name), e.Open.Start, e.Open.End)
			for _, a := range e.Attributes {
				s += " " + text(a.Name)
				if a.HasValue {
					s += fmt.Sprintf("=%s@%d-%d", text(a.Value), a.Value.Start, a.Value.End)
				}
			}
			if e.SelfClosing {
				s += "/"
			}
			list = append(list, s+">")
		},
		Close:    func(r source.Range) { list = append(list, "</"+text(r)+">") },
		Comment:  span("comment"),
		Text:     span("text"),
		Mustache: span("mustache"),
		Script:   func(r source.Range, name []byte) { span(string(name))(r) },
	})
	return strings.Join(list, " "), incomplete
}

func TestElements(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"attributes", `<button open-type="getPhoneNumber" bindTap='go' disabled size=mini/>`,
			"<button 0-68 open-type=getPhoneNumber@19-33 bindTap=go@44-46 disabled size=mini@62-66/>"},
		{"blanks and lines", "<a\r\n\tb = \"c\"\r\n  d\n>\n</a >", "<a 0-19 b=c@10-11 d> </a>"},
		{"Chinese", `<text title="说明">授权</text>`, "<text 0-21 title=说明@13-19> text 21-27 </text>"},
		{"names at the ends of the alphabet", `<z/><A/><Z/>`, "<z 0-4/> <A 4-8/> <Z 8-12/>"},
		{"names keep their case", `<Button openType="a"/><MyView :a.b="c" @d="e"/>`,
			"<Button 0-22 openType=a@18-19/> <MyView 22-47 :a.b=c@36-37 @d=e@43-44/>"},
		{"empty values", `<a b="" c= d=''/>`, "<a 0-17 b=@6-6 c=@10-10 d=@14-14/>"},
		{"equals sign in a bare value", `<a b=c=d e/><a b= =c/>`, "<a 0-12 b=c=d@5-8 e/> <a 12-22 b==c@18-20/>"},
		{"value behind a blank", `<a b= c>`, "<a 0-8 b=c@6-7>"},
		{"slash in a value", `<a src=/x/y.png /><a src=/b/>`, "<a 0-18 src=/x/y.png@7-15/> <a 18-29 src=/b@25-27/>"},

		{"comparison in text", `{{a<b}}<c/>{{d <e> f}}`, "mustache 2-5 text 0-7 <c 7-11/> mustache 13-20 text 11-22"},
		{"comparison in a value", `<a b="{{ c > d ? "x" : 'y' }}" e/>`, `<a 0-34 b={{ c > d ? "x" : 'y' }}@6-29 e/> mustache 8-27`},
		{"both quotes", `<button open-type="{{a ? "b" : 'c'}}">`, `<button 0-38 open-type={{a ? "b" : 'c'}}@19-36> mustache 21-34`},
		{"several mustaches", `<a b="x{{c}}-{{d}}"/>`, "<a 0-21 b=x{{c}}-{{d}}@6-18/> mustache 9-10 mustache 15-16"},
		{"object without a blank in a mustache", `<a b="{{{c: 1}}}"/>`, "<a 0-19 b={{{c: 1}}}@6-16/> mustache 8-14"},
		{"object in a mustache", `<a b="{{ {c: {d: 1}}}}" e/>`, "<a 0-27 b={{ {c: {d: 1}}}}@6-22 e/> mustache 8-20"},
		{"brackets in a string", `<a b="{{ '}}' + "{{" }}" c/>{{ '}}<d>' }}`,
			`<a 0-28 b={{ '}}' + "{{" }}@6-23 c/> mustache 8-21 mustache 30-39 text 28-41`},
		{"escape in a string", `<a b="{{ 'it\'s }}' }}" c/>`, `<a 0-27 b={{ 'it\'s }}' }}@6-22 c/> mustache 8-20`},
		{"bare mustache", `<a wx:if={{ b > 1 }} c/>`, "<a 0-24 wx:if={{ b > 1 }}@9-20 c/> mustache 11-18"},
		{"bare mustache behind a blank", `<a b= {{ c == 1 }} d/>`, "<a 0-22 b={{ c == 1 }}@6-18 d/> mustache 8-16"},
		{"mustache for a name", `<a {{b > c}} d/>`, "<a 0-16 {{b > c}} d/> mustache 5-10"},
		{"lines in a mustache", "<a b=\"{{ c ?\n  'd' :\n  < e }}\" f/>", "<a 0-34 b={{ c ?\n  'd' :\n  < e }}@6-29 f/> mustache 8-27"},
		{"lines in a value", "<a b=\"c;\n\n  d\" e/>", "<a 0-18 b=c;\n\n  d@6-13 e/>"},

		{"comment", "<!-- <a b='c'> --><d/><!---->", "comment 0-18 <d 18-22/> comment 22-29"},
		{"quote in a comment", `<!-- it's {{ --><d e="f"/>`, "comment 0-16 <d 16-26 e=f@22-23/>"},
		{"declarations", "<?xml version='1.0'?><!DOCTYPE html><a/>", "<a 36-40/>"},
		{"textarea is markup", "<textarea><button/></textarea><title><a/></title>",
			"<textarea 0-10> <button 10-19/> </textarea> <title 30-37> <a 37-41/> </title>"},
		{"lone angle brackets", "a < b <= c > d <3 </ e <", "text 0-24"},

		{"script", `<wxs module="m">var a = '</view><b>' // <!--</wxs><c/>`,
			"<wxs 0-16 module=m@13-14> wxs 16-44 </wxs> <c 50-54/>"},
		{"script of its own file", `<wxs src="a" /><b/><import-sjs from="a"/><b/>`,
			"<wxs 0-15 src=a@10-11/> <b 15-19/> <import-sjs 19-41 from=a@37-38/> <b 41-45/>"},
		{"single-file component", "<script lang=\"ts\">\na<b\n</script>\n<style>a > b {}</style>",
			"<script 0-18 lang=ts@14-16> script 18-23 </script> <style 33-40> </style>"},
		{"a longer name does not close", "<sjs></sjs-x></sjs>", "<sjs 0-5> sjs 5-13 </sjs>"},
		{"a name with a digit does not close", "<sjs></sjs0></sjs9></sjs>", "<sjs 0-5> sjs 5-19 </sjs>"},
	}
	for _, tt := range tests {
		got, incomplete := seen([]byte(tt.text), 0, len(tt.text))
		if got != tt.want || incomplete {
			t.Errorf("%s: incomplete %v\n%s\nwant\n%s", tt.name, incomplete, got, tt.want)
		}
	}
}

// TestDamage holds that half-typed code hides nothing on the lines around it.
func TestDamage(t *testing.T) {
	tests := []struct {
		name, text, want string
		incomplete       bool
	}{
		{"tag before a tag", "<view\n<text a/>", "<view 0-6> <text 6-15 a/>", false},
		{"attribute before a tag", "<view b=\n<text a/>", "<view 0-9 b=@9-9> <text 9-18 a/>", false},
		{"closing tag", "<a></a\n<b/>", "<a 0-3> </a> <b 7-11/>", false},
		{"tag at the end", "<a/><view b", "<a 0-4/> <view 4-11 b>", true},
		{"name at the end", "<a/><v", "<a 0-4/> <v 4-6>", true},
		{"equals sign at the end", "<a b=", "<a 0-5 b=@5-5>", true},
		{"value before a line", "<input type= bindinput=\"x\"/>", "<input 0-28 type=@12-12 bindinput=x@24-25/>", false},
		{"quote closed by nothing", "<a b=\"c/>d</a>\n  <e f='g'/>", "<a 0-9 b=c@6-7/> text 9-10 </a> <e 17-27 f=g@23-24/>", true},
		{"quote closed further down", "<a b=\"c>\n<e f=\"g\"/>\n", "<a 0-8 b=c@6-7> <e 9-19 f=g@15-16/>", true},
		{"quote at the end of a line", "<a b=\"c\n  d=\"e\"\n<f/>", "<a 0-16 b=c\n  d=@6-12 e> <f 16-20/>", false},
		{"quote at the end", `<a b="`, "<a 0-6 b=@6-6>", true},
		{"stray quote", `<a b="c"" d="e"/>`, "<a 0-17 b=c@6-7 d=e@13-14/>", false},
		{"value without a name", `<a ="b > c" d/>`, "<a 0-15 =b > c@5-10 d/>", false},

		{"mustache in a value", `<a b="{{c" d="{{e}}"/>`, "<a 0-22 b={{c@6-9 d={{e}}@14-19/> mustache 16-17", false},
		{"mustache and quote", "<a b=\"{{c>\n <d e=\"f\"/>", "<a 0-10 b={{c@6-9> <d 12-22 e=f@18-19/>", true},
		{"string in a mustache", `<a b="{{c ? 'd : e}}" f='g'/>`, "<a 0-29 b={{c ? 'd : e}}@6-20 f=g@25-26/> mustache 8-18", false},
		{"bracket in a mustache", `<a b="{{ {c }}" d="{{e}}"/>`, "<a 0-27 b={{ {c }}@6-14 d={{e}}@19-24/> mustache 8-12 mustache 21-22", false},
		{"mustache in text", "{{a <b c='{{d}}'/>\n<e/>", "text 0-4 <b 4-18 c={{d}}@10-15/> mustache 12-13 <e 19-23/>", false},
		{"mustache before the line of a tag", "{{a\n<b/>}}", "text 0-4 <b 4-8/> text 8-10", false},
		{"mustache before a blank line", "{{a <b/>\n \n}} <c/>", "text 0-4 <b 4-8/> text 8-14 <c 14-18/>", false},
		{"apostrophe in text", "{{a}}it's<b/>{{c}}it's", "mustache 2-3 text 0-9 <b 9-13/> mustache 15-16 text 13-22", false},
		{"mustache at the end", "<a b={{c d/>", "<a 0-12 b={{c@5-8 d/>", false},

		{"comment", "<a/><!-- b\n<c/>\n<!-- d", "<a 0-4/> comment 4-10 <c 11-15/> comment 16-22", true},
		{"comment in the last line", "<!-- <a>", "comment 0-8", true},
		{"wxs without a slash", "<wxs src='a'>\n<b/>\n<wxs src='c'>", "<wxs 0-13 src=a@10-11> <b 14-18/> <wxs 19-32 src=c@29-30>", true},
		{"script without an end", "<script>a<b\n", "<script 0-8> script 8-12", true},
		{"style without an end", "<style>\n<b/>", "<style 0-7> <b 8-12/>", true},
	}
	for _, tt := range tests {
		got, incomplete := seen([]byte(tt.text), 0, len(tt.text))
		if got != tt.want || incomplete != tt.incomplete {
			t.Errorf("%s: incomplete %v\n%s\nwant\n%s", tt.name, incomplete, got, tt.want)
		}
	}
}

func TestElementsOfAPart(t *testing.T) {
	text := `<x><a b="c"/>{{d}}<y>`
	if got, _ := seen([]byte(text), 3, 18); got != "<a 3-13 b=c@9-10/> mustache 15-16 text 13-18" {
		t.Error(got)
	}
	if got, incomplete := seen([]byte(text), 3, 9); got != "<a 3-9 b=@9-9>" || !incomplete {
		t.Error(got)
	}
}

func TestAttribute(t *testing.T) {
	text := `<a b = "c" d=e f/>`
	Elements([]byte(text), 0, len(text), TemplateVisitor{Element: func(e *Element) {
		want := []Attribute{
			{Name: source.Range{Start: 3, End: 4}, Value: source.Range{Start: 8, End: 9}, Quoted: true, HasValue: true, Full: source.Range{Start: 3, End: 10}},
			{Name: source.Range{Start: 11, End: 12}, Value: source.Range{Start: 13, End: 14}, HasValue: true, Full: source.Range{Start: 11, End: 14}},
			{Name: source.Range{Start: 15, End: 16}, Value: source.Range{Start: 16, End: 16}, Full: source.Range{Start: 15, End: 16}},
		}
		if len(e.Attributes) != len(want) {
			t.Fatalf("%+v", e.Attributes)
		}
		for i := range want {
			if e.Attributes[i] != want[i] {
				t.Errorf("%+v, want %+v", e.Attributes[i], want[i])
			}
		}
	}})
}

func TestSameAttr(t *testing.T) {
	for name, same := range map[string]bool{
		"open-type": true, "openType": true, "OPEN-TYPE": true, "OpenType": true, "open-Type": true,
		"opentype": false, "open_type": false, ":open-type": false, "open-types": false, "open-typ": false, "open-": false, "": false, "-open-type": false,
	} {
		if SameAttr([]byte(name), "open-type") != same {
			t.Errorf("%s: not %v", name, same)
		}
	}
	if !SameAttr([]byte("showLocation"), "show-location") || !SameAttr([]byte("Type"), "type") || SameAttr([]byte("typeX"), "type") {
		t.Error("showLocation, Type, typeX")
	}
	if !SameAttr([]byte("pointA"), "point-a") || !SameAttr([]byte("pointZ"), "point-z") {
		t.Error("pointA, pointZ")
	}
}
