package project

// factories are calls that give an object, with a method of it that counts.
var factories = [][2]string{
	{"createMapContext('map')", "moveToLocation"},
	{"createMapContext('$C', this)", "moveToLocation"},
	{"getRecorderManager()", "start"},
	{"createCameraContext()", "takePhoto"},
}

// objects are statements that keep the object, or one that a call gives back,
// under a name or in a member, and use it there.
var objects = []string{
	"const $1 = $O; const $2 = $1; $2.$M()",
	"const $1 = $O; const { $M: $2 } = $1; $2()",
	"const $1 = $O; promisify($1.$M)()",
	"const $1 = {}; promisifyAll($O, $1); $1.$M()",
	"const $1 = promisifyAll($O); $1.$M(); call($1.$K)",
	"const $1 = tool.wxPromisifyAll($O); $1.$M()",
	"const $1 = promisifyAll($O); const { $M: $2 } = $1; $2(); call($2)",
	"const $1 = promisifyAll($O); const $2 = $1; $2.$M()",
	"const $1 = $O.$2 = {}; promisifyAll($O, $1); $O.$2.$M(); $1.$K()",
	"$O.$1 = {}; promisifyAll($O, $O.$1); call(() => $O.$1.$M())",
	"this.$1 = $O; this.$1.$M()",
	"function $1() { const that = this; that.$2 = $O; call(() => that.$2.$M({ text: '$C' })) }",
	"const $1 = { run() { this.$2 = $O }, go() { return this.$2.$M() } }",
	"const $1 = $O.$F; $1.$G()",
	"const $1 = $O.$F\n$1.$G({ text: '$C' }); $1?.$G?.()",
	"let $1; $1 = $O.$F; call(() => $1['$G']())",
	"let $1 = null; function $2() { $1 = $O.$F; $1.$G() }",
	"this.$1 = $O.$F; this.$1.$G()",
	"function $1() { const that = this; that.$2 = $O.$F; call(() => that.$2.$G({})) }",
	"const $1 = { run() { this.$2 = globalThis.$O.$F }, go() { this.$2.$G() } }",
	"const $1 = $O; const $2 = $1.$F; $2.$G()",
	"const $1 = $O.createCameraContext().onCameraFrame(noop); if (ok) $1.start()",
	"{ const api = $O; api.$M() }\n{ const api = other; api.$M() }",
	"function $1() { var api = $O; api.$M() }\nfunction $2(api) { api.$K() }",
	"const $1 = ($2) => { const { $M: run } = $O; run() }; const $2 = ({ run }) => run()",
	"function $1() { const $O = sdk; $O.$M(); { $O.$K() } }\n$O.$M()",
	"{ const run = $O.$F; run.$G() }\n{ const run = other; run.$G() }",
}

// byConstant are statements that name a scope by a constant.
var byConstant = []string{
	"const $1 = '$S'; $O.authorize({ scope: $1 })",
	"const $1 = { record: '$S', other: 'text' }; $O.authorize({ scope: $1.record })",
	"$O.authorize({ scope: $1, success() {} }); const $1 = `$S`",
	"const $1 = '$S'; promisify($O.authorize)({ scope: $1 })",
	"const $1 = '$S', $2 = $1; $O.authorize({ scope: $2 })",
	"promisify($O.authorize)({ scope: '$S' })",
	"{ const scope = '$S'; $O.authorize({ scope }) }",
}

// gives are pairs of what another file exports and how this one uses it.
var gives = [][2]string{
	{"export const api = $O", "import { api as $1 } from './$N'\n$1.$M()\n"},
	{"export const wxp = promisifyAll($O)", "import { wxp } from './$N'\nwxp.$M()\n"},
	{"export default promisifyAll($O)", "import $1 from './$N'\n$1.$M(); call($1.$K)\n"},
	{"const api = $O\nexport { api as $1 }", "import { $1 } from './$N'\nconst { $M: $2 } = $1; $2()\n"},
	{"export const SCOPE = '$S'", "import { SCOPE } from './$N'\n$O.authorize({ scope: SCOPE })\n"},
	{"export default other", "import $1 from './$N'\n$1.$M()\n"},
}

// inJS are pairs that only JavaScript has.
var inJS = [][2]string{
	{"module.exports = promisifyAll($O)", "const $1 = require('./$N')\n$1.$M()\n"},
	{"module.exports = { api: $O, other }", "const { api: $1 } = require('./$N')\n$1.$M()\n"},
	{"exports.api = $O", "const { api } = require('./$N')\napi.$M()\n"},
}
