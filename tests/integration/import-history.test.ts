// Records of another system come into an office's history: good lines once, the others told one by
// one, on both databases.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, it } from 'mocha'
import { Account } from '../../server/cli/history/account.ts'
import { figureDays } from '../../server/cli/history/figure-days.ts'
import { noOffice } from '../../server/cli/history/destination.ts'
import { FileFault } from '../../server/cli/history/import-file.ts'
import { plainFor } from '../../server/cli/history/mapping.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import { verifyJournal } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import type { SegmentRow, VisitRow } from '../../server/db/visit-rows.ts'
import { describeOnEach, type FreshDatabase } from '../support/databases.ts'
import {
  CALL_CENTRE,
  CALL_LOG,
  callCentreSeeded,
  EXAMPLE,
  fileOf,
  imported,
} from '../support/history.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { OPENING, seeded } from '../support/seeded.ts'

describeOnEach('a real log’s format', (database) => {
  let fresh: FreshDatabase
  let db: Database
  beforeEach(async () => {
    fresh = await database.fresh(callCentreSeeded)
    db = connect(fresh.url)
  })
  afterEach(async () => {
    await db.close()
    await fresh.drop()
  })
  const bring = (options = {}) =>
    imported(db, CALL_CENTRE, CALL_LOG, { mapping: EXAMPLE, ...options })
  const segmentsOf = (visit: string) =>
    db.knex<SegmentRow>('segments').where('visit_id', visit).orderBy('ordinal')

  it('comes in: each line is counted once, the good ones are there', async () => {
    const account = await bring()

    const { lines, added, phantoms, repeated, broken, known } = account
    assert.deepEqual(
      { lines, added, phantoms, repeated, broken, known },
      {
        ...{ lines: 16, added: 10, phantoms: 1, repeated: 1, broken: 4, known: 0 },
      },
    )
    assert.deepEqual(Object.fromEntries(account.endings), { served: 8, left: 2 })
    assert.deepEqual(Object.fromEntries(account.channels), { phone: 10 })
    assert.deepEqual(Object.fromEntries(account.setRight), { service_start: 1 })
    const rows = await db.knex<VisitRow>('visits').where('via', 'import')
    assert.equal(rows.length, 10)
  })

  it('tells of every broken line where it is, in which column, and what is wrong', async () => {
    const { first } = await bring()

    assert.deepEqual(
      first.map(({ line, fault: { column, what } }) => `${line} ${column} ${what}`),
      [
        '7 service_start is 31212 s before arrived',
        '12 type is no service here',
        '16 left_menu is 60 s before came',
        '17 type has 4 columns, not 12',
      ],
    )
  })

  it('runs twice and adds nothing the second time, in rows and in facts', async () => {
    await bring()
    const facts = await db.knex('facts').count({ n: '*' })

    const again = await bring()

    assert.deepEqual([again.added, again.known, again.repeated], [0, 10, 1])
    assert.deepEqual(await db.knex('facts').count({ n: '*' }), facts)
  })

  it('writes nothing in a dry run, and says the same', async () => {
    const dry = await bring({ isDryRun: true })

    assert.equal((await db.knex('visits')).length, 0)
    const real = await bring()
    assert.deepEqual(
      [dry.added, dry.broken, dry.phantoms],
      [real.added, real.broken, real.phantoms],
    )
  })

  it('leaves one fact that says which lines of which file came in, and what did not', async () => {
    await bring()

    const [row] = await db
      .knex<{ data: string; seq: number }>('facts')
      .where('type', 'history-added')
    const { days, file, visits, source } = JSON.parse(row?.data ?? '') as Record<string, unknown>
    const { sha256, ...part } = file as Record<string, unknown>
    assert.match(String(sha256), /^[0-9a-f]{64}$/)
    assert.deepEqual(part, { from: 2, to: 17, phantoms: 1, broken: 4 })
    assert.deepEqual(
      { days, visits, source },
      {
        ...{ days: { from: '1999-02-03', to: '1999-02-04' }, visits: 10, source: 'anonymous-bank' },
      },
    )
    const { brokenAt } = await verifyJournal(db.knex, CALL_CENTRE)
    assert.equal(brokenAt, null)
    const vouched = await db.knex<VisitRow>('visits').where('arrived_seq', row?.seq ?? 0)
    assert.equal(vouched.length, 10)
  })

  it('keeps a call past midnight whole, on the day on which it came', async () => {
    await bring()

    const zone = Date.parse('1999-02-03T22:00:00Z')
    const [visit] = await db.knex<VisitRow>('visits').where('arrived_at', zone - 10_000)
    assert.equal(visit?.day, '1999-02-03')
    const segments = await segmentsOf(visit.id)
    assert.deepEqual(
      segments.map(({ state, started_at, ended_at }) => [
        state,
        (started_at - zone) / 1_000,
        ((ended_at ?? 0) - zone) / 1_000,
      ]),
      [
        ['waiting', -10, 60],
        ['serving', 60, 460],
      ],
    )
    const [next] = await db.knex<VisitRow>('visits').where('arrived_at', zone + 10_000)
    assert.equal(next?.day, '1999-02-04')
  })

  it('keeps nobody’s name: who served is a code, whatever the cell says', async () => {
    await bring()

    const agents = await db.knex<VisitRow>('visits').whereNotNull('agent_id').distinct('agent_id')
    assert.equal(agents.length, 3)
    for (const { agent_id } of agents) assert.match(agent_id ?? '', /^import-[0-9a-f]{12}$/)
  })

  it('adds up: the segments of each visit are its time, exactly', async () => {
    await bring()

    for (const { id, arrived_at, ended_at } of await db.knex<VisitRow>('visits')) {
      const segments = await segmentsOf(id)
      const sum = segments.reduce((all, each) => all + (each.ended_at ?? 0) - each.started_at, 0)
      assert.equal(sum, (ended_at ?? 0) - arrived_at)
    }
  })
})

