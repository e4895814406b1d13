package scan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

func TestJSXElements(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"string", `x = <Button openType="getPhoneNumber">a</Button>`, "Button openType=getPhoneNumber@12-37 4-38"},
		{"expression", `x = <Map showLocation={on} />`, "Map showLocation={on}@9-26/ 4-29"},
		{"comments around an expression", `x = <Map showLocation={/* a */ on && off // b` + "\n} />", "Map showLocation={on && off}@9-47/ 4-50"},
		{"nothing but a comment", `x = <Map a={/* b */}/>`, "Map a={/* b */}@9-20/ 4-22"},
		{"bare", `x = <Map showLocation/>`, "Map showLocation@9-21/ 4-23"},
		{"spread and nested", `x = <A {...p} b='c'><D e={<F g="h"/>}/></A>`, "A b=c@14-19 4-20, D e={<F g=\"h\"/>}@23-37/ 20-39, F g=h@29-34/ 26-36"},
		{"Chinese before it", `x = <A>地图<Camera/></A>`, "A 4-7, Camera/ 13-22"},
		{"half typed", "x = <A b=\n<C/>", "A b=@7-8 4-9, C/ 10-14"},
		{"none", `x = a < b > c`, ""},
	} {
		s := lexed(tt.src, Dialect{JSX: true})
		var got []string
		s.JSXElements(TemplateVisitor{Element: func(e *Element) {
			text := tt.src[e.Name.Start:e.Name.End]
			for _, a := range e.Attributes {
				value := tt.src[a.Value.Start:a.Value.End]
				switch text += " " + tt.src[a.Name.Start:a.Name.End]; {
				case a.Bound:
					text += "={" + value + "}"
				case a.HasValue:
					text += "=" + value
				}
				text += fmt.Sprintf("@%d-%d", a.Full.Start, a.Full.End)
			}
			if e.SelfClosing {
				text += "/"
			}
			text += fmt.Sprintf(" %d-%d", e.Open.Start, e.Open.End)
			got = append(got, text)
		}})
		if have := strings.Join(got, ", "); have != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, have, tt.want)
		}
	}
}

func TestJSXText(t *testing.T) {
	s := lexed("x = <A>姓名 <B/>\n {on && <i>必填</i>}</A>", Dialect{JSX: true})
	var got []string
	s.JSXElements(TemplateVisitor{
		Element: func(e *Element) { got = append(got, string(s.Data[e.Name.Start:e.Name.End])) },
		Text:    func(r source.Range) { got = append(got, string(s.Data[r.Start:r.End])) },
	})
	if have, want := strings.Join(got, "|"), "A|姓名 |B|i|必填"; have != want {
		t.Errorf("have %q, want %q", have, want)
	}
}
