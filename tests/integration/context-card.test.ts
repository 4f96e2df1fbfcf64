// C28: a card from another system. Personal: for staff of the office, never in the journal, in no
// live row, and forgotten when the visit is over.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { describeOnEach } from '../support/databases.ts'
import { withPolicy } from '../support/configure.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'

const CARD = {
  source: 'Case file',
  lines: [
    { label: 'File', text: 'Quatrefages 4711', href: 'https://cases.example.org/4711' },
    { label: 'Last letter', text: 'Sent <b>twice</b>' },
  ],
}
const line = CARD.lines[1]
const withLink = (href: string) => ({ source: 'X', lines: [{ ...line, href }] })

const BAD: [what: string, body: unknown, field: string][] = [
  ['a script as link', withLink('javascript:alert(1)'), 'lines.0.href'],
  ['a link that is not secure', withLink('http://cases.example.org'), 'lines.0.href'],
  ['a link without an address', withLink('https:cases'), 'lines.0.href'],
  ['no source', { ...CARD, source: ' ' }, 'source'],
  ['a long source', { ...CARD, source: 'x'.repeat(61) }, 'source'],
  ['a long label', { ...CARD, lines: [{ ...line, label: 'x'.repeat(61) }] }, 'lines.0.label'],
  ['a long text', { ...CARD, lines: [{ ...line, text: 'x'.repeat(301) }] }, 'lines.0.text'],
  ['thirteen lines', { ...CARD, lines: Array.from({ length: 13 }, () => line) }, 'lines'],
  ['no line', { ...CARD, lines: [] }, 'lines'],
  ['an extra field', { ...CARD, html: '<b>' }, ''],
]

