// Rollups against single visits: whatever is asked, both ways must answer alike. Rollups are kept as the
// day goes, follow corrections, and are made anew by a command.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { after, before, it } from 'mocha'
import { loadDays } from '../../server/db/office-days.ts'
import { WIDTH } from '../../server/domain/figures/buckets.ts'
import { GROUPINGS, KINDS, OUTCOMES, SPREADS } from '../../server/domain/figures/keys.ts'
import { figuresOfVisit } from '../../server/domain/figures/of-visit.ts'
import {
  groupsOf,
  insertGroups,
  officesGrouped,
} from '../../server/features/reports/agent-group-store.ts'
import { figuresOf } from '../../server/features/reports/read-model/figures-of.ts'
import { queryOf, type FigureQuery } from '../../server/features/reports/read-model/query.ts'
import { rebuildRollups } from '../../server/features/reports/rollups/make-rollups.ts'
import { describeOnEach } from '../support/databases.ts'
import { busyDay } from '../support/busy-day.ts'
import { figuresOfSegments } from '../support/figures-of-segments.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const RUNS = process.env.GUICHET_LONG === '1' ? 500 : 60
const HOUR = 3_600_000
const OFFICES = ['victoria', 'cranbrook']
/** Those who work on a busy day. */
const AGENTS = OFFICES.flatMap((code) =>
  ['agent', 'agent2', 'agent3', 'agent4'].map((name) => `${name}.${code}`),
)
const SERVICES = ['driver-licence', 'health-card', 'notary', 'property-tax', 'identity-card']

/** Days around those that were played. */
const anyDay = fc.integer({ min: 0, max: 70 }).map((n) => dayFrom('2026-05-20', n))
const some = (codes: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.subarray([...codes]) },
  )

const anyQuery = fc
  .record({
    offices: fc.subarray(OFFICES, { minLength: 1 }),
    // All that was played, or any stretch.
    days: fc.oneof(fc.constant(['2026-05-20', '2026-07-29'] as const), fc.tuple(anyDay, anyDay)),
    services: some(SERVICES),
    categories: some(['driving', 'health', 'identity']),
    programmes: some(['icbc', 'health', 'finance']),
    channels: fc.constantFrom(null, null, ['in-person'], ['phone']),
    outcomes: some(OUTCOMES),
    kind: fc.constantFrom(null, null, null, ...KINDS),
    flagged: fc.constantFrom('with', 'without', 'only'),
    targetMinutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    by: fc.subarray([...GROUPINGS], { maxLength: 2 }),
    distribution: fc.constantFrom(null, ...SPREADS),
  })
  .map(({ days: [one, other], ...rest }) => {
    const [from, to] = one < other ? [one, other] : [other, one]
    return { ...queryOf([], from, to), ...rest } as FigureQuery
  })

/** Mostly of all that was played: few agents served few, and narrow questions would find little. */
const widely = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant({
      ...{ from: '2026-05-20', to: '2026-07-29', flagged: 'with' as const },
      ...{ services: null, categories: null, programmes: null },
      ...{ channels: null, outcomes: null, kind: null },
    }),
  },
  { weight: 1, arbitrary: fc.constant({}) },
)

/** Asked for in every office, theirs or not. */
const everywhere = (ids: string[]): FigureQuery['agents'] =>
  new Map(OFFICES.map((code) => [code, ids]))

function dayFrom(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 24 * HOUR).toISOString().slice(0, 10)
}

