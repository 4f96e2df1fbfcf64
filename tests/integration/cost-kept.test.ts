// Statements of cost from what is kept of each day, against the same visit by visit: equal to the cent and
// the millisecond, whatever is asked, whichever rates and programmes hold, and whatever changes later.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { after, before, it } from 'mocha'
import type { VisitRow } from '../../server/db/visit-rows.ts'
import { CHANNELS } from '../../server/domain/facts.ts'
import { APART, STEPS } from '../../server/domain/cost/worked-time.ts'
import {
  statementByVisits,
  statementOf,
  type CostOf,
} from '../../server/features/cost/cost-statement.ts'
import { putShifts } from '../../server/features/cost/cost-store.ts'
import { officeSettings } from '../../server/features/offices/office-store.ts'
import { makeDays, rebuildRollups } from '../../server/features/reports/rollups/make-rollups.ts'
import { nextDay } from '../../server/domain/office-time.ts'
import type { OfficeSeen } from '../../server/features/scope.ts'
import { busyDay } from '../support/busy-day.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 500 : 60
const HOUR = 60 * MINUTE
const OFFICES = ['victoria', 'cranbrook']
const SERVICES = ['driver-licence', 'health-card', 'notary', 'property-tax', 'identity-card']
const PROGRAMMES = ['driver-services', 'health', 'finance', 'citizens']
const EVER = { from: '2026-05-01', to: '2026-09-01' }

/** Days around those that were played. */
const anyDay = fc.integer({ min: 0, max: 70 }).map((n) => dayFrom('2026-05-20', n))
const orAny = <T>(codes: readonly T[]) =>
  fc.option(fc.constantFrom(...codes), { nil: null, freq: 2 })
const anyRate = fc.record({
  programme: orAny(PROGRAMMES),
  service: orAny(SERVICES),
  step: orAny([...STEPS, ...APART]),
  channel: orAny(CHANNELS),
  // Now and then long before, so that whole months have one rate.
  from_day: fc.oneof(fc.constant('2026-04-01'), anyDay),
  per_minute: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: null, freq: 8 }),
})
/** Services that change their programmes, as offices say it: one for all, or one apart. */
const anyChange = fc.record({
  service: fc.constantFrom(...SERVICES),
  from: anyDay,
  programme: fc.constantFrom(...PROGRAMMES),
  in: fc.subarray(OFFICES, { minLength: 1 }),
})
const anyQuestion = fc.record({
  offices: fc.subarray(OFFICES, { minLength: 1 }),
  days: fc.oneof(
    fc.constant([EVER.from, EVER.to] as const),
    fc.constant(['2026-06-01', '2026-07-01'] as const),
    fc.tuple(anyDay, anyDay),
  ),
  programme: orAny(PROGRAMMES),
  rates: fc.array(anyRate, { minLength: 2, maxLength: 8 }),
  changes: fc.array(anyChange, { maxLength: 2 }),
})

function dayFrom(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 24 * HOUR).toISOString().slice(0, 10)
}