describeOnEach('a context card', (database) => {
  let office: TestOffice
  let agent: Api
  /** Another system, signed in as a member of staff. */
  let program: Api
  let id: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    program = await office.signIn('agent2.victoria')
    ;({ id } = await office.checkIn('driver-licence', 'Marie'))
  })
  afterEach(() => office.close())

  const stored = async () => {
    const rows = await office.db.reader<{ card: string | null }>('visit_people').select('card')
    return rows.map((row) => row.card)
  }

  it('C28 is in the visit, replaced by the next, and gone when it is taken back', async () => {
    assert.equal('card' in (await agent.visit(id)), false)
    assert.deepEqual((await program.putCard(id, CARD)).card, CARD)
    const { card, hasCard, name } = await agent.visit(id)
    assert.deepEqual([card, hasCard, name], [CARD, true, 'Marie'])

    const next = { source: 'Letters', lines: [{ label: 'A', text: 'B' }] }
    await program.putCard(id, next)
    assert.deepEqual((await agent.visit(id)).card, next)

    const without = await program.forgetCard(id)
    assert.deepEqual([without.card, without.hasCard, without.name], [undefined, undefined, 'Marie'])
    assert.deepEqual(await stored(), [null])
  })

  it('C28 takes twelve lines as long as they may be', async () => {
    const href = `https://cases.example.org/${'x'.repeat(900)}`
    const whole = { label: 'l'.repeat(60), text: 'é'.repeat(300), href }
    const card = { source: 's'.repeat(60), lines: Array.from({ length: 12 }, () => whole) }
    assert.deepEqual((await program.putCard(id, card)).card, card)
  })

  it('C28 may be given while somebody else serves, and stands in the way of no undo', async () => {
    await agent.begin(id, { counter: '1' })
    await program.putCard(id, CARD)
    const undone = await agent.undo(id, {})
    assert.deepEqual([undone.state, undone.card], ['waiting', CARD])
  })

  it('C28 is refused when it is not well formed', async () => {
    const token = await office.tokenOf('agent.victoria')
    await assertNothingChanges(office, async () => {
      for (const [what, body, field] of BAD) {
        const heard = await office.request('PUT', `/api/v1/visits/${id}/card`, { token, body })
        const { fields = [] } = assertProblem(heard, 'invalid-input')
        assert.ok(
          fields.some((each) => each.path === field),
          `${what}: ${JSON.stringify(fields)}`,
        )
      }
    })
  })

  it('C28 is refused of devices, other offices, unknown and ended visits', async () => {
    const ended = await office.checkIn()
    await agent.leave(ended.id, {})
    const kiosk = await office.kiosk()
    const display = office.api(await office.deviceToken('display'))
    const elsewhere = await office.signIn('agent.cranbrook')
    await assertNothingChanges(office, async () => {
      for (const device of [kiosk, display]) {
        await assertRefused(device.putCard(id, CARD), 'not-allowed')
        await assertRefused(device.forgetCard(id), 'not-allowed')
      }
      await assertRefused(elsewhere.putCard(id, CARD), 'not-your-office')
      await assertRefused(elsewhere.forgetCard(id), 'not-your-office')
      await assertRefused(agent.putCard('nobody', CARD), 'visit-unknown')
      await assertRefused(agent.putCard(ended.id, CARD), 'move-not-allowed')
      await assertRefused(agent.forgetCard(ended.id), 'move-not-allowed')
    })
  })

  it('C28 is in no live row: desks hear that there is one, boards and kiosks nothing', async () => {
    const desk = await Listener.open(office, 'desk', await office.tokenOf('agent.victoria'))
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const kiosk = await Listener.open(office, 'kiosk', await office.deviceToken('kiosk'))

    await program.putCard(id, CARD)
    await desk.until(({ rows }) => rows.some((row) => 'hasCard' in row && row.hasCard))
    await agent.call(id, { counter: '1' })
    await board.until(({ rows }) => rows.some((row) => row.id === id))

    for (const each of [desk, board, kiosk]) {
      const text = JSON.stringify(each.everything)
      assert.ok(!text.includes('Quatrefages') && !text.includes('Case file'), text)
      if (each !== desk) assert.ok(!text.includes('hasCard'), text)
      each.close()
    }
    assert.ok(!JSON.stringify(await agent.desk('victoria')).includes('Quatrefages'))
  })

  it('C28 is never in the journal: only that something changed', async () => {
    const before = await office.factCount()
    await program.putCard(id, CARD, 'key-1')
    await program.putCard(id, CARD, 'key-1')
    assert.equal(await office.factCount(), before + 1)

    for (const table of ['facts', 'visits', 'requests', 'segments', 'command_keys']) {
      const rows: unknown[] = await office.db.reader(table)
      assert.ok(!JSON.stringify(rows).includes('Quatrefages'), table)
    }
    const last = await office.db.reader<{ type: string; seq: number }>('facts').orderBy('seq')
    assert.ok(last.some(({ type }) => type === 'details-changed'))
  })

  it('C28 is forgotten with the note when the visit ends, if the office says so', async () => {
    await program.putCard(id, CARD)
    await agent.begin(id, { counter: '1' })
    const served = await agent.finish(id, {})
    assert.deepEqual([served.card, served.hasCard, served.name], [undefined, undefined, 'Marie'])
    assert.deepEqual(await stored(), [null])

    await withPolicy(office, { forgetNotes: false })
    const kept = await office.checkIn()
    await program.putCard(kept.id, CARD)
    assert.deepEqual((await agent.leave(kept.id, {})).card, CARD)
  })

  it('C28 goes along to another office', async () => {
    await program.putCard(id, CARD)
    await agent.transfer(id, { office: 'cranbrook' })
    const there = await office.signIn('agent.cranbrook')
    assert.deepEqual((await there.visit(id)).card, CARD)
    await assertRefused(agent.putCard(id, CARD), 'not-your-office')
  })

  it('C28 outlives a restart while the visit lasts', async () => {
    await program.putCard(id, CARD)
    await office.restart()
    assert.deepEqual((await (await office.signIn('agent.victoria')).visit(id)).card, CARD)
  })
})
