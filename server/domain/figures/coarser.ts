// From the finest cells, half hour by half hour, to coarser ones: whole days and months, and all
// services together. Merging loses nothing but what the coarser cell does not tell apart.
import { weekday } from '../opening-hours.ts'
import { Cells, type CellKey } from './cells.ts'
import { addFloor, emptyFloor, type Floor } from './floor.ts'
import type { DayCells } from './of-day.ts'

type Floors = ReadonlyMap<number, Floor>

/** What a grain keeps of a cell's key. */
export interface Coarseness {
  /** The slot of a coarser cell, of a half hour (minutes) on `day`. */
  slot(slot: number, day: string): number
  readonly services: boolean
}

const WHOLE = (): number => 0
const HALF_HOUR = (slot: number): number => slot
const WEEK_HOUR = (slot: number, day: string): number => weekday(day) * 1_440 + slot

/**
 * The grains that are kept: by day or by month; whole, or by half hour (in a month: of each weekday);
 * with services told apart or not. The name of each is what its rows are kept under.
 */
export const GRAINS = {
  'half-hour': { span: 'day', slot: HALF_HOUR, services: false },
  'half-hour-service': { span: 'day', slot: HALF_HOUR, services: true },
  day: { span: 'day', slot: WHOLE, services: false },
  'day-service': { span: 'day', slot: WHOLE, services: true },
  'week-hour': { span: 'month', slot: WEEK_HOUR, services: false },
  'week-hour-service': { span: 'month', slot: WEEK_HOUR, services: true },
  month: { span: 'month', slot: WHOLE, services: false },
  'month-service': { span: 'month', slot: WHOLE, services: true },
} as const satisfies Record<string, Coarseness & { span: 'day' | 'month' }>
export type Grain = keyof typeof GRAINS
export const GRAIN_NAMES = Object.keys(GRAINS) as Grain[]

/** Days of one grain added up. */
export class Coarser {
  readonly cells = new Cells()
  readonly floors = new Map<number, Floor>()
  private readonly to: Coarseness

  constructor(grain: Grain) {
    this.to = GRAINS[grain]
  }

  add({ cells, floors }: { cells: DayCells['cells']; floors: Floors }, day: string): void {
    for (const { key, cell } of cells.all()) this.cells.at(this.keyOf(key, day)).merge(cell)
    for (const [slot, floor] of floors) {
      const at = this.to.slot(slot, day)
      const known = this.floors.get(at) ?? emptyFloor()
      this.floors.set(at, known)
      addFloor(known, floor)
    }
  }

  private keyOf(key: CellKey, day: string): CellKey {
    const slot = this.to.slot(key.slot, day)
    const all = this.to.services ? {} : { service: '', programme: '', category: '' }
    return { ...key, ...all, slot }
  }
}
