// From every number to the visits behind it: the list holds exactly those that the figure counts, in
// every cell of a report, and nobody's name.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import { addPast } from '../../server/cli/past/add-past.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import { lengthIn, LISTED, type ListedFigure } from '../../server/domain/figures/counted.ts'
import {
  SPREADS,
  type CountKey,
  type Grouping,
  type ShareKey,
} from '../../server/domain/figures/keys.ts'
import type { Figures } from '../../server/domain/figures/summary.ts'
import { queryOf, type FigureQuery } from '../../server/features/reports/read-model/query.ts'
import { visitPage } from '../../server/features/reports/visit-pages.ts'
import {
  isBehind,
  visitsBehind,
  type Cell,
  type Found,
} from '../../server/features/reports/visits-behind.ts'
import { describeOnEach, type FreshDatabase } from '../support/databases.ts'
import { figuresOfSegments } from '../support/figures-of-segments.ts'
import { OPENING, seeded } from '../support/seeded.ts'

const OFFICES = ['victoria', 'cranbrook']
const PERIOD = ['2026-05-18', '2026-05-30'] as const
const ALL = queryOf(OFFICES, ...PERIOD)
/** Events of a visit, of which one may have several: the share counts events, the list visits. */
const OF_EVENTS = new Set([
  'transferRate',
  'returnRate',
  'recallRate',
  'undoRate',
  'overtakeRate',
  'holdRate',
])
/** Counted by more than one a visit. */
const OF_SEVERAL = new Set(['people', 'requests', 'transactions'])

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

async function past(url: string): Promise<void> {
  await seeded(url)
  const db = connect(url)
  const [from] = PERIOD
  await addPast(db, { offices: OFFICES, from, to: '2026-05-29', journalFrom: from, now: OPENING })
  await db.close()
}

