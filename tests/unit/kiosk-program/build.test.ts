// What is built of the kiosk program, read as Electron will; and its pages, asked for as the window
// asks: with the server there, and without it.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { after, before, describe, it } from 'mocha'
import { ownPages } from '../../../kiosk/main/own-pages.ts'
import { buildKioskProgram } from '../../../scripts/kiosk-program.ts'

const SERVER = 'https://guichet.example.ca'

describe('the built kiosk program', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'guichet-kiosk-program-'))
  const built = (file: string): string => readFileSync(join(folder, file), 'utf8')
  before(() => buildKioskProgram(folder))
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const passed: string[] = []
  const pages = ownPages(join(folder, 'pages'), SERVER, (request) => {
    passed.push(`${request.method} ${new URL(request.url).pathname}`)
    return Promise.reject(new Error('the server is gone'))
  })
  const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
    pages(new Request(path.startsWith('https:') ? path : `${SERVER}${path}`, options))

  it('gives the page five verbs and nothing else, from a script that needs Electron only', () => {
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

    const verbs = ['about', 'leave', 'onPrinter', 'print', 'restart']
    assert.deepEqual(
      exposed.map(([name, bridge]) => [name, Object.keys(bridge).sort()]),
      [['guichetKiosk', verbs]],
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
  })

  it('A20 answers the page and all it asks for at the server’s address, without the server', async () => {
    const html = await (await ask('/kiosk/')).text()
    const asked = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    assert.ok(asked.length >= 5, asked.join(' '))
    for (const path of asked) {
      const response = await ask(path)
      assert.equal(response.status, 200, path)
      assert.ok(response.headers.get('content-type'), path)
    }
    for (const path of ['/kiosk', '/kiosk/victoria', '/kiosk/victoria?print=80'])
      assert.equal(await (await ask(path)).text(), html)
    assert.deepEqual(passed, [])
  })

  it('has a policy that lets in nothing from elsewhere and nothing written into the page', async () => {
    const policy = (await ask('/kiosk/')).headers.get('content-security-policy') ?? ''

    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe|\*|http/)
    assert.doesNotMatch(built('pages/kiosk/index.html'), /<style|<script(?![^>]* src=)|style=/)
  })

  it('passes on to the server what it does not have, and asks nobody else', async () => {
    passed.length = 0
    await assert.rejects(ask('/api/v1/offices/victoria/visits', { method: 'POST', body: '{}' }))
    await assert.rejects(ask('/api/v1/offices/victoria/kiosk'))
    await assert.rejects(ask('/kiosk/speech/en.wav'))
    assert.deepEqual(passed, [
      'POST /api/v1/offices/victoria/visits',
      'GET /api/v1/offices/victoria/kiosk',
      'GET /kiosk/speech/en.wav',
    ])
    passed.length = 0
    for (const elsewhere of [
      'https://elsewhere.example/kiosk/',
      'https://guichet.example.ca:8443/',
    ])
      assert.equal((await ask(elsewhere)).status, 403)
    assert.deepEqual(passed, [])
  })

  it('reads no file outside its pages', async () => {
    passed.length = 0
    for (const path of [
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%00.js',
      '/%.js',
    ])
      await assert.rejects(ask(path), path)
    assert.equal(passed.length, 5)
  })
})
