package project

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// What a script names: by require, by import, from something; "dynamic" stands for a name that is
// computed. Names in comments and strings count, and so does any string behind
// a word from: taking too much for named is harmless.
func TestImportsOfScripts(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"require", `require('./a'); require("./b"); require(` + "`./c`" + `)`, "./a ./b ./c"},
		{"require over lines", "require(\n  // the helper\n  './a' /* here */ ,\n)", "./a"},
		{"require asynchronously", `require.async('../p/a').then(f)`, "../p/a"},
		{"require with a question mark", `require?.('./a')`, "./a"},
		{"member over lines", "require\n  .async('./a')", "./a"},
		{"resolve", `require.resolve('./a')`, "./a"},
		{"import for its effect", `import './a';import"./b"`, "./a ./b"},
		{"import from", "import a from './a'\nimport { b } from \"./b\"\nimport * as c from'./c'", "./a ./b ./c"},
		{"import over lines", "import {\n  a,\n} from\n  './a'", "./a"},
		{"import a type", `import type { A } from './a'`, "./a"},
		{"import from TypeScript", `import a = require('./a')`, "./a"},
		{"export from", `export * from './a'; export { b } from './b'`, "./a ./b"},
		{"minified", `import{a}from"./a";export*from"./b";var c=require("./c")`, "./c ./a ./b"},
		{"import by call", `const a = await import('./a')`, "./a"},
		{"import by call with a comment", `import(/* webpackChunkName: "a" */ './a')`, "./a"},
		{"byte order mark", "\xEF\xBB\xBFimport './a'", "./a"},
		{"wide space", "import a from　'./a'", "./a"},
		{"comment", `// require('./a')`, "./a"},
		{"spread", `[...require('./a')]`, "./a"},

		{"context", `require.context('./a', true, /\.js$/)`, "./a/**"},
		{"glob", `import.meta.glob('./a/*.js'); import.meta.globEager("../b/**/c.js", { eager: true })`, "./a//** ../b//**"},
		{"glob of the folder itself", `import.meta.glob('./*.js')`, ".//**"},
		{"computed", `require(name)`, "dynamic"},
		{"computed from a literal", `require('./a/' + name)`, "./a/ dynamic"},
		{"computed from a template", "require(`./a/${name}`)", "dynamic"},
		{"escapes", `require('./\x61')`, "dynamic"},
		{"escapes in a statement", `import './\x61'`, "dynamic"},
		{"computed import", `import(name)`, "dynamic"},
		{"computed asynchronously", `require.async(name)`, "dynamic"},
		{"spread of a computed name", `[...require(name)]`, "dynamic"},
		{"context of an alias", `require.context('@/a', true, /\.js$/)`, "dynamic"},
		{"computed context", `require.context(dir)`, "dynamic"},
		{"glob of an alias", `import.meta.glob('@/a/*.js')`, "dynamic"},
		{"computed glob", `import.meta.glob([a])`, "dynamic"},
		{"glob without a call", `const g = import.meta.glob`, "dynamic"},
		{"another name for require", `window.load = require; load('./a')`, "dynamic"},
		{"another name for require.async", `const load = require.async`, "dynamic"},
		{"require by choice", `const r = a ? require : null`, "dynamic"},
		{"require as argument", `load(require); load(a, require)`, "dynamic"},
		{"require in an object", `load({ require }); load({ a, require }); a = { b: require }`, "dynamic"},
		{"require returned", `return require`, "dynamic"},
		{"list of modules", `require(['./a'], f)`, "dynamic"},

		{"plug-in", `requirePlugin('p'); requirePlugin(name)`, ""},
		{"method", `a.require(name); a.import(name)`, ""},
		{"longer words", `__webpack_require__(name); requires(name); fromEvent('x'); reimport('x')`, ""},
		{"own function", "function require(name) {}", ""},
		{"module of a bundle", `require(12)`, ""},
		{"no argument", `require()`, ""},
		{"computed in a comment", "  // require(name)", ""},
		{"test for require", `"function" == typeof require && require; function f(require, module) {}`, ""},
		{"parameters", `define(function (require, exports) {}); define((a, require) => a); define(require => {})`, ""},
		{"package built by the developer tool", "var __REQUIRE__ = function(modId, source) { if(!__MODS__[modId]) return require(source); }", ""},
		{"keys", `a = { require: 1, b: 2 }; a = { b: 2, require: 1 }; require = f`, ""},
		{"properties", `require.cache; import.meta.url; Array.from('abc'); { from: 'x' }`, ""},
		{"unfinished", `require(`, ""},
		{"unfinished string", `import 'a`, ""},
		{"unfinished comment", `import /* a`, ""},
		{"nothing", ``, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, named(importsOf("x.js", []byte(c.text))), c.want) })
	}
}

