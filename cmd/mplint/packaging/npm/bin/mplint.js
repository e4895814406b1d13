#!/usr/bin/env node
// Starts the binary of mplint that npm installed for this machine, and ends as
// it ends.
'use strict'

const { spawn } = require('node:child_process')
const { constants } = require('node:os')

const failure = 3 // mplint's exit code for "could not do the job"

function fail(text) {
  process.stderr.write(`mplint: ${text}\n`)
  process.exit(failure)
}

function binary() {
  if (process.env.MPLINT_BINARY) return process.env.MPLINT_BINARY
  const target = `${process.platform}-${process.arch}`
  const name = `@mplint/${target}`
  if (!(name in require('../package.json').optionalDependencies)) {
    fail(`there is no binary for ${target}; build it with Go and name it in MPLINT_BINARY`)
  }
  try {
    return require.resolve(`${name}/bin/mplint${process.platform === 'win32' ? '.exe' : ''}`)
  } catch {
    fail(
      `the package ${name} is not installed; install again without --omit=optional (--no-optional), ` +
        'on this machine if node_modules or the lock file came from another one, or name a binary in MPLINT_BINARY',
    )
  }
}

const path = binary()
const child = spawn(path, process.argv.slice(2), { stdio: 'inherit', windowsHide: true })

// The child decides what a signal means. On Windows the console tells it by
// itself, and kill would end it at once.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) {
  process.on(signal, () => {
    if (process.platform !== 'win32') child.kill(signal)
  })
}

child.on('error', (err) => fail(`cannot start ${path}: ${err.message}`))
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code)
  for (const name of signals) process.removeAllListeners(name)
  process.kill(process.pid, signal)
  setTimeout(() => process.exit(128 + constants.signals[signal]), 1000) // where a signal does not end a process
})
