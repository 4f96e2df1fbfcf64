// Cells gathered into the groups that a question asks for. Where the cells come from, rollups or single
// visits, is all the same here: that is why both answer alike.
import { Cell, type CellKey, type CellKind } from './cells.ts'
import {
  addFloor,
  addToRow,
  emptyFloor,
  emptyFloorRow,
  floorOf,
  type Floor,
  type FloorRow,
} from './floor.ts'
import type { Grouping, SpreadKey } from './keys.ts'
import type { BySlot, ServiceKind } from './pack.ts'
import { keyOf, OF_CELLS, OF_DAYS, OF_PLACES, PerSlot, type Place } from './places.ts'
import { Summary, type Figures } from './summary.ts'

/** Which cells are looked at. Null: all. */
export interface CellFilter {
  readonly services: ReadonlySet<string> | null
  readonly categories: ReadonlySet<string> | null
  readonly programmes: ReadonlySet<string> | null
  readonly channels: ReadonlySet<string> | null
  /** By office: ids, and names of groups where cells are of groups. */
  readonly agents: ReadonlyMap<string, ReadonlySet<string>> | null
  readonly outcomes: ReadonlySet<string> | null
  readonly kind: string | null
  readonly flagged: 'with' | 'without' | 'only'
}

/** What cells must tell apart. */
export interface Needs {
  readonly services: boolean
  readonly kinds: boolean
  readonly agents: boolean
}

/** Where one group's keys end and the next thing begins in a name. */
const APART = '\t'

export interface Group {
  readonly keys: readonly string[]
  readonly summary: Summary
}

export class Gathering {
  private readonly by: readonly Grouping[]
  private readonly byCells: readonly Grouping[]
  private readonly filter: CellFilter
  /** The place looked at last, and what is the same in the names of all its groups. */
  private place: Place | null = null
  private inPlace = ''
  /** By what is the same for all slots: asked for hundreds of thousands of cells. */
  private readonly sumsBySlot = new Map<string, PerSlot<Cell>>()
  private readonly floorsBySlot = new Map<string, PerSlot<FloorRow>>()
  private readonly sums = new Map<
    string,
    { group: string; outcome: string; target: number; cell: Cell }
  >()
  private readonly groups = new Map<string, { keys: string[]; place: string }>()
  private readonly floors = new Map<string, FloorRow>()

  constructor(filter: CellFilter, by: readonly Grouping[]) {
    this.filter = filter
    this.by = by
    this.byCells = by.filter((each) => OF_CELLS.has(each))
  }

  /** What cells must tell apart for this question: services; channels, appointments and doubts; agents. */
  get needs(): Needs {
    const { services, categories, programmes, channels, agents, kind, flagged } = this.filter
    const isBy = (...groupings: Grouping[]): boolean =>
      groupings.some((each) => this.by.includes(each))
    const isOfServices = services !== null || categories !== null || programmes !== null
    return {
      services: isOfServices || isBy('service', 'category', 'programme'),
      kinds: channels !== null || kind !== null || flagged !== 'with' || isBy('channel', 'kind'),
      agents: agents !== null || isBy('agent'),
    }
  }

  /** Whether any cell of a service and an agent is asked for. */
  wantsService({ office }: Place, { service, programme, category, agent }: ServiceKind): boolean {
    const { services, categories, programmes, agents } = this.filter
    return (
      (services === null || services.has(service)) &&
      (categories === null || categories.has(category)) &&
      (programmes === null || programmes.has(programme)) &&
      (agents === null || agents.get(office)?.has(agent) === true)
    )
  }

  private wants(place: Place, key: CellKind): boolean {
    const { channels, outcomes, kind, flagged } = this.filter
    return (
      this.wantsService(place, key) &&
      (channels === null || channels.has(key.channel)) &&
      (outcomes === null || outcomes.has(key.outcome)) &&
      (kind === null || key.kind === kind) &&
      (flagged === 'with' || key.flagged === (flagged === 'only'))
    )
  }

  /** The sums that a cell of this key is to be merged into; null: it is not asked for. */
  sumsFor(place: Place, key: CellKey): Cell | null {
    return this.sumsOf(place, key)?.at(key.slot) ?? null
  }

  /** The sums that cells of this kind are to be merged into, slot by slot; null: they are not asked for. */
  sumsOf(place: Place, kind: CellKind): BySlot | null {
    if (!this.wants(place, kind)) return null
    this.goTo(place)
    const { outcome } = kind
    let name = `${this.inPlace}${APART}${outcome}${APART}${place.targetMinutes}`
    for (const each of this.byCells) name += APART + keyOf(each, place, 0, kind)
    const known = this.sumsBySlot.get(name)
    if (known) return known
    const made = new PerSlot(this.isSplit(place), (slot) => this.sumsAt(place, kind, slot))
    this.sumsBySlot.set(name, made)
    return made
  }

  /** What the floor of a slot is to be added to. */
  floorFor(place: Place, slot: number): FloorRow {
    this.goTo(place)
    const known = this.floorsBySlot.get(this.inPlace)
    if (known) return known.at(slot)
    const made = new PerSlot(this.isSplit(place), (each) => this.floorAt(place, each))
    this.floorsBySlot.set(this.inPlace, made)
    return made.at(slot)
  }

  takeFloor(place: Place, slot: number, floor: Floor): void {
    addToRow(this.floorFor(place, slot), floor)
  }

  private goTo(place: Place): void {
    if (place === this.place) return
    this.place = place
    const { office, month, day, dayInSlot } = place
    this.inPlace = this.by
      .map((each) => {
        if (each === 'office') return office
        if (each === 'month') return month
        if (!OF_DAYS.has(each)) return ''
        if (day !== null) return each === 'weekday' ? keyOf(each, place, 0, null) : day
        return dayInSlot === 'weekday' ? dayInSlot : month
      })
      .join(APART)
  }

  /** Whether the slots of a place are of several groups. */
  private isSplit({ day }: Place): boolean {
    return this.by.some((each) => each === 'half-hour' || (day === null && OF_DAYS.has(each)))
  }

  private sumsAt(place: Place, kind: CellKind, slot: number): Cell {
    const { outcome } = kind
    const target = place.targetMinutes
    const keys = this.by.map((each) => keyOf(each, place, slot, kind))
    const group = keys.join(APART)
    const sum = `${group}${APART}${outcome}${APART}${target}`
    const known = this.sums.get(sum)
    if (known) return known.cell
    if (!this.groups.has(group)) this.groups.set(group, { keys, place: this.placeIn(keys) })
    const cell = new Cell()
    this.sums.set(sum, { group, outcome, target, cell })
    return cell
  }

  private floorAt(place: Place, slot: number): FloorRow {
    const keys = this.by.map((each) => (OF_PLACES.has(each) ? keyOf(each, place, slot, null) : ''))
    const name = keys.join(APART)
    const known = this.floors.get(name) ?? emptyFloorRow()
    this.floors.set(name, known)
    // Time in which nobody came is time at work too.
    if (this.isOfPlaces && !this.groups.has(name)) this.groups.set(name, { keys, place: name })
    return known
  }

  /** The total, and each group in order of its keys. */
  result(): { total: Summary; groups: Group[] } {
    const whole = emptyFloor()
    const floors = new Map([...this.floors].map(([name, row]) => [name, floorOf(row)]))
    for (const floor of floors.values()) addFloor(whole, floor)
    const total = new Summary(this.isOfAll ? whole : null, whole.sums.atWork)
    const summaries = new Map<string, Summary>()
    for (const [group, { place }] of this.groups) {
      const floor = floors.get(place) ?? emptyFloor()
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
