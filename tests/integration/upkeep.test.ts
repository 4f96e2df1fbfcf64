import assert from 'node:assert/strict'
import { it } from 'mocha'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice } from '../support/office.ts'

const DAY = 24 * 3_600_000

describeOnEach('idempotency keys', (database) => {
  it('are kept for seven days and forgotten on the eighth', async () => {
    const office = await openOffice(database)
    const keys = async () => (await office.db.reader('command_keys')).length
    try {
      await office.checkIn()
      office.clock.advance(6 * DAY)
      assert.equal(await keys(), 1)
      await eventually(async () => {
        office.clock.advance(DAY)
        return (await keys()) === 0
      }, 'the key is forgotten')
    } finally {
      await office.close()
    }
  })
})
