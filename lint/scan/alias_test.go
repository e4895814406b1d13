package scan

import (
	"fmt"
	"strings"
	"testing"
)

// TestAliases gives each alias as name, or name<-member for a member, what
// holds a promisified object as +name and +owner.name, and the offsets where
// the object is passed on as @offset.
func TestAliases(t *testing.T) {
	tests := []struct{ src, want string }{
		{"const api = wx", "api"},
		{"const api = wx; api.x()", "api"},
		{"let api; api = wx", "api"},
		{"const api: Wechat = wx", "api"},
		{"const api: Wechat.Api = wx", "api"},
		{"function f(api = wx) {}", "api api"},
		{"const { a, b: c, d = 1 } = wx", "a<-a c<-b d<-d"},
		{"const { 'a': b } = wx", "b<-a"},
		{"const { a: { b } } = wx", ""},
		{"f(() => { const { a } = wx }); const { a, b } = wx", "a<-a a<-a b<-b"},
		{"const {} = wx", ""},
		{"var api = globalThis.wx", "api"},
		{"const { a } = (window as any).wx", "a<-a"},
		{"const api = other.wx", ""},
		{"const api = (wx as any)", "api"},
		{"const { a } = ((wx as any) as Wx)", "a<-a"},
		{"const api = (wx as any).x", ""},
		{"const api = (wx) => 1", ""},
		{"const api = (wx as any) || {}", "api"},
		{"f(window.wx)", ""},
		{"let api = wx; api = other", "@10"},
		{"{ let api = wx; api = other }", "@12"},
		{"let api = wx; api = null", "api"},
		{"let api = wx; o.api = other", "api"},
		{"const api = wx; { let api = 2 }", "api"},
		{"f(() => { let a = wx }); f(() => { let a = other })", "a"},
		{"this.api = wx", "+this.api"},
		{"getApp().globalData.api = wx", "+getApp().globalData.api"},
		{"module.exports = wx; exports.api = wx", ""},
		{"promisifyAll(wx, wxp)", "+wxp"},
		{"const wxp = {}; tool.promisifyAll(wx, wxp)", "+wxp"},
		{"const wxp = promisifyAll(wx)", "+wxp"},
		{"promisifyAll(wx, wx.p)", "+wx.p"},
		{"const wxp = wx.p = {}; promisifyAll(wx, wxp)", "+wxp +wx.p"},
		{"promisifyAll(wx, wxp); a.wxp = b.p = {}", "+wxp"},
		{"const wxp = p = {}; promisifyAll(wx, wxp)", "+wxp"},
		{"wx.p = wxp = {}; promisifyAll(wx, wxp)", "+wxp +wx.p"},
		{"a.b; wxp = {}; promisifyAll(wx, wxp)", "+wxp"},
		{"const wxp = promisifyAll<Wx>(wx)", "+wxp"},
		{"promisifyAll(wx)", "@13"},
		{"this.api = wx; promisifyAll(wx)", "+this.api @28"},
		{"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.api = wx", "+b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.api"},
		{"export default promisifyAll(wx)", ""},
		{"App({ wxp: wx })", "+getApp().wxp"},
		{"App({ globalData: { wx } })", "+getApp().globalData.wx"},
		{"App({ wx, a })", "+getApp().wx"},
		{"f({ api: wx })", "@9"},
		{"import { wx } from 'x'; export { wx }", ""},
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
		{"const api = test ? wx : my", "api"},
		{"const api = test ? my : wx", "api"},
		{"const api = a ? my : b.c(d) ? wx : {}", "api"},
		{"const api: Api = typeof my === 'undefined' ? wx : my", "api"},
		{"const api = my || wx", "api"},
		{"const api = window && wx", "api"},
		{"this.api = test ? wx : my", "+this.api"},
		{"const o = { api: test ? wx : my }", "@24"},
		{"f(test ? wx : my)", "@9"},
		{"return test ? wx : my", "@14"},
		{"if (test ? wx : my) {}", ""},
		{"if (my || wx) {}", ""},
		{"x = f(my || wx)", ""},
		{"x = test ? wx.a : 1", ""},
		{"x = 1; test ? wx : my", ""},
		{"switch (x) { case wx: break }", ""},
		{"const o = { api: wx }", "@17"},
		{"const o = { wx }", "@12"},
		{"typeof wx === 'object'", ""},
		{"{ wx: 1 }", ""},
		{"// const api = wx", ""},
		{"'const api = wx'", ""},
	}
	for _, tt := range tests {
		var s Script
		s.Lex([]byte(tt.src), 0, len(tt.src), Dialect{TypeScript: true})
		a := s.Aliases("wx", WholeScript, func(int) bool { return true })
		var got []string
		for _, n := range a.Names {
			if n.Member.End > 0 {
				got = append(got, n.Name+"<-"+tt.src[n.Member.Start:n.Member.End])
			} else {
				got = append(got, n.Name)
			}
		}
		for _, p := range a.Promisified {
			got = append(got, "+"+p.Name)
		}
		for _, p := range a.Properties {
			got = append(got, "+"+p.Owner+"."+p.Name)
		}
		for _, i := range a.Passed {
			got = append(got, fmt.Sprintf("@%d", s.Tokens[i].Start))
		}
		if joined := strings.Join(got, " "); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.src, joined, tt.want)
		}
	}
}

