// Figures worked out from rollups, some offices at a time. While their rows are added up,
// the next are read.
import type { Knex } from 'knex'
import type { Database } from '../../../db/connect.ts'
import { readRollups, type ReadRollup } from '../../../db/rollups.ts'
import { nameOfGroup } from '../../../domain/figures/agent-groups.ts'
import { coarsenessOf, type AgentsTold } from '../../../domain/figures/coarser.ts'
import { Gathering, toGathered, type Gathered, type Needs } from '../../../domain/figures/gather.ts'
import { unpack, type BySlot } from '../../../domain/figures/pack.ts'
import type { Place } from '../../../domain/figures/places.ts'
import { officesGrouped } from '../agent-group-store.ts'
import { presentMonth } from '../rollups/months.ts'
import { Stretches } from '../stretches.ts'
import { filterOf, type FigureQuery } from './query.ts'
import { rowsOf, startsOf, stretchesFor, type Stretch } from './rollup-stretches.ts'

/** How many rows are read at a time, about. */
const AT_ONCE = 200

/** `targets`: of each office, in minutes. `now`: UTC ms. */
export async function figuresOfRollups(
  { reader }: Database,
  query: FigureQuery,
  targets: ReadonlyMap<string, number>,
  now: number,
): Promise<Gathered> {
  const gathering = new Gathering(filterOf(query), query.by)
  const asks = await asksOf(reader, query, gathering.needs, presentMonth(now))
  const stretches = new Stretches()
  let next = asks[0]?.read()
  for (const [index, { stretch }] of asks.entries()) {
    const rows = (await next) ?? []
    next = asks[index + 1]?.read()
    // Should this end before it is waited for.
    next?.catch(() => undefined)
    for (const row of rows) {
      const target = query.targetMinutes ?? targets.get(row.office_id) ?? 0
      take(gathering, row, stretch, target)
      await stretches.next()
    }
  }
  return toGathered(gathering, query.distribution)
}

interface Ask {
  readonly stretch: Stretch
  readonly read: () => Promise<ReadRollup[]>
}

/** What is to be read, some offices at a time. */
async function asksOf(
  reader: Knex,
  query: FigureQuery,
  needs: Needs,
  month: string,
): Promise<Ask[]> {
  const asks: Ask[] = []
  for (const [agents, those] of await officesByTold(reader, query, needs)) {
    for (const stretch of stretchesFor(query, { ...needs, agents }, month)) {
      for (const offices of someOffices(those, rowsOf(stretch))) {
        const span = { offices, ...startsOf(stretch) }
        const parts = { ...query, agents: namesOf(query, agents, offices) }
        asks.push({ stretch, read: () => readRollups(reader, stretch.grain, span, parts) })
      }
    }
  }
  return asks
}

/** Which agents their rollups must tell apart: groups are read as groups, where there are rollups of them. */
async function officesByTold(
  reader: Knex,
  { offices, agentGroups, by }: FigureQuery,
  needs: Needs,
): Promise<ReadonlyMap<AgentsTold, readonly string[]>> {
  if (!needs.agents) return new Map([['together', offices]])
  if (agentGroups === null || by.includes('agent')) return new Map([['apart', offices]])
  const grouped = await officesGrouped(reader, offices)
  return Map.groupBy(offices, (office) => (grouped.has(office) ? 'groups' : 'apart'))
}

/** Which parts their rollups have of those who are asked for; null: all are. */
function namesOf(
  { agents, agentGroups }: FigureQuery,
  told: AgentsTold,
  offices: readonly string[],
): string[] | null {
  if (told === 'groups') return (agentGroups ?? []).map(nameOfGroup)
  return agents && offices.flatMap((office) => agents.get(office) ?? [])
}

function take(
  gathering: Gathering,
  { office_id: office, start, cells }: ReadRollup,
  { grain, from, to }: Stretch,
  targetMinutes: number,
): void {
  const { span, day: dayInSlot } = coarsenessOf(grain)
  const place: Place = {
    ...{ office, targetMinutes, dayInSlot },
    day: span === 'day' ? start : null,
    month: start.slice(0, 7),
  }
  // Of a month day by day, those that are asked for.
  const isCut = dayInSlot === 'month-day'
  const first = isCut && from.startsWith(place.month) ? slotOf(from) : 0
  const end = isCut && to.startsWith(place.month) ? slotOf(to) : Infinity
  const isIn = (slot: number): boolean => slot >= first && slot < end
  unpack(cells, {
    wantsService: (service) => gathering.wantsService(place, service),
    sumsFor(kind): BySlot | null {
      const sums = gathering.sumsOf(place, kind)
      if (!sums || !isCut) return sums
      return { at: (slot) => (isIn(slot) ? sums.at(slot) : null) }
    },
    floorFor: (slot) => (isIn(slot) ? gathering.floorFor(place, slot) : null),
  })
}

/** Where a day begins among the slots of its month. */
const slotOf = (day: string): number => Number(day.slice(8)) * 1_440

function someOffices(offices: readonly string[], rows: number): string[][] {
  const size = Math.max(1, Math.floor(AT_ONCE / rows))
  const groups: string[][] = []
  for (let at = 0; at < offices.length; at += size) groups.push(offices.slice(at, at + size))
  return groups
}
