// Prints, as JSON, what scripts ask a mini-program platform for, as read from
// the syntax trees and symbols of the TypeScript compiler.
//
//   node truth.mjs wx < question.json
//
// The question has the files, the factories ({ createMapContext: "MapContext" },
// also by the type and method that gives another type back) and the methods of
// the types that count ({ MapContext: ["moveToLocation"] }).
//
// Each request has file, line and column (both from 1, the column in UTF-16
// units), member (a path below the object, Type.method, or a scope) and form. "syntax" lists
// the files that the compiler cannot parse. TypeScript is taken from the folder
// MPLINT_TYPESCRIPT, else from where node finds packages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const home = process.env.MPLINT_TYPESCRIPT
const ts = createRequire(home ? join(home, 'index.js') : import.meta.url)('typescript')
const object = process.argv[2]
const { files, factories, methods } = JSON.parse(readFileSync(0, 'utf8'))
const K = ts.SyntaxKind

const program = ts.createProgram(files, {
  allowJs: true, checkJs: false, noLib: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext, moduleDetection: ts.ModuleDetectionKind.Force,
})
const checker = program.getTypeChecker()

const wrappers = new Set([K.ParenthesizedExpression, K.AsExpression, K.SatisfiesExpression, K.NonNullExpression, K.TypeAssertionExpression])
const inner = (node) => (wrappers.has(node.kind) ? inner(node.expression) : node)

// outer returns the largest expression that is nothing but the node itself in
// parentheses and casts.
const outer = (node) => (wrappers.has(node.parent.kind) ? outer(node.parent) : node)

// declared returns the symbol of a name that the file declares itself.
// Ambient declarations only describe the global, and the compiler also takes
// wx.x = ... in JavaScript for a declaration of wx, which has no name.
function declared(name) {
  const symbol = checker.getSymbolAtLocation(name)
  const own = symbol?.declarations?.filter((d) => d.name && d.getSourceFile() === name.getSourceFile() && !(ts.getCombinedModifierFlags(d) & ts.ModifierFlags.Ambient))
  return own?.length ? symbol : undefined
}

// assigned counts the assignments to each symbol and keeps the last value;
// patterns keeps what ({ key: name } = value) gives to a name.
const assigned = new Map()
const patterns = new Map()

// properties keeps the values assigned to each member of something, by file and
// text; promisified keeps the calls that a name or such a member is handed to,
// promisifyAll(wx, wxp).
const properties = new Map()
const promisified = new Map()
const put = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value])

// promisifies reports whether a call's function is named for making functions
// that return promises.
function promisifies(call) {
  const callee = inner(call.expression)
  return /promisif/i.test(ts.isIdentifier(callee) ? callee.text : isAccess(callee) ? memberName(callee) ?? '' : '')
}

// holder is what identifies a variable or a member: a symbol or a text.
function holder(expression) {
  const node = inner(expression)
  if (ts.isIdentifier(node)) return declared(node)
  return ts.isPropertyAccessExpression(node) ? propertyKey(node) : undefined
}

const propertyKey = (node) => `${node.getSourceFile().fileName}#${ownerText(inner(node.expression))}.${node.name.text}`

// ownerText writes a chain of names, with this for a variable that holds it.
function ownerText(node) {
  if (ts.isIdentifier(node)) {
    const [d] = declared(node)?.declarations ?? []
    return d && ts.isVariableDeclaration(d) && d.initializer?.kind === K.ThisKeyword ? 'this' : node.text
  }
  if (ts.isPropertyAccessExpression(node)) return `${ownerText(inner(node.expression))}.${node.name.text}`
  return ts.isCallExpression(node) ? `${ownerText(inner(node.expression))}()` : node.getText()
}

const isNothing = (node) => !node || node.kind === K.NullKeyword || ts.isIdentifier(node) && node.text === 'undefined'

function noteAssignments(node) {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === K.EqualsToken) {
    const symbol = ts.isIdentifier(node.left) && declared(node.left)
    if (symbol && !isNothing(node.right)) assigned.set(symbol, { count: (assigned.get(symbol)?.count ?? 0) + 1, value: node.right })
    if (ts.isPropertyAccessExpression(node.left)) put(properties, propertyKey(node.left), node)
    for (const p of ts.isObjectLiteralExpression(node.left) ? node.left.properties : []) {
      if (!ts.isPropertyAssignment(p) || !ts.isIdentifier(p.initializer) || !ts.isIdentifier(p.name)) continue
      patterns.set(declared(p.initializer), { key: p.name.text, value: node.right })
    }
  }
  if (ts.isCallExpression(node) && promisifies(node)) {
    for (const a of node.arguments) if (holder(a)) put(promisified, holder(a), node)
  }
  ts.forEachChild(node, noteAssignments)
}