describeOnEach('rollups', (database) => {
  let office: TestOffice

  before(async function () {
    this.timeout(120_000)
    office = await openOffice(database)
    // Three days in two months, the last of them not over.
    for (const [index, pause] of [26 * HOUR, 40 * 24 * HOUR, 0].entries()) {
      for (const code of OFFICES)
        await busyDay(office, { steps: 150, seed: index + 7, office: code })
      office.clock.advance(pause)
    }
    await settled(office)
  })
  after(() => office.close())

  const now = (): number => office.clock.now()

  it('F10 F12 answer any question as single visits do: counts, sums and percentiles equal', async function () {
    this.timeout(120_000)
    await office.tables()
    const all = await figuresOfSegments(office.db, wholeOf(OFFICES), now())
    assert.ok(all.total.counts.visits > 100, `${all.total.counts.visits} visits`)
    await assertAlike(anyQuery)
  })

  it('F17 answer any question about agents as single visits do', async function () {
    this.timeout(120_000)
    await office.tables()
    const ids = await Promise.all(AGENTS.map((name) => office.idOf(name)))
    const ofAgents = fc.record({
      agents: fc.subarray(ids, { minLength: 1 }).map(everywhere),
      by: fc.subarray(['agent', 'day', 'weekday', 'half-hour', 'month'] as const, { maxLength: 2 }),
    })
    const some = fc.oneof(widely, fc.constant({}))
    await assertAlike(
      fc
        .tuple(anyQuery, some, ofAgents)
        .map(([query, wide, more]) => ({ ...query, ...wide, ...more })),
    )
  })

  it('F17 answer a group of agents, whatever they did, as single visits do', async function () {
    this.timeout(120_000)
    await office.tables()
    const ids = await Promise.all(AGENTS.map((name) => office.idOf(name)))
    const alone = fc.record({
      agents: fc.subarray(ids, { minLength: 1 }).map(everywhere),
      flagged: fc.constant('with' as const),
      by: fc.subarray(
        [
          ...(['office', 'agent', 'day', 'week', 'month', 'weekday', 'outcome'] as const),
          ...(['half-hour', 'service', 'category', 'programme'] as const),
        ],
        { maxLength: 2 },
      ),
    })
    const all = { services: null, categories: null, programmes: null, channels: null, kind: null }
    const narrowed = fc.boolean().map((isOfAll) => (isOfAll ? all : { channels: null, kind: null }))
    await assertAlike(
      fc
        .tuple(anyQuery, narrowed, alone)
        .map(([query, some, more]) => ({ ...query, ...some, ...more })),
    )
  })

  it('F17 answer groups of agents as single visits do: from rollups of groups, once they are made', async function () {
    this.timeout(180_000)
    await office.tables()
    const before = await nameGroups('victoria', { front: ['agent', 'agent2'], back: ['agent3'] })
    await assertAlike(before)
    assert.deepEqual(await grouped(), [], 'the last groups are not told yet')

    await office.app.rollups.written()
    assert.deepEqual(await grouped(), ['victoria'])
    // Of months there is nothing else that tells who it was.
    await office.db
      .knex('rollups')
      .where('office_id', 'victoria')
      .whereLike('grain', '%-kind-agent')
      .delete()
    await assertAlike(before.filter(({ by }) => !by.includes('agent')))

    await rebuildRollups(office.db, 'victoria', now())
    assert.deepEqual(await grouped(), ['victoria'])
    await assertAlike(before)

    const after = await nameGroups('victoria', { front: ['agent3'], none: ['agent', 'agent4'] })
    assert.deepEqual(await grouped(), [])
    await office.app.rollups.written()
    await assertAlike(after)
  })

  it('F17 keep groups up with the day, and know at a start that they were named', async function () {
    this.timeout(180_000)
    const both = await nameGroups('cranbrook', { front: ['agent', 'agent2', 'agent4'] })
    await office.restart()
    await office.app.rollups.written()
    assert.deepEqual(await grouped(), OFFICES)
    for (const code of OFFICES) await busyDay(office, { steps: 60, seed: 4, office: code })
    await settled(office)
    await office.tables()
    await assertAlike(both)
  })

  const grouped = async (): Promise<string[]> => [
    ...(await officesGrouped(office.db.reader, OFFICES)),
  ]

  let named = 0
  /** Fewer than a manager may name: whoever is asked about, figures are the same. Questions about any of the groups that there are. */
  async function nameGroups(
    code: string,
    those: Record<string, readonly string[]>,
  ): Promise<fc.Arbitrary<FigureQuery>> {
    const groups = await Promise.all(
      Object.entries(those).map(async ([name, agents]) => ({
        ...{ code: name, name: { en: name, fr: name } },
        agents: await Promise.all(agents.map((agent) => office.idOf(`${agent}.${code}`))),
      })),
    )
    const by = await office.idOf(`manager.${code}`)
    named += 1
    await insertGroups(office.db.knex, code, groups, {
      id: `groups-${named}`,
      at: office.clock.now(),
      by,
    })
    office.app.rollups.regroup(code)
    const all = await groupsOf(office.db.reader, OFFICES)
    const codes = [...all.values()].flatMap(({ groups }) => groups.map((each) => each.code))
    return fc
      .tuple(
        anyQuery,
        widely,
        fc.subarray([...new Set(codes), 'nobody'], { minLength: 1 }),
        fc.subarray([...GROUPINGS], { maxLength: 2 }),
      )
      .map(([query, wide, agentGroups, groupings]) => ({
        ...{ ...query, ...wide, agentGroups, by: groupings },
        agents: new Map(
          OFFICES.map((each) => [
            each,
            (all.get(each)?.groups ?? [])
              .filter((group) => agentGroups.includes(group.code))
              .flatMap((group) => group.agents),
          ]),
        ),
      }))
  }

  async function assertAlike(questions: fc.Arbitrary<FigureQuery>): Promise<void> {
    let found = 0
    await fc.assert(
      fc.asyncProperty(questions, async (query) => {
        const slow = await figuresOfSegments(office.db, query, now())
        const quick = await figuresOf(office.db, query, now())
        if (slow.total.counts.visits > 0) found += 1
        assert.deepEqual(quick.total, slow.total)
        assert.deepEqual(quick.groups, slow.groups)
        assert.deepEqual(quick.buckets, slow.buckets)
      }),
      { numRuns: RUNS },
    )
    assert.ok(found > RUNS / 10, `${found} of ${RUNS} questions found something`)
  }

  it('F10 has percentiles within the stated width of the exact ones, and every sum exact', async () => {
    const days = await loadDays(office.db.reader, 'victoria', { ...FOREVER, now: now() })
    const visits = days.flatMap((day) =>
      day.visits.flatMap((visit) => figuresOfVisit(visit, () => 0) ?? []),
    )
    const { total } = await figuresOf(office.db, wholeOf(['victoria']), now())
    for (const key of ['wait', 'timeInOffice', 'callToDesk', 'holdTime', 'timeToLeave'] as const) {
      const exact = visits.flatMap((visit) => visit[key] ?? []).sort((a, b) => a - b)
      const said = total.spreads[key]
      assert.equal(said.n, exact.length, key)
      assert.equal(
        said.sum,
        exact.reduce((sum, each) => sum + each, 0),
        key,
      )
      assert.equal(said.max, exact.at(-1) ?? null, key)
      for (const [name, part] of [
        ['p50', 0.5],
        ['p80', 0.8],
        ['p90', 0.9],
      ] as const) {
        const value = exact[Math.max(1, Math.ceil(part * exact.length)) - 1]
        if (value === undefined) assert.equal(said[name], null)
        else
          assert.ok(
            Math.abs((said[name] ?? 0) - value) <= Math.max(1_000, value * WIDTH),
            `${key} ${name}`,
          )
      }
    }
  })

  it('F12 come out the same when they are made anew', async () => {
    const before = await cellsOf(office)
    for (const code of OFFICES) await rebuildRollups(office.db, code, now())
    assert.deepEqual(await cellsOf(office), before)
  })

  it('F12 F26 follow a correction of a day long past', async () => {
    const manager = await office.signIn('manager.victoria')
    const [visit] = await office.db
      .reader<{ id: string; day: string; office_id: string; state: string; ended_at: number }>(
        'visits',
      )
      .where({ office_id: 'victoria', state: 'left' })
      .orderBy('day')
    assert.ok(visit)
    const query = wholeOf(['victoria'])
    const before = await figuresOf(office.db, query, now())
    await manager.correct(visit.id, {
      to: 'no-show',
      endedAt: new Date(visit.ended_at).toISOString(),
      reason: 'forgot',
    })
    await settled(office)
    const after = await figuresOf(office.db, query, now())
    assert.equal(after.total.counts.left, before.total.counts.left - 1)
    assert.equal(after.total.counts.noShow, before.total.counts.noShow + 1)
    assert.equal(after.total.counts.corrected, before.total.counts.corrected + 1)
    assert.deepEqual(after.total, (await figuresOfSegments(office.db, query, now())).total)
  })

  it('F12 know after a start what the journal told while they were not made', async () => {
    await office.db.knex('rollups').delete()
    await office.db.knex('rollup_heads').update({ seq: 1 })
    await office.restart()
    await office.app.rollups.written()
    const query = wholeOf(OFFICES)
    const slow = await figuresOfSegments(office.db, query, now())
    assert.deepEqual((await figuresOf(office.db, query, now())).total, slow.total)
  })

  it('F12 make a month once it is over, whether the server was there then or not', async () => {
    const query = { ...wholeOf(OFFICES), by: ['month'] as const }
    const { groups } = await figuresOf(office.db, query, now())
    const monthsMade = async (): Promise<string[]> => {
      const rows = await office.db
        .reader<{ grain: string; start: string }>('rollups')
        .where('grain', 'month')
        .distinct('start')
        .orderBy('start')
      return rows.map(({ start }) => start)
    }
    const months = groups.map(({ keys }) => keys[0])
    assert.deepEqual(await monthsMade(), months.slice(0, -1), 'the present month is not made')
    office.clock.advance(40 * 24 * HOUR)
    await office.restart()
    await office.app.rollups.written()
    assert.deepEqual(await monthsMade(), months)
    await office.db.knex('rollups').where('grain', 'month').delete()
    await office.restart()
    await office.app.rollups.written()
    assert.deepEqual(await monthsMade(), months)
    const slow = await figuresOfSegments(office.db, query, now())
    assert.deepEqual((await figuresOf(office.db, query, now())).groups, slow.groups)
  })

  it('F12 answer a filter that contradicts, no office and no days with figures of nothing', async () => {
    const nothing = { ...wholeOf(OFFICES), services: ['notary'], categories: ['driving'] }
    for (const query of [nothing, wholeOf([]), { ...wholeOf(OFFICES), to: '2026-01-01' }]) {
      const { total, groups } = await figuresOf(office.db, query, now())
      assert.equal(total.counts.visits, 0)
      assert.equal(total.spreads.wait.mean, null)
      assert.equal(total.shares.withinTarget?.share, null)
      assert.deepEqual(groups, [])
    }
  })

  it('F12 answers five years as it answers one', async () => {
    const years = {
      ...wholeOf(OFFICES),
      from: '2022-01-01',
      to: '2027-01-01',
      by: ['month'] as const,
    }
    const slow = await figuresOfSegments(office.db, years, now())
    assert.deepEqual((await figuresOf(office.db, years, now())).groups, slow.groups)
  })
})

/** Once the last commit has been told to everybody, rollups among them. */
async function settled(office: TestOffice): Promise<void> {
  await sleep(50)
  await office.app.rollups.written()
}

const FOREVER = { from: '2026-01-01', to: '2027-01-01' }
const wholeOf = (offices: readonly string[]): FigureQuery =>
  queryOf(offices, FOREVER.from, FOREVER.to)

async function cellsOf(office: TestOffice): Promise<unknown[]> {
  const rows = await office.db
    .reader<{ office_id: string; grain: string; start: string; cells: Uint8Array }>('rollups')
    .select('office_id', 'grain', 'start', 'cells')
    .orderBy(['office_id', 'grain', 'start', 'part'])
  return rows.map(({ cells, ...rest }) => ({
    ...rest,
    cells: Buffer.from(cells).toString('base64'),
  }))
}
