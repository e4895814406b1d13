package project

var members = map[string][]string{
	"wx": {"getLocation", "startRecord", "chooseImage", "getWeRunData", "chooseAddress", "login", "getClipboardData", "openBluetoothAdapter"},
	"my": {"getLocation", "chooseAddress", "getOpenUserInfo", "getRunData", "tradePay", "getClipboard", "startWifi", "getPhoneNumber"},
}

var scopes = []string{"scope.record", "scope.camera", "scope.userLocation", "scope.werun"}

var chinese = []string{"位置", "请授权后再试", "录音（麦克风）", "it’s 中文", "“地址”", "𠮷野家"}

// calls are expressions that call a member.
var calls = []string{
	"$O.$M()",
	"$O.$M({ type: 'gcj02' })",
	"$O['$M']()",
	"$O[\"$M\"]({})",
	"$O[`$M`]()",
	"$O?.$M()",
	"$O?.$M?.({})",
	"$O?.['$M']()",
	"$O\n  .$M({ success() {} })",
	"$O.\n    $M()",
	"$O /* $C */ . /* ' */ $M()",
	"globalThis.$O.$M()",
	"window?.$O.$M()",
	"($O).$M()",
	"$O.$M({ success: (res) => res, fail: () => '$C' }).then(noop)",
	"$O.$M /* ( */ ()",
	"$O?.[`$M`]?.()",
	"$O. // $C\n $M()",
	"new $O.$M()",
	"$O.$M(\n)",
	"(($O)).$M()",
	"window.$O['$M']()",
	"$O.$M().then(() => $O.$K())",
	"$O.$F.$G()",
	"$O?.$F?.$G({})",
	"$O.$F\n  .$G({ text: '$C' })",
	"$O.createCameraContext().onCameraFrame((frame) => $O.$M(frame)).start()",
}

// passed are expressions that hand a member to something else.
var passed = []string{
	"promisify($O.$M)",
	"promisify($O.$M)({ text: '$C' })",
	"util.promisify($O.$M)()",
	"wxPromisify($O['$M'])?.({})",
	"promisify(($O).$M, $O.$K)",
	"this.util\n  .promisify($O.$M).call($O, {})",
	"call($O.$M)",
	"call(1, $O.$M, '$C')",
	"call($O['$M'])",
	"$O.$M.call($O, {})",
	"$O.$M.apply($O, [{}])",
	"call($O.$M.bind($O))",
	"$O?.$M.bind($O)()",
	"[$O.$M, $O.$K]",
	"({ run: $O.$M })",
	"(0, $O.$M)()",
	"new Promise((done) => call($O.$M, done))",
	"(() => $O.$M)()",
	"call(...$O.$M)",
	"(() => ({ run: $O.$M }))()",
	"call(ok ? $O.$M : $O.$K)",
	"call(($O).$M)",
	"call({ $O: $O.$M })",
	"(function () { return $O.$M.apply($O, arguments) })()",
	"call(`${$O.$M}`)",
	"call(async () => $O.$M)",
}

// keeping are statements that keep a member.
var keeping = []string{
	"const $1 = $O.$M",
	"const $1 = globalThis.$O.$M",
	"const $1 = ok ? $O.$M : $O.$K",
	"const $1 = $O.$M || noop",
	"const $1 = cache && $O.$M",
	"let $1; $1 = $O.$M",
	"cache.run ??= $O.$M",
	"function $1() { return $O.$M }",
	"const $1 = { get run() { return $O.$M } }",
	"if (ok(call($O.$M))) noop()",
	"function* $1() { yield $E; yield $O.$M }",
	"const $1 = globalThis.$O?.$M ?? noop",
	"var $1 = 1, $2 = $O.$M",
	"const $1 = [,$O.$M]",
	"class $1 { run = $O.$M; static #go = $O['$K'] }",
}

// aliases are statements that use the object or a member under another name.
var aliases = []string{
	"const $1 = $O; $1.$M()",
	"const $1 = $O\n$1.$M()\n$1?.['$K']({})",
	"let $1; $1 = $O; $1.$M()",
	"var $1 = globalThis.$O; call(1); $1.$M()",
	"const $1 = $O; call($1.$M)",
	"const { $M: $1 } = $O; $1()",
	"const { $M: $1, $K: $2 = noop } = $O\n$1({}); $2()",
	"{ const { $M } = $O; $M({ text: '$C' }) }",
	"const { $M: $1, ...$2 } = $O; $1?.()",
	"let $1; ({ $M: $1 } = $O); $1()",
	"const { $M: $1 } = $O; promisify($1)",
	"const { $M: $1 } = $O; $1.call($O, {}); call(1, $1)",
	"const { $M: $1 } = $O; const $2 = { $1() {}, '$1': 1 }; if (ok) $1()",
	"const { $M: $1 } = globalThis.$O; other.$1(($1) => 1); $1()",
	"function $1($2 = $O) { $2.$M() }",
	"const $1 = ($2 = $O) => $2.$M()",
	"const $1 = { run(text, $2 = $O) { return $2.$M(text) } }",
	"const $1 = $O; if ($1.$M) $1.$M()",
	"function $1({ $M: $2 } = $O) { $2() }",
	"const { '$M': $1 } = $O; $1()",
	"{ const { $O } = globalThis; $O.$M() }",
	"const $1 = $O, $2 = 1; $1.$M($2)",
	"const $1 =\n  $O\n$1.$M()",
	"const $1 = window.$O || {}; $1.$M()",
	"const { $M: $1 } = $O; const $2 = $1\nnoop($2)",
	"const { $M: $1, $K: $2 } = $O; cache.list = [$1, $2]; cache.run = { run: $1 }",
	"const { $M: $1 } = $O; function $2() { return $1 }",
	"const { $M: $1 } = $O; const $2 = { run: () => $1, go: ok ? $1 : noop, last: $1 }",
	"const { $M: $1 } = $O; const $2 = { $1: 1, go: () => $1() }",
	"{ const { $M } = $O; other.$M(); const $2 = { $M() { return $M() } } }",
}

