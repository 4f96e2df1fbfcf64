// Loads visits: an office's of today from their rows, any one from its facts.
import type { Knex } from 'knex'
import type { VisitFact } from '../domain/facts.ts'
import { UNDO_WITHIN } from '../domain/moves.ts'
import { FINAL_STATES, LIVE_STATES } from '../domain/states.ts'
import type { Visit } from '../domain/visit.ts'
import { applyToVisit } from '../domain/visit-facts.ts'
import { factsOfVisit } from './journal.ts'
import { loadPeople, type Person } from './people.ts'
import { inParts } from './reading.ts'
import { toVisit, type RequestRow, type SegmentRow, type VisitRow } from './visit-rows.ts'

/** In the words of the index `visits_live`: SQLite uses it for these very words only. */
export const IS_LIVE = `state IN (${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`

/** An office as its rows tell it: up to a fact, recorded at an instant (UTC ms). */
interface Head {
  office_id: string
  seq: number
  recorded_at: number
}

/**
 * The visits that an office's state holds: who is here, and who ended since its `day` began. Those that
 * may still be undone know what they were before.
 */
export async function loadVisits(trx: Knex, head: Head, day: string): Promise<Visit[]> {
  const office = head.office_id
  const live = await trx<VisitRow>('visits').where('office_id', office).whereRaw(IS_LIVE)
  const ended = await loadEnded(trx, office, day)
  const rows = [...live, ...ended]
  const ids = rows.map((row) => row.id)
  const requests = await inParts(ids, (part) =>
    trx<RequestRow>('requests').whereIn('visit_id', part).orderBy(['visit_id', 'request']),
  )
  const segments = await inParts(ids, (part) =>
    trx<SegmentRow>('segments').whereIn('visit_id', part).orderBy(['visit_id', 'ordinal']),
  )
  const requestsOf = Object.groupBy(requests, (each) => each.visit_id)
  const segmentsOf = Object.groupBy(segments, (each) => each.visit_id)
  const visits = rows.map((row) => toVisit(row, requestsOf[row.id] ?? [], segmentsOf[row.id] ?? []))
  return withBefore(trx, visits, head)
}

/**
 * Who ended since the first arrival of `day`, of whatever day they are: as `OfficeState.ended`. What
 * is on paper may have ended before it was written down. Who came from another office opened no day.
 */
async function loadEnded(trx: Knex, office: string, day: string): Promise<VisitRow[]> {
  const first = await trx<VisitRow>('visits')
    .where('office_id', office)
    .where('day', day)
    .whereNotIn('via', ['office', 'import'])
    .orderBy('arrived_seq')
    .first()
  if (first) return endedSince(trx<VisitRow>('visits'), office, first)
  // Nobody has come here yet but from other offices; or all who came have gone on to one.
  const ended = trx<VisitRow>('visits')
    .where('office_id', office)
    .whereIn('state', [...FINAL_STATES])
  if (day === '') return ended.whereRaw(FROM_ELSEWHERE)
  return ended.where('day', day).whereRaw(LIVED_HERE)
}

/** In the words of the index `visits_from_elsewhere`. */
const FROM_ELSEWHERE = `via = 'office'`
/** Of a visit from another system nothing can be undone or brought back. */
const LIVED_HERE = `via <> 'import'`

/** In the words of the index `visits_on_paper`. */
const ON_PAPER = `via = 'paper'`

export function endedSince(
  visits: Knex.QueryBuilder<VisitRow, VisitRow[]>,
  office: string,
  first: Pick<VisitRow, 'arrived_at' | 'arrived_seq'>,
): Knex.QueryBuilder<VisitRow, VisitRow[]> {
  return visits
    .where('office_id', office)
    .where((either) => {
      void either.where('ended_at', '>=', first.arrived_at).orWhere((paper) => {
        void paper.whereRaw(ON_PAPER).where('arrived_seq', '>=', first.arrived_seq)
      })
    })
    .where('last_seq', '>', first.arrived_seq)
    .whereIn('state', [...FINAL_STATES])
    .whereRaw(LIVED_HERE)
}

/** Folds the facts of those that may still be undone, to know what they were before. */
async function withBefore(trx: Knex, visits: Visit[], head: Head): Promise<Visit[]> {
  const result: Visit[] = []
  for (const visit of visits) {
    const isRecent = visit.last.at >= head.recorded_at - UNDO_WITHIN
    const folded = isRecent && (await foldVisit(trx, visit.id, head.office_id, head.seq))
    result.push(folded || visit)
  }
  return result
}

/** Its facts in the office it is in: they begin with its arrival there, and all that it was before. */
async function foldVisit(
  trx: Knex,
  id: string,
  office: string,
  upTo = Infinity,
): Promise<Visit | undefined> {
  let folded: Visit | undefined
  for (const fact of await factsOfVisit(trx, id, office)) {
    if (fact.seq > upTo) break
    folded = applyToVisit(folded, fact, fact.body as VisitFact)
  }
  return folded
}

/** A visit of any day and whose it is, from its facts; null when there never was one. */
export async function loadVisit(
  knex: Knex,
  id: string,
): Promise<{ office: string; visit: Visit; person: Person | null } | null> {
  const row = await knex<VisitRow>('visits').where('id', id).first('office_id')
  const visit = row && (await foldVisit(knex, id, row.office_id))
  if (!visit) return null
  return { office: row.office_id, visit, person: (await loadPeople(knex, [id])).get(id) ?? null }
}
