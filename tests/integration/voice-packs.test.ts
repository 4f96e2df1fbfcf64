// Voice packs that offices upload as one file: what is taken of them, what boards then say, and which
// archives are refused.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { after, afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol'
import { VoicePackAdded, VoicePacksAnswer } from '#protocol/room-contract'
import { below, claiming, tarBomb, tarGz, zip, type Files } from '../support/archives.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { packSounds, png, wav, writePack } from '../support/room-files.ts'

const MB = 1024 * 1024
const PATH = '/api/v1/offices/victoria/voice-packs'
const blob = (bytes: Buffer, type = 'application/zip') =>
  new Blob([new Uint8Array(bytes)], { type })
const text = (words: string) => new TextEncoder().encode(words)
const FRENCH = below('fr_CA', packSounds('fr_CA', ['letters/q', 'digits/90']))

describeOnEach('D5 the voice pack that an office uploads', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'uploaded-'))
  writePack(join(folder, 'packs'), 'en_US_f_Allison')
  writePack(join(folder, 'packs'), 'fr_FR_server')
  let office: TestOffice
  let manager: Api
  let token: string
  beforeEach(async () => {
    office = await openOffice(database, {
      env: {
        ...{ MEDIA_FOLDER: join(folder, 'media'), VOICE_PACKS: join(folder, 'packs') },
        VOICE_PROGRAM: join(folder, 'no-such-program'),
      },
    })
    token = await office.tokenOf('manager.victoria')
    manager = office.api(token)
  })
  afterEach(async () => {
    await office.close()
    rmSync(join(folder, 'media'), { recursive: true, force: true })
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  const upload = (bytes: Buffer, query = '', type = 'application/zip') =>
    office.request('POST', PATH + query, { token, body: bytes, headers: { 'content-type': type } })
  const onDisk = () => {
    const all = (path: string) => readdirSync(join(folder, 'media', 'victoria', path)).sort()
    return [...all('.'), ...all('voices')]
  }
  async function spoken(language: string) {
    const board = office.api(await office.deviceToken('display'))
    const { languages } = await board.voice('victoria')
    const found = languages.find((each) => each.language === language)
    assert.ok(found)
    return found
  }
  async function hear(path: string | undefined): Promise<Buffer> {
    const response = await fetch(office.origin + String(path))
    assert.equal(response.status, 200, path)
    assert.match(response.headers.get('content-type') ?? '', /^audio\/wav/)
    assert.match(response.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
    return Buffer.from(await response.arrayBuffer())
  }

  it('speaks at once and after a restart; what it lacks is told, and said by the server’s', async () => {
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const revision = () => board.view.rows.find((each) => each.kind === 'voice')?.revision
    const before = revision()
    const others = new Map<string, Uint8Array>([
      ['__MACOSX/fr_CA/._1.wav', wav(1)],
      ['fr_CA/silence/1.wav', wav(2)],
      ['LICENSE.txt', text('CC BY-SA 3.0')],
      ['fr_CA/letters/b.wav', text('no sound at all')],
    ])
    const packs = new Map<string, Uint8Array>([
      ...below('sounds/en_CA', packSounds('en_CA')),
      ...FRENCH,
      ...others,
    ])

    const answer = await manager.addVoicePack('victoria', blob(zip(packs)))

    assert.deepEqual(VoicePackAdded.parse(answer), answer)
    assert.deepEqual([answer.added, answer.ignored], [['en', 'fr'], 4])
    assert.deepEqual(
      answer.packs.map(({ language, name }) => [language, name]),
      [
        ['en', 'en_CA'],
        ['fr', 'fr_CA'],
      ],
    )
    const [english, french] = answer.packs
    assert.deepEqual(english?.lacks, { words: ['counter'], numbers: [] })
    assert.deepEqual(french?.lacks.words, ['b', 'q', 'counter'])
    assert.deepEqual(french.lacks.numbers.slice(0, 3), [90, 190])
    await board.until(() => revision() !== before)
    board.close()
    for (const once of ['then', 'after a restart']) {
      const fr = await spoken('fr')
      assert.deepEqual([fr.pack, fr.missing.includes('q')], ['fr_CA', false], once)
      assert.deepEqual(await hear(fr.sounds.a?.[0]), packSounds('fr').get('letters/a.wav'))
      assert.deepEqual(await hear(fr.sounds.q?.[0]), packSounds('fr').get('letters/q.wav'))
      await office.restart()
      // A board asks for what it was told before, of a server that was not asked what there is.
      assert.deepEqual(await hear(fr.sounds['7']?.[0]), packSounds('fr').get('digits/7.wav'))
    }
    const seen = await office.api(await office.deviceToken('display')).voicePacks('victoria')
    assert.deepEqual(VoicePacksAnswer.parse(seen).packs, answer.packs)
  })

  it('is taken as tar.gz, from whatever folder, and without one when its language is said', async () => {
    const flat = tarGz(packSounds('fr', ['letters/x']))
    const problem = assertProblem(await upload(flat, '', 'application/gzip'), 'invalid-input')
    assert.deepEqual(
      problem.fields?.map(({ path }) => path),
      ['language'],
    )
    const { added, packs } = await manager.addVoicePack('victoria', blob(flat), 'fr')
    assert.deepEqual(
      [added, packs[0]?.name, packs[0]?.lacks.words],
      [['fr'], 'fr', ['x', 'counter']],
    )

    const deep = below('./usr/share/asterisk/sounds/en_US_f_Allison', packSounds('en'))
    const more = await manager.addVoicePack('victoria', blob(tarGz(deep), 'application/gzip'))
    assert.deepEqual(more.added, ['en'])
    assert.deepEqual(
      more.packs.map(({ name }) => name),
      ['fr', 'en_US_f_Allison'],
    )
    // Of several of a language the Canadian one; a language of nobody here is no pack of ours.
    const several = new Map([
      ...below('en', packSounds('en')),
      ...below('en_CA_x', packSounds('fr')),
      ...below('es', packSounds('en')),
    ])
    const best = await manager.addVoicePack('victoria', blob(zip(several)))
    assert.deepEqual([best.added, best.packs[1]?.name], [['en'], 'en_CA_x'])
    assert.equal(best.ignored, 2 * packSounds('en').size)
  })

  it('takes the place of the one before, and is taken away', async () => {
    await manager.addVoicePack('victoria', blob(zip(FRENCH)))
    const [, first] = [onDisk(), await spoken('fr')]
    const lower = new Map([...packSounds('fr').keys()].map((place) => [place, wav(77)]))
    await manager.addVoicePack('victoria', blob(zip(below('fr_CA_low', lower))))

    const second = await spoken('fr')
    assert.equal(second.pack, 'fr_CA_low')
    assert.deepEqual(await hear(second.sounds.a?.[0]), wav(77))
    assert.equal(onDisk().filter((name) => name.includes('-')).length, 1, 'only one is kept')
    // The same sound, in another pack now, is still at the address that boards know.
    await manager.addVoicePack('victoria', blob(zip(below('fr_CA', lower))))
    assert.deepEqual(await hear(second.sounds.a?.[0]), wav(77))

    await manager.removeVoicePack('victoria', 'fr')

    assert.deepEqual(onDisk(), ['voices'])
    assert.equal((await spoken('fr')).pack, 'fr_FR_server')
    assertProblem(await office.request('GET', String(second.sounds.a?.[0])), 'route-unknown')
    assert.ok(await hear(first.sounds.q?.[0]))
    await assertRefused(manager.removeVoicePack('victoria', 'fr'), 'voice-pack-unknown')
    const unknown = await office.request('DELETE', `${PATH}/de`, { token })
    assertProblem(unknown, 'voice-pack-unknown')
  })

  it('is refused when it is no archive, none that is whole, or has no pack in it', async () => {
    await manager.addVoicePack('victoria', blob(zip(FRENCH)))
    const there = onDisk()
    const whole = zip(FRENCH)
    const sound = wav(100)
    const of = (name: string, bytes: Uint8Array = sound): Files => new Map([[name, bytes]])
    await assertNothingChanges(office, async () => {
      for (const bytes of [png(), Buffer.from('no archive'), sound, Buffer.from([0])])
        assertProblem(await upload(bytes), 'file-type-refused')
      assertProblem(await upload(Buffer.alloc(0)), 'file-broken')
      assertProblem(await upload(whole.subarray(0, whole.length / 2)), 'file-broken')
      assertProblem(await upload(Buffer.from('PK\x03\x04 and nothing')), 'file-broken')
      const packed = tarGz(FRENCH)
      assertProblem(await upload(packed.subarray(0, packed.length / 2)), 'file-broken')
      assertProblem(await upload(gzipSync('no tar')), 'file-broken')
      assertProblem(await upload(gzipSync(packed)), 'file-broken')
      assertProblem(await upload(claiming(whole, 4)), 'file-broken')
      for (const files of [
        of('notes.txt'),
        of('fr_CA/letters/a.wav'),
        of('fr_CA/digits/1.mp3'),
        of('fr_CA/digits/1.wav', png()),
        of('fr_CA/digits/1.wav', Buffer.concat([sound, Buffer.alloc(3 * MB)])),
      ]) {
        assertProblem(await upload(zip(files)), 'no-voice-pack')
        assertProblem(await upload(tarGz(files)), 'no-voice-pack')
      }
      assertProblem(await upload(whole, '?language=de'), 'invalid-input')
      assertProblem(await upload(whole, '?lang=fr'), 'invalid-input')
      const json = await office.request('POST', PATH, { token, body: {} })
      assertProblem(json, 'file-broken')
    })
    assert.deepEqual(onDisk(), there)
  })

  it('is refused when its names lead elsewhere, and nothing is written there', async () => {
    for (const name of [
      '../fr_CA/digits/1.wav',
      'fr_CA/../../digits/1.wav',
      '/fr_CA/digits/1.wav',
      'C:\\fr_CA\\digits\\1.wav',
      '..\\fr_CA\\digits\\1.wav',
    ]) {
      const files = new Map<string, Uint8Array>([...FRENCH, [name, wav(1)]])
      assertProblem(await upload(zip(files)), 'archive-unsafe')
      assertProblem(await upload(tarGz(files)), 'archive-unsafe')
    }
    assert.deepEqual(readdirSync(join(folder, 'media', 'victoria')), [])
    assert.deepEqual(readdirSync(folder).sort(), ['media', 'packs'])
  })

  it('is refused when it is huge, or would be once unpacked', async () => {
    const too = async (what: string, archive: Buffer) => {
      const problem = assertProblem(await upload(archive), 'archive-too-large')
      assert.equal(problem.details?.what, what)
    }
    const whole = zip(FRENCH)
    assertProblem(await upload(Buffer.concat([whole, Buffer.alloc(64 * MB)])), 'file-too-large')
    await too('unpacked', claiming(whole, 513 * MB))
    await too('taken', claiming(whole, 65 * MB))
    const many = new Map(Array.from({ length: 20_001 }, (_, n) => [`x/${n}`, new Uint8Array()]))
    await too('entries', zip(many, 0))
    await too('unpacked', tarBomb(513))
    assert.deepEqual(readdirSync(join(folder, 'media', 'victoria')), [])
  })

  it('is refused when the office keeps as much as it may', async () => {
    const medium = {
      ...{ id: 'film', name: 'film', type: 'video/mp4', bytes: 2_048 * MB, hash: 'f'.repeat(64) },
      ...{ seconds: null, alt: null },
    }
    const by = { actor: { kind: 'system', id: 'test' }, mayOverrule: false } as const
    const command = { do: 'put-medium', medium, isNew: true } as const
    await office.app.door.execute({ office: 'victoria', by, command })
    assertProblem(await upload(zip(FRENCH)), 'files-full')
    assert.deepEqual(readdirSync(join(folder, 'media', 'victoria')), [])
  })

  it('leaves the one before when the sender is cut off in the middle', async () => {
    await manager.addVoicePack('victoria', blob(zip(FRENCH)))
    const there = onDisk()
    const whole = zip(below('fr_CA_new', packSounds('fr')))
    const { port } = new URL(office.origin)
    const socket = connect(Number(port), '127.0.0.1')
    const head = `POST ${PATH} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`
    socket.write(`${head}content-type: application/zip\r\ncontent-length: ${whole.length}\r\n\r\n`)
    socket.write(whole.subarray(0, whole.length - 100))
    await eventually(() => onDisk().length > there.length, 'the part on disk')
    socket.destroy()
    await eventually(() => onDisk().length === there.length, 'nothing left')
    assert.deepEqual(onDisk(), there)
    assert.equal((await spoken('fr')).pack, 'fr_CA')
  })

  it('is one when two are sent at once', async () => {
    const names = ['fr_CA_a', 'fr_CA_b']
    await Promise.all(
      names.map((name) =>
        manager.addVoicePack('victoria', blob(zip(below(name, packSounds('fr'))))),
      ),
    )
    const { packs } = await manager.voicePacks('victoria')
    assert.equal(packs.length, 1)
    assert.deepEqual(packs[0]?.lacks.words, ['counter'])
    assert.equal((await spoken('fr')).pack, packs[0].name)
  })

  it('may be sent and taken away by the office’s manager alone', async () => {
    const bytes = blob(zip(FRENCH))
    await assertNothingChanges(office, async () => {
      const display = office.api(await office.deviceToken('display'))
      const agent = await office.signIn('agent.victoria')
      for (const other of [display, agent]) {
        await assertRefused(other.addVoicePack('victoria', bytes), 'not-allowed')
        await assertRefused(other.removeVoicePack('victoria', 'fr'), 'not-allowed')
      }
      await assertRefused(manager.addVoicePack('cranbrook', bytes), 'not-your-office')
      await assertRefused(manager.removeVoicePack('cranbrook', 'fr'), 'not-your-office')
      await assertRefused(manager.addVoicePack('atlantis', bytes), 'office-unknown')
    })
    const administrator = await office.signIn('administrator')
    assert.deepEqual((await administrator.addVoicePack('cranbrook', bytes)).added, ['fr'])
  })
})