const isGlobalObject = (node) => ts.isIdentifier(node) && /^(globalThis|window|global|self|GameGlobal)$/.test(node.text) && !declared(node)

// memberName returns the name of a property access, or undefined when only the
// running program knows it.
function memberName(node) {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  const key = node.argumentExpression
  return ts.isStringLiteralLike(key) ? key.text : undefined
}
const isAccess = (node) => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)

// resolve returns what an expression stands for: { path, form } with the path
// below the platform's object and the form of a call of it, or undefined.
function resolve(expression) {
  const node = inner(expression)
  if (ts.isIdentifier(node)) {
    const symbol = declared(node)
    if (!symbol) return node.text === object ? { path: [], form: 'direct' } : undefined
    const found = once(symbol, () => follow(symbol))
    return found && renamed(found, node.text !== object || found.path.length > 0)
  }
  if (ts.isBinaryExpression(node) && (node.operatorToken.kind === K.BarBarToken || node.operatorToken.kind === K.QuestionQuestionToken)) {
    return resolve(node.left)
  }
  if (ts.isCallExpression(node)) return promisifies(node) && node.arguments.some(isObject) ? { path: [], form: 'promisified' } : undefined
  if (!isAccess(node)) return undefined
  const name = memberName(node)
  if (name === undefined) return undefined
  if (isGlobalObject(inner(node.expression))) return name === object ? { path: [], form: 'direct' } : undefined
  const held = ts.isPropertyAccessExpression(node) && once(propertyKey(node), () => heldBy(propertyKey(node)))
  if (held) return held
  const base = resolve(node.expression)
  return base && { path: [...base.path, name], form: base.form }
}

const renamed = (found, is = true) => ({ path: found.path, form: is && found.form === 'direct' ? 'alias' : found.form })
const isObject = (node) => resolve(node)?.path.length === 0

// heldBy returns the object that a member of something else holds: what is
// assigned to it, or what promisifyAll fills.
function heldBy(key) {
  const filled = promisifiedInto(key)
  if (filled) return filled
  for (const { right, parent } of properties.get(key) ?? []) {
    if (isObject(right)) return renamed(resolve(right))
    const name = ts.isVariableDeclaration(parent) && declared(parent.name)
    const through = name && promisifiedInto(name)
    if (through) return through
  }
}

// promisifiedInto returns the object when a call of promisifyAll puts it into
// what the key stands for.
function promisifiedInto(key) {
  const into = (call) => call.arguments.some((a) => holder(a) !== key && isObject(a))
  return promisified.get(key)?.some(into) ? { path: [], form: 'promisified' } : undefined
}

// once keeps what is found for a variable or member, and ends circles.
const resolved = new Map()

function once(key, find) {
  if (!resolved.has(key)) {
    resolved.set(key, undefined)
    resolved.set(key, find())
  }
  return resolved.get(key)
}

// follow follows a variable, parameter or element of a pattern that is given
// its value once, and what is imported. The member that a plain variable holds,
// const f = wx.login, counts where it is taken and is not followed.

function follow(symbol) {
  const [declaration, second] = symbol.declarations
  const later = assigned.get(symbol)
  if (second || !declaration) return undefined
  const filled = promisifiedInto(symbol)
  if (filled) return filled
  if (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration)) return exported(symbol)
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent) && !declaration.dotDotDotToken) {
    const holder = declaration.parent.parent
    const key = declaration.propertyName ?? declaration.name
    if (!holder.initializer || later || !ts.isIdentifier(key) && !ts.isStringLiteralLike(key)) return undefined
    if (key.text === object && isGlobalObject(inner(holder.initializer))) return { path: [], form: 'direct' }
    const module = required(inner(holder.initializer), key.text)
    if (module) return module
    const base = resolve(holder.initializer)
    return base && { path: [...base.path, key.text], form: base.form }
  }
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return undefined
  const values = (isNothing(declaration.initializer) ? 0 : 1) + (later?.count ?? 0)
  if (values !== 1) return values ? undefined : fromPattern(symbol)
  const found = resolve(value(symbol)) ?? required(inner(value(symbol)))
  return found?.path.length === 0 ? found : undefined
}

