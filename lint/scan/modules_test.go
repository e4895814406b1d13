package scan

import (
	"fmt"
	"strings"
	"testing"
)

func TestImports(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`import a from "m"`, "m default a"},
		{`import * as a from 'm'`, "m * a"},
		{`import d, { a, b as c } from 'm'; x()`, "m default d, m a a, m b c"},
		{`import { type T, type as t, b } from 'm'`, "m type t, m b b"},
		{`import type { T } from 'm'`, ""},
		{`import type, { a } from 'm'`, "m default type, m a a"},
		{`o.a = require('m')`, ""},
		{`import 'm'; import('n')`, ""},
		{`import a, { b } from './位置'`, "./位置 default a, ./位置 b b"},
		{`const a = require('m')`, "m default a"},
		{`var { a, b: c } = require('m'), d = 1`, "m a a, m b c"},
		{`const a = require(m); const b = o.require('m')`, ""},
		{`const a = require('m').b`, "m default a"},
	} {
		var got []string
		lexed(tt.src, Dialect{TypeScript: true}).Imports(func(i Import) {
			got = append(got, i.Module+" "+i.Name+" "+i.Local)
		})
		if have := strings.Join(got, ", "); have != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, have, tt.want)
		}
	}
}

func TestExports(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`export const a = wx`, "a=wx"},
		{`export let a: Record<string, { b: 1 }> = 'x'`, "a='x'"},
		{`export const a: { b: 1, c: 2 } = wx`, "a=wx"},
		{`export let a`, ""},
		{`export let a: T; b = 1`, ""},
		{`export { a, b as c }`, "a=a, c=b"},
		{`export { a } from 'm'`, ""},
		{`export default wx`, "default=wx"},
		{`module.exports = wx`, "default=wx"},
		{`module.exports = { a: 'x', b, ...c, d() {} }`, "default={ a: 'x', b, ...c, d() {} }, a='x', b=b"},
		{`exports.a = 1; module.exports.b = 2`, "a=1, b=2"},
		{`o.exports = wx; o.export = 1`, ""},
	} {
		var got []string
		s := lexed(tt.src, Dialect{TypeScript: true})
		s.Exports(func(e Export) {
			r := s.Range(e.First, e.End-1)
			got = append(got, e.Name+"="+tt.src[r.Start:r.End])
		})
		if have := strings.Join(got, ", "); have != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, have, tt.want)
		}
	}
}

func TestConstant(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`const a = 'x'`, "'x'"},
		{`const a: string = 'x', b = 1`, "'x'"},
		{`let a = 'x'; a = 'y'`, "none"},
		{`let a = 'x'; let a = 'y'`, "none"},
		{`let a = 'x'; { let a = 'y' }`, "'x'"},
		{`let b = 1, a = 'x'`, "'x'"},
		{`let a; a = 'y'`, "none"},
		{`const a = { b: 'x' }` + "\nfoo(a)", "{ b: 'x' }"},
		{`o.a = 1; const a = 'x'; f(o.a)`, "'x'"},
		{`f(a)`, "none"},
	} {
		s := lexed(tt.src, Dialect{TypeScript: true})
		got := "none"
		if first, end, ok := s.Constant(s.named("a")); ok {
			r := s.Range(first, end-1)
			got = fmt.Sprint(tt.src[r.Start:r.End])
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, got, tt.want)
		}
	}
}

// named returns the first token of a name, as a test gives it.
func (s *Script) named(name string) int {
	if at := s.Places(name); len(at) > 0 {
		return int(at[0])
	}
	return -1
}