const HEADER = 'id,channel,service,arrived,called,started,ended,outcome,agent,result'
const line = (n: number, rest: string) => `${n},${rest}`
/** Lines of an ordinary morning; `from` is the hour of the first. */
function morning(count: number, from = 9): string[] {
  return Array.from({ length: count }, (_, n) => {
    const clock = (minutes: number): string => {
      const at = from * 60 + n * 3 + minutes
      return `2026-05-04 ${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    }
    return line(
      n,
      `in-person,notary,${clock(0)},${clock(2)},${clock(3)},${clock(8)},served,ann,done`,
    )
  })
}
const csv = (...lines: string[]) => fileOf([HEADER, ...lines, ''].join('\n'))

describeOnEach('a file with the plain columns', (database) => {
  let fresh: FreshDatabase
  let db: Database
  beforeEach(async () => {
    fresh = await database.fresh(seeded)
    db = connect(fresh.url)
  })
  afterEach(async () => {
    await db.close()
    await fresh.drop()
  })
  const bring = (file: string, options = {}) => imported(db, 'cranbrook', file, options)
  const refusal = async (file: string, options = {}) => {
    const account = new Account()
    await assert.rejects(bring(file, { account, ...options }), FileFault)
    assert.equal(account.added, 0)
    assert.equal((await db.knex('visits')).length, 0)
    return bring(file, options).then(String, (error: unknown) => (error as Error).message)
  }

  it('needs no mapping, and keeps calls and results', async () => {
    const account = await bring(csv(...morning(3)))

    assert.equal(account.added, 3)
    const [visit] = await db.knex<VisitRow>('visits').orderBy('arrived_at')
    assert.equal(visit?.day, '2026-05-04')
    // 09:00 in Cranbrook, whose zone the file's times are in.
    assert.equal(visit.arrived_at, Date.parse('2026-05-04T15:00:00Z'))
    const states = await db.knex<SegmentRow>('segments').where('visit_id', visit.id)
    assert.deepEqual(states.map(({ state }) => state).sort(), ['called', 'serving', 'waiting'])
    const [request] = await db.knex<{ outcome: string }>('requests')
    assert.equal(request?.outcome, 'done')
  })

  it('takes phone and chat by the channel column', async () => {
    const [one = '', two = '', three = ''] = morning(3)
    const lines = [one, two.replace('in-person', 'phone'), three.replace('in-person', 'chat')]

    const { channels } = await bring(csv(...lines))

    assert.deepEqual(Object.fromEntries(channels), { 'in-person': 1, phone: 1, chat: 1 })
  })

  it('stops when two columns of times are swapped', async () => {
    const swapped = morning(40).map((each) => {
      const cells = each.split(',')
      return [
        ...cells.slice(0, 3),
        cells[6],
        cells[4],
        cells[5],
        cells[3],
        ...cells.slice(7),
      ].join()
    })

    assert.match(await refusal(csv(...swapped)), /called is \d+ s before arrived: are two columns/)
  })

  it('stops when the zone is another, and says by how much', async () => {
    assert.match(
      await refusal(csv(...morning(40, 19)), {}),
      /Only \d+ % of the arrivals are within the opening hours, \d+ hours earlier 100 % would be/,
    )
  })

  it('stops when most people would have come at night', async () => {
    const file = csv(...morning(40, 1))

    assert.match(await imported(db, 'victoria', file).then(String, String), /between midnight and/)
  })

  it('stops when a format is another', async () => {
    const other = morning(40).map((each) => each.replaceAll('2026-05-04', '04/05/2026'))

    assert.match(await refusal(csv(...other)), /is no time like iso: is the mapping for this file/)
  })

  it('stops when the office has none of the services, and says which it has and what to do', async () => {
    const other = morning(40).map((each) => each.replace('notary', 'ps'))
    const message = await refusal(csv(...other))
    assert.match(
      message,
      /is no service here: this office has .*health-plan, \d+ more\. Name these in/,
    )
    assert.match(message, /or import into an office that has the services/)
    const to = await noOffice(db.knex, 'atlantis')
    assert.match(
      to,
      /^There is no office atlantis\. There is .*victoria.*: choose one, or set it up/,
    )
  })

  it('stops when a column is missing, and says which there are', async () => {
    const file = fileOf('id,service,came,outcome\n1,notary,2026-05-04 09:00,left\n')

    assert.match(await refusal(file), /no column “arrived”. It has “id”, “service”, “came”/)
  })

  it('goes on all the same when told to', async () => {
    const { added } = await bring(csv(...morning(40, 16)), { evenSo: true })

    assert.equal(added, 40)
  })

  it('counts lines that repeat each other, and adds one', async () => {
    const lines = morning(3)

    const { added, repeated } = await bring(csv(...lines, ...lines))

    assert.deepEqual([added, repeated], [3, 3])
  })

  it('is read as far as it goes when it is cut in the middle of a line', async () => {
    const text = [HEADER, ...morning(5)].join('\n')

    const { added, broken, first } = await bring(fileOf(text.slice(0, -40)))

    assert.deepEqual([added, broken], [4, 1])
    assert.match(first[0]?.fault.what ?? '', /has \d columns, not 10/)
  })

  it('tells of a quote that is never closed', async () => {
    const { added, broken } = await bring(csv(...morning(3), `9,in-person,"notary,`))

    assert.deepEqual([added, broken], [3, 1])
  })

  it('can be stopped, and run again to the end', async () => {
    const file = csv(...morning(60))
    const stop = new AbortController()
    stop.abort()
    const cut = await bring(file, { signal: stop.signal })
    assert.equal(cut.added, 0)

    const { added } = await bring(file)

    assert.equal(added, 60)
  })

  it('refuses what the clocks never showed, and takes the hour that comes twice as it fits', async () => {
    const zone = 'America/Toronto'
    const times = (...each: string[]) => each.map((at) => `2025-11-02 ${at}`).join()
    const twice = `1,in-person,notary,${times('01:50', '01:55', '01:05', '01:10')},served,,`
    const never = '2,in-person,notary,2025-03-09 02:30,,,2025-03-09 03:30,left,,'
    const file = csv(twice, never)
    const plain = { ...plainFor(HEADER.split(',')), zone }

    const { added, first } = await bring(file, { mapping: plain, evenSo: true })

    assert.equal(added, 1)
    assert.match(first[0]?.fault.what ?? '', /was never shown by the clocks of America\/Toronto/)
    const [visit] = await db.knex<VisitRow>('visits')
    assert.equal((visit?.ended_at ?? 0) - (visit?.arrived_at ?? 0), 20 * 60_000)
  })

  it('makes formulas harmless in the list of faults', async () => {
    const rows: string[] = []
    const account = new Account((row) => rows.push(row))
    const file = csv('1,in-person,=1+1,2026-05-04 09:00,,,2026-05-04 09:30,left,,', ...morning(3))

    await bring(file, { account })

    assert.deepEqual(rows, ["2,service,'=1+1,is no service here\n"])
  })

  it('gives a day that gets more later the numbers that follow', async () => {
    await bring(csv(...morning(3)))
    const more = morning(3).map((each, n) => each.replace(/^\d+/, String(100 + n)))

    await bring(csv(...more))

    const rows = await db.knex<VisitRow>('visits').orderBy('number')
    assert.deepEqual(
      rows.map(({ prefix, number }) => `${prefix}${number}`),
      ['#1', '#2', '#3', '#4', '#5', '#6'],
    )
  })
})

