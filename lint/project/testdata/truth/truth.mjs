// Prints, as JSON, what scripts ask a mini-program platform for, as read from
// the syntax trees and symbols of the TypeScript compiler.
//
//   node truth.mjs wx < list-of-files
//
// Each request has file, line and column (both from 1, the column in UTF-16
// units), member (a path below the object, or a scope) and form. "syntax" lists
// the files that the compiler cannot parse. TypeScript is taken from the folder
// MPLINT_TYPESCRIPT, else from where node finds packages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const home = process.env.MPLINT_TYPESCRIPT
const ts = createRequire(home ? join(home, 'index.js') : import.meta.url)('typescript')
const object = process.argv[2]
const files = readFileSync(0, 'utf8').split('\n').filter(Boolean)
const K = ts.SyntaxKind

const program = ts.createProgram(files, {
  allowJs: true, checkJs: false, noLib: true, noResolve: true, types: [],
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

function noteAssignments(node) {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === K.EqualsToken) {
    const symbol = ts.isIdentifier(node.left) && declared(node.left)
    if (symbol) assigned.set(symbol, { count: (assigned.get(symbol)?.count ?? 0) + 1, value: node.right })
    for (const p of ts.isObjectLiteralExpression(node.left) ? node.left.properties : []) {
      if (!ts.isPropertyAssignment(p) || !ts.isIdentifier(p.initializer) || !ts.isIdentifier(p.name)) continue
      patterns.set(declared(p.initializer), { key: p.name.text, value: node.right })
    }
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

// resolve returns what an expression stands for: { path, alias } with the path
// below the platform's object, or undefined.
function resolve(expression) {
  const node = inner(expression)
  if (ts.isIdentifier(node)) {
    const symbol = declared(node)
    if (!symbol) return node.text === object ? { path: [], alias: false } : undefined
    const found = resolveSymbol(symbol)
    return found && { path: found.path, alias: node.text !== object || found.path.length > 0 }
  }
  if (ts.isBinaryExpression(node) && (node.operatorToken.kind === K.BarBarToken || node.operatorToken.kind === K.QuestionQuestionToken)) {
    return resolve(node.left)
  }
  if (!isAccess(node)) return undefined
  const name = memberName(node)
  if (name === undefined) return undefined
  if (isGlobalObject(inner(node.expression))) return name === object ? { path: [], alias: false } : undefined
  const base = resolve(node.expression)
  return base && { path: [...base.path, name], alias: base.alias }
}

// resolveSymbol follows a variable, parameter or element of a pattern that is
// given its value once. The member that a plain variable holds, const f =
// wx.login, counts where it is taken and is not followed.
const resolved = new Map()

function resolveSymbol(symbol) {
  if (!resolved.has(symbol)) {
    resolved.set(symbol, undefined) // ends a circle
    resolved.set(symbol, follow(symbol))
  }
  return resolved.get(symbol)
}

function follow(symbol) {
  const [declaration, second] = symbol.declarations
  const later = assigned.get(symbol)
  if (second || !declaration) return undefined
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent) && !declaration.dotDotDotToken) {
    const holder = declaration.parent.parent
    const key = declaration.propertyName ?? declaration.name
    if (!holder.initializer || later || !ts.isIdentifier(key) && !ts.isStringLiteralLike(key)) return undefined
    if (key.text === object && isGlobalObject(inner(holder.initializer))) return { path: [] }
    const base = resolve(holder.initializer)
    return base && { path: [...base.path, key.text] }
  }
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return undefined
  const values = (declaration.initializer ? 1 : 0) + (later?.count ?? 0)
  if (values !== 1) return values ? undefined : fromPattern(symbol)
  const found = resolve(declaration.initializer ?? later.value)
  return found?.path.length === 0 ? found : undefined
}

// fromPattern follows let a; ({ b: a } = wx).
function fromPattern(symbol) {
  const p = patterns.get(symbol)
  const base = p && resolve(p.value)
  return base && { path: [...base.path, p.key] }
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
}

function judge(node) {
  const found = resolve(node)
  if (!found || found.path.length === 0 || ts.isIdentifier(node) && !isReference(node)) return
  const path = found.path
  const last = path.at(-1)
  if (path.length > 1 && isAccess(node) && /^(call|apply|bind)$/.test(last)) {
    report(node.expression, path.slice(0, -1).join('.'), 'reference')
    return
  }
  const what = use(node)
  if (what === 'value') report(node, path.join('.'), 'reference')
  if (what !== 'call') return
  report(node, path.join('.'), found.alias ? 'alias' : 'direct')
  const [argument] = outer(node).parent.arguments ?? []
  if (!argument || path.length > 1) return
  if (object === 'my' && last === 'call') strings(argument, (name) => report(node, name, 'dynamic-literal'))
  if (object !== 'wx' || !/^authorize/.test(last) || !ts.isObjectLiteralExpression(argument)) return
  for (const p of argument.properties) {
    if (ts.isPropertyAssignment(p) && p.name.text === 'scope') strings(p.initializer, (name) => report(node, name, 'string-scope'))
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