// value returns what a variable is set to, when that is one thing.
function value(symbol) {
  const [declaration, second] = symbol?.declarations ?? []
  if (!declaration || second || !ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return undefined
  const later = assigned.get(symbol)
  if ((isNothing(declaration.initializer) ? 0 : 1) + (later?.count ?? 0) !== 1) return undefined
  return later ? later.value : declaration.initializer
}

// exported follows an import to the value that the other file exports.
function exported(symbol) {
  return given(checker.getAliasedSymbol(symbol))
}

// given returns the object that what a file exports is.
function given(target) {
  const [declaration] = target?.declarations ?? []
  if (!declaration) return undefined
  if (ts.isBindingElement(declaration)) return once(target, () => follow(target))
  const expression = ts.isExportAssignment(declaration) ? declaration.expression : ts.isPropertyAssignment(declaration) ? declaration.initializer : assignment(declaration)?.right
  const found = expression ? resolve(expression) : once(target, () => follow(target))
  return found?.path.length === 0 ? renamed(found) : undefined
}

// assignment returns the assignment that declares an export of JavaScript.
function assignment(node) {
  return ts.isBinaryExpression(node) ? node : isAccess(node) && ts.isBinaryExpression(node.parent) ? node.parent : undefined
}

// required returns what a require gives, of which key is taken.
function required(call, key) {
  if (!call || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || call.expression.text !== 'require' || !call.arguments[0]) return undefined
  const module = checker.getSymbolAtLocation(call.arguments[0])
  const whole = module?.exports?.get('export=')
  if (key === undefined) return whole && given(whole)
  const [declaration] = whole?.declarations ?? []
  const object = declaration && assignment(declaration)?.right
  const member = object && ts.isObjectLiteralExpression(object) ? object.properties.find((p) => p.name?.text === key) : undefined
  return member ? given(member.symbol) : given(module?.exports?.get(key))
}

// typeOf returns the type of the object that an expression gives, as far as the
// factories tell.
function typeOf(expression) {
  const node = inner(expression)
  if (ts.isIdentifier(node)) {
    const symbol = declared(node)
    return symbol && once(`type ${ts.getSymbolId(symbol)}`, () => value(symbol) && typeOf(value(symbol)))
  }
  if (ts.isPropertyAccessExpression(node)) {
    return once(`type ${propertyKey(node)}`, () => (properties.get(propertyKey(node)) ?? []).map((a) => typeOf(a.right)).find(Boolean))
  }
  if (!ts.isCallExpression(node)) return undefined
  const callee = inner(node.expression)
  const found = resolve(callee)
  if (found) return factories[found.path.join('.')]
  const owner = isAccess(callee) && typeOf(callee.expression)
  return owner ? factories[`${owner}.${memberName(callee)}`] : undefined
}

// fromPattern follows let a; ({ b: a } = wx).
function fromPattern(symbol) {
  const p = patterns.get(symbol)
  const base = p && resolve(p.value)
  return base && { path: [...base.path, p.key], form: base.form }
}

// use tells what happens to a value: "call", "value" when it goes somewhere,
// "test" when it is only asked for, "assign", or "none".
function use(start) {
  const node = outer(start)
  const parent = node.parent
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    if (parent.expression === node) return 'call'
    return ts.isIdentifier(parent.expression) && parent.expression.text === 'Boolean' ? 'test' : 'value'
  }
  if (ts.isTypeOfExpression(parent) || ts.isDeleteExpression(parent) || ts.isVoidExpression(parent)) return 'test'
  if (ts.isPrefixUnaryExpression(parent)) return 'test'
  if (ts.isExpressionStatement(parent) || ts.isForStatement(parent)) return 'none'
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return 'test'
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? 'test' : asValue(parent)
  if (isAccess(parent)) return parent.expression === node ? 'none' : 'value'
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node ? 'value' : 'none'
  if (!ts.isBinaryExpression(parent)) return 'value'
  switch (parent.operatorToken.kind) {
    case K.EqualsToken: case K.BarBarEqualsToken: case K.QuestionQuestionEqualsToken: case K.AmpersandAmpersandEqualsToken:
      return parent.left === node ? 'assign' : 'value'
    case K.AmpersandAmpersandToken:
      return parent.left === node ? 'test' : asValue(parent)
    case K.BarBarToken: case K.QuestionQuestionToken:
      return asValue(parent)
    case K.CommaToken:
      return parent.left === node ? 'none' : asValue(parent)
  }
  return 'test'
}