// inTS and inTSX hold the further forms of a list in these languages, by the
// list's first element.
var inTS = map[*string][]string{
	&calls[0]:       {"($O as any).$M()", "$O!.$M()", "$O.$M!()", "$O.$M<Res>({})", "(globalThis as any).$O.$M()", "($O satisfies object).$M()", "($O as any)['$M']()", "($O!).$M()", "$O!['$M']!()", "($O as unknown as Wx).$M<A[], B<C>>()", "(($O as any) as Wx).$M()"},
	&passed[0]:      {"call(($O as any).$M)", "promisify<A, B>($O.$M)", "call($O.$M as any)", "call($O!.$M!)", "call($O.$M as unknown as Fn<A>)", "call<typeof $O.$K>($O.$M)"},
	&keeping[0]:     {"const $1 = $O.$M as any", "const $1: Fn = ($O as any).$M"},
	&aliases[0]:     {"const $1: any = $O; $1.$M()", "const $1 = $O as any; $1.$M()", "const $1 = ($O as any); $1.$M()", "const { $M: $1 } = (globalThis.$O as any) as Wx; $1()", "function $1($2: Wx = $O) { $2.$M() }", "const { $M: $1 }: Wx = $O; $1()", "let $1: any; $1 = $O; $1!.$M()", "{ const { $M } = $O; class $1 { private $M(): void { $M() } } }"},
	&objects[0]:     {"const $1: Ctx = $O.$F; $1.$G()", "let $1: Wechat.Ctx = $O.$F; $1.$G()", "const $1 = $O.$F as Ctx; $1!.$G!()", "const $1 = ($O as any).$F; $1.$G()", "const $1: Wechat.Wx = $O; $1.$M()", "const $1 = promisifyAll<Wx>($O); $1.$M()", "function $1(api: any = $O): Promise<void> { api.$M() }\nfunction $2(api: any) { api.$M() }"},
	&lookAlikes[0]:  {"let $1: WechatMiniprogram.GetLocationOption", "let $1: typeof $O.$M", "type $1 = Parameters<typeof $O.$M>[0]", "interface $1 { $O: { $M(): void } }", "declare function $1(a: typeof $O.$M): void", "type $1 = { $O: '$M' } | `$O.$M`", "const $1 = other as typeof $O.$M", "type $1<T> = T extends keyof typeof $O ? '$M' : never", "declare const $O: any", "declare module '$O' { interface A { $M(): void } }"},
	&expressions[0]: {"($E as any)", "id<string>($E)", "($E)!", "(<T,>(a: T) => $E)(1)", "call($E satisfies A)", "(($E) as A<B>['$M'])"},
	&statements[0]:  {"@deco($E) class $1 { @deco() private run?: Fn<A> = () => $E }", "function $1(this: A, a?: number): a is A;\nfunction $1(a: any): any { return $E }", "const $1: Record<string, () => void> = { run: (): void => { $B } }", "const $1 = <T,>(a: T): void => {\n$B}", "abstract class $1<T> { private $O?: T; run(this: this): void {\n$B} }", "enum $1 { a = 1 }\n{\n$B}"},
}

var inTSX = map[*string][]string{
	&expressions[0]: {"<View onTap={() => $E}>$C{$E}</View>", "<View title='$C' {...other}>{ok && $E}<Text>it's / {$E}</Text></View>", "<View.Item run={call($O.$M)} on-tap={$O.$K}>{/* $O.$M() ' */}{`$C${$E}`}&lt;</View.Item>", "(ok ? <View title=\"it's\n\"/> : $E)", "list.map((item) => <Text key={item}>{$E}，{item}</Text>)", "<><Input value={$E} /> $C `</>"},
	&lookAlikes[0]:  {"const $1 = <Text>$O.$M() $C</Text>", "const $1 = <Text title='$O.$M()' />", "const $1 = <Text>// {'$O.$M()'} '</Text>"},
	&statements[0]:  {"export function $1() {\n$B  return <View>{$E}</View>\n}"},
}

// byName holds the calls that name what they ask for in a string.
var byName = map[string][]string{
	"wx": {"$O.authorize({ scope: '$S' })", "$O.authorize({ scope: `$S`, success() {} })", "$O['authorize']({ 'scope': ok ? '$S' : 'scope.bluetooth' })"},
	"my": {"$O.call('$M')", "$O.call(`$M`, {}, noop)", "$O?.call('$M', { text: '$C' })"},
}
