// A believable past for offices: drawn day by day and written in bulk. Of its last days the journal
// tells everything, as of any day; of older visits only the rows are kept, as after an import.
import { v7 as newIdAt } from 'uuid'
import type { Database } from '../../db/connect.ts'
import { writeHistory, type History } from '../../db/history-writer.ts'
import { loadOffice } from '../../db/office-loader.ts'
import { prepareBatch, writeBatch } from '../../db/office-writer.ts'
import type { Fact } from '../../domain/facts.ts'
import { follow } from '../../domain/follow.ts'
import { nextDay, startOfDay } from '../../domain/office-time.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import type { OfficeState } from '../../domain/state.ts'
import { setCostKept } from '../../db/cost-rollups.ts'
import { setRollupHead } from '../../db/rollups.ts'
import { groupNamesOf, type GroupNames } from '../../features/reports/rollups/day-rows.ts'
import { makeMonth } from '../../features/reports/rollups/make-month.ts'
import type { StaffRow } from '../../features/staff/staff-store.ts'
import { isOver } from '../../features/reports/rollups/months.ts'
import { openingHours } from '../simulate/hours.ts'
import { HOUR } from '../simulate/day.ts'
import { seededRandom, type Random } from '../simulate/seeded-random.ts'
import { syntheticDay } from '../simulate/synthetic-day.ts'
import { figureDay, visitsOf } from './past-figures.ts'
import { playPastDay, type PastFact } from './past-day.ts'
import { PastShifts, shiftsOn } from './past-shifts.ts'
import { busynessOf, illnessOn, isOpenDay } from './seasons.ts'

export interface Past {
  readonly offices: readonly string[]
  /** First and last day, YYYY-MM-DD. */
  readonly from: string
  readonly to: string
  /** From this day on the journal has it. */
  readonly journalFrom: string
  /** So many visits at most; absent: as many as come. */
  readonly most?: number
  /** UTC ms: nothing of the past lies after it. */
  readonly now: number
  /** After each open day: how many visits there are so far. */
  readonly onDay?: (day: string, visits: number) => void
}

/** Visits left open are closed at three in the morning. */
const NIGHT = 3 * HOUR
/** Offices whose day is written in one go. */
const TOGETHER = 12
/** An office while its past is made. */
interface Office {
  readonly code: string
  readonly settings: OfficeSettings
  readonly agents: readonly string[]
  readonly groups: GroupNames
  /** The names of as many as work there, ill or not. */
  readonly team: readonly string[]
  readonly seed: number
  state: OfficeState
  hash: string
}

interface OfficeDay {
  readonly office: Office
  readonly facts: readonly PastFact[]
}

/** Adds the past, its figures and what was paid; returns how many visits it has. The offices must be configured. */
export async function addPast(db: Database, past: Past): Promise<number> {
  const { from, to, most = Infinity } = past
  const offices: Office[] = []
  for (const [index, code] of past.offices.entries()) offices.push(await open(db, code, index))
  const months = new Set<string>()
  const shifts = new PastShifts(db, past.now)
  let made = 0
  // While the database writes one part, the next is drawn.
  let writing = Promise.resolve()
  for (let day = from; day <= to && made < most; day = nextDay(day)) {
    if (!isOpenDay(day)) continue
    for (let at = 0; at < offices.length; at += TOGETHER) {
      const days = offices.slice(at, at + TOGETHER).map((office): OfficeDay => {
        const facts = atMost(factsOf(office, past, day), most - made)
        made += countOf(facts)
        return { office, facts }
      })
      await writing
      writing = writeDays(db, past, day, days)
    }
    for (const { code, settings, team } of offices) {
      shifts.add(code, shiftsOn(day, settings.timeZone, team))
    }
    if (!months.has(day.slice(0, 7))) await shifts.write()
    months.add(day.slice(0, 7))
    past.onDay?.(day, made)
  }
  await shifts.write()
  await writing
  for (const { code, state } of offices) {
    for (const month of months) if (isOver(month, past.now)) await makeMonth(db, code, month)
    await db.knex.transaction((trx) => setRollupHead(trx, code, state.seq))
    await setCostKept(db.knex, code)
  }
  return made
}

async function open(db: Database, code: string, index: number): Promise<Office> {
  const loaded = await loadOffice(db.knex, code)
  const settings = loaded?.state.settings
  if (!settings) throw new Error(`there is no office ${code}`)
  const rows = await db
    .knex<StaffRow>('staff')
    .where({ office_id: code, role: 'agent' })
    .orderBy('username')
    .select('id', 'name')
  const seed = index + 1
  const agents = rows.map(({ id }) => id)
  return {
    ...{ code, settings, hash: loaded.hash, seed, agents },
    groups: await groupNamesOf(db, code),
    team: rows.slice(0, sizeOf({ agents, seed })).map(({ name }) => name),
    // The past comes before what the office has lived through: its clock is set back for it.
    state: { ...loaded.state, recordedAt: 0 },
  }
}

