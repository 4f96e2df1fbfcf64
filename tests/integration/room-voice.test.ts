// What boards can say: voice packs, the office's own recordings, the machine's voice, and what is missing.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, describe, it } from 'mocha'
import { spokenCall, spokenLanguages } from '#protocol'
import { VoiceManifest } from '#protocol/room-contract'
import { findOnPath } from '../../scripts/programs.ts'
import { sqliteOnly, describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { png, wav, writePack } from '../support/room-files.ts'

const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)], { type: 'audio/wav' })

describe('D5 the voice of boards', () => {
  let folder: string
  let office: TestOffice
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'voice-'))
  })
  afterEach(async () => {
    await office.close()
    rmSync(folder, { recursive: true })
  })

  async function open(voice = join(folder, 'no-such-program')): Promise<void> {
    office = await openOffice(sqliteOnly(), {
      env: {
        ...{ VOICE_PACKS: `${join(folder, 'none')}, ${join(folder, 'packs')}` },
        ...{ SPEECH_FOLDER: join(folder, 'speech'), VOICE_PROGRAM: voice },
        MEDIA_FOLDER: join(folder, 'media'),
      },
    })
  }
  async function manifest(): Promise<VoiceManifest> {
    const found = await office.api(await office.deviceToken('display')).voice('victoria')
    assert.deepEqual(VoiceManifest.parse(found), found)
    return found
  }
  const inLanguage = ({ languages }: VoiceManifest, language: string) => {
    const found = languages.find((each) => each.language === language)
    assert.ok(found)
    return found
  }
  async function hear(path: string | undefined): Promise<Buffer> {
    const response = await fetch(office.origin + String(path))
    assert.equal(response.status, 200, path)
    assert.match(response.headers.get('content-type') ?? '', /^audio\//)
    assert.match(response.headers.get('cache-control') ?? '', /immutable/)
    return Buffer.from(await response.arrayBuffer())
  }
  const file = (...parts: string[]) => readFileSync(join(folder, 'packs', ...parts))

  it('is silent, and says so, where there is no pack, no recording and no voice', async () => {
    await open()
    for (const { pack, sounds, missing } of (await manifest()).languages) {
      assert.deepEqual([pack, sounds], [null, {}])
      assert.equal(missing.length, 26 + 10 + 1 + 6)
    }
  })

  it('comes from packs in Asterisk’s layout, Canadian ones first, zed and all', async () => {
    for (const name of ['en_US_f_Allison', 'fr_FR_f_x', 'fr_CA_f_June'])
      writePack(join(folder, 'packs'), name)
    await open()

    const en = inLanguage(await manifest(), 'en')
    const fr = inLanguage(await manifest(), 'fr')

    assert.deepEqual([en.pack, fr.pack], ['en_US_f_Allison', 'fr_CA_f_June'])
    assert.deepEqual(await hear(en.sounds.z?.[0]), file('en_US_f_Allison', 'letters', 'zed.wav'))
    assert.deepEqual(await hear(fr.sounds['7']?.[0]), file('fr_CA_f_June', 'digits', '7.wav'))
    const { words } = spokenCall('fr', 'A023', { code: '4', name: { en: 'C 4', fr: 'Guichet 4' } })
    assert.deepEqual(words, ['a', '0', '2', '3', 'counter-4'])
    assert.ok(words.slice(0, 4).every((word) => fr.sounds[word]?.length === 1))
    assert.deepEqual(
      fr.missing.filter((word) => !word.startsWith('counter')),
      [],
    )
  })

  it('says a counter as the word and its number, once the office has recorded the word', async () => {
    writePack(join(folder, 'packs'), 'en_US_f_Allison')
    await open()
    const token = await office.deviceToken('display')
    const board = await Listener.open(office, 'board', token)
    const revision = () => {
      const row = board.view.rows.find((each) => each.kind === 'voice')
      return row?.revision
    }
    const before = revision()
    assert.ok(inLanguage(await manifest(), 'en').missing.includes('counter-4'))
    const manager = await office.signIn('manager.victoria')

    const { recording } = await manager.putRecording('victoria', 'en', 'counter', blob(wav(880)))

    assert.deepEqual([recording.language, recording.word], ['en', 'counter'])
    await board.until(() => revision() !== before)
    const en = inLanguage(await manifest(), 'en')
    assert.deepEqual(en.own, ['counter'])
    assert.deepEqual(en.missing, [])
    const [word, number] = en.sounds['counter-4'] ?? []
    assert.deepEqual(await hear(word), wav(880))
    assert.deepEqual(await hear(number), file('en_US_f_Allison', 'digits', '4.wav'))
    board.close()
  })

  it('takes a recording of a whole counter before anything else, and forgets it when told', async () => {
    writePack(join(folder, 'packs'), 'fr_CA_f_June')
    await open()
    const manager = await office.signIn('manager.victoria')
    await manager.putRecording('victoria', 'fr', 'counter-2', blob(wav(300)))
    await manager.putRecording('victoria', 'fr', 'a', blob(wav(310)))
    const first = inLanguage(await manifest(), 'fr')
    assert.deepEqual(new Set(first.own), new Set(['a', 'counter-2']))
    assert.deepEqual(await hear(first.sounds['counter-2']?.[0]), wav(300))
    const gone = first.sounds.a?.[0]

    await manager.removeRecording('victoria', 'fr', 'a')
    await manager.putRecording('victoria', 'fr', 'counter-2', blob(wav(320)))

    const after = inLanguage(await manifest(), 'fr')
    assert.deepEqual(await hear(after.sounds.a?.[0]), file('fr_CA_f_June', 'letters', 'a.wav'))
    assert.deepEqual(await hear(after.sounds['counter-2']?.[0]), wav(320))
    assertProblem(await office.request('GET', String(gone)), 'route-unknown')
    assert.equal((await manager.recordings('victoria')).recordings.length, 1)
  })

  it('has a missing word made by the machine’s own voice', async function () {
    const program = findOnPath('espeak-ng')
    if (program === null) {
      await open()
      this.skip()
    }
    writePack(join(folder, 'packs'), 'en_US_f_Allison', ['letters/q'])
    await open(program)
    const en = inLanguage(await manifest(), 'en')
    assert.deepEqual(en.missing, [])
    assert.ok(en.made.includes('q') && en.made.includes('counter') && !en.made.includes('a'))
    assert.match((await hear(en.sounds.q?.[0])).subarray(0, 4).toString(), /RIFF/)
  })

  it('gives a restarted server’s boards the sounds they knew', async () => {
    writePack(join(folder, 'packs'), 'en_US_f_Allison')
    await open()
    const known = inLanguage(await manifest(), 'en').sounds.b?.[0]
    await office.restart()
    assert.deepEqual(await hear(known), file('en_US_f_Allison', 'letters', 'b.wav'))
  })
})

