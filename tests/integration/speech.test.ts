// The sounds that kiosks speak with: an office's own recordings, and those of the machine's voice.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { Sounds } from '#protocol'
import { findOnPath } from '../../scripts/programs.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'

const HELLO = { language: 'en', text: 'Welcome' } as const
const ID = createHash('sha256').update('en\nWelcome').digest('hex').slice(0, 20)

describe('the speech of kiosks', () => {
  let folder: string
  let office: TestOffice
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'speech-'))
  })
  afterEach(async () => {
    await office.close()
    rmSync(folder, { recursive: true })
  })

  async function open(voice: string): Promise<void> {
    office = await openOffice(sqliteOnly(), {
      env: { SPEECH_FOLDER: folder, VOICE_PROGRAM: voice },
    })
  }
  async function ask(sentences: unknown = [HELLO]): Promise<Sounds> {
    const token = await office.deviceToken('kiosk')
    const path = '/api/v1/offices/victoria/speech'
    const { status, body } = await office.request('POST', path, { token, body: { sentences } })
    assert.equal(status, 200, JSON.stringify(body))
    return body as Sounds
  }
  function record(sound: string): void {
    const own = join(folder, 'recordings', 'victoria')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, `${ID}.wav`), sound)
  }

  it('A24 says that there is none where the machine has no voice', async () => {
    await open(join(folder, 'no-such-program'))
    assert.deepEqual(await ask(), { isAvailable: false, sounds: [] })
  })

  it('A24 plays an office’s own recording, at an address that changes when it does', async () => {
    await open(join(folder, 'no-such-program'))
    record('one')
    const [first] = (await ask()).sounds
    const heard = await office.request('GET', first!.path)
    assert.equal(heard.body, 'one')
    assert.match(heard.headers.get('cache-control') ?? '', /immutable/)
    assert.equal(heard.headers.get('content-type'), 'audio/wav')

    record('two')
    const [second] = (await ask()).sounds
    assert.notEqual(second!.path, first!.path)
    assertProblem(await office.request('GET', first!.path), 'route-unknown')
  })

  it('A24 gives no file but sounds, and refuses what is not a sentence', async () => {
    await open(join(folder, 'no-such-program'))
    writeFileSync(join(folder, 'sentences.tsv'), 'secret')
    for (const path of ['victoria/sentences.tsv', '..%2f..%2f/x.wav', `victoria/${ID}.wav`]) {
      assertProblem(await office.request('GET', `/speech/${path}`), 'route-unknown')
    }
    const token = await office.deviceToken('kiosk')
    for (const sentences of [
      [],
      [{ language: 'de', text: 'Hallo' }],
      [{ ...HELLO, text: 'x'.repeat(401) }],
      Array.from({ length: 41 }, () => HELLO),
    ]) {
      const path = '/api/v1/offices/victoria/speech'
      assertProblem(
        await office.request('POST', path, { token, body: { sentences } }),
        'invalid-input',
      )
    }
  })

  it('A24 makes each sentence once, in a voice of its language', async function () {
    const voice = findOnPath('espeak-ng')
    if (!voice) this.skip()
    await open(voice)
    const text = 'Bienvenue; $(touch /tmp/x) "à vous"'
    const both = [HELLO, { language: 'fr', text }]
    const { isAvailable, sounds } = await ask([...both, HELLO])
    assert.ok(isAvailable)
    assert.deepEqual(
      sounds.map((each) => each.text),
      ['Welcome', text, 'Welcome'],
    )
    const { body } = await office.request('GET', sounds[0]!.path)
    assert.match(String(body), /^RIFF/)
    assert.deepEqual((await ask(both)).sounds, sounds.slice(0, 2))
    const lines = readFileSync(join(folder, 'sentences.tsv'), 'utf8').trim().split('\n')
    assert.equal(lines.length, 2)
    assert.equal(lines[0], `${ID}\ten\tWelcome`)
    assert.ok(existsSync(join(folder, `${ID}.wav`)))
  })
})