describeOnEach('cost that is kept', (database) => {
  let office: TestOffice
  let seen: OfficeSeen[]

  before(async function () {
    this.timeout(120_000)
    office = await openOffice(database)
    // Three days in two months; nobody signs off in the evening, and the last day is not over.
    for (const [index, pause] of [26 * HOUR, 30 * 24 * HOUR, 0].entries()) {
      for (const code of OFFICES)
        await busyDay(office, { steps: 75, seed: index + 21, office: code })
      office.clock.advance(pause)
    }
    await settled(office)
    const stored = await officeSettings(office.db.reader)
    seen = stored.flatMap(([code, settings]) =>
      OFFICES.includes(code) ? [{ code, settings }] : [],
    )
    const shifts = [{ day: '2026-06-02', who: 'Ann', from: 540, to: 1020, paidMs: 7 * HOUR }]
    await putShifts(office.db.knex, 'victoria', shifts, { at: 0, by: 'test' })
  })
  after(() => office.close())

  const now = (): number => office.clock.now()
  const whole = (): CostOf => ({ offices: seen, ...EVER, programme: null, now: now() })

  async function bothWays(asked: CostOf) {
    const [kept, slow] = [
      await statementOf(office.db.reader, asked),
      await statementByVisits(office.db.reader, asked),
    ]
    assert.deepEqual(kept, slow)
    return kept
  }

  /** Somebody whom nothing else here is about. */
  async function atFreeCounter() {
    const agent = await office.signIn('agent5.victoria')
    const desk = await agent.desk('victoria')
    const [counter = ''] = desk.rows.flatMap((row) =>
      row.kind === 'counter' && row.agent === null ? [row.code] : [],
    )
    await agent.takeCounter('victoria', { counter })
    return { agent, counter }
  }

  async function putRates(rates: readonly object[]): Promise<void> {
    await office.db.knex('cost_rates').delete()
    for (const [index, rate] of rates.entries()) {
      const said = { id: String(index), reason: 'test', recorded_at: index, recorded_by: 'test' }
      await office.db.knex('cost_rates').insert({ ...rate, ...said })
    }
  }

  it('F27 is the statement of every visit: any period, programme, rates and changes of programme', async function () {
    this.timeout(180_000)
    const everything = await bothWays(whole())
    assert.ok(everything.programmes.length >= 2, JSON.stringify(everything.programmes))
    let found = 0
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ days, rates, changes, ...question }) => {
        await putRates(rates)
        const offices = seen
          .filter(({ code }) => question.offices.includes(code))
          .map((each) => changed(each, changes))
        const [from, to] = days[0] < days[1] ? days : [days[1], days[0]]
        const asked = { offices, from, to, programme: question.programme, now: now() }
        const { programmes } = await bothWays(asked)
        if (programmes.some(({ cents }) => cents > 0)) found += 1
      }),
      { numRuns: RUNS },
    )
    assert.ok(found > RUNS / 10, `${found} of ${RUNS} statements had a cost`)
  })

  it('F27 counts a day on which people work up to its last fact, and to its end once it is over', async () => {
    const today = await bothWays(whole())
    assert.ok(today.upTo !== null)
    office.clock.advance(10 * MINUTE)
    assert.deepEqual(await bothWays(whole()), today)

    office.clock.advance(26 * HOUR)
    await settled(office)

    assert.equal((await bothWays(whole())).upTo, null)
  })

  it('F27 follows a correction of a day past, before its month is made anew as after it', async () => {
    const { agent, counter } = await atFreeCounter()
    const { id } = await office.checkIn('notary')
    await agent.call(id, { counter })
    await agent.begin(id, {})
    office.clock.advance(20 * MINUTE)
    await agent.finish(id, {})
    await agent.leaveCounter('victoria')
    office.clock.advance(26 * HOUR)
    await settled(office)
    const before = await bothWays(whole())
    const visit = await office.db.reader<VisitRow>('visits').where('id', id).first()
    assert.ok(visit)
    const manager = await office.signIn('manager.victoria')

    await manager.correct(visit.id, {
      to: 'no-show',
      endedAt: new Date((visit.ended_at ?? 0) - MINUTE).toISOString(),
      reason: 'forgot',
    })
    await office.tables()
    const day = { from: visit.day, to: nextDay(visit.day) }
    await makeDays(office.db, 'victoria', day, now())

    const after = await bothWays(whole())
    assert.notDeepEqual(after.programmes, before.programmes)
    await settled(office)
    assert.deepEqual(await bothWays(whole()), after)
  })

  it('F27 is the same made anew, with days on which somebody was there and nobody came', async () => {
    const { agent } = await atFreeCounter()
    office.clock.advance(HOUR)
    await agent.leaveCounter('victoria')
    office.clock.advance(MINUTE)
    await settled(office)
    const before = await bothWays(whole())
    const kept = await keptOf(office)

    for (const code of OFFICES) await rebuildRollups(office.db, code, now())

    assert.deepEqual(await keptOf(office), kept)
    assert.deepEqual(await bothWays(whole()), before)
  })

  it('F27 reads visits where nothing is kept yet, and keeps it after a start', async () => {
    const before = await bothWays(whole())
    for (const table of ['cost_heads', 'cost_months', 'cost_days'])
      await office.db.knex(table).delete()
    assert.deepEqual(await bothWays(whole()), before)

    await office.restart()
    await office.app.rollups.written()

    assert.equal((await office.db.reader('cost_heads')).length, 3)
    assert.deepEqual(await bothWays(whole()), before)
  })
})

/** The office with these changes of programme in its settings. */
function changed(
  { code, settings }: OfficeSeen,
  changes: readonly { service: string; from: string; programme: string; in: string[] }[],
): OfficeSeen {
  const services = settings.services.map((service) => {
    const own = changes
      .filter((each) => each.service === service.code && each.in.includes(code))
      .map(({ from, programme }) => ({ from, programme }))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
    return own.length === 0 ? service : { ...service, programmesFrom: own }
  })
  return { code, settings: { ...settings, services } }
}

/** Once the last commit has been told to everybody, rollups among them. */
async function settled(office: TestOffice): Promise<void> {
  await sleep(50)
  await office.app.rollups.written()
}

async function keptOf(office: TestOffice): Promise<unknown[]> {
  const days = await office.db
    .reader<{ office_id: string; day: string; cells: string }>('cost_days')
    .orderBy(['office_id', 'day'])
    .select('office_id', 'day', 'cells')
  return days
}