describe('D5 a spoken call', () => {
  it('is written as it is said, letters and digits apart, of any kind of number', () => {
    const counter = { code: '12', name: { en: 'Counter 12', fr: 'Guichet 12' } }
    assert.equal(spokenCall('en', 'A023', counter).text, 'A 0 2 3, Counter 12')
    assert.equal(spokenCall('fr', 'K1-007', counter).text, 'K 1 0 0 7, Guichet 12')
    assert.deepEqual(spokenCall('en', 'VIC B9', counter).words, [
      'v',
      'i',
      'c',
      'b',
      '9',
      'counter-12',
    ])
  })

  it('is said in the ticket’s language first, unless the office lists another order', () => {
    const both = { languages: ['en', 'fr'], first: 'ticket' } as const
    assert.deepEqual(spokenLanguages(both, 'fr'), ['fr', 'en'])
    assert.deepEqual(spokenLanguages({ ...both, first: 'listed' }, 'fr'), ['en', 'fr'])
    assert.deepEqual(spokenLanguages({ languages: ['en'], first: 'ticket' }, 'fr'), ['en'])
  })
})

describeOnEach('D5 the recordings of an office', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'))
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database, { env: { MEDIA_FOLDER: folder } })
  })
  afterEach(() => office.close())
  after(() => {
    rmSync(folder, { recursive: true })
  })

  it('refuse what is no sound, no word, no language, and whoever does not manage the office', async () => {
    const manager = await office.signIn('manager.victoria')
    await assertNothingChanges(office, async () => {
      const put = (language: string, word: string, bytes = wav(440)) =>
        manager.putRecording('victoria', language, word, blob(bytes))
      await assertRefused(put('en', 'a', png()), 'file-type-refused')
      await assertRefused(put('en', 'a', Buffer.alloc(0)), 'file-broken')
      await assertRefused(put('en', 'a', wav(440, 140)), 'file-too-large')
      await assertRefused(put('de', 'a'), 'recording-unknown')
      await assertRefused(put('en', 'hello'), 'recording-unknown')
      await assertRefused(manager.removeRecording('victoria', 'en', 'a'), 'recording-unknown')
      await assertRefused(
        manager.putRecording('cranbrook', 'en', 'a', blob(wav(440))),
        'not-your-office',
      )
      const display = office.api(await office.deviceToken('display'))
      await assertRefused(
        display.putRecording('victoria', 'en', 'a', blob(wav(440))),
        'not-allowed',
      )
    })
  })
})
