// Cells gathered into the groups that a question asks for. Where the cells come from, rollups or single
// visits, is all the same here: that is why both answer alike.
import { weekday as weekdayOf } from '../opening-hours.ts'
import { Cell, type CellKey } from './cells.ts'
import { addFloor, emptyFloor, type Floor } from './floor.ts'
import type { Grouping, SpreadKey } from './keys.ts'
import { Summary, type Figures } from './summary.ts'

/** Which cells are looked at. Null: all. */
export interface CellFilter {
  readonly services: ReadonlySet<string> | null
  readonly categories: ReadonlySet<string> | null
  readonly programmes: ReadonlySet<string> | null
  readonly channels: ReadonlySet<string> | null
  readonly agents: ReadonlySet<string> | null
  readonly outcomes: ReadonlySet<string> | null
  readonly kind: string | null
  readonly flagged: 'with' | 'without' | 'only'
}

/** Where and when cells are of; what they do not tell apart is null. */
export interface Place {
  readonly office: string
  readonly targetMinutes: number
  /** YYYY-MM-DD */
  readonly day: string | null
  /** YYYY-MM */
  readonly month: string
  /** Whether the slot of each cell has a weekday before it. */
  readonly hasWeekdays: boolean
}

const OF_PLACES: ReadonlySet<Grouping> = new Set([
  ...(['half-hour', 'weekday', 'day', 'week', 'month', 'office'] as const),
])
const OF_CELLS: ReadonlySet<Grouping> = new Set([
  ...(['service', 'category', 'programme', 'channel', 'kind', 'outcome', 'agent'] as const),
])
/** Where one group's keys end and the next thing begins in a name. */
const APART = '\t'

export interface Group {
  readonly keys: readonly string[]
  readonly summary: Summary
}

export class Gathering {
  private readonly by: readonly Grouping[]
  private readonly byCells: readonly Grouping[]
  private readonly isBySlot: boolean
  private readonly filter: CellFilter
  /** Of the place looked at last: what is the same for all its cells of one slot. */
  private place: Place | null = null
  private readonly names = new Map<number, string>()
  private readonly sums = new Map<
    string,
    { group: string; outcome: string; target: number; cell: Cell }
  >()
  private readonly groups = new Map<string, { keys: string[]; place: string }>()
  private readonly floors = new Map<string, Floor>()

  constructor(filter: CellFilter, by: readonly Grouping[]) {
    this.filter = filter
    this.by = by
    this.byCells = by.filter((each) => OF_CELLS.has(each))
    this.isBySlot = by.includes('half-hour') || by.includes('weekday')
  }

  /** Whether cells must tell services apart for this question. */
  get needsServices(): boolean {
    const { services, categories, programmes } = this.filter
    const isBy = this.by.some((each) => ['service', 'category', 'programme'].includes(each))
    return isBy || services !== null || categories !== null || programmes !== null
  }

  get needsAgents(): boolean {
    return this.filter.agents !== null || this.by.includes('agent')
  }

  /** Whether any cell of a service is asked for. */
  wantsService({
    service,
    programme,
    category,
  }: Pick<CellKey, 'service' | 'programme' | 'category'>): boolean {
    const { services, categories, programmes } = this.filter
    return (
      (services === null || services.has(service)) &&
      (categories === null || categories.has(category)) &&
      (programmes === null || programmes.has(programme))
    )
  }

  private wants(key: CellKey): boolean {
    const { channels, agents, outcomes, kind, flagged } = this.filter
    return (
      this.wantsService(key) &&
      (channels === null || channels.has(key.channel)) &&
      (agents === null || agents.has(key.agent)) &&
      (outcomes === null || outcomes.has(key.outcome)) &&
      (kind === null || key.kind === kind) &&
      (flagged === 'with' || key.flagged === (flagged === 'only'))
    )
  }

  /** The sums that cells of this key are to be merged into; null: they are not asked for. */
  sumsFor(place: Place, key: CellKey): Cell | null {
    if (!this.wants(key)) return null
    const { slot, outcome } = key
    const target = place.targetMinutes
    // Called for each of hundreds of thousands of cells: what can be is remembered from the one before.
    if (place !== this.place) {
      this.place = place
      this.names.clear()
    }
    const groups = this.isBySlot ? slot : 0
    let name = this.names.get(groups)
    if (name === undefined) {
      name = this.by
        .map((each) => (OF_CELLS.has(each) ? '' : keyOf(each, place, slot, null)))
        .join(APART)
      this.names.set(groups, name)
    }
    for (const each of this.byCells) name += APART + keyOf(each, place, slot, key)
    const sum = `${name}${APART}${outcome}${APART}${target}`
    const known = this.sums.get(sum)
    if (known) return known.cell
    if (!this.groups.has(name)) {
      const keys = this.by.map((each) => keyOf(each, place, slot, key))
      this.groups.set(name, { keys, place: this.placeIn(keys) })
    }
    const cell = new Cell()
    this.sums.set(sum, { group: name, outcome, target, cell })
    return cell
  }