async function writeDays(
  db: Database,
  { journalFrom, now }: Past,
  day: string,
  days: readonly OfficeDay[],
): Promise<void> {
  if (day >= journalFrom) await writeJournal(db, days)
  else await writeRowsOnly(db, days)
  await figureDay(db, day, now, days)
}

/** Writes days of which the journal has everything. */
async function writeJournal(db: Database, days: readonly OfficeDay[]): Promise<void> {
  const steps = days.map(({ office, facts: told }) => {
    let { seq, recordedAt } = office.state
    const facts = told.map((each): Fact => {
      seq += 1
      recordedAt = Math.max(recordedAt, each.at)
      return { ...each, seq, recordedAt }
    })
    return { office, facts, before: office.state, ...follow(office.state, facts) }
  })
  const entries = steps.map(({ office: { code, hash }, facts }) => {
    return { office: code, facts, hash, people: new Map() }
  })
  const batch = prepareBatch(entries, [])
  const behind = steps.map(({ office: { code, hash }, before, state, visits }) => {
    return { before, after: state, visits, hash: batch.hashes.get(code) ?? hash }
  })
  await writeBatch(db, batch, behind)
  for (const [index, { office }] of steps.entries()) {
    const { after, hash } = behind[index] ?? { after: office.state, hash: office.hash }
    Object.assign(office, { state: after, hash })
  }
}

/** Writes days of whose visits only the rows are kept; what agents said of themselves is a few facts. */
async function writeRowsOnly(db: Database, days: readonly OfficeDay[]): Promise<void> {
  const ofAgents = days.map(({ office, facts }) => ({
    ...{ office, facts: facts.filter(({ body }) => !('visit' in body)) },
  }))
  await writeJournal(db, ofAgents)
  const histories = days.map(({ office: { code }, facts }): History => {
    return { office: code, source: 'past', visits: visitsOf(facts) }
  })
  const over = Math.max(...days.map(({ office }) => office.state.recordedAt))
  const written = await writeHistory(db, histories, over)
  for (const [index, { office }] of days.entries()) {
    const fact = written[index]?.fact
    if (!fact) continue
    const { seq, recordedAt, hash } = fact
    Object.assign(office, { hash, state: { ...office.state, seq, recordedAt } })
  }
}

function factsOf(office: Office, { now, to }: Past, day: string): PastFact[] {
  const { settings, agents, seed, code } = office
  const random = seededRandom(seedOf(`${code} ${day} ${seed}`))
  const size = sizeOf(office)
  const working = agents.slice(0, size).filter(() => !random.chance(illnessOn(day)))
  const present = working.length > 0 ? working : agents.slice(0, 1)
  const services = settings.services.map((each) => each.code)
  const ids = random.fork()
  const plan = syntheticDay({
    open: openingHours(day, settings.timeZone),
    ...{ services, agents: present.length, seed: Math.floor(random.between(0, 2 ** 31)) },
    // Who is ill is missed: as many people come as to a full office.
    busyness: (busynessOf(day, to) * pressureOn(office) * size) / present.length,
  })
  const night = Math.min(startOfDay(nextDay(day), settings.timeZone) + NIGHT, now)
  const newId = (at: number): string => newIdAt({ msecs: Math.floor(at), random: bytes(ids) })
  return playPastDay({ settings, day, plan, agents: present, night, random, newId })
}

/** The named offices are as large as can be; the others, between half and all of it. */
function sizeOf({ agents, seed }: Pick<Office, 'agents' | 'seed'>): number {
  const least = Math.max(1, Math.ceil(agents.length / 2) + 1)
  return Math.min(agents.length, seed <= 3 ? agents.length : least + (seed % agents.length))
}

/** Some offices have more people than they can serve in time, others fewer: beside an ordinary day. */
function pressureOn({ code }: Office): number {
  return seededRandom(seedOf(code)).between(0.72, 0.96)
}

function bytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(random.between(0, 256)))
}

function seedOf(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7)
}

function countOf(facts: readonly PastFact[]): number {
  return facts.filter(({ body }) => body.type === 'visit-arrived').length
}

/** The facts of the first `most` people alone, and of the agents. */
function atMost(facts: PastFact[], most: number): PastFact[] {
  if (countOf(facts) <= most) return facts
  const taken = new Set<string>()
  return facts.filter(({ body }) => {
    if (!('visit' in body)) return true
    if (body.type === 'visit-arrived' && taken.size < most) taken.add(body.visit)
    return taken.has(body.visit)
  })
}