func named(m imports) string {
	words := m.specs
	for _, dir := range m.folders {
		words = append(words, dir+"/**")
	}
	if m.dynamic {
		words = append(words, "dynamic")
	}
	return strings.Join(words, " ")
}

func TestImportsOfTemplates(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"import and include", "x.wxml", `<import src="a.wxml"/><include src='./b'/>`, "a.wxml ./b"},
		{"module", "x.wxml", `<wxs module="m" src="../m.wxs"></wxs>`, "../m.wxs"},
		{"module of Alipay", "x.axml", `<import-sjs name="m" from="./m.sjs"/>`, "./m.sjs"},
		{"over lines", "x.wxml", "<import\n  src = \"a\"\n/>", "a"},
		{"image", "x.wxml", `<image src="a.png"/>`, ""},
		{"bound", "x.wxml", `<include src="{{a}}"/>`, "dynamic"},
		{"unfinished", "x.wxml", `<include src=`, ""},
		{"single-file component", "x.vue", `<script src="./a.js"></script><script>import './b'</script>`, "./b ./a.js ./a.js ./b"},
		{"without quotes", "x.vue", `<script src=a.js></script>`, "a.js"},
		{"configuration inside", "x.mpx", `<script type="application/json">{ "usingComponents": { "c": "./c/index" } }</script>`, "application/json ./c/index"},
		{"configuration as script", "index.config.ts", `export default { usingComponents: { c: '../c' } }`, "../c"},
		{"declarations", "x.d.ts", `import './a'`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { check(t, named(importsOf(c.file, []byte(c.text))), c.want) })
	}
}

// Files made to be searched again from every word take no longer than others.
func TestImportsTakeLinearTime(t *testing.T) {
	for _, text := range []string{"import /* ", "// require\n", "(require,", ".require(a)", "from '", "require(", "<import ", "<import src='"} {
		data := bytes.Repeat([]byte(text), (1<<20)/len(text))
		start := time.Now()
		importsOf("x.js", data)
		importsOf("x.wxml", data)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: %v", text, took)
		}
	}
}

func FuzzImports(f *testing.F) {
	f.Add([]byte("require?.(`a${b}`); import(/* a */ 'b'); <wxs src=a from='b'/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"x.js", "x.vue", "x.wxml", "x.config.ts"} {
			for _, spec := range importsOf(name, data).specs {
				if !bytes.Contains(data, []byte(spec)) {
					t.Errorf("%s: %q is not in the text", name, spec)
				}
			}
		}
	})
}

// The ratio of BenchmarkImports to BenchmarkCopy says what finding imports
// costs over touching each byte once.

func BenchmarkImports(b *testing.B) {
	data := benchScript()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if importsOf("x.js", data).dynamic {
			b.Fatal("dynamic")
		}
	}
}

func BenchmarkCopy(b *testing.B) {
	data := benchScript()
	to := make([]byte, len(data))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		copy(to, data)
	}
}

func benchScript() []byte {
	method := "  load() {\n    const list = this.data.list.map(item => ({ ...item, price: item.price / 100 }))\n    this.setData({ list, total: list.length })\n  },\n"
	return append([]byte("const { get } = require('../../utils/request')\nPage({\n"), bytes.Repeat([]byte(method), 100)...)
}
