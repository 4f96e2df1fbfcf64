// Names and notes: for the desk only, never in the journal, and gone when they are forgotten.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Listener } from '../support/listener.ts'

const NAME = 'Zebulon Quatrefages'
const NOTE = 'brings a guide dog'

describeOnEach('a name', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  it('is forgotten when it is made empty: in the answer, the view and the table', async () => {
    const agent = await office.signIn('agent.victoria')
    const { id } = await office.checkIn('driver-licence', NAME)
    await agent.changeVisit(id, { note: NOTE })
    assert.deepEqual([(await agent.visit(id)).name, (await agent.visit(id)).note], [NAME, NOTE])

    const changed = await agent.changeVisit(id, { name: '', note: '' })

    assert.deepEqual([changed.name, changed.note], [null, null])
    const stored: unknown[] = await office.db.reader('visit_people').select('name', 'note')
    assert.deepEqual(stored, [{ name: null, note: null }])
    assert.ok(!JSON.stringify(await agent.desk('victoria')).includes(NAME))
  })

  it('never enters the journal, the visits or the idempotency keys', async () => {
    const agent = await office.signIn('agent.victoria')
    const { id } = await office.checkIn('driver-licence', NAME)
    await agent.changeVisit(id, { note: NOTE })
    await agent.changeVisit(id, { name: `${NAME} junior` })
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})

    for (const table of [
      'facts',
      'visits',
      'requests',
      'segments',
      'command_keys',
      'office_heads',
    ]) {
      const rows: unknown[] = await office.db.reader(table)
      const text = JSON.stringify(rows)
      assert.ok(!text.includes('Zebulon') && !text.includes('guide dog'), table)
    }
  })

  it('is never in anything a board or a kiosk is told', async () => {
    const agent = await office.signIn('agent.victoria')
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const kiosk = await Listener.open(office, 'kiosk', await office.deviceToken('kiosk'))

    const { id } = await office.checkIn('driver-licence', NAME)
    await agent.changeVisit(id, { note: NOTE })
    await agent.call(id, { counter: '1' })
    await agent.recall(id, {})
    await agent.begin(id, {})
    const { version } = await agent.finish(id, {})
    await board.until(({ rows }) => rows.some((row) => 'state' in row && row.state === 'served'))
    await kiosk.until((view) => view.version >= version - 3)

    assert.ok(board.calls.length >= 2)
    for (const heard of [board.everything, kiosk.everything]) {
      const text = JSON.stringify(heard)
      assert.ok(!text.includes('Zebulon') && !text.includes('guide dog'), text)
      assert.ok(!text.includes('"note"'))
    }
    board.close()
    kiosk.close()
  })

  it('outlives a restart while the visit lasts', async () => {
    const { id } = await office.checkIn('driver-licence', NAME)

    await office.restart()

    assert.equal((await (await office.signIn('agent.victoria')).visit(id)).name, NAME)
  })
})
