// Tickets by the office's hours, a manager's choice and a service's quota; staff and those who hold a
// ticket are never kept out.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { watchOffice } from '#protocol'
import type { KioskView } from '#protocol/views'
import type { OpeningHours } from '../../server/domain/settings.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertRefused } from '../support/refusals.ts'
import { HOUR, MINUTE } from '../support/seeded.ts'

const day = [{ from: 510, to: 990 }]
const HOURS: OpeningHours = {
  week: [day, day, day, day, day, [], []],
  exceptions: [{ day: '2026-06-03', spans: [], words: { en: 'A holiday', fr: 'Un congé' } }],
}
/** From 09:00, when tests begin, to the closing at 16:30. */
const TO_CLOSING = 7.5 * HOUR

describeOnEach('the hours of an office', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  const withHours = (): Promise<void> => configure(office, (was) => ({ ...was, hours: HOURS }))
  const intakeOf = async () => {
    const { rows } = await (await office.kiosk()).kiosk('victoria')
    return rows.find((row) => row.kind === 'intake')
  }

  it('A17 closes the kiosk at the very instant, says when next, and serves those with a ticket', async () => {
    await withHours()
    const { id } = await office.checkIn()
    office.clock.advance(TO_CLOSING - 1)
    await office.checkIn()
    office.clock.advance(1)

    const { details } = await assertRefused(office.checkIn(), 'office-closed')
    assert.deepEqual(details, { opensAt: '2026-06-04T15:30:00.000Z' })
    await eventually(async () => (await intakeOf())?.isOpen === false, 'the kiosk to close')
    const agent = await office.signIn('agent.victoria')
    const greeter = await office.signIn('greeter.victoria')
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})
    await greeter.addVisit('victoria', { requests: [{ service: 'driver-licence' }] })
  })

  it('A17 tells a kiosk that watches by itself, closing and opening, in one order of facts', async () => {
    await withHours()
    const token = await office.deviceToken('kiosk')
    const seen: (boolean | undefined)[] = []
    const live = watchOffice(
      'victoria',
      'kiosk',
      {
        onView: ({ rows }: KioskView) => {
          const isOpen = rows.find((row) => row.kind === 'intake')?.isOpen
          if (seen.at(-1) !== isOpen) seen.push(isOpen)
        },
        onFreshness: () => undefined,
        onRefused: () => undefined,
      },
      { token: () => token, base: office.origin },
    )
    try {
      await eventually(() => seen.length === 1, 'the first view')
      office.clock.advance(TO_CLOSING)
      await eventually(() => seen.length === 2, 'the closing')
      office.clock.advance(7.5 * HOUR)
      await eventually(async () => (await intakeOf())?.why === 'exception', 'the holiday')
      assert.deepEqual((await intakeOf())?.words, { en: 'A holiday', fr: 'Un congé' })
      office.clock.advance(32.5 * HOUR)
      await eventually(() => seen.length === 3, 'the opening')
      assert.deepEqual(seen, [true, false, true])
    } finally {
      live.stop()
    }
  })

  it('A17 knows after a restart that it closed while the server was down', async () => {
    await withHours()
    await office.stop()
    office.clock.advance(TO_CLOSING + MINUTE)
    await office.start()
    assert.equal((await intakeOf())?.isOpen, false)
    await assertRefused(office.checkIn(), 'office-closed')
  })

  it('B17 stops one service by a manager’s choice, over a restart, until it goes on', async () => {
    const manager = await office.signIn('manager.victoria')
    await manager.stopIntake('victoria', { service: 'driver-licence', reason: 'system-down' })
    await office.restart()
    const { details } = await assertRefused(office.checkIn(), 'service-paused')
    assert.equal(details?.reason, 'system-down')
    await office.checkIn('notary')
    await (
      await office.signIn('manager.victoria')
    ).resumeIntake('victoria', {
      service: 'driver-licence',
    })
    await office.checkIn()
  })

  it('A17 stops the whole office early, and lets people in again the next day by itself', async () => {
    const manager = await office.signIn('manager.victoria')
    const { intake } = await manager.stopIntake('victoria', { reason: 'full' })
    assert.deepEqual([intake.isOpen, intake.why, intake.reason], [false, 'stopped', 'full'])
    assert.equal(intake.changesAt, '2026-06-03T07:00:00.000Z')
    await assertRefused(office.checkIn(), 'office-closed')
    office.clock.advance(15 * HOUR)
    await eventually(async () => (await intakeOf())?.isOpen === true, 'the next day')
    await office.checkIn()
  })

  it('B17 pauses until an instant, and refuses one that is past', async () => {
    const manager = await office.signIn('manager.victoria')
    const after = (ms: number): string => new Date(office.clock.now() + ms).toISOString()
    const stop = { service: 'notary', reason: 'other' } as const
    await assertRefused(
      manager.stopIntake('victoria', { ...stop, until: after(-1) }),
      'times-impossible',
    )
    await manager.stopIntake('victoria', { ...stop, until: after(30 * MINUTE) })
    assert.equal((await intakeOf())?.shut[0]?.until, after(30 * MINUTE))
    office.clock.advance(30 * MINUTE)
    await eventually(async () => (await intakeOf())?.shut.length === 0, 'the end of the pause')
    await office.checkIn('notary')
  })

  it('A17 lets only a manager stop tickets', async () => {
    const agent = await office.signIn('agent.victoria')
    await assertRefused(agent.stopIntake('victoria', { reason: 'full' }), 'not-allowed')
    const elsewhere = await office.signIn('manager.cranbrook')
    await assertRefused(elsewhere.stopIntake('victoria', { reason: 'full' }), 'not-your-office')
  })

  it('A18 gives exactly the quota of a service, however many ask at once, and again the next day', async () => {
    await configure(office, (was) => ({
      ...was,
      services: was.services.map((each) => (each.code === 'notary' ? { ...each, quota: 5 } : each)),
    }))
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () => office.checkIn('notary')),
    )
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 5)
    await office.restart()
    await assertRefused(office.checkIn('notary'), 'quota-reached')
    assert.equal((await intakeOf())?.shut[0]?.why, 'quota')
    await office.checkIn('driver-licence')
    const agent = await office.signIn('agent.victoria')
    await agent.addVisit('victoria', { requests: [{ service: 'notary' }] })
    office.clock.advance(15 * HOUR)
    await eventually(async () => (await intakeOf())?.shut.length === 0, 'the next day')
    await office.checkIn('notary')
  })

  it('A18 gives back the place of an arrival that was a mistake', async () => {
    await configure(office, (was) => ({
      ...was,
      services: was.services.map((each) => (each.code === 'notary' ? { ...each, quota: 1 } : each)),
    }))
    const greeter = await office.signIn('greeter.victoria')
    const { id } = await greeter.addVisit('victoria', { requests: [{ service: 'notary' }] })
    await assertRefused(office.checkIn('notary'), 'quota-reached')
    await greeter.undo(id, {})
    await office.checkIn('notary')
  })
})
