// What is built of the desk program, read as Electron will.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { after, before, describe, it } from 'mocha'
import { buildDeskProgram } from '../../../scripts/desk-program.ts'

describe('the built desk program', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'guichet-desk-program-'))
  const built = (file: string): string => readFileSync(join(folder, file), 'utf8')
  before(() => buildDeskProgram(folder))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives the page six verbs and nothing else, from a script that needs Electron only', () => {
    const exposed: [name: string, bridge: object][] = []
    const needed: string[] = []
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, bridge: object) => exposed.push([name, bridge]),
      },
      ipcRenderer: {},
    }

    runInNewContext(built('preload.cjs'), {
      require: (name: string) => (needed.push(name), electron),
    })

    const verbs = ['callNextKey', 'onCallNext', 'onShapeWanted', 'raise', 'shape', 'tell']
    assert.deepEqual(
      exposed.map(([name, bridge]) => [name, Object.keys(bridge).sort()]),
      [['guichet', verbs]],
    )
    assert.deepEqual(needed, ['electron'])
  })

  it('brings all it needs but Electron and Node', () => {
    const imports = [...built('main.js').matchAll(/from "([^"]+)"/g)].map(([, name]) => name ?? '')

    assert.ok(imports.includes('electron'))
    assert.deepEqual(
      imports.filter((name) => name !== 'electron' && !name.startsWith('node:')),
      [],
    )
    assert.match(built('package.json'), /"main": "main.js"/)
    assert.match(built('unreachable.html'), /Le serveur est injoignable/)
  })
})
