// One board's part of what the boards of an office are told.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { BoardView } from '#protocol'
import { SAMPLE_BOARD } from '../../../server/protocol/samples.ts'
import { isOurs, noticesNow, roomOf, USUAL } from '../../../display/src/composables/board-view.ts'

const NOW = Date.parse(SAMPLE_BOARD.at)
const tickets = (asked: string) => roomOf(SAMPLE_BOARD, asked, null)!.calls.map((c) => c.ticket)

describe('the view of a board', () => {
  it('D9 is of the board in the address, and of its counters and services only', () => {
    assert.equal(roomOf(SAMPLE_BOARD, '', null)?.board.code, 'main')
    assert.deepEqual(tickets('main'), ['D003', 'A015', 'B006', 'A014', 'D002'])
    assert.equal(roomOf(SAMPLE_BOARD, 'entrance', null)?.board.layout, 'media')
    assert.deepEqual(tickets('entrance'), ['A015', 'B006', 'A014'])

    const entrance = roomOf(SAMPLE_BOARD, 'entrance', null)!
    assert.ok(isOurs(entrance, { service: 'notary', counter: '3' }))
    assert.ok(!isOurs(entrance, { service: 'notary', counter: '5' }))
    assert.deepEqual(
      entrance.counters.map(({ code }) => code),
      ['1', '2', '3'],
    )
  })

  it('D9 is of the board that this device is bound to when the address names none', () => {
    const rows = SAMPLE_BOARD.rows.map((row) =>
      row.kind === 'board' && row.code === 'entrance' ? { ...row, devices: ['tv-2'] } : row,
    )

    assert.equal(roomOf({ rows }, '', 'tv-2')?.board.code, 'entrance')
    assert.equal(roomOf({ rows }, 'main', 'tv-2')?.board.code, 'main')
    assert.equal(roomOf({ rows }, '', 'tv-1')?.board.code, 'main')
  })

  it('D11 has names only on a board that calls by name', () => {
    const names = (asked: string) =>
      roomOf(SAMPLE_BOARD, asked, null)!.calls.flatMap(({ name }) => name ?? [])

    assert.deepEqual(names('main'), [])
    assert.deepEqual(names('entrance'), ['Maya T.'])
  })

  it('D8 tells which counters are open, and when those on a break are back; not those where nobody works', () => {
    const { counters } = roomOf(SAMPLE_BOARD, 'main', null)!

    assert.deepEqual(
      counters.map(({ code, isAway, backAt }) => [code, isAway, backAt !== null]),
      [
        ['1', false, false],
        ['2', false, false],
        ['3', false, false],
        ['4', true, true],
        ['5', false, false],
      ],
    )
  })

  it('D8 D9 counts who waits for the services of this board', () => {
    const rows = SAMPLE_BOARD.rows.map((row) =>
      row.kind === 'board' ? { ...row, services: ['knowledge-test'] } : row,
    )
    const room = roomOf({ rows }, 'main', null)!
    const line = room.lines.find(({ code }) => code === 'knowledge-test')

    assert.equal(room.lines.length, 1)
    assert.equal(room.waiting, line?.waiting)
    assert.equal(line?.estimate, null)
  })

  it('D1 shows no calls where nobody is called', () => {
    const rows = SAMPLE_BOARD.rows.map((row) =>
      row.kind === 'board' ? { ...row, calledBy: 'nobody' as const } : row,
    )
    const room = roomOf({ rows }, 'main', null)!

    assert.deepEqual(room.calls, [])
    assert.ok(!isOurs(room, { service: 'notary', counter: '3' }))
  })

  it('D10 understands a server of the version before: its usual board, each call announced once', () => {
    const rows = SAMPLE_BOARD.rows.flatMap<BoardView['rows'][number]>((row) => {
      if (row.kind === 'visit') {
        const { times: _, service: __, ...older } = row
        return [older as typeof row]
      }
      return row.kind === 'office' || row.kind === 'summary' ? [row] : []
    })
    const room = roomOf({ rows }, '', null)!

    assert.deepEqual(room.board, USUAL)
    assert.deepEqual(
      room.calls.map(({ times }) => times),
      [1, 1, 1, 1, 1],
    )
    assert.equal(room.intake, null)
    assert.deepEqual([room.lines, room.counters, room.next, room.media], [[], [], [], []])
    assert.equal(room.voiceRevision, null)
  })

  it('D10 is nothing before anything is known', () => {
    assert.equal(roomOf({ rows: [] }, '', null), null)
  })

  it('D7 shows notices when they are to be shown, urgent ones apart', () => {
    const room = roomOf(SAMPLE_BOARD, 'main', null)!
    const [notice] = room.notices
    const urgent = { ...notice!, id: 'u', isUrgent: true, boards: ['main'] }
    const elsewhere = { ...urgent, id: 'e', boards: ['entrance'] }
    const all = { ...room, notices: [notice!, urgent, elsewhere] }
    const ids = (at: number) => {
      const { usual, urgent: now } = noticesNow(all, at)
      return [usual.map(({ id }) => id), now.map(({ id }) => id)]
    }

    assert.deepEqual(ids(NOW), [['notice-1'], ['u']])
    assert.deepEqual(ids(Date.parse(notice!.until!)), [[], []])
    assert.deepEqual(ids(Date.parse(notice!.from!) - 1), [[], []])
  })

  it('D7 plays what this board is to play, in its order', () => {
    const playlist = SAMPLE_BOARD.rows.find((row) => row.kind === 'playlist')!
    const [one] = playlist.media
    const media = ['a', 'b', 'c'].map((id) => ({ ...one!, id }))
    const rows = SAMPLE_BOARD.rows.map((row) => {
      if (row.kind === 'playlist') return { ...row, media }
      return row.kind === 'board' ? { ...row, playlist: ['c', 'gone', 'a'] } : row
    })

    assert.deepEqual(
      roomOf({ rows }, 'main', null)?.media.map(({ id }) => id),
      ['c', 'a'],
    )
  })
})
