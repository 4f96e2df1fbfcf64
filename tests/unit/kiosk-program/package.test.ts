// What is packaged of the kiosk program, and how it is locked.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'mocha'

interface Packaging {
  electronVersion: string
  directories: { app: string }
  asar: boolean
  electronFuses: Record<string, boolean>
  win: { target: { target: string }[] }
  linux: { target: { target: string }[] }
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const packaging = read('kiosk/electron-builder.json') as Packaging

describe('the packages of the kiosk program', () => {
  it('are made for Windows and Linux, of what is built, with the Electron that is tested', () => {
    const { devDependencies } = read('package.json') as { devDependencies: Record<string, string> }

    assert.equal(packaging.electronVersion, devDependencies.electron)
    assert.equal(packaging.directories.app, 'dist/kiosk-program')
    assert.deepEqual(
      [...packaging.win.target, ...packaging.linux.target].map(({ target }) => target),
      ['nsis', 'deb', 'AppImage'],
    )
  })

  it('run nothing but the packed program: no Node, no inspector, nothing changed', () => {
    const { asar, electronFuses: fuses } = packaging
    assert.ok(asar)
    for (const off of [
      'runAsNode',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
    ])
      assert.equal(fuses[off], false, off)
    assert.ok(fuses.enableEmbeddedAsarIntegrityValidation && fuses.onlyLoadAppFromAsar)
  })
})