describeOnEach('the visits behind a number', (database) => {
  let fresh: FreshDatabase
  let db: Database
  before(async function () {
    this.timeout(120_000)
    fresh = await database.fresh(past)
    db = connect(fresh.url)
  })
  after(async () => {
    await db.close()
    await fresh.drop()
  })

  /** All visits of the query's offices, whatever else it asks for. */
  function everyVisit(query: FigureQuery = ALL): Promise<Found[]> {
    const { offices, from, to, targetMinutes } = query
    const every = { ...queryOf(offices, from, to), targetMinutes }
    const cell = { groups: [], figure: null, share: null }
    return listed(visitsBehind(db.reader, every, cell, { now: OPENING }))
  }

  /** How many visits a figure says are behind it; null: it counts something else than visits. */
  function saidBy(figures: Figures, figure: ListedFigure, share: Cell['share']): number | null {
    if (OF_EVENTS.has(figure) || OF_SEVERAL.has(figure)) return null
    if (share === null && figure in figures.counts) return figures.counts[figure as CountKey]
    if (share === null && figure in figures.spreads) {
      return figure === 'serviceTime' ? null : figures.spreads[figure as (typeof SPREADS)[number]].n
    }
    const said = figures.shares[figure as ShareKey]
    if (!said || share === null) return null
    return share === 'counted' ? said.numerator : said.denominator - said.numerator
  }

  const GROUPED: Grouping[][] = [
    [],
    ['office'],
    ['service'],
    ['day'],
    ['week', 'channel'],
    ['month', 'programme'],
    ['half-hour', 'weekday'],
    ['category', 'outcome'],
    ['kind'],
    ['agent'],
  ]
  for (const by of GROUPED)
    it(`F23 are as many as it says, in every cell by ${by.join(' and ') || 'nothing'}`, async function () {
      this.timeout(300_000)
      const query = { ...ALL, by, ...(by.length === 2 ? { offices: ['cranbrook'] } : {}) }
      const visits = await everyVisit(query)
      const { total, groups } = await figuresOfSegments(db, query, OPENING)
      const every = [{ keys: [] as readonly string[], figures: total }, ...groups]
      const some = every.filter((_, index) => index % Math.ceil(every.length / 12) === 0)
      let compared = 0
      for (const { keys, figures } of some)
        for (const figure of LISTED)
          for (const share of [null, 'counted', 'rest'] as const) {
            const said = saidBy(figures, figure, share)
            if (said === null) continue
            const cell = {
              groups: keys.map((key, index) => ({ by: by[index]!, key })),
              figure,
              share,
            }
            const found = visits.filter((each) => isBehind(each, query, cell))
            assert.equal(found.length, said, `${keys.join()} ${figure} ${String(share)}`)
            compared += 1
          }
      assert.ok(compared > 20, String(compared))
    })

  const FILTERS: [what: string, filter: Partial<FigureQuery>][] = [
    ['of one service', { services: ['driver-licence'] }],
    ['of a category and a programme', { categories: ['driving'], programmes: ['driver-services'] }],
    ['without flagged visits', { flagged: 'without' }],
    ['with flagged visits only', { flagged: 'only' }],
    ['with an appointment', { kind: 'booked' }],
    ['that left or did not come', { outcomes: ['left', 'noShow'] }],
    ['of filters that contradict', { services: ['notary'], categories: ['driving'] }],
    ['of a target of its own', { targetMinutes: 7 }],
  ]
  for (const [what, filter] of FILTERS)
    it(`F23 are as many as it says, ${what}`, async function () {
      this.timeout(120_000)
      const query = { ...ALL, offices: ['cranbrook'], ...filter }
      const visits = await everyVisit(query)
      const { total } = await figuresOfSegments(db, query, OPENING)
      for (const figure of ['visits', 'wait', 'withinTarget', 'clean', 'noShow'] as const)
        for (const share of [null, 'counted', 'rest'] as const) {
          const said = saidBy(total, figure, share)
          if (said === null) continue
          const cell = { groups: [], figure, share }
          const found = visits.filter((each) => isBehind(each, query, cell))
          assert.equal(found.length, said, figure)
        }
    })

  it('F23 are looked for on the days and in the office of their cell alone', async () => {
    const day = '2026-05-20'
    const groups = [
      { by: 'day', key: day },
      { by: 'office', key: 'cranbrook' },
    ] as const
    const looked: string[] = []
    const cell: Cell = { groups, figure: null, share: null }
    const found = await listed(
      visitsBehind(db.reader, ALL, cell, {
        now: OPENING,
        onDay: (place) => looked.push(`${place.office} ${place.day}`),
      }),
    )

    assert.deepEqual(looked, [`cranbrook ${day}`])
    assert.ok(found.length > 0)
  })

  it('F23 come a page at a time, each once, from any point on', async () => {
    const cell: Cell = { groups: [], figure: 'served', share: null }
    const all = (await everyVisit()).filter((each) => isBehind(each, ALL, cell))
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await visitPage(db.reader, ALL, cell, OPENING, { after, limit: 170 })
      paged.push(...page.found.map(({ visit }) => visit.id))
      after = page.next ?? undefined
    } while (after !== undefined)

    assert.deepEqual(
      paged,
      all.map(({ visit }) => visit.id),
    )
  })

  it('F10 come longest first where the number is a length', async () => {
    const cell: Cell = { groups: [], figure: 'wait', share: null }
    const first = await visitPage(db.reader, ALL, cell, OPENING, { limit: 20 })
    const second = await visitPage(db.reader, ALL, cell, OPENING, { limit: 20, after: first.next! })

    const waits = [...first.found, ...second.found].map(({ figures }) => figures.wait ?? -1)
    assert.deepEqual(
      waits,
      [...waits].sort((a, b) => b - a),
    )
    const { total } = await figuresOfSegments(db, ALL, OPENING)
    assert.equal(waits[0], total.spreads.wait.max)
  })

  const ONE = { offices: ['cranbrook'] }
  const LISTED_BY_LENGTH: [what: string, filter: Partial<FigureQuery>, groups: Cell['groups']][] = [
    ['of all', {}, []],
    ['of one service', { ...ONE, services: ['driver-licence'] }, []],
    ['of those without doubt', { ...ONE, flagged: 'without' }, []],
    ['of one channel', ONE, [{ by: 'channel', key: 'in-person' }]],
    ['of one day', {}, [{ by: 'day', key: '2026-05-20' }]],
    ['of those who went', { ...ONE, outcomes: ['noShow', 'left'] }, []],
  ]
  for (const [what, filter, groups] of LISTED_BY_LENGTH)
    it(`F10 are the same, longest first, as if every visit were looked at: ${what}`, async function () {
      this.timeout(120_000)
      const query = { ...ALL, ...filter }
      const visits = await everyVisit(query)
      let compared = 0
      for (const figure of SPREADS) {
        const cell: Cell = { groups, figure, share: null }
        const length = (found: Found) => lengthIn(figure, found, OPENING) ?? 0
        const all = visits
          .filter((each) => isBehind(each, query, cell))
          .sort((a, b) => length(b) - length(a))
        const paged: Found[] = []
        let after: string | undefined
        do {
          const page = await visitPage(db.reader, query, cell, OPENING, { after, limit: 60 })
          paged.push(...page.found)
          after = page.next ?? undefined
        } while (after !== undefined && paged.length < 120)
        const shown = (list: Found[]) =>
          list.map(({ visit, flags, programme, slot }) => [visit.id, flags, programme, slot])
        assert.deepEqual(shown(paged), shown(all.slice(0, paged.length)), figure)
        assert.equal(paged.length, Math.min(all.length, 120), figure)
        compared += paged.length
      }
      assert.ok(compared > 20, String(compared))
    })
})
