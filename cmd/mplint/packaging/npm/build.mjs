// Builds the npm packages: one with a binary for each target, and mplint, which
// starts the one that fits.
//
//	node build.mjs --version 1.2.3 [--out DIR] [--targets linux-x64,darwin-arm64|host]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(here, '../../../..')
const licenses = 'THIRD-PARTY-LICENSES.txt'
const all = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64']

const { values } = parseArgs({
  options: { version: { type: 'string' }, out: { type: 'string', default: join(root, 'dist/npm') }, targets: { type: 'string', default: all.join() } },
})
if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(values.version ?? '')) throw new Error('--version takes a version such as 1.2.3')
const targets = values.targets === 'host' ? [`${process.platform}-${process.arch}`] : values.targets.split(',')
for (const t of targets) if (!all.includes(t)) throw new Error(`no target ${t}; one of ${all}`)

const { version } = values
const out = resolve(values.out)
const stage = mkdtempSync(join(tmpdir(), 'mplint-npm-'))
mkdirSync(out, { recursive: true })
try {
  for (const target of targets) pack(binaryPackage(target))
  pack(launcherPackage())
} finally {
  rmSync(stage, { recursive: true })
}

function common() {
  return { ...JSON.parse(readFileSync(join(here, 'package.json'))), version }
}

// binaryPackage makes the package of one target, and returns its folder. The
// binary is static, so that the one for Linux also runs where libc is musl.
function binaryPackage(target) {
  const [os, cpu] = target.split('-')
  const exe = os === 'win32' ? 'mplint.exe' : 'mplint'
  const { bin, engines, keywords, ...manifest } = common()
  Object.assign(manifest, { name: `@mplint/${target}`, description: `The binary of mplint for ${target}`, os: [os], cpu: [cpu], files: ['bin', licenses], preferUnplugged: true, publishConfig: { access: 'public' } })
  const dir = folder(target, manifest, `# @mplint/${target}\n\nThe binary of [mplint](${manifest.homepage}) for ${target}. Install \`mplint\` instead.\n`)
  cpSync(join(here, '..', licenses), join(dir, licenses))
  const env = { ...process.env, CGO_ENABLED: '0', GOOS: os === 'win32' ? 'windows' : os, GOARCH: cpu === 'x64' ? 'amd64' : cpu }
  const flags = ['-trimpath', '-ldflags', `-s -w -X main.version=${version}`, '-tags', 'urfave_cli_no_docs']
  execFileSync('go', ['build', ...flags, '-o', join(dir, 'bin', exe), './cmd/mplint'], { cwd: root, env, stdio: 'inherit' })
  return dir
}

function launcherPackage() {
  const manifest = common()
  manifest.optionalDependencies = Object.fromEntries(all.map((target) => [`@mplint/${target}`, version]))
  const dir = folder('mplint', manifest, readFileSync(join(here, 'README.md')))
  cpSync(join(here, 'bin'), join(dir, 'bin'), { recursive: true })
  return dir
}

function folder(name, manifest, readme) {
  const dir = join(stage, name)
  mkdirSync(join(dir, 'bin'), { recursive: true })
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest, null, 2) + '\n')
  writeFileSync(join(dir, 'README.md'), readme)
  cpSync(join(root, 'LICENSE'), join(dir, 'LICENSE'))
  return dir
}

function pack(dir) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['pack', '--silent', '--pack-destination', out], { cwd: dir, stdio: 'inherit', shell: process.platform === 'win32' })
}