// asValue judges a value that comes out of a larger expression; when that is
// called, the value was handed to it.
const asValue = (node) => (use(node) === 'call' ? 'value' : use(node))

const requests = []

function report(node, member, form) {
  const file = node.getSourceFile()
  const at = file.getLineAndCharacterOfPosition(node.getStart(file))
  requests.push({ file: file.fileName, line: at.line + 1, column: at.character + 1, member, form })
}

// strings visits the texts that an expression can come to.
function strings(expression, visit) {
  const node = inner(expression)
  if (ts.isStringLiteralLike(node)) visit(node.text)
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach((n) => strings(n, visit))
  else if (ts.isIdentifier(node)) constant(declared(node), visit)
  else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const holds = value(declared(node.expression))
    const members = holds && ts.isObjectLiteralExpression(inner(holds)) ? inner(holds).properties : []
    for (const p of members) if (ts.isPropertyAssignment(p) && p.name.text === node.name.text) strings(p.initializer, visit)
  }
}

function constant(name, visit) {
  const [declaration] = name?.declarations ?? []
  const symbol = declaration && ts.isImportSpecifier(declaration) ? checker.getAliasedSymbol(name) : name
  const holds = symbol && value(symbol)
  if (holds) strings(holds, visit)
}

function judge(node) {
  const found = resolve(node)
  if (!found && isAccess(node)) method(node)
  if (!found || found.path.length === 0 || ts.isIdentifier(node) && !isReference(node)) return
  const path = found.path
  const last = path.at(-1)
  if (path.length > 1 && isAccess(node) && /^(call|apply|bind)$/.test(last)) {
    report(node.expression, path.slice(0, -1).join('.'), 'reference')
    return
  }
  const what = use(node)
  const call = outer(node).parent
  if (what === 'value') {
    const wrapped = isAccess(node) && ts.isCallExpression(call) && call.arguments[0] === outer(node) && promisifies(call)
    report(node, path.join('.'), wrapped || found.form === 'promisified' ? 'promisified' : 'reference')
    if (wrapped && use(call) === 'call') byName(node, path, outer(call).parent)
  }
  if (what !== 'call') return
  report(node, path.join('.'), found.form)
  byName(node, path, call)
}

// method reports a call of a method of an object that a factory gave.
function method(node) {
  const type = typeOf(node.expression)
  if (type && methods[type]?.includes(memberName(node)) && use(node) === 'call') report(node, `${type}.${memberName(node)}`, 'alias')
}

// byName reports what a call asks for by the texts that it is given.
function byName(node, path, call) {
  const last = path.at(-1)
  const [argument] = call.arguments ?? []
  if (!argument || path.length > 1) return
  if (object === 'my' && last === 'call') strings(argument, (name) => report(node, name, 'dynamic-literal'))
  if (object !== 'wx' || !/^authorize/.test(last) || !ts.isObjectLiteralExpression(argument)) return
  for (const p of argument.properties) {
    const ask = (name) => report(node, name, 'string-scope')
    if (ts.isPropertyAssignment(p) && p.name.text === 'scope') strings(p.initializer, ask)
    if (ts.isShorthandPropertyAssignment(p) && p.name.text === 'scope') constant(checker.getShorthandAssignmentValueSymbol(p), ask)
  }
}

// isReference reports whether a name reads a value: it is no declaration, key
// or target.
function isReference(node) {
  const p = node.parent
  if (isAccess(p) && p.name === node || p.name === node || p.propertyName === node) return false
  return ts.isExpression(node) && !ts.isPropertyAssignment(p) || ts.isPropertyAssignment(p) && p.initializer === node && !inPattern(p.parent)
}
const inPattern = (node) => ts.isBinaryExpression(node.parent) && node.parent.left === node

function walk(node) {
  if (isAccess(node) || ts.isIdentifier(node)) judge(node)
  ts.forEachChild(node, walk)
}

const sources = files.map((name) => program.getSourceFile(name))
for (const visit of [noteAssignments, walk]) sources.forEach(visit)
const syntax = sources.flatMap((file) => program.getSyntacticDiagnostics(file).map((d) => {
  const at = file.getLineAndCharacterOfPosition(d.start)
  return `${file.fileName}:${at.line + 1}:${at.character + 1} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`
}))
console.log(JSON.stringify({ version: ts.version, requests, syntax }))
