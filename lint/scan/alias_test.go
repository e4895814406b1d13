package scan

import (
	"fmt"
	"strings"
	"testing"
)

// TestAliases gives each alias as name, or name<-member for a member, and the
// offsets where the object is passed on as @offset.
func TestAliases(t *testing.T) {
	tests := []struct{ src, want string }{
		{"const api = wx", "api"},
		{"const api = wx; api.x()", "api"},
		{"let api; api = wx", "api"},
		{"const api: Wechat = wx", "api"},
		{"function f(api = wx) {}", "api"},
		{"const { a, b: c, d = 1 } = wx", "a<-a c<-b d<-d"},
		{"const {} = wx", ""},
		{"let api = wx; api = other", "@10"},
		{"this.api = wx", "@11"},
		{"promisifyAll(wx, wxp)", "@13"},
		{"f(1, wx)", "@5"},
		{"f(g(wx))", "@4"},
		{"wx[k].call(wx, 1)", ""},
		{"call(wx)", "@5"},
		{"return wx", "@7"},
		{"() => wx", "@6"},
		{"if (wx) {}", ""},
		{"while (wx) {}", ""},
		{"function (wx) {}", ""},
		{"function f(a, wx) {}", ""},
		{"wx.x()", ""},
		{"a.wx", ""},
		{"x = wx.y", ""},
		{"x = wx['y']", ""},
		{"x = wx && 1", ""},
		{"typeof wx === 'object'", ""},
		{"{ wx: 1 }", ""},
		{"// const api = wx", ""},
		{"'const api = wx'", ""},
	}
	for _, tt := range tests {
		var s Script
		s.Lex([]byte(tt.src), 0, len(tt.src), Dialect{TypeScript: true})
		aliases, passed := s.Aliases("wx")
		var got []string
		for _, a := range aliases {
			if a.Member.End > 0 {
				got = append(got, a.Name+"<-"+tt.src[a.Member.Start:a.Member.End])
			} else {
				got = append(got, a.Name)
			}
		}
		for _, i := range passed {
			got = append(got, fmt.Sprintf("@%d", s.Tokens[i].Start))
		}
		if joined := strings.Join(got, " "); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.src, joined, tt.want)
		}
	}
}

func TestUses(t *testing.T) {
	tests := []struct{ src, want string }{
		{"loc()", "0"},
		{"loc?.({})", "0"},
		{"await loc({})", "6"},
		{"a.loc()", ""},
		{"a?.loc()", ""},
		{"function loc() {}", ""},
		{"x = { loc() {} }", ""},
		{"class A { loc() { loc() } }", "18"},
		{"loc", ""},
	}
	for _, tt := range tests {
		var s Script
		s.Lex([]byte(tt.src), 0, len(tt.src), Dialect{})
		var got []string
		s.Uses("loc", func(at, paren int) {
			got = append(got, fmt.Sprint(s.Tokens[at].Start))
			if !s.Is(paren, "(") {
				t.Errorf("%s: no parenthesis", tt.src)
			}
		})
		if joined := strings.Join(got, " "); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.src, joined, tt.want)
		}
	}
}