  takeFloor(place: Place, slot: number, floor: Floor): void {
    const keys = this.by.map((each) => (OF_PLACES.has(each) ? keyOf(each, place, slot, null) : ''))
    const name = keys.join(APART)
    const known = this.floors.get(name) ?? emptyFloor()
    this.floors.set(name, known)
    addFloor(known, floor)
    // Time in which nobody came is time at work too.
    if (this.isOfPlaces && !this.groups.has(name)) this.groups.set(name, { keys, place: name })
  }

  /** The total, and each group in order of its keys. */
  result(): { total: Summary; groups: Group[] } {
    const whole = emptyFloor()
    for (const floor of this.floors.values()) addFloor(whole, floor)
    const total = new Summary(this.isOfAll ? whole : null, whole.sums.atWork)
    const summaries = new Map<string, Summary>()
    for (const [group, { place }] of this.groups) {
      const floor = this.floors.get(place) ?? emptyFloor()
      const isOwn = this.isOfAll && this.isOfPlaces
      summaries.set(group, new Summary(isOwn ? floor : null, floor.sums.atWork))
    }
    for (const { group, outcome, target, cell } of this.sums.values()) {
      summaries.get(group)?.take(cell, outcome, target)
      total.take(cell, outcome, target)
    }
    const groups = [...this.groups].map(([group, { keys }]) => ({
      keys,
      summary: summaries.get(group) ?? new Summary(null, null),
    }))
    return { total, groups: this.by.length === 0 ? [] : groups.sort(inOrder) }
  }

  private placeIn(keys: readonly string[]): string {
    return this.by.map((each, index) => (OF_PLACES.has(each) ? keys[index] : '')).join(APART)
  }

  private get isOfPlaces(): boolean {
    return this.by.every((each) => OF_PLACES.has(each))
  }

  /** Whether every visit is looked at: then what goes on in the office is of these visits. */
  private get isOfAll(): boolean {
    const { flagged, ...lists } = this.filter
    return flagged === 'with' && Object.values(lists).every((list) => list === null)
  }
}

function keyOf(grouping: Grouping, place: Place, slot: number, key: CellKey | null): string {
  switch (grouping) {
    case 'half-hour':
      return clockText(slot % 1440)
    case 'weekday':
      if (place.hasWeekdays) return String(Math.floor(slot / 1440))
      return place.day === null ? '' : String(weekdayOf(place.day))
    case 'day':
      return place.day ?? ''
    case 'week':
      return place.day === null ? '' : knownMonday(place.day)
    case 'month':
      return place.month
    case 'office':
      return place.office
    default:
      return key ? key[grouping] : ''
  }
}

/** Minutes since midnight as 09:30. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The Monday of the week of a day, YYYY-MM-DD. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`) - weekdayOf(day) * 24 * 3_600_000
  return new Date(at).toISOString().slice(0, 10)
}

/** The same days come again for each office. */
const mondays = new Map<string, string>()

function knownMonday(day: string): string {
  const known = mondays.get(day)
  if (known !== undefined) return known
  const monday = mondayOf(day)
  mondays.set(day, monday)
  return monday
}

function inOrder(a: Group, b: Group): number {
  const [one, other] = [a.keys.join(APART), b.keys.join(APART)]
  return one < other ? -1 : one > other ? 1 : 0
}

export interface Gathered {
  readonly total: Figures
  readonly groups: readonly { readonly keys: readonly string[]; readonly figures: Figures }[]
  readonly buckets:
    readonly { readonly from: number; readonly to: number; readonly n: number }[] | null
}

/** The groups as an answer says them. `distribution`: whose buckets are wanted. */
export function toGathered(gathering: Gathering, distribution: SpreadKey | null): Gathered {
  const { total, groups } = gathering.result()
  return {
    total: total.figures(),
    groups: groups.map(({ keys, summary }) => ({ keys, figures: summary.figures() })),
    buckets: distribution === null ? null : total.buckets(distribution),
  }
}
