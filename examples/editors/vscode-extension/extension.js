// Starts `mplint lsp` for the files of mini-programs.
'use strict'

const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

const pattern = '**/*.{json,js,ts,jsx,tsx,mjs,cjs,wxml,axml,vue,nvue,uvue,mpx,wpy}'
let client

exports.activate = async () => {
  const command = vscode.workspace.getConfiguration('mplint').get('path')
  client = new LanguageClient('mplint', 'mplint', { command, args: ['lsp'] }, { documentSelector: [{ scheme: 'file', pattern }] })
  try {
    await client.start()
  } catch (err) {
    vscode.window.showErrorMessage(`mplint: cannot start ${command}: ${err.message}`)
  }
}

exports.deactivate = () => client?.stop()