// TestAliasScopes gives the text that each alias holds in.
func TestAliasScopes(t *testing.T) {
	tests := []struct{ src, want string }{
		{"const a = wx", "all"},
		{"let a; f(); a = wx", "all"},
		{"f(() => { const a = wx; a.x() }); a.x()", "{ const a = wx; a.x() }"},
		{"function f() { if (1) { let a = wx } }", "{ let a = wx }"},
		{"function f() { if (1) { var a = wx } }", "{ if (1) { var a = wx } }"},
		{"function f(a = wx) { a.x() }", "(a = wx) | { a.x() }"},
		{"const o = { f(b, a = wx): void { a.x() } }", "(b, a = wx) | { a.x() }"},
		{"[(a = wx) => a.x()]; a.x()", "(a = wx) | [(a = wx) => a.x()]"},
		{"function f({ x: a } = wx) { a() }", "({ x: a } = wx) | { a() }"},
		{"{ const { api = wx, b } = o }", "{ const { api = wx, b } = o }"},
		{"function f({ b, api = wx }) {}", "({ b, api = wx }) | {}"},
		{"function f(a) { a = wx }", "{ a = wx }"},
		{"function f({ a }) { a = wx }", "{ a = wx }"},
		{"function f({ b: a }) { a = wx }", "{ a = wx }"},
		{"function f(a) { g(() => { a = wx }) }", "{ g(() => { a = wx }) }"},
		{"f((a) => { a = wx })", "{ a = wx }"},
		{"f(() => { if (1) { var a = wx } })", "{ if (1) { var a = wx } }"},
		{"function f() { let { a } = o; g(() => { a = wx }) }", "{ let { a } = o; g(() => { a = wx }) }"},
		{"function f() { try {} catch (e) { var a = wx } }", "{ try {} catch (e) { var a = wx } }"},
		{"function f() { let b,\n a; a = wx }", "{ let b,\n a; a = wx }"},
		{"function f() { let b = 1\n, a; a = wx }", "{ let b = 1\n, a; a = wx }"},
		{"function f() { let b = 1\nc, a = wx }", "all"},
		{"f(() => { let b }); f(() => { c, a = wx })", "all"},
		{strings.Repeat("{", 63) + "{ let a = wx }", "{ let a = wx }"},
		{strings.Repeat("{", 64) + "{ let a = wx }", "all"},
		{"call(a = wx)", "all"},
		{"if (a = wx) {}", "all"},
	}
	for _, tt := range tests {
		var s Script
		s.Lex([]byte(tt.src), 0, len(tt.src), Dialect{TypeScript: true})
		var got []string
		for _, a := range s.Aliases("wx", WholeScript, func(int) bool { return true }).Names {
			if a.Scope == WholeScript {
				got = append(got, "all")
				continue
			}
			r := s.Range(a.Scope, s.closing(a.Scope))
			got = append(got, tt.src[r.Start:r.End])
		}
		if joined := strings.Join(got, " | "); joined != tt.want {
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
		{"a = loc; b = loc\nc = { run: loc, loc }; () => loc", "4 13 28 46"},
		{"const { a: loc } = x; ({ a: loc } = x); const { b = loc } = x", "52"},
		{"return loc; [loc, loc]; [loc] = x; a ? loc : b", "7 13 18 39"},
		{"a == loc; loc: 1; x.loc = 2; loc = 3", ""},
		{"promisify(loc); f(1, loc, 2)", "10 21"},
		{"loc.call(wx); loc.bind(wx); loc.length", "0 14"},
		{"a.loc.call(wx)", ""},
		{"if (loc) {}", ""},
		{"function f(loc) {}", ""},
		{"(loc) => 1; a((loc) => 1); class A { f(a, loc) {} }", ""},
		{"class A { private loc(): void { loc() } }", "32"},
		{"type A = { loc(): void }", ""},
		{"ok ? loc() : 1", "5"},
		{"ok\n? loc() : 1", "5"},
		{"v = <p a={loc}>{loc}</p>", "10 16"},
		{"for (const { a: loc } of x) {}", ""},
	}
	for _, tt := range tests {
		var s Script
		s.Lex([]byte(tt.src), 0, len(tt.src), javaScript)
		var got []string
		s.Uses("loc", WholeScript, func(at, paren int) {
			got = append(got, fmt.Sprint(s.Tokens[at].Start))
			if paren >= 0 && !s.Is(paren, "(") {
				t.Errorf("%s: no parenthesis", tt.src)
			}
		})
		if joined := strings.Join(got, " "); joined != tt.want {
			t.Errorf("%s: %q, want %q", tt.src, joined, tt.want)
		}
	}
}
