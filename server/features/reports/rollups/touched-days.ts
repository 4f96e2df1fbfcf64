// Which days are to be made anew for what has happened: of visits, of agents and of the door.
import type { Knex } from 'knex'
import { inParts } from '../../../db/reading.ts'
import type { Fact } from '../../../domain/facts.ts'
import { nextDay, officeDay } from '../../../domain/office-time.ts'
import { findVisit, type OfficeState } from '../../../domain/state.ts'

/** Days that facts are about, and visits of unknown days: those that their office has let go of. */
export function touched(
  facts: readonly Fact[],
  before: OfficeState,
  after: OfficeState,
): { days: Set<string>; unknown: string[] } {
  const days = new Set(ownDays(facts, after.settings?.timeZone ?? 'UTC'))
  const unknown: string[] = []
  for (const { body } of facts) {
    if (!('visit' in body)) continue
    const visit = findVisit(after, body.visit) ?? findVisit(before, body.visit)
    if (visit) days.add(visit.number.day)
    else unknown.push(body.visit)
  }
  return { days, unknown }
}

/** The days that facts of a time past have touched, as the tables tell them. */
export async function daysTouched(
  knex: Knex,
  office: string,
  facts: readonly Fact[],
): Promise<Set<string>> {
  const row = await knex<{ id: string; settings: string }>('offices').where('id', office).first()
  const stored = JSON.parse(row?.settings ?? 'null') as OfficeState['settings']
  const days = new Set(ownDays(facts, stored?.timeZone ?? 'UTC'))
  const visits = facts.flatMap(({ body }) => ('visit' in body ? [body.visit] : []))
  for (const { day } of await daysOfVisits(knex, [...new Set(visits)])) days.add(day)
  return days
}

interface DayRow {
  office_id: string
  day: string
}

export async function daysOfVisits(knex: Knex, visits: readonly string[]): Promise<DayRow[]> {
  return inParts(visits, (part) => {
    const found = knex<DayRow & { id: string }>('visits').whereIn('id', [...part])
    return found.select('office_id', 'day').then((rows): DayRow[] => rows)
  })
}

function ownDays(facts: readonly Fact[], zone: string): string[] {
  return facts.flatMap(({ at, body }) => {
    if (body.type === 'history-added') return everyDay(body.days.from, body.days.to)
    return body.type.startsWith('agent-') || body.type === 'door-counted'
      ? [officeDay(at, zone)]
      : []
  })
}

function everyDay(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = nextDay(day)) days.push(day)
  return days
}
