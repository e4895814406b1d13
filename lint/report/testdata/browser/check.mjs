// Opens report pages in a headless Chromium, uses them as a reader does, lets
// axe-core look for barriers, and takes pictures where a folder is given:
//   node check.mjs PAGES.json
// The environment is that of html_browser_test.go.
import { createRequire } from "node:module"
import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const require = createRequire(join(process.env.MPLINT_BROWSER, "package.json"))
const puppeteer = await import(pathToFileURL(require.resolve("puppeteer-core")).href)
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")
const pages = JSON.parse(readFileSync(process.argv[2], "utf8"))
const pictures = process.env.MPLINT_SCREENSHOTS
if (pictures) mkdirSync(pictures, { recursive: true })

let failures = 0
const expect = (ok, what) => {
  if (ok) return
  failures++
  console.log("FAILED: " + what)
}

const launch = puppeteer.launch ?? puppeteer.default.launch
const browser = await launch({ executablePath: process.env.MPLINT_CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--force-color-profile=srgb"] })

const wide = { width: 1280, height: 860 }
const views = {
  light: { viewport: wide, scheme: "light" },
  dark: { viewport: wide, scheme: "dark" },
  narrow: { viewport: { width: 360, height: 740 }, scheme: "light" },
  print: { viewport: { width: 794, height: 1123 }, scheme: "light", media: "print" },
}

for (const page of pages) {
  for (const [view, how] of Object.entries(views)) await look(page, view, how)
  await withoutScript(page)
  if (page.findings > 0) await use(page)
}
await browser.close()
console.log(failures ? failures + " failures" : "all well")
process.exit(failures ? 1 : 0)

// open opens a page in a tab and notes what it asks for and complains about.
async function open(page, viewport, script = true) {
  const tab = await browser.newPage()
  const url = pathToFileURL(page.file).href
  await tab.setJavaScriptEnabled(script)
  await tab.setViewport(viewport)
  tab.on("request", (r) => expect(r.url().split("#")[0] === url, page.name + " asks for " + r.url()))
  tab.on("console", (m) => expect(false, page.name + " says " + m.text()))
  tab.on("pageerror", (e) => expect(false, page.name + " throws " + e))
  tab.on("dialog", (d) => expect(false, page.name + " opens a dialog: " + d.message()))
  await tab.goto(url)
  return tab
}

async function look(page, view, how) {
  const tab = await open(page, how.viewport)
  await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: how.scheme }])
  if (how.media) await tab.emulateMediaType(how.media)
  const name = page.name + "-" + view
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over <= 0, name + " is " + over + " pixels too wide")
  if (view === "dark") expect((await tab.evaluate(() => getComputedStyle(document.body).backgroundColor)) !== "rgb(255, 255, 255)", name + " is white")
  const lang = await tab.evaluate(() => document.documentElement.lang)
  expect(lang === page.lang, name + " has the language " + lang)
  if (pictures) {
    await tab.screenshot({ path: join(pictures, name + ".png") })
    if (view === "light") await tab.screenshot({ path: join(pictures, name + "-full.png"), fullPage: true })
    if (view === "print") await tab.pdf({ path: join(pictures, name + ".pdf"), format: "A4", printBackground: true, margin: { top: "1.5cm", bottom: "1.5cm", left: "1.5cm", right: "1.5cm" } })
  }
  if (!how.media) await barriers(tab, name)
  await tab.close()
}

// barriers runs axe-core with all of its rules.
async function barriers(tab, name) {
  await tab.evaluate(axe)
  const found = await tab.evaluate(async () => {
    const r = await axe.run(document, { resultTypes: ["violations", "incomplete"] })
    const brief = (list) => list.map((v) => v.id + " at " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ") + " (" + v.nodes.length + ")")
    return { violations: brief(r.violations), incomplete: brief(r.incomplete), passes: r.passes.length }
  })
  console.log(`axe: ${name}: ${found.violations.length} violations, ${found.incomplete.length} undecided, ${found.passes} rules passed`)
  for (const v of found.violations) expect(false, name + ": " + v)
  for (const v of found.incomplete) console.log("  undecided: " + v)
}

// withoutScript: all findings are there, the filter is not.
async function withoutScript(page) {
  const tab = await open(page, wide, false)
  const shown = await tab.$$eval(".finding", (list) => list.filter((e) => e.checkVisibility()).length)
  expect(shown === page.findings, `${page.name} without script shows ${shown} of ${page.findings} findings`)
  expect(!(await tab.$eval("body", (b) => b.querySelector("#filter")?.checkVisibility())), page.name + " shows a filter without script")
  await tab.close()
}

// use filters, follows a link from the summary, and goes by keyboard.
async function use(page) {
  const tab = await open(page, wide)
  const shown = () => tab.$$eval(".finding", (list) => list.filter((e) => !e.hidden).length)
  const status = () => tab.$eval("#shown", (e) => e.textContent)
  expect((await shown()) === page.findings && (await status()).includes(page.findings), page.name + " does not begin with all findings")
  await tab.keyboard.press("Tab")
  expect(await tab.evaluate(() => document.activeElement.className === "skip"), page.name + ": Tab does not reach the skip link")
  await tab.keyboard.press("Enter")
  await tab.waitForFunction(() => document.activeElement.id === "main", { timeout: 2000 }).catch(() => expect(false, page.name + ": the skip link does not lead to the report"))
  await tab.type("#words", "no-such-word-anywhere")
  expect((await shown()) === 0 && (await status()).startsWith("0 "), page.name + ": a word that stands nowhere finds something")
  await tab.click("#filter button")
  await tab.waitForFunction((n) => [...document.querySelectorAll(".finding")].filter((e) => !e.hidden).length === n, { timeout: 2000 }, page.findings)
    .catch(() => expect(false, page.name + ": the button does not bring all back"))
  const first = await tab.$eval(".finding", (e) => ({ id: e.id, severity: e.dataset.severity, rule: e.dataset.rule }))
  await tab.type("#words", first.rule.toUpperCase())
  expect((await shown()) > 0, page.name + ": the search looks at case")
  await tab.click("#filter button")
  await tab.select("#rule", first.rule)
  const ofRule = await tab.$$eval(".finding", (list) => list.filter((e) => !e.hidden).map((e) => e.dataset.rule))
  expect(ofRule.length > 0 && ofRule.every((r) => r === first.rule), page.name + ": the rule does not filter")
  await tab.click("#filter button")
  await tab.click(`#filter input[value="${first.severity}"]`)
  expect(await tab.$eval(".finding", (e) => e.hidden), page.name + ": the severity does not filter")
  const link = await tab.$(`a[href="#${first.id}"]`)
  if (link) {
    await link.click()
    await tab.waitForFunction((id) => {
      const box = document.getElementById(id).getBoundingClientRect()
      return box.height > 0 && box.top >= -5 && box.top < innerHeight
    }, { timeout: 2000 }, first.id).catch(() => expect(false, page.name + ": a link from the summary does not lead to its finding"))
  }
  expect((await tab.evaluate(() => [document.scripts.length, document.images.length, typeof window.pwned].join())) === "1,0,undefined", page.name + ": something came in that is not the page's")
  await tab.close()
}
