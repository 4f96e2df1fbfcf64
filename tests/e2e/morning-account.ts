// Accounts for a morning out of the database: where everybody's time went, to the millisecond.
import assert from 'node:assert/strict'
import type { TestOffice } from '../support/office.ts'

interface VisitRecord {
  readonly id: string
  readonly office_id: string
  readonly prefix: string
  readonly number: number
  readonly state: string
  readonly arrived_at: number
  readonly ended_at: number | null
}
interface SegmentRecord {
  readonly visit_id: string
  readonly ordinal: number
  readonly state: string
  readonly started_at: number
  readonly ended_at: number | null
  readonly agent_id: string | null
}

/** Every visit's end by its ticket: `VIC N002` for one that went to another office. */
export async function statesOf(office: TestOffice): Promise<Record<string, string>> {
  const tables = await office.tables()
  const visits = await tables<VisitRecord>('visits').select('*')
  return Object.fromEntries(visits.map((visit) => [ticketOf(visit), visit.state]))
}

function ticketOf({ prefix, number }: VisitRecord): string {
  return `${prefix}${String(number).padStart(3, '0')}`
}

/** UTC ms; of what has not ended, later than anything. */
const endOf = (segment: SegmentRecord): number => segment.ended_at ?? Infinity

/**
 * Fails unless each visit's segments follow one another without a gap from arrival to end, with
 * `absence`, ms by ticket, of whoever had gone and came back; and unless no agent had two people at
 * one time. Answers how many segments that was.
 */
export async function expectTimesAddUp(
  office: TestOffice,
  absence: Readonly<Record<string, number>>,
): Promise<number> {
  const reader = await office.tables()
  const visits = await reader<VisitRecord>('visits').select('*')
  const segments = await reader<SegmentRecord>('segments').orderBy(['visit_id', 'ordinal'])
  for (const visit of visits) {
    const own = segments.filter((segment) => segment.visit_id === visit.id)
    const ticket = ticketOf(visit)
    assert.equal(own[0]?.started_at, visit.arrived_at, `${ticket} starts`)
    assert.equal(own.at(-1)?.ended_at ?? null, visit.ended_at, `${ticket} ends`)
    for (const [index, segment] of own.slice(1).entries())
      assert.equal(segment.started_at, own[index]?.ended_at, `${ticket} has a gap, or two states`)
    const away = own
      .filter(({ state }) => state === 'no-show' || state === 'left')
      .reduce((sum, segment) => sum + endOf(segment) - segment.started_at, 0)
    assert.equal(away, absence[ticket] ?? 0, `${ticket} was away`)
  }

  const taken = segments.filter(({ state }) => state === 'called' || state === 'serving')
  for (const agent of new Set(taken.map(({ agent_id }) => agent_id))) {
    // Of those that began at one instant, the ones that took no time came first.
    const theirs = taken
      .filter((segment) => segment.agent_id === agent)
      .sort((a, b) => a.started_at - b.started_at || endOf(a) - endOf(b))
    for (const [index, { started_at }] of theirs.slice(1).entries()) {
      const before = theirs[index]
      const at = new Date(started_at).toISOString()
      assert.ok(before && endOf(before) <= started_at, `${agent} had two people at ${at}`)
    }
  }
  return segments.length
}
