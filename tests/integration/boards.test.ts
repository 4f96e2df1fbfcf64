// The boards of an office: set up by its manager, told to every display at once, and to nobody else.
import assert from 'node:assert/strict'
import { after, afterEach, before, it } from 'mocha'
import { USUAL_BOARD, type PutBoard } from '#protocol'
import { BoardAnswer, BoardsAnswer } from '#protocol/room-contract'
import type { Api } from '#protocol/api'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'

const { code: _code, ...USUAL } = USUAL_BOARD
const usual = (rest: Partial<PutBoard> = {}): PutBoard =>
  structuredClone({ ...USUAL, ...rest }) as PutBoard

describeOnEach('D9 the boards of an office', (database) => {
  let office: TestOffice
  let manager: Api
  let display: Api
  let board: Listener<'board'>
  async function begin(): Promise<void> {
    manager = await office.signIn('manager.victoria')
    const token = await office.deviceToken('display')
    display = office.api(token)
    board = await Listener.open(office, 'board', token)
  }
  before(async () => {
    office = await openOffice(database)
    await begin()
  })
  afterEach(async () => {
    for (const { code } of office.app.door.loaded().flatMap(({ state }) => state.room.boards))
      await manager.removeBoard('victoria', code)
  })
  after(async () => {
    board.close()
    await office.close()
  })

  const shown = (code: string) => board.view.rows.find((row) => row.id === `board:${code}`)

  it('begin with one, as offices usually have it; a direct office calls nobody by it', async () => {
    const { boards } = await display.boards('victoria')
    assert.deepEqual(boards, [USUAL_BOARD])
    assert.deepEqual(shown('main'), { id: 'board:main', kind: 'board', ...USUAL_BOARD })
    const dawson = office.api(await office.deviceToken('display', 'dawson-creek'))
    assert.equal((await dawson.boards('dawson-creek')).boards[0]?.calledBy, 'nobody')
  })

  it('are told to displays at once when set up, changed and taken away, and kept', async () => {
    const body = usual({ layout: 'media', services: ['notary'], counters: ['1', '2'], last: 3 })

    const answer = await manager.putBoard('victoria', 'hall', body)

    assert.deepEqual(BoardAnswer.parse(answer), answer)
    assert.deepEqual(answer.board, { code: 'hall', ...body })
    await board.until(() => shown('hall') !== undefined && shown('main') === undefined)
    assert.deepEqual(shown('hall'), { id: 'board:hall', kind: 'board', code: 'hall', ...body })
    await manager.putBoard('victoria', 'hall', { ...body, layout: 'calls' })
    await board.until(() => (shown('hall') as { layout?: string }).layout === 'calls')
    board.close()
    await office.restart()
    await begin()
    const kept = await display.boards('victoria')
    assert.deepEqual(BoardsAnswer.parse(kept), kept)
    assert.deepEqual(kept.boards, [{ code: 'hall', ...body, layout: 'calls' }])

    await manager.removeBoard('victoria', 'hall')

    await board.until(() => shown('hall') === undefined && shown('main') !== undefined)
  })

  it('change nothing when they are set up as they are', async () => {
    await manager.putBoard('victoria', 'hall', usual())
    const facts = await office.factCount()
    await manager.putBoard('victoria', 'hall', usual())
    assert.equal(await office.factCount(), facts)
  })

  it('are up to twenty', async () => {
    for (let number = 1; number <= 20; number += 1)
      await manager.putBoard('victoria', `b${number}`, usual())
    await assertRefused(manager.putBoard('victoria', 'b21', usual()), 'room-full')
    await manager.putBoard('victoria', 'b20', usual({ last: 2 }))
  })

  it('refuse what no board can be', async () => {
    const path = '/api/v1/offices/victoria/boards/hall'
    const token = await office.tokenOf('manager.victoria')
    const { voice } = usual()
    const wrong: [string, unknown][] = [
      ['layout', usual({ layout: 'sideways' as never })],
      ['last', usual({ last: 13 })],
      ['chimeVolume', usual({ chimeVolume: 101 })],
      ['voice.languages', usual({ voice: { ...voice, languages: ['en', 'en'] } })],
      ['voice.languages', usual({ voice: { ...voice, languages: [] } })],
      ['quietHours', usual({ quietHours: [span(600, 700), span(0, 60)] })],
      ['quietHours.0.to', usual({ quietHours: [span(600, 600)] })],
      ['stays.minutes', usual({ stays: { until: 'time', minutes: 0 } })],
      ['name.fr', usual({ name: { en: 'Hall', fr: ' ' } })],
      ['services', usual({ services: ['notary', 'notary'] })],
      ['', { ...usual(), colour: 'red' }],
      ['layout', {}],
    ]
    await assertNothingChanges(office, async () => {
      for (const [field, body] of wrong) {
        const answer = await office.request('PUT', path, { token, body })
        const { fields = [] } = assertProblem(answer, 'invalid-input')
        const paths = fields.map((each) => each.path)
        assert.ok(paths.includes(field), `${field}: ${paths.join()}`)
      }
      const put = (rest: Partial<PutBoard>) => manager.putBoard('victoria', 'hall', usual(rest))
      await assertRefused(put({ services: ['magic'] }), 'service-unknown')
      await assertRefused(put({ counters: ['99'] }), 'counter-unknown')
      await assertRefused(put({ playlist: ['nothing'] }), 'medium-unknown')
      await assertRefused(manager.removeBoard('victoria', 'hall'), 'board-unknown')
      await assertRefused(manager.putBoard('victoria', 'Hall_1', usual()), 'board-unknown')
      const administrator = await office.signIn('administrator')
      await assertRefused(administrator.putBoard('atlantis', 'hall', usual()), 'office-unknown')
    })
  })

  it('are one office’s: no other office hears of them', async () => {
    const token = await office.deviceToken('display', 'cranbrook')
    const other = await Listener.open(office, 'board', token, 'cranbrook')
    await manager.putBoard('victoria', 'hall', usual())
    await board.until(() => shown('hall') !== undefined)
    assert.deepEqual(other.changes, [])
    await assertRefused(manager.putBoard('cranbrook', 'hall', usual()), 'not-your-office')
    other.close()
  })

  it('D3 show the last calls of their own zone, however many are made in another', async () => {
    await manager.putBoard('victoria', 'west', usual({ counters: ['1'], last: 2 }))
    await manager.putBoard('victoria', 'east', usual({ counters: ['2'], last: 2 }))
    const agent = await office.signIn('agent.victoria')
    const serve = async (counter: string): Promise<string> => {
      await agent.takeCounter('victoria', { counter })
      const { id } = await office.checkIn('notary')
      await agent.call(id, {})
      await agent.begin(id, {})
      await agent.finish(id, {})
      return id
    }
    const west = [await serve('1'), await serve('1')]
    const east = [await serve('2'), await serve('2'), await serve('2'), await serve('2')]

    const ids = () => board.view.rows.flatMap((row) => (row.kind === 'visit' ? [row.id] : []))
    await board.until(() => ids().includes(east[3] ?? ''))

    assert.deepEqual(new Set(ids()), new Set([...west, ...east.slice(2)]))
    await agent.leaveCounter('victoria')
  })

  it('D8 count who waits for each service, and show the next numbers of their own', async () => {
    const { shows } = usual()
    await manager.putBoard('victoria', 'hall', usual({ shows: { ...shows, next: 3 } }))
    const one = { ...shows, next: 1 }
    await manager.putBoard('victoria', 'notary', usual({ services: ['notary'], shows: one }))
    const first = await office.checkIn('driver-licence')
    const second = await office.checkIn('notary')
    const third = await office.checkIn('notary')

    const next = (code: string) => {
      const row = board.view.rows.find((each) => each.id === `next:${code}`)
      return row?.kind === 'next' ? row.tickets : null
    }
    const waiting = (service: string) => {
      const row = board.view.rows.find((each) => each.id === `service:${service}`)
      return row?.kind === 'service' ? row.waiting : null
    }
    await board.until(() => waiting('notary') === 2)
    assert.equal(waiting('driver-licence'), 1)
    assert.deepEqual(next('hall'), [first.ticket, second.ticket, third.ticket])
    assert.deepEqual(next('notary'), [second.ticket])
    const kiosk = await office.kiosk()
    for (const { id } of [first, second, third]) await kiosk.leave(id, {})
    await board.until(() => waiting('notary') === 0)
    assert.deepEqual(next('hall'), [])
    const byId = (rows: typeof board.view.rows) => new Map(rows.map((row) => [row.id, row]))
    assert.deepEqual(byId(board.view.rows), byId((await display.board('victoria')).rows))
  })
})

const span = (from: number, to: number) => ({ from, to })
