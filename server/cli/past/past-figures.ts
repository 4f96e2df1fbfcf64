// The figures of a day of the past, worked out while it is in memory: the same rollups as its rows would
// give, without reading them back.
import type { Database } from '../../db/connect.ts'
import { writeCostDays } from '../../db/cost-rollups.ts'
import { writeRollups } from '../../db/rollups.ts'
import type { Fact } from '../../domain/facts.ts'
import { agentsOfDay } from '../../domain/figures/agents-of-day.ts'
import { nextDay, startOfDay } from '../../domain/office-time.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import type { OfficeState } from '../../domain/state.ts'
import type { Visit } from '../../domain/visit.ts'
import { applyToVisit } from '../../domain/visit-facts.ts'
import { costOfDay } from '../../features/cost/make-cost.ts'
import { rollupsOf, type GroupNames } from '../../features/reports/rollups/day-rows.ts'
import type { PastFact } from './past-day.ts'

/** One office's day of the past, and the office after it. */
interface DayOfOffice {
  readonly office: {
    readonly code: string
    readonly settings: OfficeSettings
    readonly state: OfficeState
    readonly groups: GroupNames
  }
  readonly facts: readonly PastFact[]
}

/** Writes the rollups of `day` (YYYY-MM-DD) of these offices, whose rows and facts are written. */
export async function figureDay(
  db: Database,
  day: string,
  now: number,
  days: readonly DayOfOffice[],
): Promise<void> {
  await db.knex.transaction(async (trx) => {
    for (const { office, facts } of days) {
      const { code, settings, state, groups } = office
      const zone = settings.timeZone
      const [from, to] = [startOfDay(day, zone), startOfDay(nextDay(day), zone)]
      const visits = visitsOf(facts)
      const floor = facts.filter(({ body }) => !('visit' in body)).map(toFact)
      const agents = agentsOfDay(visits, floor, { from, to, now })
      const parts = { day, zone, settings, visits, agents, door: [], now }
      await writeRollups(trx, [...rollupsOf(code, parts, groups)], state.seq)
      const span = { office: code, from: day, to: nextDay(day) }
      await writeCostDays(trx, [costOfDay(code, parts, new Map())], span, state.seq)
    }
  })
}

/** What facts make of their visits, in the order in which they came. */
export function visitsOf(facts: readonly PastFact[]): Visit[] {
  const visits = new Map<string, Visit>()
  for (const fact of facts.map(toFact)) {
    const { body } = fact
    if ('visit' in body) {
      visits.set(body.visit, applyToVisit(visits.get(body.visit), fact, body))
    }
  }
  return [...visits.values()]
}

const toFact = ({ at, actor, body }: PastFact): Fact => ({
  seq: 0,
  recordedAt: at,
  at,
  actor,
  body,
})