describeOnEach('the figures of a history', (database) => {
  let fresh: FreshDatabase
  let db: Database
  beforeEach(async () => {
    fresh = await database.fresh(seeded)
    db = connect(fresh.url)
  })
  afterEach(async () => {
    await db.close()
    await fresh.drop()
  })

  async function bring(...lines: string[]): Promise<void> {
    const { days } = await imported(db, 'cranbrook', csv(...lines))
    await figureDays(db, 'cranbrook', days, OPENING)
  }
  const rollups = () =>
    db.knex<{ grain: string; start: string; cells: Uint8Array }>('rollups').where('grain', 'day')

  it('F12 are made for days that got more, and for no other when the file is read again', async () => {
    const april = morning(3).map((each) => each.replaceAll('2026-05-04', '2026-04-28'))
    await bring(...morning(3), ...april.map((each) => `1${each}`))
    const made = await rollups().orderBy('start')
    assert.deepEqual(
      made.map(({ start }) => start),
      ['2026-04-28', '2026-05-04'],
    )
    // Whatever is made anew is as it was.
    await rollups().update({ cells: Buffer.of(0) })

    await bring(...morning(3), ...april.map((each) => `1${each}`))
    assert.deepEqual(
      (await rollups()).map(({ cells }) => cells.length),
      [1, 1],
    )

    await bring(...morning(3), ...april.map((each) => `2${each}`))
    const after = await rollups().orderBy('start')
    assert.deepEqual(
      after.map(({ cells }) => cells.length > 1),
      [true, false],
    )
  })
})

describeOnEach('an office with an imported history', (database) => {
  let office: TestOffice
  before(async () => {
    office = await openOffice(database)
  })
  after(async () => {
    await office.close()
  })

  it('goes on serving while it comes in, and starts again as it was', async () => {
    const today = morning(3).map((each) => each.replaceAll('2026-05-04', '2026-06-02'))
    const first = await office.checkIn()
    office.clock.set(OPENING + 3_600_000)

    const account = await imported(office.db, 'victoria', csv(...today), {
      now: office.clock.now(),
    })
    const second = await office.checkIn()

    assert.equal(account.added, 3)
    assert.deepEqual([first.ticket, second.ticket], ['A001', 'A002'])
    await office.tables()
    const loaded = await loadOffice(office.db.knex, 'victoria')
    assert.deepEqual([...(loaded?.state.ended.keys() ?? [])], [])
    assert.equal(loaded?.state.visits.size, 2)
    await office.restart()
    assert.equal((await office.checkIn()).ticket, 'A003')
    assert.equal((await verifyJournal(office.db.knex, 'victoria')).brokenAt, null)
  })
})
