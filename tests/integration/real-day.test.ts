// A day of a call log, worked out from its CSV alone by a script that shares nothing with the server,
// beside the figures of a server that has it imported: F10 F11 F13 F23, on both databases.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, it } from 'mocha'
import { figureDays } from '../../server/cli/history/figure-days.ts'
import { compared, tableOf } from '../../scripts/compare-real-day.ts'
import { realDay } from '../../scripts/real-day.ts'
import { describeOnEach } from '../support/databases.ts'
import {
  CALL_CENTRE,
  CALL_LOG,
  callCentreSeeded,
  EXAMPLE,
  fileOf,
  imported,
} from '../support/history.ts'
import { TestOffice } from '../support/office.ts'
import { OPENING } from '../support/seeded.ts'

const DAY = '1999-02-03'

describeOnEach('a real day, by an independent script', (database) => {
  let office: TestOffice
  before(async () => {
    office = new TestOffice(await database.fresh(callCentreSeeded), { now: OPENING })
    await office.start()
    const { days } = await imported(office.db, CALL_CENTRE, CALL_LOG, { mapping: EXAMPLE })
    await figureDays(office.db, CALL_CENTRE, days, OPENING)
  })
  after(() => office.close())
  const compare = async (file: string) =>
    compared(realDay(file, DAY), await office.signIn('executive'), {
      office: CALL_CENTRE,
      day: DAY,
    })

  it('has the same counts, sums, means and shares, by service and by half hour', async () => {
    const report = await compare(CALL_LOG)

    assert.equal(report.differences, 0, tableOf(report))
    const { phantoms, broken, repeated, unknown, total } = report.day
    assert.deepEqual([phantoms, broken, repeated, unknown], [1, 1, 1, 1])
    assert.deepEqual([total.calls, total.served, total.left], [8, 6, 2])
    assert.ok(report.rows.length > 60, String(report.rows.length))
  })

  it('tells when they are not the same', async () => {
    const other = fileOf('')
    const text = readFileSync(CALL_LOG, 'utf8')
    writeFileSync(other, text.replace('08:06:00,300,S02,C2', '08:06:10,301,S02,C2'))

    const report = await compare(other)

    assert.match(tableOf(report), /mean wait of those served, s .* NOT THE SAME/)
    assert.match(tableOf(report), /hours of service .* NOT THE SAME/)
  })
})
