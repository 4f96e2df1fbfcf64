// The journal makes a commit durable, and the rows of visits may follow some commits later: whoever
// reads them late, or writes from another process, finds the same office.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { connect, type Database } from '../../server/db/connect.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { Door } from '../../server/office/door.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const ARRIVALS = 10

describeOnEach('the rows of visits', (database) => {
  let office: TestOffice
  let other: { db: Database; door: Door }
  beforeEach(async () => {
    office = await openOffice(database)
    const db = connect(office.address)
    other = { db, door: new Door({ db, clock: office.clock, onCommit: () => undefined }) }
  })
  afterEach(async () => {
    await other.door.close()
    await other.db.close()
    await office.close()
  })

  let made = 0
  const arrive = (door: Door) => {
    made += 1
    return door.execute({
      office: 'victoria',
      command: {
        do: 'arrive',
        visit: `visit-${made}`,
        requests: [{ service: 'driver-licence', channel: 'in-person', quantity: 1 }],
        language: 'en',
        priority: 'normal',
        via: 'kiosk',
      },
      by: { actor: { kind: 'device', id: 'kiosk' }, mayOverrule: false },
    })
  }
  const together = (door: Door) => Promise.all(Array.from({ length: ARRIVALS }, () => arrive(door)))
  const rows = async () => (await office.db.reader('visits')).length

  it('follow by themselves once nobody asks for anything', async () => {
    await together(office.app.door)

    await eventually(async () => (await rows()) === ARRIVALS, 'the rows')
    assert.equal((await loadOffice(office.db.reader, 'victoria'))?.behind, null)
  })

  it('follow while commands go on coming, without a moment of quiet', async () => {
    const { door } = office.app
    const countDoor = (people: number) =>
      door.execute({
        office: 'victoria',
        command: { do: 'count-door', people },
        by: { actor: { kind: 'staff', id: 'greeter' }, mayOverrule: false },
      })
    await together(door)

    const until = performance.now() + 4_000
    let people = 0
    const ask = async () => {
      while (performance.now() < until && !areThere) await countDoor((people += 1) % 2)
    }
    let areThere = false
    const look = async () => {
      while (performance.now() < until && !areThere) areThere = (await rows()) === ARRIVALS
    }
    await Promise.all([ask(), ask(), look()])

    assert.ok(areThere, 'no rows while commands came')
  })

  it('tell what two processes wrote to one office, whichever writes them', async () => {
    await together(office.app.door)
    await together(other.door)
    await together(office.app.door)

    await office.app.door.rowsWritten()
    await other.door.rowsWritten()

    assert.equal(await rows(), 3 * ARRIVALS)
    const loaded = await loadOffice(office.db.reader, 'victoria')
    assert.equal(loaded?.behind, null)
    assert.equal(loaded.state.visits.size, 3 * ARRIVALS)
    assert.equal(loaded.state.series.last.A, 3 * ARRIVALS)
  })

  it('are never set back by a process that knows less', async () => {
    await together(office.app.door)
    await together(other.door)
    await other.door.rowsWritten()

    await office.app.door.rowsWritten()

    const loaded = await loadOffice(office.db.reader, 'victoria')
    assert.equal(loaded?.behind, null)
    assert.equal(await rows(), 2 * ARRIVALS)
  })

  it('tell all of it when the process whose rows they were is gone', async () => {
    await together(office.app.door)
    // Nothing is known here of the first process but what is in the database.
    await together(other.door)
    await other.door.rowsWritten()

    assert.equal(await rows(), 2 * ARRIVALS)
  })
})
