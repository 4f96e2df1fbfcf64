// From the finest cells, half hour by half hour, to coarser ones: whole days and months, and all
// services together. Merging loses nothing but what the coarser cell does not tell apart.
import { weekday } from '../opening-hours.ts'
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
  readonly agents: boolean
}

const OF_DAYS = { day: { halfHours: false }, 'half-hour': { halfHours: true } } as const
const OF_MONTHS = {
  month: { day: null, halfHours: false },
  'month-day': { day: 'month-day', halfHours: false },
  'week-hour': { day: 'weekday', halfHours: true },
} as const

export type DayGrain =
  `${keyof typeof OF_DAYS}${'' | '-service'}` | typeof LEAN_AGENT_DAY | typeof FINEST
export type MonthGrain = `${keyof typeof OF_MONTHS}${'' | '-service'}${'' | '-kind'}` | AgentMonth
type AgentMonth =
  `${keyof typeof OF_MONTHS}-service-kind-agent` | (typeof LEAN_AGENT_MONTHS)[number]
/** What the rows of a grain are kept under. */
export type Grain = DayGrain | MonthGrain

export const FINEST = 'half-hour-service-agent'
/** Agents told apart and no services: for groups of agents of many offices. */
const LEAN_AGENT_DAY = 'day-agent'
const LEAN_AGENT_MONTHS = ['month-agent', 'month-day-agent'] as const

/** That of a day's own cells first, of which all others can be made. */
export const DAY_GRAINS: readonly DayGrain[] = [
  FINEST,
  LEAN_AGENT_DAY,
  ...(['half-hour-service', 'half-hour', 'day-service', 'day'] as const),
]
export const MONTH_GRAINS: readonly MonthGrain[] = [
  ...LEAN_AGENT_MONTHS,
  ...(Object.keys(OF_MONTHS) as (keyof typeof OF_MONTHS)[]).flatMap((name) => {
    const all = `${name}-service-kind` as const
    return [name, `${name}-service`, `${name}-kind`, all, `${all}-agent`] as const
  }),
]

/**
 * The grains that are kept: of days, whole and by half hour; of months, whole, day by day, and by half
 * hour of each weekday; each with services told apart or not, those of months with kinds or not. Agents
 * are told apart where all else is, and, but for half hours, where neither services nor a month's kinds are.
 */
export function coarsenessOf(grain: Grain): Coarseness {
  const services = grain.includes('-service')
  const kinds = grain.includes('-kind')
  const agents = grain.endsWith('-agent')
  const base = grain.replace(/(-service)?(-kind)?(-agent)?$/, '')
  if (base in OF_DAYS) {
    const { halfHours } = OF_DAYS[base as keyof typeof OF_DAYS]
    return { span: 'day', day: null, halfHours, services, kinds: true, agents }
  }
  return { span: 'month', ...OF_MONTHS[base as keyof typeof OF_MONTHS], services, kinds, agents }
}

/** The grain of days that another one is added up from: the coarsest that tells enough. */
export function sourceOf(grain: Grain): DayGrain {
  if (grain === 'day') return 'half-hour'
  const { span, halfHours, services, agents } = coarsenessOf(grain)
  if (agents && span === 'month' && !services) return LEAN_AGENT_DAY
  if (agents || grain === 'half-hour-service') return FINEST
  if (span === 'day') return 'half-hour-service'
  return `${halfHours ? 'half-hour' : 'day'}${services ? '-service' : ''}`
}

/** Days of one grain added up. */
export class Coarser {
  readonly cells = new Cells()
  readonly floors = new Map<number, Floor>()
  private readonly to: Coarseness

  constructor(grain: Grain) {
    this.to = coarsenessOf(grain)
  }

  add({ cells, floors }: { cells: DayCells['cells']; floors: Floors }, day: string): void {
    const before = dayInSlot(this.to.day, day) * 1_440
    const slotOf = (slot: number): number => before + (this.to.halfHours ? slot : 0)
    for (const { key, cell } of cells.values()) {
      this.cells.at(this.keyOf(key, slotOf(key.slot))).merge(cell)
    }
    for (const [slot, floor] of floors) {
      const at = slotOf(slot)
      const known = this.floors.get(at) ?? emptyFloor()
      this.floors.set(at, known)
      addFloor(known, floor)
    }
  }

  private keyOf(key: CellKey, slot: number): CellKey {
    const { services, kinds, agents } = this.to
    return {
      ...key,
      ...(services ? {} : { service: '', programme: '', category: '' }),
      ...(kinds ? {} : { channel: '', kind: '', flagged: false }),
      ...(agents ? {} : { agent: '' }),
      slot,
    }
  }
}

function dayInSlot(which: DayInSlot, day: string): number {
  if (which === null) return 0
  return which === 'weekday' ? weekday(day) : Number(day.slice(8))
}
