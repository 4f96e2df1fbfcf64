// Cells: the visits of one kind in one half hour (or day, or month), added up. What a report says is
// made of cells, and cells of smaller parts merge into those of larger ones.
import { Lengths } from './lengths.ts'
import { FLAGS, type SpreadKey } from './keys.ts'

/** What is counted of visits. The order is that of packed cells: only ever add at the end. */
export const COUNTERS = [
  ...(['visits', 'people', 'arrived', 'called', 'leftUncalled'] as const),
  ...(['requests', 'transactions', 'finished', 'transactionsFinished'] as const),
  ...(['booked', 'bookedCome', 'bookedLate', 'bookedMissed', 'resulted', 'firstVisit'] as const),
  ...(['flagged', 'corrected', 'holds', 'tracked', 'trackedCalled'] as const),
  ...(['transfers', 'returns', 'recalls', 'undos', 'overtook'] as const),
  ...FLAGS,
] as const
export type Counter = (typeof COUNTERS)[number]

const INDEX = Object.fromEntries(COUNTERS.map((name, index) => [name, index])) as Record<
  Counter,
  number
>

/** The spreads that cells hold; the order is that of packed cells. How long somebody has waited is of now. */
export const KEPT_SPREADS = [
  ...(['wait', 'serviceTime', 'timeToLeave', 'preTicket', 'callToDesk'] as const),
  ...(['handleTime', 'holdTime', 'timeInOffice', 'lateBy'] as const),
] as const satisfies readonly SpreadKey[]
export type KeptSpread = (typeof KEPT_SPREADS)[number]

/** What the visits of a cell have in common, whenever they came. */
export interface CellKind {
  /** Empty in cells of all services together. */
  readonly service: string
  readonly programme: string
  readonly category: string
  readonly channel: string
  readonly kind: string
  readonly outcome: string
  readonly flagged: boolean
  /** Empty but where agents are told apart, or their groups: then the name of one. */
  readonly agent: string
}

export interface CellKey extends CellKind {
  /** Minutes since local midnight, 0 where half hours are not told apart; 1440 for each `DayInSlot`. */
  readonly slot: number
}

/** Which day a slot has before its minute: 0 is Monday, 1 the first of the month. Null: none. */
export type DayInSlot = 'weekday' | 'month-day' | null

export class Cell {
  readonly counters = new Float64Array(COUNTERS.length)
  private readonly spreads: (Lengths | undefined)[] = []

  count(counter: Counter, by = 1): void {
    this.countAt(INDEX[counter], by)
  }

  countAt(index: number, by: number): void {
    this.counters[index] = (this.counters[index] ?? 0) + by
  }

  get(counter: Counter): number {
    return this.counters[INDEX[counter]] ?? 0
  }

  /** The lengths of one spread, by its place among those kept. */
  lengthsAt(index: number): Lengths {
    return (this.spreads[index] ??= new Lengths())
  }

  /** Those of them that were ever looked at. */
  known(index: number): Lengths | undefined {
    return this.spreads[index]
  }

  lengths(key: KeptSpread): Lengths {
    return this.lengthsAt(KEPT_SPREADS.indexOf(key))
  }

  add(key: KeptSpread, ms: number | null): void {
    if (ms !== null) this.lengths(key).add(ms)
  }

  merge(other: Cell): void {
    other.counters.forEach((value, index) => {
      if (value !== 0) this.countAt(index, value)
    })
    other.spreads.forEach((lengths, index) => {
      if (lengths) this.lengthsAt(index).merge(lengths)
    })
  }
}

/** Cells by what their visits have in common. */
export class Cells {
  private readonly cells = new Map<string, { key: CellKey; cell: Cell }>()

  at(key: CellKey): Cell {
    const name = nameOf(key)
    const known = this.cells.get(name)
    if (known) return known.cell
    const cell = new Cell()
    this.cells.set(name, { key, cell })
    return cell
  }

  /** In the order in which they came. */
  values(): Iterable<{ key: CellKey; cell: Cell }> {
    return this.cells.values()
  }

  /** In an order that is the same for the same cells: those of one kind together, by slot. */
  all(): { key: CellKey; cell: Cell }[] {
    return [...this.cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  }
}

/** What is the same for all cells of one kind. */
export function nameOfKind(kind: CellKind): string {
  const { service, programme, category, channel, kind: booking, outcome, flagged, agent } = kind
  return `${service}\t${programme}\t${category}\t${channel}\t${booking}\t${outcome}\t${String(flagged)}\t${agent}`
}

function nameOf(key: CellKey): string {
  return `${nameOfKind(key)}\t${String(key.slot).padStart(5, '0')}`
}
