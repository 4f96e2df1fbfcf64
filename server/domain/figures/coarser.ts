// From the finest cells, half hour by half hour, to coarser ones: whole days and months, and all
// services together. Merging loses nothing but what the coarser cell does not tell apart.
import { weekday } from '../opening-hours.ts'
import { isGroupName } from './agent-groups.ts'
import { Cells, type CellKey, type DayInSlot } from './cells.ts'
import { addFloor, emptyFloor, type Floor } from './floor.ts'
import type { DayCells } from './of-day.ts'

type Floors = ReadonlyMap<number, Floor>

/** What a grain keeps of a cell's key. */
export interface Coarseness {
  /** What one part of it is of. */
  readonly span: 'day' | 'month'
  readonly day: DayInSlot
  readonly halfHours: boolean
  readonly services: boolean
  /** Whether channels, appointments and doubts are told apart. */
  readonly kinds: boolean
  readonly agents: AgentsTold
}

/** Which agents a cell is of: any, those of one group, or one. */
export type AgentsTold = 'together' | 'groups' | 'apart'

const OF_DAYS = { day: { halfHours: false }, 'half-hour': { halfHours: true } } as const
const OF_MONTHS = {
  month: { day: null, halfHours: false },
  'month-day': { day: 'month-day', halfHours: false },
  'week-hour': { day: 'weekday', halfHours: true },
} as const

type Days = keyof typeof OF_DAYS
type Months = keyof typeof OF_MONTHS
export type DayGrain =
  `${Days}${'' | '-service'}` | typeof FINEST | (typeof GROUP_DAY_GRAINS)[number]
type GroupMonthGrain =
  `${Months}${'' | '-service'}-kind-group` | `${Months}-group` | 'month-service-group'
export type MonthGrain =
  `${Months}${'' | '-service'}${'' | '-kind'}` | `${Months}-service-kind-agent` | GroupMonthGrain
/** What the rows of a grain are kept under. */
export type Grain = DayGrain | MonthGrain

export const FINEST = 'half-hour-service-agent'
const MONTHS = Object.keys(OF_MONTHS) as Months[]

/** That of a day's own cells first, of which all others can be made. */
export const DAY_GRAINS: readonly DayGrain[] = [
  FINEST,
  ...(['half-hour-service', 'half-hour', 'day-service', 'day'] as const),
]
export const MONTH_GRAINS: readonly MonthGrain[] = MONTHS.flatMap((name) => {
  const all = `${name}-service-kind` as const
  return [name, `${name}-service`, `${name}-kind`, all, `${all}-agent`] as const
})

/** Of offices whose agents are in groups. */
export const GROUP_DAY_GRAINS = ['half-hour-group', 'day-group', 'day-service-group'] as const
export const GROUP_MONTH_GRAINS: readonly GroupMonthGrain[] = [
  'month-service-group',
  ...MONTHS.flatMap(
    (name) => [`${name}-group`, `${name}-kind-group`, `${name}-service-kind-group`] as const,
  ),
]

/**
 * The grains that are kept: of days, whole and by half hour; of months, whole, day by day, and by half
 * hour of each weekday; each with services told apart or not, those of months with kinds or not. Agents
 * are told apart where all else is. Of groups, those are left out that would hardly be less than a finer one.
 */
export function coarsenessOf(grain: Grain): Coarseness {
  const services = grain.includes('-service')
  const kinds = grain.includes('-kind')
  const agents = grain.endsWith('-agent')
    ? 'apart'
    : grain.endsWith('-group')
      ? 'groups'
      : 'together'
  const base = grain.replace(/(-service)?(-kind)?(-agent|-group)?$/, '')
  if (base in OF_DAYS) {
    const { halfHours } = OF_DAYS[base as Days]
    return { span: 'day', day: null, halfHours, services, kinds: true, agents }
  }
  return { span: 'month', ...OF_MONTHS[base as Months], services, kinds, agents }
}

/** The grain of days that another one is added up from: the coarsest that tells enough. */
export function sourceOf(grain: Grain): DayGrain {
  const { span, halfHours, services, agents } = coarsenessOf(grain)
  if (agents === 'apart') return FINEST
  if (agents === 'groups') {
    if (halfHours) return span === 'day' || services ? FINEST : 'half-hour-group'
    if (span === 'day') return services ? FINEST : 'half-hour-group'
    return services ? 'day-service-group' : 'day-group'
  }
  if (grain === 'day') return 'half-hour'
  if (grain === 'half-hour-service') return FINEST
  if (span === 'day') return 'half-hour-service'
  return `${halfHours ? 'half-hour' : 'day'}${services ? '-service' : ''}`
}

/** Days of one grain added up. */
export class Coarser {
  readonly cells = new Cells()
  readonly floors = new Map<number, Floor>()
  private readonly to: Coarseness
  private readonly groups: ReadonlyMap<string, string>

  /** `groups`: the name of each agent's group. Who is in none is in no cell of groups. */
  constructor(grain: Grain, groups: ReadonlyMap<string, string>) {
    this.to = coarsenessOf(grain)
    this.groups = groups
  }

  add({ cells, floors }: { cells: DayCells['cells']; floors: Floors }, day: string): void {
    const before = dayInSlot(this.to.day, day) * 1_440
    const slotOf = (slot: number): number => before + (this.to.halfHours ? slot : 0)
    for (const { key, cell } of cells.values()) {
      const agent = this.agentOf(key.agent)
      if (agent === null) continue
      this.cells.at(this.keyOf({ ...key, agent }, slotOf(key.slot))).merge(cell)
    }
    for (const [slot, floor] of floors) {
      const at = slotOf(slot)
      const known = this.floors.get(at) ?? emptyFloor()
      this.floors.set(at, known)
      addFloor(known, floor)
    }
  }

  /** Whose cell is told of: an agent, a group, or nobody in particular; null: it is left out. */
  private agentOf(agent: string): string | null {
    if (this.to.agents === 'together') return ''
    if (this.to.agents === 'apart' || isGroupName(agent)) return agent
    return this.groups.get(agent) ?? null
  }

  private keyOf(key: CellKey, slot: number): CellKey {
    const { services, kinds } = this.to
    return {
      ...key,
      ...(services ? {} : { service: '', programme: '', category: '' }),
      ...(kinds ? {} : { channel: '', kind: '', flagged: false }),
      slot,
    }
  }
}

function dayInSlot(which: DayInSlot, day: string): number {
  if (which === null) return 0
  return which === 'weekday' ? weekday(day) : Number(day.slice(8))
}
