// Images and videos for boards: looked at by their bytes, kept on disk, played in the office's order.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'mocha'
import type { Api } from '#protocol/api'
import { MediaAnswer, MediumAnswer } from '#protocol/room-contract'
import { USUAL_BOARD } from '#protocol'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { mp4, png, wav } from '../support/room-files.ts'

const MB = 1024 * 1024
const blob = (bytes: Buffer, type = 'image/png') => new Blob([new Uint8Array(bytes)], { type })

describeOnEach('D7 the media of an office', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'media-'))
  let office: TestOffice
  let manager: Api
  let token: string
  let board: Listener<'board'>
  before(async () => {
    office = await openOffice(database, { env: { MEDIA_FOLDER: folder } })
    token = await office.tokenOf('manager.victoria')
    manager = office.api(token)
    board = await Listener.open(office, 'board', await office.deviceToken('display'))
  })
  after(async () => {
    board.close()
    await office.close()
    rmSync(folder, { recursive: true })
  })

  const PATH = '/api/v1/offices/victoria/media'
  const upload = (bytes: Buffer, type: string, name = 'x.png') =>
    office.request('POST', `${PATH}?name=${encodeURIComponent(name)}`, {
      ...{ token, body: bytes, headers: { 'content-type': type } },
    })
  const playlist = () => {
    const row = board.view.rows.find((each) => each.kind === 'playlist')
    return row?.media ?? []
  }
  const onDisk = () => readdirSync(join(folder, 'victoria')).sort()

  it('are uploaded, shown to boards at once, and fetched whole, in part and for good', async () => {
    const bytes = png(40)
    const answer = await manager.addMedium('victoria', 'Été à Victoria.png', blob(bytes))

    assert.deepEqual(MediumAnswer.parse(answer), answer)
    const { medium } = answer
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    assert.equal(medium.path, `/media/victoria/${hash}.png`)
    assert.deepEqual(
      [medium.name, medium.type, medium.bytes, medium.seconds],
      ['Été à Victoria.png', 'image/png', bytes.length, 12],
    )
    await board.until(() => playlist().length === 1)
    const [shown] = playlist()
    assert.equal(shown?.path, medium.path)
    const whole = await fetch(office.origin + medium.path)
    assert.deepEqual(Buffer.from(await whole.arrayBuffer()), bytes)
    assert.equal(whole.headers.get('content-type'), 'image/png')
    assert.match(whole.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
    assert.equal(whole.headers.get('x-content-type-options'), 'nosniff')
    const part = await fetch(office.origin + medium.path, { headers: { range: 'bytes=2-5' } })
    assert.equal(part.status, 206)
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(2, 6))
    const beyond = await office.request('GET', medium.path, { headers: { range: 'bytes=9999-' } })
    assert.equal(beyond.status, 416)
  })

  it('are the same one when the same file is sent again', async () => {
    const before = await manager.media('victoria')
    const again = await manager.addMedium('victoria', 'again.png', blob(png(40)))
    assert.equal(again.medium.id, before.media[0]?.id)
    assert.deepEqual((await manager.media('victoria')).media, before.media)
  })

  it('are known by their bytes, whatever they call themselves', async () => {
    const { status, body } = await upload(mp4(6_000), 'image/png', 'clip.png')
    assert.equal(status, 201)
    const { medium } = body as { medium: { type: string; seconds: number | null } }
    assert.deepEqual([medium.type, medium.seconds], ['video/mp4', null])
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const files = onDisk()
    for (const bytes of [page, svg, Buffer.from('GIF89a'), wav(440), Buffer.from([0])]) {
      const problem = assertProblem(await upload(bytes, 'image/png'), 'file-type-refused')
      assert.deepEqual(problem.details?.taken, [
        'image/png',
        'image/jpeg',
        'image/webp',
        'video/mp4',
        'video/webm',
      ])
    }
    assert.deepEqual(onDisk(), files, 'nothing of them is kept')
  })

  it('are refused when they are too large, empty, or have no name that a file can have', async () => {
    const files = onDisk()
    const large = Buffer.concat([png(1), Buffer.alloc(10 * MB)])
    await assertNothingChanges(office, async () => {
      assertProblem(await upload(large, 'image/png'), 'file-too-large')
      assertProblem(await chunked(large), 'file-too-large')
      assertProblem(await upload(Buffer.alloc(0), 'image/png'), 'file-broken')
      for (const name of ['', ' ', 'a/b.png', 'a\u0000.png', '..\\\\b', 'x'.repeat(121)])
        assertProblem(await upload(png(2), 'image/png', name), 'invalid-input')
      const unnamed = { token, body: png(2), headers: { 'content-type': 'image/png' } }
      assertProblem(await office.request('POST', PATH, unnamed), 'invalid-input')
      const extra = await office.request('POST', `${PATH}?name=a.png&as=b`, unnamed)
      assertProblem(extra, 'invalid-input')
      const json = await office.request('POST', `${PATH}?name=a.png`, { token, body: {} })
      assertProblem(json, 'file-broken')
    })
    assert.deepEqual(onDisk(), files)
  })

  /** Without saying how much will come. */
  async function chunked(bytes: Buffer) {
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 65_536)
          controller.enqueue(new Uint8Array(bytes.subarray(at, at + 65_536)))
        controller.close()
      },
    })
    const response = await fetch(`${office.origin}${PATH}?name=x.png`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' },
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }

  it('leave nothing behind when the sender is cut off', async () => {
    const files = onDisk()
    const { port } = new URL(office.origin)
    const socket = connect(Number(port), '127.0.0.1')
    const head = `POST ${PATH}?name=x.png HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`
    socket.write(`${head}content-type: image/png\r\ncontent-length: 900000\r\n\r\n`)
    socket.write(Buffer.concat([png(3), Buffer.alloc(100_000)]))
    await eventually(() => onDisk().length > files.length, 'the part on disk')
    socket.destroy()
    await eventually(() => onDisk().length === files.length, 'nothing left')
  })

  it('are named, timed, described, ordered and taken away, and boards follow', async () => {
    const { medium: last } = await manager.addMedium('victoria', 'b.png', blob(png(80)))
    const { media } = await manager.media('victoria')
    assert.equal(media.at(-1)?.id, last.id)
    const alt = { en: 'Renew early', fr: 'Renouvelez tôt' }
    const named = await manager.putMedium('victoria', last.id, { name: 'Renew', seconds: 20, alt })
    assert.deepEqual([named.medium.name, named.medium.seconds], ['Renew', 20])
    assert.deepEqual(named.medium.alt, alt)

    const order = media.map(({ id }) => id).reverse()
    const ordered = await manager.orderPlaylist('victoria', order)

    assert.deepEqual(MediaAnswer.parse(ordered), ordered)
    assert.deepEqual(
      ordered.media.map(({ id }) => id),
      order,
    )
    await board.until(() => playlist()[0]?.id === last.id)
    assert.deepEqual(playlist()[0]?.alt, alt)
    await assertRefused(manager.orderPlaylist('victoria', order.slice(1)), 'playlist-incomplete')
    await assertRefused(
      manager.orderPlaylist('victoria', [...order.slice(1), 'x']),
      'playlist-incomplete',
    )
    const { code: _, ...usual } = USUAL_BOARD
    await manager.putBoard('victoria', 'hall', {
      ...(structuredClone(usual) as Parameters<Api['putBoard']>[2]),
      playlist: [last.id],
    })

    await manager.removeMedium('victoria', last.id)

    await board.until(() => !playlist().some(({ id }) => id === last.id))
    const hall = board.view.rows.find((row) => row.id === 'board:hall')
    assert.ok(hall?.kind === 'board')
    assert.deepEqual(hall.playlist, [], 'no board plays it any more')
    assertProblem(await office.request('GET', last.path), 'route-unknown')
    await assertRefused(manager.removeMedium('victoria', last.id), 'medium-unknown')
    await assertRefused(
      manager.putMedium('victoria', last.id, { name: 'x', alt: null }),
      'medium-unknown',
    )
    await manager.removeBoard('victoria', 'hall')
  })

  it('are nothing but files of this folder, under their own address', async () => {
    const paths = [
      '/media/victoria/..%2f..%2fpackage.json',
      '/media/..%2f/x.png',
      '/voice/victoria/x',
    ]
    for (const path of [...paths, `/media/cranbrook/${'0'.repeat(32)}.png`])
      assertProblem(await office.request('GET', path), 'route-unknown')
  })

  it('may be seen by those who see boards, and changed by the office’s manager alone', async () => {
    const display = office.api(await office.deviceToken('display'))
    assert.ok((await display.media('victoria')).media.length > 0)
    await assertRefused(display.addMedium('victoria', 'x.png', blob(png(9))), 'not-allowed')
    await assertRefused(manager.addMedium('cranbrook', 'x.png', blob(png(9))), 'not-your-office')
    const agent = await office.signIn('agent.victoria')
    await assertRefused(agent.addMedium('victoria', 'x.png', blob(png(9))), 'not-allowed')
  })

  it('refuse a file where JSON is asked for', async () => {
    const path = '/api/v1/offices/victoria/notices'
    const sent = { token, body: png(1), headers: { 'content-type': 'image/png' } }
    assertProblem(await office.request('POST', path, sent), 'unsupported-media-type')
  })
})
